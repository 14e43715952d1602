/// There is enough of everything: rules about the whole rather than about an entry.
extension ContentCheck {
  /// Few enough to be looked through, enough to tell a word from more than one other.
  static let neighborCount = 2...6
  static let situationsPerWord = 3
  /// About 650 distinct words stand in the published sets.
  static let leastWords = 600
  static let leastVagueWords = 45

  func coverageProblems() -> [ContentProblem] {
    var found = Findings()
    let answers = Dictionary(
      grouping: situations.compactMap(\.element.fits.first), by: \.self
    ).mapValues(\.count)
    for entry in words {
      let id = entry.element.id
      found.look(at: entry.file, id)
      let neighbors = Set(lexicon.neighbors(of: id).map(\.word)).count
      found.require(
        Self.neighborCount.contains(neighbors), "contrasts", "has \(neighbors), not 2 to 6")
      let count = answers[id] ?? 0
      found.require(
        count >= Self.situationsPerWord, "situations",
        "has \(count), not \(Self.situationsPerWord) or more")
    }
    found.look(at: "words")
    found.require(
      words.count >= Self.leastWords, nil, "has \(words.count), not \(Self.leastWords) or more")
    found.look(at: "vague.json")
    found.require(
      vagueWords.count >= Self.leastVagueWords, nil,
      "has \(vagueWords.count), not \(Self.leastVagueWords) or more")
    for id in Self.essentialVagueWords {
      found.require(vagueWords.contains { $0.element.id == id }, id, "is missing")
    }
    for set in PublishedSet.all {
      found.look(at: "taxonomies/\(set.id).json")
      found.require(taxonomies.contains { $0.element.id == set.id }, nil, "is missing")
    }
    found.look(at: "stories.json")
    found.require(!storyLists.isEmpty, nil, "is missing")
    found.look(at: "norms.json")
    found.require(!norms.isEmpty, nil, "is missing")
    return found.problems + unusedAppraisalValues()
  }
}
