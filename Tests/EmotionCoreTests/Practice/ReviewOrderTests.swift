import SpacedRepetition
import Testing

@testable import EmotionCore

/// The order of what is due between days.
@Suite struct ReviewOrderTests {
  private static let long = Moment.noon(of: 19_000)
  private static let today = Moment.noon(of: 20_000)

  /// A queue that begins nothing new.
  private func queue(_ ledger: Ledger, words: [WordID], at now: Moment = today) -> PracticeQueue {
    PracticeQueue(
      ledger: ledger, words: words, now: now, limits: PracticeLimits(Plan(newPerDay: 0)))
  }

  private func next(_ ledger: Ledger, words: [WordID], at now: Moment = today) -> CardKey? {
    queue(ledger, words: words, at: now).next(at: now)?.card
  }

  private func due(_ ledger: Ledger, words: [WordID], newPerDay: Int = 0) -> Due {
    Due(ledger, words: words, now: Self.today, limits: PracticeLimits(Plan(newPerDay: newPerDay)))
  }

  @Test(arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]])
  func theLikeliestRememberedComesFirst(_ words: [String]) {
    var ledger = Ledger()
    for (index, word) in words.enumerated() {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_100 - index * 50))
    }
    var order: [String] = []
    while order.count < 5, let card = next(ledger, words: ["a", "b", "c"]) {
      order.append(card.word)
      ledger.answer(card.description, .good, at: Self.today)
    }
    #expect(order == words)
  }

  @Test func theStableComesBeforeTheLessStableOfTheSameDay() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.long)
    ledger.answer("b/recognize", .good, at: Self.long)
    ledger.answer("b/recognize", .good, at: .noon(of: 19_000, plus: 10))
    #expect(next(ledger, words: ["a", "b"])?.word == "a")
  }

  @Test func siblingsRestForTheDay() {
    var ledger = Ledger()
    ledger.learn("a/recognize", "a/recall", at: Self.long)
    #expect(due(ledger, words: ["a"]) == .init(total: 1, new: 0, next: nil))
    let first = next(ledger, words: ["a"])
    ledger.answer(first?.description ?? "", .good, at: Self.today)
    #expect(next(ledger, words: ["a"]) == nil)
    #expect(due(ledger, words: ["a"]) == .init(total: 0, new: 0, next: .day(20_001)))
    let second = queue(ledger, words: ["a"], at: .noon(of: 20_001)).next(at: .noon(of: 20_001))?
      .card
    #expect(second != nil && second != first)
  }

  @Test(arguments: [(Skill.recognize, Skill.recall), (.recall, .recognize)])
  func ofSiblingsTheLikelierForgottenIsAsked(_ older: Skill, _ newer: Skill) {
    var ledger = Ledger()
    ledger.learn("a/\(older)", at: .noon(of: 19_000))
    ledger.learn("a/\(newer)", at: .noon(of: 19_100))
    #expect(next(ledger, words: ["a"]) == CardKey(word: "a", skill: older))
  }

  @Test func aSiblingThatCouldBeBegunRestsWhileTheOtherIsDue() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.long)
    let queue = PracticeQueue(ledger: ledger, words: ["a"], now: Self.today)
    #expect(due(ledger, words: ["a"], newPerDay: 8) == .init(total: 1, new: 0, next: nil))
    #expect(queue.next(at: Self.today)?.card == CardKey(word: "a", skill: .recognize))
  }

  @Test func aDueSiblingRestsWhileTheOtherIsInItsSteps() {
    var ledger = Ledger()
    ledger.learn("a/recognize", "a/recall", at: Self.long)
    ledger.answer("a/recall", .again, at: .noon(of: 19_999))
    #expect(due(ledger, words: ["a"]).total == 1)
    #expect(next(ledger, words: ["a"]) == CardKey(word: "a", skill: .recall))
  }

  @Test func whatWasJustShownIsAvoidedWhenThereIsAnother() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: .noon(of: 19_100))
    ledger.learn("b/recognize", at: .noon(of: 19_000))
    let queue = queue(ledger, words: ["a", "b"])
    #expect(queue.next(at: Self.today)?.card.word == "a")
    #expect(queue.next(at: Self.today, avoiding: ["a", "x"])?.card.word == "b")
    #expect(queue.next(at: Self.today, avoiding: ["a", "b"]) == nil)
  }

  @Test func cardsOfWordsThatAreGoneAreLeftOut() {
    var ledger = Ledger()
    ledger.learn("gone/recognize", at: Self.long)
    #expect(next(ledger, words: ["a"]) == nil)
    #expect(due(ledger, words: []) == .init(total: 0, new: 0, next: nil))
  }

  @Test func nothingDueIsNothingToShowUntilTheDayOfTheNext() throws {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.today)
    guard case .review(_, let day, _) = ledger.card(CardKey(word: "a", skill: .recognize)).state
    else {
      Issue.record("not in review")
      return
    }
    #expect(next(ledger, words: ["a"]) == nil)
    #expect(due(ledger, words: ["a"]) == .init(total: 0, new: 0, next: .day(day)))
    #expect(next(ledger, words: ["a"], at: .noon(of: day - 1)) == nil)
    #expect(next(ledger, words: ["a"], at: .noon(of: day))?.word == "a")
  }

  @Test func anEmptyLedgerWithoutWordsIsNeverDue() {
    #expect(due(Ledger(), words: []) == .init(total: 0, new: 0, next: nil))
    #expect(next(Ledger(), words: []) == nil)
  }

  @Test func newCardsThatWaitForTomorrowAreNextTomorrow() {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: Self.today)
    #expect(
      due(ledger, words: ["a", "b"], newPerDay: 1)
        == .init(total: 0, new: 0, next: .day(20_001)))
  }
}
