import SpacedRepetition
import Testing

@testable import EmotionCore

/// Practice for someone who has done all that waits and wants more.
@Suite struct FurtherPracticeTests {
  private let today = Moment.noon(of: 20_000)
  private let words = ["a", "b", "c", "d", "e", "f"]

  private func further(
    _ ledger: Ledger, asked: [PracticeQueue.Pick.Reason] = [], avoiding: Set<WordID> = [],
    resting: Set<CardKey> = [], now: Moment? = nil
  ) -> String? {
    FurtherPractice(ledger, words: words, now: now ?? today, asked: asked)
      .next(avoiding: avoiding, resting: resting).map { "\($0.card) \($0.reason)" }
  }

  /// Two words learned on earlier days, due on others.
  private var learned: Ledger {
    var ledger = Ledger()
    ledger.learn("a/recognize", at: .noon(of: 19_994))
    ledger.learn("b/recognize", at: .noon(of: 19_999))
    return ledger
  }

  @Test func whatIsDueSoonestComesFirst() {
    #expect(further(learned) == "a/recognize ahead")
    #expect(further(learned, avoiding: ["a"]) == "b/recognize ahead")
  }

  @Test func afterTwoOthersComesANewOne() {
    #expect(further(learned, asked: [.ahead]) == "a/recognize ahead")
    // Enrolled words come before others, with their next skill.
    #expect(further(learned, asked: [.ahead, .ahead]) == "b/recall new")
    #expect(further(learned, asked: [.ahead, .ahead, .new]) == "a/recognize ahead")
  }

  @Test func whereOneRunsOutTheOtherGoesOn() {
    #expect(further(Ledger()) == "a/recognize new")
    var ledger = Ledger()
    for word in words { ledger.learn("\(word)/recognize", at: .noon(of: 19_998)) }
    for word in words { ledger.learn("\(word)/recall", at: .noon(of: 19_999)) }
    #expect(further(ledger, asked: [.ahead, .ahead])?.hasSuffix("ahead") == true)
  }

  /// A word that was answered today isn't drummed in.
  @Test func whatWasAnsweredTodayRests() {
    var ledger = Ledger()
    for word in words { ledger.learn("\(word)/recognize", at: today) }
    #expect(FurtherPractice(ledger, words: words, now: today).isEmpty)
    #expect(further(ledger) == nil)
    #expect(further(ledger, now: .noon(of: 20_001)) != nil)
  }

  /// What is in its steps is due soonest of all, and may rest for this session.
  @Test func aCardInItsStepsIsDueSoonest() throws {
    var ledger = learned
    ledger.answer("c/recognize", .again, at: today)
    #expect(further(ledger) == "c/recognize ahead")
    let card = try #require(CardKey("c/recognize"))
    #expect(further(ledger, resting: [card]) == "a/recognize ahead")
  }

  @Test func missesAreKnownByTheirWait() throws {
    let limits = PracticeLimits()
    let answers: [(Grade, Bool)] = [(.again, true), (.hard, false), (.good, false), (.easy, false)]
    for (grade, isMissed) in answers {
      var ledger = Ledger()
      ledger.answer("a/recognize", grade, at: today)
      let card = try #require(CardKey("a/recognize"))
      #expect(ledger.missed(now: today, limits: limits) == (isMissed ? [card] : []), "\(grade)")
      var relearning = Ledger()
      relearning.learn("a/recognize", at: .noon(of: 19_900))
      relearning.answer("a/recognize", grade, at: today)
      #expect(relearning.missed(now: today, limits: limits) == (isMissed ? [card] : []))
    }
    var ledger = Ledger()
    ledger.answer("a/recognize", .again, at: today)
    #expect(ledger.missed(now: .noon(of: 20_000, plus: 2), limits: limits) == [], "it's due")
    #expect(ledger.missed(now: .noon(of: 19_999), limits: limits) == [], "it's a day away")
  }

  /// One number: what was just missed is asked at once, so it counts as due.
  @Test func whatWasJustMissedCountsAsDue() throws {
    var ledger = Ledger()
    for word in words { ledger.answer("\(word)/recognize", .again, at: today) }
    let none = PracticeLimits(Plan(newPerDay: 0))
    let open = ledger.missed(now: today, limits: none)
    let due = Due(ledger, words: words, now: today, limits: none, early: open)
    #expect(due == .init(total: 6, new: 0, next: nil))
    let queue = PracticeQueue(ledger: ledger, words: words, now: today, limits: none)
    #expect(
      SessionPace(open: open).next(queue, at: today, lexicon: RealData.lexicon)?.reason == .early)
    #expect(SessionPace().next(queue, at: today, lexicon: RealData.lexicon) == nil)
    let card = try #require(CardKey("a/recognize"))
    let rested = Due(ledger, words: words, now: today, limits: none, early: open, resting: [card])
    #expect(rested.total == 5)
  }
}
