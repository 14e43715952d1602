/// A piece of evidence about what someone feels, in the order they gave it.
public enum Cue: Equatable, Hashable, Sendable {
  /// A vague word, by its identifier: "stressed".
  case said(String)
  /// A feeling word that is at least close.
  case word(WordID)
  /// A signal in the body.
  case body(String)
  /// A branch of a taxonomy: the words in it.
  case branch(label: String, words: [WordID])
  /// Looked at together, and it is none of them.
  case notThese([WordID])
}

/// A word that may be it.
public struct Suggestion: Equatable, Sendable {
  public let word: WordID
  /// 0…1; all words together come to 1.
  public let probability: Double
  /// Why it is on the list, short enough to stand beside it.
  public let why: String

  public init(word: WordID, probability: Double, why: String) {
    self.word = word
    self.probability = probability
    self.why = why
  }
}
