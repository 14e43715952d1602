/// What every text of `Data/` keeps to, whatever it is about.
extension ContentCheck {
  static let sentenceLength = 25

  func textProblems() -> [ContentProblem] {
    var found = Findings()
    for file in files {
      file.element.visitTexts { text, id, field in
        found.look(at: file.file, id)
        found.require(
          text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }, field,
          "is not printable ASCII: “\(text)”")
        found.require(
          !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  "), field,
          "has spaces to spare: “\(text)”")
        let longest = Prose(text).sentenceLengths.max() ?? 0
        found.require(
          longest <= Self.sentenceLength, field,
          "has a sentence of \(longest) words: 25 are the most that read easily")
      }
    }
    return found.problems + repeatedTexts()
  }

  /// What is said of one thing is not said of another in the same words.
  private func repeatedTexts() -> [ContentProblem] {
    var found = Findings()
    var places: [String: String] = [:]
    func once(_ text: String, _ file: String, _ id: String, _ field: String) {
      found.look(at: file, id)
      found.require(places[text] == nil, field, "is the text of \(places[text] ?? "") too")
      places[text] = "Data/\(file): \(id): \(field)"
    }
    for word in words { once(word.element.meaning, word.file, word.element.id, "meaning") }
    for contrast in contrasts {
      for (word, line) in contrast.element.lines {
        once(line, contrast.file, contrast.element.name, word)
      }
    }
    for situation in situations {
      once(situation.element.text, situation.file, situation.element.id, "text")
    }
    for vague in vagueWords {
      for finer in vague.element.finer {
        once(finer.because, vague.file, vague.element.id, "finer.\(finer.word).because")
      }
    }
    return found.problems
  }
}

extension JSON {
  /// Every text in it, names of fields too, with the entry it belongs to and where in that it
  /// stands: "near.glad", "finer.3.because".
  func visitTexts(
    id: String? = nil, field: [String] = [],
    _ visit: (_ text: String, _ id: String?, _ field: String?) -> Void
  ) {
    let path = field.isEmpty ? nil : field.joined(separator: ".")
    switch self {
    case .null, .bool, .number: break
    case .string(let text): visit(text, id, path)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        element.visitTexts(id: id, field: field + ["\(index + 1)"], visit)
      }
    case .object(let members):
      var id = id
      var field = field
      if case .string(let own)? = members.first(where: { $0.key == "id" })?.value {
        (id, field) = (own, [])
      }
      for member in members {
        visit(member.key, id, path)
        member.value.visitTexts(id: id, field: field + [member.key], visit)
      }
    }
  }
}
