import SpacedRepetition

/// FSRS-6 between days in the rivals' queue, to see what Inkling's own queue and steps add.
struct PlainFSRS: Spacing {
  typealias State = Scheduler<FSRS6>.State

  /// Which of the reviews that wait comes first.
  enum Order {
    case due
    case likeliestForgotten
    case likeliestRemembered
  }

  private let scheduler = Scheduler<FSRS6>(learningSteps: [], relearningSteps: [])
  private let order: Order

  init(_ order: Order) { self.order = order }

  func rank(_ state: State, day: Int) -> Double {
    guard case .review(let memory, let dueDay, let last) = state else { return 0 }
    let recall = scheduler.model.retrievability(
      of: memory.stability, elapsedDays: Double(day - last.day))
    return switch order {
    case .due: Double(dueDay)
    case .likeliestForgotten: recall
    case .likeliestRemembered: -recall
    }
  }

  func next(_ state: State?, _ grade: Grade, day: Int) -> State {
    let now = Moment(milliseconds: Int64(day) * 86_400_000, offsetMinutes: 0, day: day)
    return scheduler.next(state ?? .new, grade, at: now, dice: 0.5)
  }

  func dueDay(_ state: State) -> Int {
    guard case .review(_, let dueDay, _) = state else { return 0 }
    return dueDay
  }

  /// A miss is asked again on the same day, as in Inkling's steps.
  func isRepeated(_ grade: Grade) -> Bool { grade == .again }
  func isLearned(_ state: State) -> Bool { true }
}
