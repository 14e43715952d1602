import EmotionCore

/// The columns: first the lenses, then the branches of one of them.
extension Explore {
  struct Node: Equatable {
    enum Kind: Equatable {
      /// Our own families, each from weak to strong.
      case families
      /// The map, a screen of its own.
      case plane
      case taxonomy(Int)
      /// A place within a lens.
      case branch
    }

    let text: String
    var kind = Kind.branch
    var word: WordID?
    /// What is said of it where it is not a word.
    var about = ""
    var children: [Node] = []

    /// True where nothing lies behind it but a word's page.
    var isLeaf: Bool { kind == .branch && children.isEmpty }
    var words: [WordID] { (word.map { [$0] } ?? []) + children.flatMap(\.words) }
  }

  /// The open columns, from the lenses to the deepest.
  func columns(_ world: World) -> [[Node]] {
    var columns = [lenses(world)]
    for row in path.dropLast() {
      guard let last = columns.last, last.indices.contains(row) else { break }
      columns.append(children(of: last[row], world))
    }
    return columns
  }

  func chosen(_ world: World) -> Node? {
    guard let column = columns(world).last, let row = path.last, column.indices.contains(row)
    else { return nil }
    return column[row]
  }

  func children(of node: Node, _ world: World) -> [Node] {
    switch node.kind {
    case .families: families(world)
    case .plane: []
    case .taxonomy(let index): world.library.taxonomies[index].nodes
    case .branch: node.children
    }
  }

  private func lenses(_ world: World) -> [Node] {
    [
      Node(
        text: "families", kind: .families,
        about: "Twelve regions of feeling, each from weak to strong."),
      Node(
        text: "the plane", kind: .plane,
        about: "All words on a map: how pleasant, and with how much energy."),
    ]
      + world.library.taxonomies.enumerated().map { index, taxonomy in
        Node(
          text: taxonomy.name, kind: .taxonomy(index),
          about: "\(taxonomy.goodFor) \(taxonomy.authors), \(taxonomy.year).")
      }
  }

  private func families(_ world: World) -> [Node] {
    let byFamily = Dictionary(grouping: world.library.lexicon.words, by: \.family)
    return world.library.families.map { family in
      let words = (byFamily[family.id] ?? [])
        .sorted { ($0.strength, $0.word) < ($1.strength, $1.word) }
      return Node(
        text: family.name, about: family.about,
        children: words.map { Node(text: "\($0.strength) \($0.word)", word: $0.id) })
    }
  }
}

extension Taxonomy {
  fileprivate var nodes: [Explore.Node] {
    var nodes = tree.map(Explore.Node.init)
    if let blends {
      nodes.append(
        Explore.Node(
          text: "blends", about: "words made of two others",
          children: blends.map { blend in
            Explore.Node(
              text: blend.label ?? Explore.Node.spelled(blend.word), word: blend.word)
          }))
    }
    if let plane { nodes += Quadrant.allCases.map { $0.node(plane) } }
    return nodes
  }
}

extension Explore.Node {
  fileprivate init(_ node: Taxonomy.Node) {
    let range = node.range.map { "  " + $0.map(String.init).joined(separator: "–") } ?? ""
    self.init(
      text: node.text + range, word: node.word,
      about: node.vague == nil ? "" : "a first word; what lies under it is to the right",
      children: (node.children ?? []).map(Explore.Node.init))
  }

  static func spelled(_ id: WordID) -> String {
    id.split(separator: "-").joined(separator: " ")
  }
}

/// A taxonomy that is a plane, cut in four for the columns.
private enum Quadrant: String, CaseIterable {
  case stirredPleasant = "stirred up, pleasant"
  case stillPleasant = "still, pleasant"
  case stirredUnpleasant = "stirred up, unpleasant"
  case stillUnpleasant = "still, unpleasant"

  private func holds(_ point: Taxonomy.Point) -> Bool {
    switch self {
    case .stirredPleasant: point.pleasantness >= 0 && point.energy >= 0
    case .stillPleasant: point.pleasantness >= 0 && point.energy < 0
    case .stirredUnpleasant: point.pleasantness < 0 && point.energy >= 0
    case .stillUnpleasant: point.pleasantness < 0 && point.energy < 0
    }
  }

  func node(_ points: [Taxonomy.Point]) -> Explore.Node {
    Explore.Node(
      text: rawValue, about: "a quarter of the plane",
      children: points.filter(holds).compactMap { point in
        point.word.map {
          Explore.Node(text: point.label ?? Explore.Node.spelled($0), word: $0)
        }
      })
  }
}
