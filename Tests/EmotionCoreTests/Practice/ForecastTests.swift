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

  /// New cards, counted by hand: three of four are known at once and take two answers to leave their
  /// steps, the others three.
  @Test(arguments: [1, 3])
  func aDayOfNewCardsIsCounted(_ runs: Int) {
    let forecast = Forecast(
      Ledger(), words: Self.words, now: today, limits: PracticeLimits(Plan(newPerDay: 100)),
      days: 1, runs: runs)
    var answers = 0
    for run in 0..<runs {
      for word in Self.words {
        let dice = Fuzz.dice(card: "\(run) \(word)/recognize", repetition: 0)
        answers += dice < 0.75 ? 2 : 3
      }
    }
    let mean = Double(answers) / Double(runs)
    let day = forecast.days[0]
    #expect(day.new == 100 && day.cards == 100)
    #expect(abs(day.answers - mean) < 1e-9)
    #expect((205...250).contains(day.answers))
    // Nobody's pace is known: 12 s to answer, 8 s to read.
    #expect(abs(day.minutes - mean / 3) < 1e-9)
  }

  /// A forgotten card takes one answer more, in its step, and then waits.
  @Test func aReviewIsAnsweredOnceOrTwice() {
    var ledger = Ledger()
    for word in Self.words {
      ledger.apply(
        .reviewed(
          Review(card: CardKey(word: word, skill: .recognize), grade: .easy, milliseconds: 0)),
        id: "", at: .noon(of: 19_900))
    }
    let forecast = Forecast(
      ledger, words: Self.words, now: today, limits: PracticeLimits(Plan(newPerDay: 0)), days: 1,
      runs: 1)
    let trace = FSRS6().first.easy
    let recall = FSRS6().retrievability(of: trace, after: .days(100))
    let forgotten = Self.words.count {
      Fuzz.dice(card: "0 \($0)/recognize", repetition: 1) >= recall
    }
    #expect((10...90).contains(forgotten))
    #expect(forecast.days[0].cards == 100)
    #expect(forecast.days[0].answers == Double(100 + forgotten))
  }

  @Test func everyRunHasItsOwnLuck() {
    func played(_ runs: Int) -> Forecast {
      Forecast(Self.usual, words: Self.words, now: today, days: 10, runs: runs)
    }
    #expect(played(1).days.map(\.answers) != played(2).days.map(\.answers))
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
