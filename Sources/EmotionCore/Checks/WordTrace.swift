/// Finds a word in a text in whatever form it hides: "worry", "worried", "worrying".
struct WordTrace {
  private let phrases: [[String]]
  private let singles: [(word: String, root: String)]

  init(_ word: Word) {
    let spellings = word.spellings.map { Prose($0).tokens }
    phrases = spellings.filter { $0.count > 1 }
    singles = spellings.filter { $0.count == 1 }.flatMap(\.self).map { ($0, Self.root($0)) }
  }

  /// What in the text is the word, one of its forms, or begins with its root; nil when nothing is.
  func found(in text: Prose) -> String? {
    for token in text.tokens {
      let isUsed = singles.contains { word, root in
        token == word || (root.utf8.count >= 4 && token.hasPrefix(root))
      }
      if isUsed { return token }
    }
    let sentence = " " + text.tokens.joined(separator: " ") + " "
    return phrases.lazy.map { $0.joined(separator: " ") }
      .first { Spelling.contains(sentence, " \($0) ") }
  }

  /// The longest endings first, so that "fulness" goes before "ness".
  private static let endings = [
    "fulness", "iousness", "edness", "ness", "fully", "ating", "ation", "ated", "iness", "ious",
    "eous", "ful", "ing", "ity", "ed", "ly", "ment", "ous", "less", "ive", "ance", "ent", "ant",
    "al", "y", "e",
  ]

  /// The word without its ending, where at least four letters remain.
  static func root(_ word: String) -> String {
    let ending = endings.first { word.hasSuffix($0) && word.utf8.count - $0.utf8.count >= 4 }
    return String(word.dropLast(ending?.count ?? 0))
  }
}
