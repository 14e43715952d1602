import SpacedRepetition

/// FSRS-6 between days in the rivals' queue, to see what Inkling's own queue and steps add.
struct PlainFSRS: Spacing {
  private let scheduler: Scheduler

  init(retention: Double) {
    scheduler = Scheduler(retention: retention, learningSteps: [], relearningSteps: [])
  }

  func next(_ state: CardState?, _ grade: Grade, day: Int) -> CardState {
    let now = Moment(milliseconds: Int64(day) * 86_400_000, offsetMinutes: 0, day: day)
    return scheduler.next(state ?? .new, grade, at: now, dice: 0.5)
  }

  func dueDay(_ state: CardState) -> Int {
    guard case .review(_, let dueDay, _) = state else { return 0 }
    return dueDay
  }

  /// A miss is asked again on the same day, as in Inkling's steps.
  func isRepeated(_ grade: Grade) -> Bool { grade == .again }
  func isLearned(_ state: CardState) -> Bool { true }
}
