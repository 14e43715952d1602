import Testing

/// Fails, saying where in `Data/` and what, unless the rule holds.
func rule(
  _ holds: Bool, _ file: String, _ id: String, _ field: String,
  _ complaint: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !holds else { return }
  Issue.record("Data/\(file): \(id): \(field): \(complaint())", sourceLocation: sourceLocation)
}

/// How many words a text has.
func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

/// The elements that occur more than once, each once.
func repeated<Element: Hashable>(_ elements: [Element]) -> Set<Element> {
  var seen: Set<Element> = []
  return Set(elements.filter { !seen.insert($0).inserted })
}

/// Whether `text` is lower-case words joined by hyphens.
func isIdentifier(_ text: String) -> Bool {
  text.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil
}
