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
    case lens
    case leave
  }

  let purpose: Purpose
  /// Which taxonomy is looked through.
  private(set) var lens = 0
  /// The chosen row in each open column.
  private(set) var path = [0]
  /// The search, nil while browsing.
  private(set) var search: TextField?
  private(set) var row = 0

  init(purpose: Purpose) { self.purpose = purpose }

  var typing: Typing { search == nil ? .none : .word }

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
          [.left, .character("h")], label: "", help: "Out of the branch.", inFooter: false,
          action: .back),
        Binding(
          [.enter], label: take,
          help: purpose == .cue
            ? "Add the word, or the branch, as a cue." : "The chosen word's page.",
          action: .take),
        Binding(
          [.character("/")], label: "search", help: "Find a word by typing.", action: .search),
        Binding(
          [.character("w")], label: "taxonomy", help: "Look through another taxonomy.",
          action: .lens),
        Binding(
          [.escape, .character("q")], label: "back", help: "Leave.", inFooter: false,
          action: .leave),
      ]
  }

  // MARK: The tree

  /// A node of the tree shown: the taxonomy's own, or its blends under a heading.
  struct Node: Equatable {
    let text: String
    let word: WordID?
    let vague: String?
    let children: [Node]

    init(_ node: Taxonomy.Node) {
      text = node.text
      word = node.word
      vague = node.vague
      children = (node.children ?? []).map(Node.init)
    }

    init(_ blend: Taxonomy.Blend) {
      text = blend.label ?? blend.word
      word = blend.word
      vague = nil
      children = []
    }

    init(text: String, children: [Node]) {
      self.text = text
      word = nil
      vague = nil
      self.children = children
    }

    var words: [WordID] { (word.map { [$0] } ?? []) + children.flatMap(\.words) }
  }

  func taxonomy(_ world: World) -> Taxonomy? {
    let all = world.library.taxonomies
    return all.isEmpty ? nil : all[lens % all.count]
  }

  /// The open columns, from the root to the deepest.
  func columns(_ world: World) -> [[Node]] {
    guard let taxonomy = taxonomy(world) else { return [] }
    var roots = taxonomy.tree.map(Node.init)
    if let blends = taxonomy.blends {
      roots.append(Node(text: "blends", children: blends.map(Node.init)))
    }
    var columns = [roots]
    for row in path.dropLast() {
      guard let last = columns.last, last.indices.contains(row) else { break }
      columns.append(last[row].children)
    }
    return columns
  }

  func chosen(_ world: World) -> Node? {
    guard let column = columns(world).last, let row = path.last, column.indices.contains(row)
    else { return nil }
    return column[row]
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
      if node.children.isEmpty { return node.word.map(open) ?? [] }
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
    case .lens:
      lens += 1
      path = [0]
    case .leave: return [.close]
    }
    return []
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    guard var field = search else { return [] }
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
    if purpose == .cue, !node.children.isEmpty {
      return [.choose(.branch(label: node.text, words: node.words))]
    }
    if let word = node.word { return open(word) }
    path.append(0)
    return []
  }

  private func open(_ word: WordID) -> [Command] {
    purpose == .cue ? [.choose(.word(word))] : [.open(.word(WordPage(word)))]
  }
}
