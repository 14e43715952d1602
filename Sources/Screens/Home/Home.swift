import EmotionCore
import Terminal

/// Where one arrives: what there is to do, and how the week was.
struct Home: Scene {
  enum Action {
    case name
    case practice
    case explore
    case journal
    case undo
    case quit
  }

  func bindings(_ world: World) -> [Binding<Action>] {
    [
      Binding(
        [.character("n"), .enter], label: "name", help: "Name what you feel, and save it.",
        action: .name),
      Binding(
        [.character("p")], label: "practice", help: "Practice the words that are due.",
        action: .practice),
      Binding(
        [.character("x")], label: "explore", help: "Browse the words and where they belong.",
        action: .explore),
      Binding(
        [.character("j")], label: "journal", help: "Read what you have named.", action: .journal),
      Binding(
        [.character("u")], label: "undo", help: "Take back the last answer of practice.",
        inFooter: false, asksAlone: true, action: .undo),
      Binding([.character("q")], label: "quit", help: "Leave Inkling.", action: .quit),
    ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .name: [.open(.name(Name(world)))]
    case .practice: Practice.opening(&world)
    case .explore: [.open(.explore(Explore(purpose: .browse)))]
    case .journal: [.readJournal, .open(.journal(JournalScreen()))]
    case .undo: [.undoLatest]
    case .quit: [.quit]
    }
  }
}
