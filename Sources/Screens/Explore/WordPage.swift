import EmotionCore
import Terminal

/// All about one word.
struct WordPage: Scene {
  enum Action {
    case move(Move)
    case next
    case previous
    case open
    case keep
    case back
  }

  private(set) var word: WordID
  /// Words that were looked at before this one.
  private var trail: [WordID] = []
  /// The chosen neighbor.
  private(set) var neighbor = 0
  private(set) var scroll = 0

  init(_ word: WordID) { self.word = word }

  func bindings(_ world: World) -> [Binding<Action>] {
    // The letter k keeps the word here; only the arrows scroll.
    Move.bindings("scroll", help: "Read on.", letters: false, Action.move)
      + [
        Binding(
          [.tab, .right, .character("l")], shown: "Tab", label: "neighbor",
          help: "Choose the next neighbor.", action: .next),
        Binding(
          [.backTab, .left, .character("h")], label: "", help: "The neighbor before.",
          inFooter: false, action: .previous),
        Binding([.enter], label: "go there", help: "The chosen neighbor's page.", action: .open),
        Binding(
          [.character("k")], label: "keep", help: "Keep this word for practice.", action: .keep),
        Binding(
          [.escape, .character("q")], label: "back", help: "To the word before, or out.",
          action: .back),
      ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    let neighbors = world.library.lexicon.neighbors(of: word)
    switch action {
    case .move(let move):
      let area = Layout(size: world.size).area()
      scroll = move.applied(
        to: scroll, count: content(world, area).lines.count - area.rows + 1, page: area.rows - 1)
    case .next:
      // The neighbors stand at the top.
      scroll = 0
      neighbor = neighbors.isEmpty ? 0 : (neighbor + 1) % neighbors.count
    case .previous:
      scroll = 0
      neighbor = neighbors.isEmpty ? 0 : (neighbor + neighbors.count - 1) % neighbors.count
    case .open:
      guard neighbors.indices.contains(neighbor) else { return [] }
      trail.append(word)
      show(neighbors[neighbor].word)
    case .keep: return [.append(.kept(Keeping(word: word)))]
    case .back:
      guard let last = trail.popLast() else { return [.close] }
      show(last)
    }
    return []
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    [.notice("Kept. \(world.text(word)) comes up in practice.")]
  }

  private mutating func show(_ word: WordID) {
    self.word = word
    neighbor = 0
    scroll = 0
  }
}
