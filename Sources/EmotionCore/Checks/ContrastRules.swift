/// What every record of `Data/contrasts/` keeps to.
extension ContentCheck {
  /// So that a line is read at one glance.
  static let contrastLength = 1...16

  func contrastProblems() -> [ContentProblem] {
    var found = Findings()
    var places: [String: String] = [:]
    for entry in contrasts {
      let pair = entry.element.name
      found.look(at: entry.file, pair)
      if let place = places[pair] {
        found.require(false, nil, "stands in Data/\(place) too: one record is enough for both")
      }
      places[pair] = entry.file
      for (word, line) in entry.element.lines {
        found.require(wordIDs.contains(word), word, "is unknown")
        let prose = Prose(line)
        found.require(
          Self.contrastLength.contains(prose.wordCount), word,
          "has \(prose.wordCount) words, not 1 to 16")
        if let used = traces[word]?.found(in: prose) {
          found.require(false, word, "uses “\(used)”: write it without the word")
        }
      }
    }
    return found.problems
  }
}

extension Contrast {
  /// "joyful/sad"
  var name: String { lines.map(\.word).joined(separator: "/") }
}
