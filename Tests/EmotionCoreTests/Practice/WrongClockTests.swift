import SpacedRepetition
import Testing

@testable import EmotionCore

/// Answers of a clock that was ahead and has been put right since.
@Suite struct WrongClockTests {
  private static let words = ["a", "b"]
  private let today = Moment.noon(of: 20_000)
  private let ahead = Moment.noon(of: 20_030)
  private let none = PracticeLimits(Plan(newPerDay: 0))
  private let card = CardKey(word: "a", skill: .recognize)

  private func queue(_ ledger: Ledger) -> PracticeQueue {
    PracticeQueue(ledger: ledger, words: Self.words, now: today, limits: none)
  }

  private func due(_ ledger: Ledger) -> Due {
    Due(ledger, words: Self.words, now: today, limits: none)
  }

  /// In its steps with again, between days with easy.
  private func ledger(_ grade: Grade, at moment: Moment) -> Ledger {
    var ledger = Ledger()
    ledger.answer("a/recognize", grade, at: moment)
    return ledger
  }

  @Test(arguments: [Grade.again, .easy])
  func itsCardsAreDueNow(grade: Grade) {
    let ledger = ledger(grade, at: ahead)
    #expect(due(ledger) == .init(total: 1, new: 0, next: nil))
    let queue = queue(ledger)
    #expect(queue.next(at: today)?.card == card)
    #expect(queue.next(at: today)?.reason == .due)
    #expect(queue.count(at: today) == 1)
    let forecast = Forecast(ledger, words: Self.words, now: today, limits: none, days: 1, runs: 1)
    #expect(forecast.days.first?.cards == 1)
  }

  /// A day ahead may be another time zone, or an hour that is put right soon.
  @Test func aStepIsLeftAloneUpToADayAhead() {
    var moment = Moment.noon(of: 20_001)
    #expect(due(ledger(.again, at: moment)).next == .time(moment.milliseconds + 60_000))
    moment.milliseconds += 1
    #expect(due(ledger(.again, at: moment)).total == 1)
  }

  @Test func aReviewIsLeftAloneUpToADayAhead() {
    #expect(due(ledger(.easy, at: .noon(of: 20_001))).total == 0)
    #expect(due(ledger(.easy, at: .noon(of: 20_002))).total == 1)
  }

  @Test(arguments: [Grade.again, .easy], [Grade.again, .good, .easy])
  func theNextAnswerCountsFromTheRealToday(first: Grade, second: Grade) {
    var ledger = ledger(first, at: ahead)
    var kept = queue(ledger)
    ledger.answer("a/recognize", second, at: today)
    kept.answered(card, ledger, now: today)
    #expect(ledger.card(card).state.last == today)
    for queue in [kept, queue(ledger)] {
      #expect(queue.count(at: today) == 0)
      #expect(queue.next(at: today, ahead: []) == nil)
    }
    switch ledger.card(card).state {
    case .new: Issue.record("new again")
    case .stepping(_, _, _, let time, _):
      #expect(time <= today.milliseconds + 600_000)
      #expect(due(ledger) == .init(total: 0, new: 0, next: .time(time)))
    case .review(_, let day, _):
      #expect((20_001..<20_030).contains(day))
      #expect(due(ledger) == .init(total: 0, new: 0, next: .day(day)))
    }
  }

  /// In replay, what a device with a right clock adds comes before.
  @Test(arguments: [Grade.again, .easy])
  func onAnotherDeviceTheyAreAskedOnceADay(grade: Grade) {
    var ledger = ledger(.good, at: today)
    ledger.answer("a/recognize", grade, at: ahead)
    #expect(due(ledger) == .init(total: 0, new: 0, next: .day(20_001)))
    #expect(queue(ledger).next(at: today) == nil)
    #expect(Due(ledger, words: Self.words, now: .noon(of: 20_001), limits: none).total == 1)
  }
}
