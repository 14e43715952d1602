/// Recognizes that someone writes of ending their life or of hurting themselves, so that a screen can
/// show them people to call instead of words for feelings. Nothing is kept of it.
///
/// It reads a text as a person would who'd rather ask once too often: what's said outright, in slang,
/// in passing ("better off without me"), misspelled, or denied ("I'd never kill myself, but"). Figures
/// of speech ("this commute is killing me"), grief, somebody else's suicide, self-hate and sadness
/// alone don't count. It's a set of rules and not a judgment: it misses some and stops some who joke.
/// `Data/README.md` has how often, and which of the figures are of texts that rules were written from.
public enum Care {
  /// - Parameter text: anything a person typed, of any length; the time it takes grows with it evenly.
  /// - Returns: whether the page of crisis lines is called for.
  public static func isCalledFor(by text: String) -> Bool {
    let speech = PlainSpeech(text)
    return speech.sentences.contains { sentence in
      phrases.match(sentence, isAlone: speech.sentences.count == 1)
        || CareSigns.areEnough(in: sentence)
    } || CareSigns.sayGoodbye(in: speech.sentences)
  }

  /// The same while it's being typed, so that nothing flickers: the last word counts only once it's
  /// ended, unless it's the only one.
  public static func isCalledFor(bySoFar text: String) -> Bool {
    guard let last = text.last, last.isLetter || last.isNumber else { return isCalledFor(by: text) }
    let ended = text.dropLast(while: { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" })
    return isCalledFor(by: ended.isEmpty ? text : String(ended))
  }

  private static let phrases = CarePhrases(CarePhrases.all)
}

extension String {
  fileprivate func dropLast(while predicate: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return rest
  }
}
