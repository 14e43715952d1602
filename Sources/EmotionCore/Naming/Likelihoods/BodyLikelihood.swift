/// How likely someone who feels a word is to notice a signal in the body.
///
/// Body maps are averages over many people (Nummenmaa 2014): a signal makes a word a few times
/// likelier and never rules one out.
enum BodyLikelihood {
  static func of(_ signal: String, given word: Word) -> Double {
    word.body.contains(signal) ? 0.5 : 0.08
  }
}
