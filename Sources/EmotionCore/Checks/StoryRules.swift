/// Words that say what someone did lead to what may be felt underneath.
extension ContentCheck {
  static let underneathCount = 2...4
  /// How many such words the teaching material of nonviolent communication lists.
  static let storyListCount = 55

  func storyProblems() -> [ContentProblem] {
    var found = Findings()
    for entry in words {
      guard let story = entry.element.story else { continue }
      found.look(at: entry.file, entry.element.id)
      found.require(!story.says.isEmpty, "story.says", "is empty")
      found.requireList(
        "story.underneath", story.underneath, Self.underneathCount, known: wordIDs)
      found.require(
        !story.underneath.contains(entry.element.id), "story.underneath", "has the word itself")
    }
    for list in storyLists {
      for entry in list.element.words {
        found.look(at: list.file, entry.word)
        found.require(wordIDs.contains(entry.word), "word", "is unknown")
        found.require(entry.label != "", "label", "is empty: leave it out")
        if let word = lexicon[entry.word] {
          found.require(
            word.story != nil, nil, "has no story in words/\(word.family).json: write one")
        }
      }
      found.look(at: list.file)
      let ids = list.element.words.map(\.word)
      for word in repeated(ids).sorted() { found.require(false, "words", "has “\(word)” twice") }
      found.require(
        ids.count == Self.storyListCount, "words",
        "has \(ids.count) words, not \(Self.storyListCount) as published")
      found.require(!list.element.source.isEmpty, "source", "is empty")
    }
    return found.problems
  }
}
