/// What the families keep to, and the ladders of strength within them.
extension ContentCheck {
  static let familyCount = 8...12
  /// Of the five strengths, how many a family needs so that its ladder says something.
  static let strengthsPerFamily = 4

  func familyProblems() -> [ContentProblem] {
    var found = Findings()
    found.look(at: "families.json")
    let families = library.families
    found.require(
      Self.familyCount.contains(families.count), nil, "has \(families.count) families, not 8 to 12")
    for id in repeated(families.map(\.id)).sorted() {
      found.require(false, id, "stands twice")
    }
    for family in families {
      found.look(at: "families.json", family.id)
      found.require(
        Prose.isIdentifier(family.id), "id", "is not lower-case words joined by hyphens")
      found.require(!family.name.isEmpty, "name", "is empty")
      found.require(!family.about.isEmpty, "about", "is empty")
      let strengths = Set(
        words.filter { $0.element.family == family.id }.map(\.element.strength))
      found.require(
        strengths.count >= Self.strengthsPerFamily, nil,
        "has words of the strengths \(strengths.sorted()), not of 4 or more of the 5")
    }
    requireLadders(&found)
    return found.problems
  }

  /// From each word one step at a time goes up, and the word is on its own ladder.
  private func requireLadders(_ found: inout Findings) {
    for entry in words {
      let ladder = lexicon.ladder(of: entry.element)
      found.look(at: entry.file, entry.element.id)
      found.require(
        ladder.contains(entry.element)
          && zip(ladder, ladder.dropFirst()).allSatisfy { $0.strength < $1.strength },
        "strength", "does not place it on a ladder that rises")
    }
  }
}
