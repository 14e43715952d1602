import EmotionCore
import SpacedRepetition

extension Moment {
  /// A minute after noon of a day, in a place where it is UTC.
  static func noon(of day: Int, plus minutes: Int = 0) -> Moment {
    let milliseconds = Int64(day) * 86_400_000 + Int64(720 + minutes) * 60_000
    return Moment(milliseconds: milliseconds, offsetMinutes: 0, day: day)
  }
}

extension Ledger {
  /// Answers a card, given as "overwhelmed/recall".
  mutating func answer(_ card: String, _ grade: Grade, at moment: Moment) {
    guard let key = CardKey(card) else { preconditionFailure("\(card) is no card") }
    let review = Review(card: key, grade: grade, milliseconds: 4000)
    apply(.reviewed(review), id: "\(card) at \(moment.milliseconds)", at: moment)
  }

  /// Brings cards past their first steps at once.
  mutating func learn(_ cards: String..., at moment: Moment) {
    for card in cards { answer(card, .easy, at: moment) }
  }

  /// Names a feeling.
  mutating func name(_ word: WordID, at moment: Moment) {
    let checkIn = CheckIn(feelings: [.init(id: word, word: word)])
    apply(.checkedIn(checkIn), id: "\(word) at \(moment.milliseconds)", at: moment)
  }
}
