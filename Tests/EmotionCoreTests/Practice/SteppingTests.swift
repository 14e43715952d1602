import SpacedRepetition
import Testing

@testable import EmotionCore

/// Cards in their first steps: a minute after "again", ten minutes after "good".
@Suite struct SteppingTests {
  private func next(
    _ ledger: Ledger, words: [WordID] = ["a", "b"], minutes: Int, newPerDay: Int = 0,
    avoiding: Set<WordID> = []
  ) -> PracticeQueue.Pick? {
    let now = Moment.noon(of: 20_000, plus: minutes)
    return PracticeQueue(
      ledger: ledger, words: words, now: now, limits: PracticeLimits(Plan(newPerDay: newPerDay))
    ).next(at: now, avoiding: avoiding)
  }

  private func due(
    _ ledger: Ledger, words: [WordID] = ["a", "b"], minutes: Int, newPerDay: Int = 0
  ) -> Due {
    Due(
      ledger, words: words, now: .noon(of: 20_000, plus: minutes),
      limits: PracticeLimits(Plan(newPerDay: newPerDay)))
  }

  private let start = Moment.noon(of: 20_000)

  @Test func aCardReturnsWhenItsStepIsOver() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .again, at: start)
    ledger.learn("b/recognize", at: .noon(of: 19_000))
    #expect(next(ledger, minutes: 0)?.card.word == "b")
    #expect(due(ledger, minutes: 0).total == 1)
    #expect(next(ledger, minutes: 1)?.card.word == "a")
    #expect(due(ledger, minutes: 1) == .init(total: 2, new: 0, next: nil))
  }

  @Test func theEarliestComesFirst() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    ledger.answer("b/recognize", .again, at: .noon(of: 20_000, plus: 2))
    #expect(next(ledger, minutes: 11)?.card.word == "b")
    #expect(next(ledger, minutes: 11, avoiding: ["b"])?.card.word == "a")
  }

  @Test func aCardIsShownEarlyOnlyWhenNothingElseIsLeft() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    #expect(next(ledger, minutes: 1, newPerDay: 8)?.card.word == "b")
    #expect(next(ledger, minutes: 1)?.card.word == "a")
    #expect(next(ledger, minutes: 1, newPerDay: 8)?.reason == .new)
    #expect(next(ledger, minutes: 1)?.reason == .early)
  }

  @Test func aCardIsNotShownTooEarly() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    var limits = PracticeLimits(Plan(newPerDay: 0))
    limits.learnAhead = 10 * 60_000 - 1
    let queue = PracticeQueue(ledger: ledger, words: ["a"], now: start, limits: limits)
    #expect(queue.next(at: start) == nil)
  }

  /// Twenty minutes before its time, and no earlier.
  @Test func aCardMayBeShownTwentyMinutesAhead() {
    var ledger = Ledger()
    let plan = Plan(newPerDay: 0)
    ledger.apply(.planned(plan), id: "p", at: start)
    ledger.answer("a/recognize", .good, at: start)
    // Its step is over after ten minutes.
    for (milliseconds, isShown) in [(-600_000, true), (-600_001, false)] {
      var now = start
      now.milliseconds += Int64(milliseconds)
      let queue = PracticeQueue(ledger: ledger, words: ["a"], now: now)
      #expect((queue.next(at: now) != nil) == isShown)
    }
  }

  @Test func dueSaysWhenTheNextStepIsOver() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    ledger.answer("b/recognize", .again, at: start)
    let next = start.milliseconds + 60_000
    #expect(due(ledger, minutes: 0) == .init(total: 0, new: 0, next: .time(next)))
    #expect(
      due(ledger, words: ["a", "b", "c"], minutes: 0, newPerDay: 8)
        == .init(total: 1, new: 1, next: nil))
  }
}
