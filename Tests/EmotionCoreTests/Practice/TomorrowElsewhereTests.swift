import SpacedRepetition
import Testing

@testable import EmotionCore

/// Practice of the same evening on a device where it is tomorrow already. In replay its answers
/// come after all of today's.
@Suite struct TomorrowElsewhereTests {
  private static let words = (0..<40).map { "w\($0)" }
  private let today = Moment.noon(of: 20_000)
  private let tomorrow = Moment.noon(of: 20_001)

  /// Cards learned today, in this order, then some on the other device.
  private func replay(_ cards: [String], elsewhere: [String], on day: Moment? = nil) -> Ledger {
    var ledger = Ledger()
    for card in cards { ledger.answer(card, .easy, at: today) }
    for card in elsewhere { ledger.answer(card, .easy, at: day ?? tomorrow) }
    return ledger
  }

  @Test(arguments: [0, 1, 3])
  func theLimitOfNewCardsHolds(elsewhere: Int) {
    let elsewhere = Self.words.suffix(elsewhere).map { "\($0)/recognize" }
    var cards: [String] = []
    var ledger = replay(cards, elsewhere: elsewhere)
    var queue = PracticeQueue(ledger: ledger, words: Self.words, now: today)
    while cards.count < 100, let card = queue.next(at: today)?.card {
      cards.append(card.description)
      ledger = replay(cards, elsewhere: elsewhere)
      queue.answered(card, ledger, now: today)
    }
    #expect(cards.count == 8)
    #expect(Due(ledger, words: Self.words, now: today).new == 0)
    ledger.pace = AnswerPace()
    let share = Due(total: 20, new: 0).share(ledger, now: today, limits: PracticeLimits())
    #expect(share.cards == 7, "of 15, 8 are done")
    #expect(Due(ledger, words: Self.words, now: tomorrow).new == 8 - elsewhere.count)
  }

  @Test func itsWordsRestHereAsWell() {
    let ledger = replay([], elsewhere: ["w0/recognize"])
    let due = Due(ledger, words: ["w0"], now: today)
    #expect(due == .init(total: 0, new: 0, next: .day(20_002)))
    #expect(PracticeQueue(ledger: ledger, words: ["w0"], now: today).next(at: today) == nil)
    let other = Due(ledger, words: ["w0", "w1"], now: today)
    #expect(other == .init(total: 1, new: 1, next: nil))
  }

  @Test func theirOtherCardsThatAreDueRestToo() {
    var ledger = Ledger()
    ledger.learn("w0/recognize", "w0/recall", at: .noon(of: 19_000))
    ledger.answer("w0/recall", .good, at: tomorrow)
    let none = PracticeLimits(Plan(newPerDay: 0))
    for (day, next) in [(20_000, 20_002), (20_001, 20_002)] {
      let due = Due(ledger, words: ["w0"], now: .noon(of: day), limits: none)
      #expect(due == .init(total: 0, new: 0, next: .day(next)))
    }
    #expect(Due(ledger, words: ["w0"], now: .noon(of: 20_002), limits: none).total == 1)
  }

  /// No place is two days ahead for long: that was a wrong clock.
  @Test func wordsOfTheDayAfterDoNotRest() {
    let ledger = replay([], elsewhere: ["w0/recognize"], on: .noon(of: 20_002))
    #expect(Due(ledger, words: ["w0"], now: today).total == 1)
  }
}
