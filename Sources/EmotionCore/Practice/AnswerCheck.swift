public import SpacedRepetition

/// What came of an answer.
public enum Verdict: Equatable, Sendable {
  case right
  /// The right word, mistyped.
  case misspelled
  /// Another word that nearly fits.
  case near(WordID)
  /// A word that does not fit.
  case wrong(WordID)
  /// Not a word of the lexicon.
  case unknown
  /// "I don't know".
  case gaveUp

  /// The grade it earns. A hint that was needed costs a step.
  public func grade(hinted: Bool = false) -> Grade {
    switch self {
    case .right, .misspelled: hinted ? .hard : .good
    case .near: .hard
    case .wrong, .unknown, .gaveUp: .again
    }
  }
}

/// Judges answers: forgiving about form, exact about meaning.
public struct AnswerCheck {
  public let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// A choice among options: only the word itself is right.
  public func judge(chosen: WordID, in exercise: Exercise) -> Verdict {
    chosen == exercise.word ? .right : .wrong(chosen)
  }

  /// A typed answer.
  public func judge(typed text: String, in exercise: Exercise) -> Verdict {
    guard !isGivingUp(text) else { return .gaveUp }
    let whole = Spelling.normalized(text)
    guard let answer = lexicon[exercise.word] else { return .unknown }
    // "in flow" is a word, "in despair" is one with a preamble: both ways of reading are tried.
    let readings = Self.withShorterPreambles(whole)
    let words = readings.map { lexicon.word(spelled: $0) }
    if words.contains(answer) { return .right }
    if let word = words.first ?? nil { return judge(word, in: exercise) }
    // A slip counts for the answer before it counts for any other word.
    let isSlip = readings.contains { text in
      answer.spellings.contains { Spelling.isSlip(text, of: $0) }
    }
    if isSlip { return .misspelled }
    if let word = words.compactMap(\.self).first { return judge(word, in: exercise) }
    let meant = lexicon.words.first { word in
      word.spellings.contains { spelling in
        readings.contains { Spelling.isSlip($0, of: spelling) }
      }
    }
    return meant.map { judge($0, in: exercise) } ?? .unknown
  }

  /// Tells that a typed text says one does not know: nothing, "0" as with options to choose from,
  /// "?", "idk". A word of the lexicon is never taken for it.
  public func isGivingUp(_ text: String) -> Bool {
    let whole = Spelling.normalized(text).filter { $0 != "'" }
    if whole.isEmpty || whole == "0" { return true }
    guard lexicon.word(spelled: text) == nil else { return false }
    let fillers: Set<Substring> = [
      "i", "honestly", "really", "just", "have", "ive", "got", "sorry",
    ]
    let rest = whole.split(separator: " ").drop { fillers.contains($0) }.joined(separator: " ")
    return Self.waysOfGivingUp.contains(rest)
  }

  private static let waysOfGivingUp: Set<String> = [
    "idk", "dont know", "do not know", "dont really know", "dunno", "no idea", "no clue",
    "not a clue", "havent a clue", "not sure", "cant remember", "dont remember", "cant say",
    "cant think of it", "forgot", "forget", "give up", "pass", "skip", "beats me", "no",
  ]

  /// Whether a typed text was taken for a word that it only resembles.
  public func isGuess(_ text: String, of word: WordID) -> Bool {
    !Self.withShorterPreambles(Spelling.normalized(text))
      .contains { lexicon.word(spelled: $0)?.id == word }
  }

  private func judge(_ word: Word, in exercise: Exercise) -> Verdict {
    if word.id == exercise.word { return .right }
    if case .situation(let situation) = exercise.prompt {
      if situation.fits.contains(word.id) { return .right }
      if situation.near[word.id] != nil { return .near(word.id) }
    }
    return lexicon.contrast(exercise.word, word.id) == nil ? .wrong(word.id) : .near(word.id)
  }

  /// "i feel so overwhelmed" → that, "feel so overwhelmed", "so overwhelmed", "overwhelmed".
  private static func withShorterPreambles(_ text: String) -> [String] {
    let preamble: Set<Substring> = [
      "i", "i'm", "im", "am", "feel", "feeling", "felt", "so", "very", "really", "a", "bit", "in",
      "full", "of",
    ]
    let words = text.split(separator: " ")
    let count = words.prefix { preamble.contains($0) }.count
    return (0...count).map { words.dropFirst($0).joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
