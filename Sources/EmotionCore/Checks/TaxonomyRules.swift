/// The places of every taxonomy are words that we have. A tree holds its children, so that it
/// cannot lead back to itself.
extension ContentCheck {
  func taxonomyProblems() -> [ContentProblem] {
    var found = Findings()
    let twice = repeated(taxonomies.map(\.element.id))
    for entry in taxonomies {
      let taxonomy = entry.element
      found.look(at: entry.file, taxonomy.id)
      found.require(
        Prose.isIdentifier(taxonomy.id, withDigits: true), "id",
        "is not lower-case words joined by hyphens")
      found.require(!twice.contains(taxonomy.id), "id", "stands twice")
      found.require(
        entry.file == "taxonomies/\(taxonomy.id).json", "id", "is not the name of the file")
      found.require((1900...2100).contains(taxonomy.year), "year", "is \(taxonomy.year)")
      for (field, text) in [
        ("name", taxonomy.name), ("authors", taxonomy.authors), ("source", taxonomy.source),
        ("goodFor", taxonomy.goodFor),
      ] {
        found.require(!text.isEmpty, field, "is empty")
      }
      requireSlots(taxonomy.tree, &found)
      requireBlends(of: taxonomy, &found)
      requirePoints(of: taxonomy, &found)
    }
    return found.problems
  }

  private func requireSlots(_ nodes: [Taxonomy.Node], _ found: inout Findings) {
    let vague = Set(vagueWords.map(\.element.id))
    for node in nodes {
      let field = "tree.\(node.text)"
      if let word = node.word { found.require(wordIDs.contains(word), field, "is unknown") }
      if let word = node.vague { found.require(vague.contains(word), field, "is unknown") }
      found.require(
        node.word == nil || node.vague == nil, field, "is a word and a vague word: choose one")
      if node.word == nil, node.vague == nil {
        found.require(
          !node.text.isEmpty && node.children?.isEmpty == false, field,
          "is neither a word nor a heading with words below it")
      }
      found.require(node.label != "", field, "has an empty label: leave it out")
      if let range = node.range {
        found.require(
          range.count == 2 && range.allSatisfy((1...10).contains) && range[0] <= range[1], field,
          "has the range \(range), not a weakest and a strongest from 1 to 10")
      }
      requireSlots(node.children ?? [], &found)
    }
  }

  private func requireBlends(of taxonomy: Taxonomy, _ found: inout Findings) {
    for blend in taxonomy.blends ?? [] {
      let all = [blend.word] + blend.of
      let field = "blends.\(blend.word)"
      found.require(all.count == 3 && repeated(all).isEmpty, field, "is not of two other words")
      for word in all { found.require(wordIDs.contains(word), field, "“\(word)” is unknown") }
    }
    for pair in taxonomy.opposites ?? [] {
      found.require(
        pair.count == 2 && repeated(pair).isEmpty, "opposites", "\(pair) is not two words")
      for word in pair {
        found.require(wordIDs.contains(word), "opposites", "“\(word)” is unknown")
      }
    }
  }

  private func requirePoints(of taxonomy: Taxonomy, _ found: inout Findings) {
    for point in taxonomy.plane ?? [] {
      let field = "plane.\(point.word ?? point.label ?? "")"
      found.require(
        (-1...1).contains(point.pleasantness) && (-1...1).contains(point.energy), field,
        "lies outside the plane, -1 to 1 each way")
      if let word = point.word { found.require(wordIDs.contains(word), field, "is unknown") }
      found.require(
        point.word != nil || point.label?.isEmpty == false, field, "has neither word nor label")
    }
  }
}
