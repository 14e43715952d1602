/// A few situations of two words that are mixed up, to choose between the two. It leaves no trace
/// in the ledger: what it is for is the difference, not the memory.
public struct ContrastDrill: Equatable, Sendable {
  /// The word that slips.
  public let word: WordID
  /// The one that is taken for it.
  public let rival: WordID
  /// In the order in which they are asked, one at least.
  public let questions: [Question]

  /// A situation of one of the two.
  public struct Question: Equatable, Sendable {
    /// What is shown.
    public let situation: Situation
    /// The one of the two words that fits.
    public let answer: WordID
    /// Why it is not the other.
    public let line: String
  }

  /// Situations of each word at the most.
  public static let situationsEach = 3

  /// Situations of the two words in turns, each turn in an order of its own, so that the turn does
  /// not give the answer away.
  /// - Parameter dice: decides the order.
  /// - Returns: nil where no situation tells the two apart.
  public init?(_ leech: Leech, _ library: Library, dice: inout some RandomNumberGenerator) {
    word = leech.word
    rival = leech.rival
    let turns = zip(
      Self.questions(of: leech.word, not: leech.rival, library, dice: &dice),
      Self.questions(of: leech.rival, not: leech.word, library, dice: &dice))
    questions = turns.flatMap { [$0, $1].shuffled(using: &dice) }
    if questions.isEmpty { return nil }
  }

  private static func questions(
    of word: WordID, not rival: WordID, _ library: Library,
    dice: inout some RandomNumberGenerator
  ) -> [Question] {
    library.situations(of: word).shuffled(using: &dice).filter { !$0.fits.contains(rival) }
      .prefix(situationsEach).map { situation in
        let contrast = library.lexicon.contrast(word, rival)
        return Question(
          situation: situation, answer: word,
          line: situation.near[rival] ?? contrast?.ownLine ?? situation.why)
      }
  }
}
