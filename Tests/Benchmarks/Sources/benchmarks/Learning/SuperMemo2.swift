import SpacedRepetition

/// SM-2: Woźniak (1990), Optimization of learning, section 3.2. Intervals of 1 and 6 days, then each
/// the easiness times the last; below quality 3 from the beginning; below 4 again on the same day.
struct SuperMemo2: Spacing {
  struct State {
    var easiness = 2.5
    var repetitions = 0
    var interval = 0
    var dueDay = 0
  }

  func next(_ state: State?, _ grade: Grade, day: Int) -> State {
    var state = state ?? State()
    let quality = Self.quality(grade)
    if quality < 3 {
      state.repetitions = 0
      state.interval = 1
    } else {
      let lack = Double(5 - quality)
      state.easiness = max(1.3, state.easiness + 0.1 - lack * (0.08 + lack * 0.02))
      state.repetitions += 1
      switch state.repetitions {
      case 1: state.interval = 1
      case 2: state.interval = 6
      default: state.interval = Int((Double(state.interval) * state.easiness).rounded(.up))
      }
    }
    state.dueDay = day + state.interval
    return state
  }

  func dueDay(_ state: State) -> Int { state.dueDay }
  func isLearned(_ state: State) -> Bool { state.repetitions > 0 }
  func isRepeated(_ grade: Grade) -> Bool { Self.quality(grade) < 4 }

  private static func quality(_ grade: Grade) -> Int {
    switch grade {
    case .again: 1
    case .hard: 3
    case .good: 4
    case .easy: 5
    }
  }
}
