import Terminal

/// Moving within a list or a page.
enum Move {
  case up
  case down
  case pageUp
  case pageDown
  case first
  case last

  /// The new place in a list of `count`, `page` rows at a time.
  func applied(to index: Int, count: Int, page: Int = 8) -> Int {
    switch self {
    case .up: Widgets.moved(index, by: -1, count: count)
    case .down: Widgets.moved(index, by: 1, count: count)
    case .pageUp: Widgets.moved(index, by: -page, count: count)
    case .pageDown: Widgets.moved(index, by: page, count: count)
    case .first: 0
    case .last: max(0, count - 1)
    }
  }

  /// The keys that move, the same everywhere.
  /// - Parameter letters: whether hjkl and g G move too; not where letters are typed.
  static func bindings<Action>(
    _ label: String, help: String, letters: Bool = true, _ action: (Move) -> Action
  ) -> [Binding<Action>] {
    func keys(_ key: Key, _ letter: Character) -> [Key] {
      letters ? [key, .character(letter)] : [key]
    }
    return [
      Binding(
        keys(.down, "j"), shown: "↑↓", label: label, help: help,
        listed: letters ? "↑ ↓ k j" : "↑ ↓", action: action(.down)),
      Binding(keys(.up, "k"), label: "", help: "", inFooter: false, action: action(.up)),
      Binding(
        [.pageDown], label: "", help: "A page on or back.", listed: "PgDn PgUp", inFooter: false,
        action: action(.pageDown)),
      Binding([.pageUp], label: "", help: "", inFooter: false, action: action(.pageUp)),
      Binding(
        keys(.home, "g"), label: "", help: "To the top or the end.",
        listed: letters ? "Home End g G" : "Home End", inFooter: false, action: action(.first)),
      Binding(keys(.end, "G"), label: "", help: "", inFooter: false, action: action(.last)),
    ]
  }
}
