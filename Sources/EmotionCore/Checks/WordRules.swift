/// What every entry of `Data/words/` keeps to.
extension ContentCheck {
  /// A body and needs that a person can take in at a glance.
  static let bodyCount = 2...5
  static let needCount = 1...4
  /// Under 20 words a meaning, says the guide to the content.
  static let meaningLength = 1...20

  /// Words that are not written as their identifier with spaces.
  static let writtenOtherwise: [WordID: String] = [
    "clear-headed": "clear-headed", "fomo": "FOMO", "happy-for": "happy for someone",
    "heavy-hearted": "heavy-hearted", "self-assured": "self-assured",
    "self-conscious": "self-conscious", "self-critical": "self-critical",
  ]

  func wordProblems() -> [ContentProblem] {
    var found = Findings()
    let twice = repeated(words.map(\.element.id))
    let families = Set(library.families.map(\.id))
    let signals = Set(library.body.flatMap(\.signals).map(\.id))
    let needs = Set(library.needs.flatMap(\.needs).map(\.id))
    for entry in words {
      let word = entry.element
      found.look(at: entry.file, word.id)
      found.require(
        Prose.isIdentifier(word.id), "id", "is not lower-case words joined by hyphens")
      found.require(!twice.contains(word.id), "id", "stands twice: an id belongs to one word")
      let written = Self.writtenOtherwise[word.id] ?? Spelling.spaced(word.id)
      found.require(
        word.word == written, "word", "is “\(word.word)”, and the id says “\(written)”")
      found.require(families.contains(word.family), "family", "“\(word.family)” is unknown")
      found.require(
        entry.file == "words/\(word.family).json", "family",
        "is “\(word.family)”: move the word to words/\(word.family).json")
      requireTexts(of: word, &found)
      requireNumbers(of: word, &found)
      found.requireList("body", word.body, Self.bodyCount, known: signals)
      found.requireList("needs", word.needs, Self.needCount, known: needs)
    }
    return found.problems
  }

  private func requireTexts(of word: Word, _ found: inout Findings) {
    let meaning = Prose(word.meaning)
    found.require(
      Self.meaningLength.contains(meaning.wordCount), "meaning",
      "has \(meaning.wordCount) words, not 1 to 20")
    if let used = traces[word.id]?.found(in: meaning) {
      found.require(false, "meaning", "uses “\(used)”: write it without the word")
    }
    found.require(!word.say.isEmpty, "say", "is empty")
    found.require(!word.urge.isEmpty, "urge", "is empty")
    found.require(word.sense != "", "sense", "is empty: leave it out")
    found.require(word.noun != "", "noun", "is empty: leave it out")
    found.require(word.adjective != "", "adjective", "is empty: leave it out")
    found.require(!(word.forms ?? []).contains(""), "forms", "has an empty one")
  }

  private func requireNumbers(of word: Word, _ found: inout Findings) {
    for (field, number) in [("strength", word.strength), ("everyday", word.everyday)] {
      found.require((1...5).contains(number), field, "is \(number), not 1 to 5")
    }
    for (field, number) in [("pleasantness", word.pleasantness), ("energy", word.energy)] {
      found.require((-1...1).contains(number), field, "is \(number), not -1 to 1")
    }
  }
}

extension Findings {
  /// A list of identifiers: as many as there should be, all known, none twice.
  mutating func requireList(
    _ field: String, _ ids: [String], _ count: ClosedRange<Int>, known: Set<String>
  ) {
    require(
      count.contains(ids.count), field,
      "has \(ids.count), not \(count.lowerBound) to \(count.upperBound)")
    requireOnceAndKnown(field, ids, known: known)
  }

  mutating func requireOnceAndKnown(_ field: String?, _ ids: [String], known: Set<String>) {
    for id in repeated(ids).sorted() { require(false, field, "has “\(id)” twice") }
    for id in ids { require(known.contains(id), field, "“\(id)” is unknown") }
  }
}

extension Spelling {
  /// An identifier as it is written: "let-down" is "let down".
  static func spaced(_ id: String) -> String { id.split(separator: "-").joined(separator: " ") }
}
