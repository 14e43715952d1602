extension CheckIn.Feeling {
  /// Characters that a word of one's own has at the most.
  public static let longestOwnWord = 40

  /// A feeling in a person's own word: the lexicon's, where it has it under some spelling, else as
  /// it was written, without control characters and spaces to spare.
  /// - Parameter strength: 1…5.
  /// - Returns: nil for a text without any letter or sign, and for one that is too long.
  public init?(own text: String, lexicon: Lexicon, strength: Int = 3) {
    let visible = text.map { character -> Character in
      character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? " " : character
    }
    let written = String(visible).split(separator: " ").joined(separator: " ")
    // A letter with a hundred marks on it is one character and takes as long as a hundred.
    guard !written.isEmpty, written.count <= Self.longestOwnWord,
      written.unicodeScalars.count <= 2 * Self.longestOwnWord
    else { return nil }
    if let word = lexicon.word(spelled: written) {
      self.init(id: word.id, word: word.word, strength: strength)
      return
    }
    let normalized = Spelling.normalized(written)
    // A word of signs alone, an emoji for example, is its own name, as it is in imports.
    let id = (normalized.isEmpty ? written : normalized).map { " /".contains($0) ? "-" : $0 }
    self.init(id: String(id), word: written, strength: strength)
  }
}
