import SpacedRepetition
import Testing

@testable import EmotionCore

/// The order of what is due between days.
@Suite struct ReviewQueueTests {
  private static let long = Moment.noon(of: 19_000)
  private static let today = Moment.noon(of: 20_000)

  /// A queue that begins nothing new.
  private func queue(_ ledger: Ledger, words: [WordID], at now: Moment = today) -> PracticeQueue {
    var limits = PracticeQueue.Limits()
    limits.newPerDay = 0
    return PracticeQueue(ledger: ledger, words: words, now: now, limits: limits)
  }

  @Test(arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]])
  func theLikeliestForgottenComesFirst(_ words: [String]) {
    var ledger = Ledger()
    for (index, word) in words.enumerated() {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_000 + index * 50))
    }
    var order: [String] = []
    while order.count < 5, let card = queue(ledger, words: ["a", "b", "c"]).next() {
      order.append(card.word)
      ledger.answer(card.description, .good, at: Self.today)
    }
    #expect(order == words)
  }

  @Test func theLessStableComesBeforeTheStableOfTheSameDay() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.long)
    ledger.answer("b/recognize", .good, at: Self.long)
    ledger.answer("b/recognize", .good, at: .noon(of: 19_000, plus: 10))
    #expect(queue(ledger, words: ["a", "b"]).next()?.word == "b")
  }

  @Test func siblingsRestForTheDay() {
    var ledger = Ledger()
    ledger.learn("a/recognize", "a/recall", at: Self.long)
    #expect(queue(ledger, words: ["a"]).due() == .init(total: 1, new: 0, next: nil))
    let first = queue(ledger, words: ["a"]).next()
    ledger.answer(first?.description ?? "", .good, at: Self.today)
    #expect(queue(ledger, words: ["a"]).next() == nil)
    #expect(queue(ledger, words: ["a"]).due() == .init(total: 0, new: 0, next: .day(20_001)))
    let second = queue(ledger, words: ["a"], at: .noon(of: 20_001)).next()
    #expect(second != nil && second != first)
  }

  @Test func aSiblingThatCouldBeBegunRestsWhileTheOtherIsDue() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.long)
    let queue = PracticeQueue(ledger: ledger, words: ["a"], now: Self.today)
    #expect(queue.due() == .init(total: 1, new: 0, next: nil))
    #expect(queue.next() == CardKey(word: "a", skill: .recognize))
  }

  @Test func aDueSiblingRestsWhileTheOtherIsInItsSteps() {
    var ledger = Ledger()
    ledger.learn("a/recognize", "a/recall", at: Self.long)
    ledger.answer("a/recall", .again, at: .noon(of: 19_999))
    #expect(queue(ledger, words: ["a"]).due().total == 1)
    #expect(queue(ledger, words: ["a"]).next() == CardKey(word: "a", skill: .recall))
  }

  @Test func whatWasJustShownIsAvoidedWhenThereIsAnother() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: .noon(of: 19_000))
    ledger.learn("b/recognize", at: .noon(of: 19_100))
    let queue = queue(ledger, words: ["a", "b"])
    #expect(queue.next()?.word == "a")
    #expect(queue.next(avoiding: ["a", "x"])?.word == "b")
    #expect(queue.next(avoiding: ["a", "b"])?.word == "a")
  }

  @Test func cardsOfWordsThatAreGoneAreLeftOut() {
    var ledger = Ledger()
    ledger.learn("gone/recognize", at: Self.long)
    #expect(queue(ledger, words: ["a"]).next() == nil)
    #expect(queue(ledger, words: []).due() == .init(total: 0, new: 0, next: nil))
  }

  @Test func nothingDueIsNothingToShowUntilTheDayOfTheNext() throws {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.today)
    guard case .review(_, let day, _) = ledger.card(CardKey(word: "a", skill: .recognize)).state
    else {
      Issue.record("not in review")
      return
    }
    #expect(queue(ledger, words: ["a"]).next() == nil)
    #expect(queue(ledger, words: ["a"]).due() == .init(total: 0, new: 0, next: .day(day)))
    #expect(queue(ledger, words: ["a"], at: .noon(of: day - 1)).next() == nil)
    #expect(queue(ledger, words: ["a"], at: .noon(of: day)).next()?.word == "a")
  }

  @Test func anEmptyLedgerWithoutWordsIsNeverDue() {
    let queue = PracticeQueue(ledger: Ledger(), words: [], now: Self.today)
    #expect(queue.due() == .init(total: 0, new: 0, next: nil))
    #expect(queue.next() == nil)
  }

  @Test func newCardsThatWaitForTomorrowAreNextTomorrow() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.today)
    var limits = PracticeQueue.Limits()
    limits.newPerDay = 1
    let queue = PracticeQueue(
      ledger: ledger, words: ["a", "b"], now: Self.today, limits: limits)
    #expect(queue.due() == .init(total: 0, new: 0, next: .day(20_001)))
  }
}
