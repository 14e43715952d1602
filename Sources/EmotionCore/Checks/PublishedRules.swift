/// The published taxonomies are whole.
extension ContentCheck {
  func publishedProblems() -> [ContentProblem] {
    var found = Findings()
    for entry in taxonomies {
      let taxonomy = entry.element
      found.look(at: entry.file, taxonomy.id)
      guard let published = PublishedSet.all.first(where: { $0.id == taxonomy.id }) else {
        found.require(false, "id", "is not among the published sets of PublishedSet.swift")
        continue
      }
      found.requireSize("tree", taxonomy.tree.levelSizes, published.levels)
      if !published.branches.isEmpty {
        for (root, size) in zip(taxonomy.tree, published.branches) {
          found.requireSize("tree.\(root.text)", (root.children ?? []).levelSizes, size)
        }
      }
      found.requireSize("plane", [(taxonomy.plane ?? []).count], [published.points])
      found.requireSize("blends", [(taxonomy.blends ?? []).count], [published.blends])
      found.requireSize("opposites", [(taxonomy.opposites ?? []).count], [published.opposites])
      found.requireSize("needs", (taxonomy.needs ?? []).map(\.needs.count), published.needGroups)
      requireShape(of: taxonomy, &found)
    }
    return found.problems
  }

  /// What is peculiar to a set.
  private func requireShape(of taxonomy: Taxonomy, _ found: inout Findings) {
    switch taxonomy.id {
    case "willcox":
      for middle in taxonomy.tree.below {
        found.requireSize("tree.\(middle.text)", (middle.children ?? []).levelSizes, [1])
      }
    case "ekman":
      for state in taxonomy.tree.below {
        found.require(state.range != nil, "tree.\(state.text)", "has no range")
      }
    case "plutchik": requirePlutchik(taxonomy, &found)
    case "plane-100":
      // Ten columns and ten rows, with their middles at -0.9, -0.7 … 0.9.
      let points = taxonomy.plane ?? []
      let cells = points.map { [Self.hundredths($0.pleasantness), Self.hundredths($0.energy)] }
      let lines = Set(stride(from: -90.0, through: 90, by: 20))
      for (point, cell) in zip(points, cells) {
        found.require(
          lines.isSuperset(of: cell), "plane.\(point.word ?? "")", "is not on the 10 by 10 grid")
      }
      found.require(repeated(cells).isEmpty, "plane", "has two words in one place of the grid")
    default: break
    }
  }

  private func requirePlutchik(_ taxonomy: Taxonomy, _ found: inout Findings) {
    let blends = taxonomy.blends ?? []
    let petals = taxonomy.tree.compactMap(\.word)
    let opposites = (taxonomy.opposites ?? []).map { Set($0) }
    for (level, count) in [(1, 8), (2, 8), (3, 8), (4, 4)] {
      let actual = blends.count { $0.level == level }
      found.require(
        actual == count, "blends", "has \(actual) of level \(level), not \(count) as published")
    }
    found.require(
      repeated(blends.map { Set($0.of) }).isEmpty, "blends", "make something of one pair twice")
    found.require(
      Set(blends.flatMap(\.of)) == Set(petals), "blends", "are not of the eight petals")
    found.require(
      opposites.flatMap(\.self).sorted() == petals.sorted(), "opposites",
      "do not set every petal against one other")
    found.require(
      Set(blends.filter { $0.level == 4 }.map { Set($0.of) }) == Set(opposites), "blends",
      "of the fourth level are not of opposites")
  }

  private static func hundredths(_ coordinate: Double) -> Double { (coordinate * 100).rounded() }
}

extension Findings {
  fileprivate mutating func requireSize(_ field: String, _ size: [Int], _ published: [Int]) {
    func text(_ size: [Int]) -> String {
      size.isEmpty ? "none" : size.map(String.init).joined(separator: " / ")
    }
    require(size == published, field, "has \(text(size)), not \(text(published)) as published")
  }
}

extension [Taxonomy.Node] {
  fileprivate var below: [Taxonomy.Node] { flatMap { $0.children ?? [] } }

  /// How many places each level has.
  fileprivate var levelSizes: [Int] { isEmpty ? [] : [count] + below.levelSizes }
}
