import SpacedRepetition
import Testing

@testable import EmotionCore

/// Which cards are begun, and when.
@Suite struct NewCardTests {
  private static let words = ["sad", "happy", "lonely", "torn", "numb"]
  private static let today = Moment.noon(of: 20_000)

  private func queue(
    _ ledger: Ledger, words: [WordID] = words, at now: Moment = today, newPerDay: Int = 8
  ) -> PracticeQueue {
    PracticeQueue(
      ledger: ledger, words: words, now: now, limits: PracticeLimits(Plan(newPerDay: newPerDay)))
  }

  private func next(
    _ ledger: Ledger, words: [WordID] = words, at now: Moment = today
  ) -> CardKey? {
    queue(ledger, words: words, at: now).next(at: now)?.card
  }

  private func due(
    _ ledger: Ledger, words: [WordID] = words, at now: Moment = today, newPerDay: Int = 8
  ) -> Due {
    Due(ledger, words: words, now: now, limits: PracticeLimits(Plan(newPerDay: newPerDay)))
  }

  /// Answers card after card until nothing is left, and says which were shown.
  private func session(
    _ ledger: inout Ledger, words: [WordID] = words, at now: Moment = today, newPerDay: Int = 8
  ) -> [String] {
    var shown: [String] = []
    while shown.count < 100,
      let card = queue(ledger, words: words, at: now, newPerDay: newPerDay).next(at: now)?.card
    {
      shown.append(card.description)
      ledger.answer(card.description, .easy, at: now)
    }
    return shown
  }

  @Test func anEmptyLedgerOffersTheWordsInTheirOrderNoneTwice() {
    var ledger = Ledger()
    #expect(session(&ledger) == Self.words.map { "\($0)/recognize" })
  }

  @Test func anEmptyLedgerOffersTheTeachingOrder() {
    let order = RealData.library().teachingOrder
    var ledger = Ledger()
    let shown = session(&ledger, words: order)
    #expect(shown == order.prefix(8).map { "\($0)/recognize" })
  }

  @Test func theNewestNamedWordIsFirst() {
    var ledger = Ledger()
    ledger.name("torn", at: Self.today)
    ledger.name("numb", at: Self.today)
    #expect(next(ledger) == CardKey(word: "numb", skill: .recognize))
    #expect(
      session(&ledger)
        == ["numb", "torn", "sad", "happy", "lonely"].map { "\($0)/recognize" })
  }

  @Test func aWordNamedAgainIsNewestAgainAndTheFirstNamedOfSeveralIsFirst() {
    var ledger = Ledger()
    ledger.name("torn", at: Self.today)
    let both = CheckIn(feelings: ["lonely", "torn"].map { .init(id: $0, word: $0) })
    ledger.name("numb", at: Self.today)
    ledger.apply(.checkedIn(both), id: "both", at: Self.today)
    #expect(session(&ledger).prefix(3) == ["lonely/recognize", "torn/recognize", "numb/recognize"])
  }

  @Test func aKeptWordIsFirst() {
    var ledger = Ledger()
    ledger.apply(.kept(Keeping(word: "lonely")), id: "k", at: Self.today)
    #expect(next(ledger)?.word == "lonely")
  }

  @Test func aNamedWordThatIsNotTaughtIsPassedOver() {
    var ledger = Ledger()
    ledger.name("unheard-of", at: Self.today)
    #expect(next(ledger)?.word == "sad")
  }

  @Test func onlySoManyAreBegunInADay() {
    var ledger = Ledger()
    #expect(due(ledger, newPerDay: 2).new == 2)
    #expect(session(&ledger, newPerDay: 2) == ["sad/recognize", "happy/recognize"])
    #expect(due(ledger, newPerDay: 2).new == 0)
    let tomorrow = Moment.noon(of: 20_001)
    #expect(due(ledger, at: tomorrow, newPerDay: 2).new == 2)
  }

  @Test func noneAreBegunWhenTheLimitIsNone() {
    #expect(queue(Ledger(), newPerDay: 0).next(at: Self.today) == nil)
    #expect(due(Ledger(), newPerDay: 0) == .init(total: 0, new: 0, next: nil))
  }

  @Test func recallOpensOnTheNextDayOnceRecognizeIsPastItsSteps() {
    var ledger = Ledger()
    ledger.learn("sad/recognize", at: Self.today)
    #expect(next(ledger, words: ["sad"]) == nil, "its sibling rests for the day")
    let tomorrow = Moment.noon(of: 20_001)
    let card = next(ledger, words: ["sad"], at: tomorrow)
    #expect(card == CardKey(word: "sad", skill: .recall))
  }

  @Test func recallStaysClosedWhileRecognizeIsInItsSteps() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .again, at: Self.today)
    let tomorrow = Moment.noon(of: 20_001)
    #expect(due(ledger, words: ["sad"], at: tomorrow).new == 0)
    let card = next(ledger, words: ["sad"], at: tomorrow)
    #expect(card == CardKey(word: "sad", skill: .recognize))
  }

  @Test func aWordWhoseSkillsAreAllLearnedIsNotNewAgain() {
    var ledger = Ledger()
    ledger.learn("sad/recognize", at: .noon(of: 19_998))
    ledger.learn("sad/recall", at: .noon(of: 19_999))
    #expect(due(ledger, words: ["sad"]).new == 0)
  }

  @Test func aNewCardComesAfterEveryTwoReviews() {
    var ledger = Ledger()
    let due = ["a", "b", "c", "d"]
    for word in due {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_000))
      ledger.learn("\(word)/recall", at: .noon(of: 19_001))
    }
    let shown = session(&ledger, words: due + ["new-one", "new-two"])
      .compactMap { CardKey($0)?.word.hasPrefix("new") }
    #expect(shown == [false, false, true, false, false, true])
  }
}
