import SpacedRepetition
import Testing

@testable import EmotionCore

/// Cards in their first steps: a minute after "again", ten minutes after "good".
@Suite struct SteppingTests {
  private func queue(
    _ ledger: Ledger, words: [WordID] = ["a", "b"], minutes: Int, newPerDay: Int = 0
  ) -> PracticeQueue {
    var limits = PracticeQueue.Limits()
    limits.newPerDay = newPerDay
    return PracticeQueue(
      ledger: ledger, words: words, now: .noon(of: 20_000, plus: minutes), limits: limits)
  }

  private let start = Moment.noon(of: 20_000)

  @Test func aCardReturnsWhenItsStepIsOver() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .again, at: start)
    ledger.learn("b/recognize", at: .noon(of: 19_000))
    #expect(queue(ledger, minutes: 0).next()?.word == "b")
    #expect(queue(ledger, minutes: 0).due().total == 1)
    #expect(queue(ledger, minutes: 1).next()?.word == "a")
    #expect(queue(ledger, minutes: 1).due() == .init(total: 2, new: 0, next: nil))
  }

  @Test func theEarliestComesFirst() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    ledger.answer("b/recognize", .again, at: .noon(of: 20_000, plus: 2))
    #expect(queue(ledger, minutes: 11).next()?.word == "b")
    #expect(queue(ledger, minutes: 11).next(avoiding: ["b"])?.word == "a")
  }

  @Test func aCardIsShownEarlyOnlyWhenNothingElseIsLeft() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    #expect(queue(ledger, minutes: 1, newPerDay: 8).next()?.word == "b")
    #expect(queue(ledger, minutes: 1).next()?.word == "a")
    #expect(
      queue(ledger, minutes: 1, newPerDay: 8).next(avoiding: ["b"])?.word == "b",
      "what should be avoided still comes before what is not due")
  }

  @Test func aCardIsNotShownTooEarly() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    var limits = PracticeQueue.Limits()
    limits.newPerDay = 0
    limits.learnAhead = 10 * 60_000 - 1
    let queue = PracticeQueue(ledger: ledger, words: ["a"], now: start, limits: limits)
    #expect(queue.next() == nil)
  }

  @Test func dueSaysWhenTheNextStepIsOver() {
    var ledger = Ledger()
    ledger.answer("a/recognize", .good, at: start)
    ledger.answer("b/recognize", .again, at: start)
    let next = start.milliseconds + 60_000
    #expect(queue(ledger, minutes: 0).due() == .init(total: 0, new: 0, next: .time(next)))
    #expect(
      queue(ledger, words: ["a", "b", "c"], minutes: 0, newPerDay: 8).due()
        == .init(total: 1, new: 1, next: nil))
  }
}
