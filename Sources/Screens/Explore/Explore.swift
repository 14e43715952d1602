import EmotionCore
import Terminal

/// Browsing: a taxonomy as columns, or a search over all words.
struct Explore: Scene {
  enum Purpose: Equatable {
    /// To look around: a word opens its page.
    case browse
    /// To name a feeling: what is chosen becomes a cue.
    case cue
  }

  enum Action {
    case move(Move)
    case deeper
    case back
    case take
    case search
    case lenses
    case plane
    case leave
  }

  let purpose: Purpose
  /// The chosen row in each open column; the first column is the lenses.
  private(set) var path = [0]
  /// The search, nil while browsing.
  private(set) var search: TextField?
  private(set) var row = 0

  init(purpose: Purpose) { self.purpose = purpose }

  var isWide: Bool { true }
  var typing: Typing { search == nil ? .none : .word }
  var typed: Typed? { search.map { .word($0.text) } }
  mutating func heard() { search = TextField() }

  func bindings(_ world: World) -> [Binding<Action>] {
    let take = purpose == .cue ? "this one" : "open"
    guard search == nil else {
      return [
        Binding([.enter], label: take, help: "The chosen word.", action: .take)
      ]
        + Move.bindings("choose", help: "Another word.", letters: false, Action.move)
        + [Binding([.escape], label: "columns", help: "Back to the columns.", action: .back)]
    }
    return Move.bindings("choose", help: "Another word of the column.", Action.move)
      + [
        Binding(
          [.right, .character("l")], shown: "←→", label: "columns", help: "Into the branch.",
          action: .deeper),
        Binding(
          [.enter], label: take,
          help: purpose == .cue
            ? "Add the word, or the branch, as a cue." : "The chosen word's page.",
          action: .take),
        Binding(
          [.character("/")], label: "search", help: "Find a word by typing.", action: .search),
        Binding(
          [.character("p")], label: "plane", help: "The words on a map.", action: .plane),
        Binding(
          [.character("w")], label: "top", help: "Back to the list of orders.",
          inFooter: false, action: .lenses),
        Binding(
          [.escape, .left, .character("h")], label: "back",
          help: "Out of the branch; at the top, leave.", inFooter: false, action: .back),
        Binding(
          [.character("q")], label: "leave", help: "Leave.", inFooter: false, action: .leave),
      ]
  }

  func results(_ world: World) -> [Word] { world.library.lexicon.search(search?.text ?? "") }

  // MARK: What keys do

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .move(let move):
      if search != nil {
        row = move.applied(to: row, count: results(world).count)
      } else if let column = columns(world).last, let last = path.last {
        path[path.count - 1] = move.applied(to: last, count: column.count)
      }
    case .deeper:
      guard let node = chosen(world) else { return [] }
      if node.kind == .plane { return [.open(.plane(PlaneMap(purpose: purpose)))] }
      if children(of: node, world).isEmpty { return node.word.map(open) ?? [] }
      path.append(0)
    case .back:
      if search != nil {
        search = nil
      } else if path.count > 1 {
        path.removeLast()
      } else {
        return [.close]
      }
    case .take: return take(world)
    case .search:
      search = TextField()
      row = 0
    case .lenses: path = [path[0]]
    case .plane: return [.open(.plane(PlaneMap(purpose: purpose)))]
    case .leave: return [.close]
    }
    return []
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    guard var field = search else { return [] }
    guard key != .character(" ") || !field.isEmpty else { return [] }
    if field.handle(key) { row = 0 }
    search = field
    return []
  }

  private mutating func take(_ world: World) -> [Command] {
    if search != nil {
      let results = results(world)
      guard results.indices.contains(row) else {
        return [.notice("No such word. Try its beginning, or Esc for the columns.")]
      }
      return open(results[row].id)
    }
    guard let node = chosen(world) else { return [] }
    switch node.kind {
    case .plane: return [.open(.plane(PlaneMap(purpose: purpose)))]
    case .families, .taxonomy: path.append(0)
    case .branch:
      if purpose == .cue, !node.children.isEmpty {
        return [.choose(.branch(label: node.text, words: node.words))]
      }
      if node.children.isEmpty, let word = node.word { return open(word) }
      path.append(0)
    }
    return []
  }

  private func open(_ word: WordID) -> [Command] {
    purpose == .cue ? [.choose(.word(word))] : [.open(.word(WordPage(word)))]
  }
}
