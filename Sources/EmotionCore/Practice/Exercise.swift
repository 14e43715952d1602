/// One question about one card.
public struct Exercise: Equatable, Sendable {
  public let card: CardKey
  public let prompt: Prompt
  public let answering: Answering

  /// What is asked from.
  public enum Prompt: Equatable, Sendable {
    case situation(Situation)
    case meaning(String)
  }

  public enum Answering: Equatable, Sendable {
    /// Picking one of these.
    case choosing([WordID])
    /// Typing the word.
    case typing
  }

  public var word: WordID { card.word }

  /// Why another word does not fit here: what was written down for this case, or else what tells the
  /// two apart, or else what the other word means; nil for a word that the lexicon does not have.
  public func reason(against word: WordID, lexicon: Lexicon) -> Reason? {
    if case .situation(let situation) = prompt, let text = situation.near[word] {
      return Reason(text: text, isOfCase: true)
    }
    let line = lexicon.contrast(self.word, word)?.itsLine ?? lexicon[word]?.meaning
    return line.map { Reason(text: $0, isOfCase: false) }
  }

  /// Why another word does not fit.
  public struct Reason: Equatable, Sendable {
    public let text: String
    /// Whether it is about this case; else it says what the other word is for.
    public let isOfCase: Bool
  }

  /// Why the word fits the case; nil where the prompt is no case, or the word's meaning has said it
  /// already.
  public func why(lexicon: Lexicon) -> String? {
    guard case .situation(let situation) = prompt,
      !Echo.says(situation.why, like: lexicon[word]?.meaning ?? "")
    else { return nil }
    return situation.why
  }
}

/// Makes exercises from the library.
public struct ExerciseMaker {
  public let library: Library

  public init(library: Library) { self.library = library }

  /// The question for a card.
  /// - Parameters:
  ///   - repetition: how often the card was answered: situations take turns by it.
  ///   - another: raised for "another case" of the same card.
  ///   - dice: decides the order of the options.
  public func exercise(
    for card: CardKey, repetition: Int, another: Int = 0, dice: inout some RandomNumberGenerator
  ) -> Exercise? {
    guard let word = library.lexicon[card.word] else { return nil }
    let situations = library.situations(of: card.word)
    let turn = repetition + another
    switch card.skill {
    case .recognize:
      guard !situations.isEmpty else {
        return choice(of: card, from: .meaning(word.meaning), near: [], dice: &dice)
      }
      let situation = situations[turn % situations.count]
      return choice(
        of: card, from: .situation(situation), near: situation.near.keys.sorted(), dice: &dice)
    case .recall:
      // The meaning first, then the situations: the same line twice would be learned by heart.
      let index = turn % (situations.count + 1)
      let prompt: Exercise.Prompt =
        index == 0 ? .meaning(word.meaning) : .situation(situations[index - 1])
      return Exercise(card: card, prompt: prompt, answering: .typing)
    }
  }

  private func choice(
    of card: CardKey, from prompt: Exercise.Prompt, near: [WordID],
    dice: inout some RandomNumberGenerator
  ) -> Exercise {
    let lexicon = library.lexicon
    var others = near.filter { lexicon[$0] != nil && $0 != card.word }
    for neighbor in lexicon.neighbors(of: card.word) where others.count < 3 {
      if !others.contains(neighbor.word) { others.append(neighbor.word) }
    }
    let options = (others.prefix(3) + [card.word]).shuffled(using: &dice)
    return Exercise(card: card, prompt: prompt, answering: .choosing(options))
  }
}
