import EmotionCore

/// Finding a word in a text in whatever form it hides: "worry", "worried", "worrying".
enum Root {
  /// The longest endings first, so that "fulness" goes before "ness".
  private static let endings = [
    "fulness", "iousness", "edness", "ness", "fully", "ating", "ation", "ated", "iness", "ious",
    "eous", "ful", "ing", "ity", "ed", "ly", "ment", "ous", "less", "ive", "ance", "ent", "ant",
    "al", "y", "e",
  ]

  /// The word without its ending, where at least four letters remain.
  static func of(_ word: String) -> String {
    let ending = endings.first { word.hasSuffix($0) && word.count - $0.count >= 4 }
    return String(word.dropLast(ending?.count ?? 0))
  }

  /// The spelling of `word` that `text` uses, or whose root it uses.
  static func spelling(of word: Word, in text: String) -> String? {
    let tokens = words(in: text)
    let sentence = " " + tokens.joined(separator: " ") + " "
    return word.spellings.first { spelling in
      let phrase = words(in: spelling)
      guard let only = phrase.first, phrase.count == 1 else {
        return sentence.contains(" " + phrase.joined(separator: " ") + " ")
      }
      let root = of(only)
      return tokens.contains { $0 == only || (root.count >= 4 && $0.hasPrefix(root)) }
    }
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !("a"..."z").contains($0) && $0 != "'" }.map(String.init)
  }
}
