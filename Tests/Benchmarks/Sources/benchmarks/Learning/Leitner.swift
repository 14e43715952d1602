import SpacedRepetition

/// Five boxes (Leitner 1972, So lernt man lernen), asked every 1, 2, 4, 8 and 16 days: a hit moves
/// an item up, a miss back to the first box, a near miss leaves it where it is.
struct Leitner: Spacing {
  struct State {
    var box = 0
    var dueDay = 0
  }

  func next(_ state: State?, _ grade: Grade, day: Int) -> State {
    var state = state ?? State()
    switch grade {
    case .again: state.box = 0
    case .hard: break
    case .good, .easy: state.box = min(state.box + 1, 4)
    }
    state.dueDay = day + (1 << state.box)
    return state
  }

  func dueDay(_ state: State) -> Int { state.dueDay }
  func isLearned(_ state: State) -> Bool { state.box > 0 }
  func isRepeated(_ grade: Grade) -> Bool { false }
}
