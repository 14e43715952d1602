import SpacedRepetition
import Testing

@testable import EmotionCore

/// What the coming days would bring.
@Suite struct ForecastTests {
  private static let words = Array(RealData.library().teachingOrder.prefix(100))
  private let today = Moment.noon(of: 20_000)

  /// Someone who has practiced for two months, under a plan.
  private static func ledger(_ plan: Plan) -> Ledger {
    var ledger = Ledger()
    ledger.apply(.planned(plan), id: "plan", at: .noon(of: 19_900))
    for (index, word) in words.prefix(60).enumerated() {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_940 + index))
    }
    return ledger
  }

  private static let usual = ledger(Plan())

  private func forecast(_ ledger: Ledger, newPerDay: Int? = nil, days: Int = 30) -> Forecast {
    let limits = newPerDay.map { PracticeLimits(Plan(newPerDay: $0)) }
    return Forecast(ledger, words: Self.words, now: today, limits: limits, days: days, runs: 2)
  }

  @Test func theSameLedgerGivesTheSameForecast() {
    #expect(forecast(Self.usual, days: 8) == forecast(Self.usual, days: 8))
  }

  @Test func nothingLearnedAndNothingBegunIsNothingToDo() {
    let forecast = forecast(Ledger(), newPerDay: 0)
    #expect(forecast.days.map(\.day) == Array(20_000..<20_030))
    #expect(forecast.days.allSatisfy { $0.cards == 0 && $0.minutes == 0 && $0.new == 0 })
    #expect(forecast.wordsKnown == 0)
    #expect(forecast.cardsADay == 0 && forecast.minutesADay == 0)
    #expect(Forecast(Ledger(), words: [], now: today, days: 0).days.isEmpty)
  }

  /// With nothing new, the first days' cards are those that are due on them.
  @Test func theFirstDayIsWhatIsDue() {
    let first = forecast(Self.usual, newPerDay: 0).days[0]
    let due = Due(
      Self.usual, words: Self.words, now: today, limits: PracticeLimits(Plan(newPerDay: 0)))
    #expect(first.cards == Double(due.total) && due.total > 0)
    #expect(first.answers >= first.cards)
    #expect(first.minutes > 0)
  }

  @Test func noCardIsLeftOutAndTheLimitHolds() {
    let forecast = forecast(Self.usual)
    for day in forecast.days { #expect(day.new <= 8 && day.new <= day.cards) }
    #expect(forecast.days.reduce(0) { $0 + $1.new } > 8)
  }

  @Test func moreNewWordsAreMoreWorkAndMoreKnown() {
    let few = forecast(Self.usual, newPerDay: 1)
    let many = forecast(Self.usual, newPerDay: 10)
    #expect(few.cardsADay < many.cardsADay)
    #expect(few.minutesADay < many.minutesADay)
    #expect(few.wordsKnown < many.wordsKnown)
    #expect(few.wordsKnown > 40 && many.wordsKnown < 100)
  }

  @Test func higherRetentionIsMoreWorkAndMoreKnown() {
    let low = forecast(Self.ledger(Plan(retention: 0.8)), newPerDay: 0)
    let high = forecast(Self.ledger(Plan(retention: 0.95)), newPerDay: 0)
    #expect(low.cardsADay < high.cardsADay)
    #expect(low.wordsKnown < high.wordsKnown)
  }

  @Test func whoIsSlowNeedsLonger() {
    var slow = Self.usual
    slow.pace.reading = .init(milliseconds: 40_000, count: 9)
    let usual = forecast(Self.usual, newPerDay: 0, days: 10)
    let longer = forecast(slow, newPerDay: 0, days: 10)
    #expect(usual.cardsADay == longer.cardsADay)
    #expect(usual.minutesADay < longer.minutesADay)
  }
}
