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
  /// The event that put this word into practice on this visit.
  private var kept: String?

  init(_ word: WordID) { self.word = word }

  var isWide: Bool { true }

  func bindings(_ world: World) -> [Binding<Action>] {
    Move.bindings("scroll", help: "Read on.", Action.move)
      + [
        Binding(
          [.tab, .right, .character("l")], shown: "Tab", label: "neighbor",
          help: "Choose the next neighbor.", action: .next),
        Binding(
          [.backTab, .left, .character("h")], label: "", help: "The neighbor before.",
          inFooter: false, action: .previous),
        Binding([.enter], label: "open", help: "The chosen neighbor's page.", action: .open),
        Binding(
          [.character("p")], label: kept == nil ? "practice it" : "leave it out",
          help: "Put this word into practice; once more takes it out.", action: .keep),
        Binding(
          [.escape, .character("q")], label: "back", help: "To the word before, or out.",
          action: .back),
      ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    let neighbors = world.library.lexicon.neighbors(of: word)
    switch action {
    case .move(let move):
      let area = Layout(size: world.size, isWide: isWide).area()
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
    case .keep:
      if let kept { return [.undo(kept)] }
      guard !world.ledger.enrolled.contains(word) else {
        return [.notice("\(world.text(word)) is in practice already.")]
      }
      return [.append(.kept(Keeping(word: word)))]
    case .back:
      guard let last = trail.popLast() else { return [.close] }
      show(last)
    }
    return []
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    kept = kept == nil ? id : nil
    return [
      .notice(
        kept == nil
          ? "\(world.text(word)) is out of practice again."
          : "\(world.text(word)) comes up in practice.")
    ]
  }

  private mutating func show(_ word: WordID) {
    self.word = word
    kept = nil
    neighbor = 0
    scroll = 0
  }
}
