import SpacedRepetition
import Testing

/// People who travel, and clocks that are wrong.
struct TravelTests {
  private let scheduler = Scheduler(intervals: .rounded)
  private let trace = MemoryTrace(stability: 20, difficulty: 5)

  private func moment(_ time: String, hours: Double) -> Moment {
    Moment(milliseconds: utc(time), offsetMinutes: Int(hours * 60))
  }

  struct Trip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let from: (time: String, hours: Double)
    let to: (time: String, hours: Double)
    let days: Int
  }

  @Test(arguments: [
    Trip(
      testDescription: "Berlin to Tokyo, one night",
      from: ("2026-06-10T18:00", 2), to: ("2026-06-11T06:00", 9), days: 1),
    Trip(
      testDescription: "Tokyo to Berlin, the same evening",
      from: ("2026-06-10T01:00", 9), to: ("2026-06-10T17:00", 2), days: 0),
    Trip(
      testDescription: "Auckland to Honolulu, back to the day before",
      from: ("2026-06-10T09:00", 12), to: ("2026-06-10T18:00", -10), days: 0),
    Trip(
      testDescription: "Honolulu to Auckland, over a day that is skipped",
      from: ("2026-06-10T06:00", -10), to: ("2026-06-10T19:00", 12), days: 2),
    Trip(
      testDescription: "New York to St. John's and Kathmandu",
      from: ("2026-06-10T07:00", -4), to: ("2026-06-11T10:00", 5.75), days: 2),
    Trip(
      testDescription: "An hour later, over the rollover",
      from: ("2026-06-10T01:30", 2), to: ("2026-06-10T02:30", 2), days: 1),
  ])
  func whatCountsIsTheDayThatWasStored(trip: Trip) {
    let last = moment(trip.from.time, hours: trip.from.hours)
    let now = moment(trip.to.time, hours: trip.to.hours)
    let elapsed = Elapsed(from: last, to: now)
    #expect(elapsed.days == trip.days)
    #expect(elapsed.milliseconds == utc(trip.to.time) - utc(trip.from.time))
    #expect(elapsed == Elapsed(from: last, to: now))

    let card = CardState.review(trace, dueDay: last.day, last: last)
    let next = scheduler.next(card, .good, at: now, dice: 0)
    #expect(next.memory == .reviewed(FSRS6().next(trace, .good, after: .days(trip.days))))
    #expect(next.last == now)
    guard case .review(_, let dueDay, _) = next else {
      Issue.record("not in review")
      return
    }
    #expect(dueDay > now.day)
  }

  struct Clock: Sendable {
    /// How far the log's newest time lies after now, in milliseconds.
    let ahead: Int64
    let check: ClockCheck
  }

  private static let day: Int64 = 86_400_000

  @Test(arguments: [
    Clock(ahead: -5 * day, check: .fine),
    Clock(ahead: 0, check: .fine),
    Clock(ahead: 300_000, check: .fine),
    Clock(ahead: 300_001, check: .behind(milliseconds: 300_001)),
    Clock(ahead: day, check: .behind(milliseconds: day)),
    Clock(ahead: day + 1, check: .dayBehind(days: 1)),
    Clock(ahead: 3 * day - 1, check: .dayBehind(days: 2)),
    Clock(ahead: 3 * day, check: .dayBehind(days: 3)),
  ])
  func aClockBehindTheLog(clock: Clock) {
    let now = Moment(milliseconds: utc("2026-06-10T09:00"), offsetMinutes: 0)
    let newest = Moment(milliseconds: now.milliseconds + clock.ahead, offsetMinutes: 0)
    #expect(ClockCheck(newest: newest, now: now) == clock.check)
  }

  @Test func anEmptyLogSaysNothingOfTheClock() {
    #expect(ClockCheck(newest: nil, now: .noon(ofDay: -20_000)) == .fine)
  }

  /// The day runs back over the date line; the clock does not.
  @Test func travelIsNoTroubleWithTheClock() {
    let auckland = moment("2026-06-10T09:00", hours: 12)
    let honolulu = moment("2026-06-10T18:00", hours: -10)
    #expect(honolulu.day == auckland.day)
    #expect(ClockCheck(newest: auckland, now: honolulu) == .fine)
  }

  @Test func theFarthestTimesNeitherTrapNorCount() {
    let first = Moment(milliseconds: .min, offsetMinutes: .min, day: .min)
    let last = Moment(milliseconds: .max, offsetMinutes: .max, day: .max)
    #expect(first.day == Moment.dayRange.lowerBound && last.day == Moment.dayRange.upperBound)
    #expect(Elapsed(from: last, to: first) == .days(0))
    #expect(Elapsed(from: first, to: last).days == 200_000_000)
    #expect(Elapsed.days(.max).milliseconds == .max)
    #expect(ClockCheck(newest: last, now: first) == .dayBehind(days: 200_000_000))
    #expect(ClockCheck(newest: first, now: last) == .fine)
    for (from, to) in [(first, last), (last, first)] {
      let card = CardState.review(trace, dueDay: from.day, last: from)
      for grade in Grade.allCases {
        #expect(scheduler.next(card, grade, at: to, dice: 0).last == to)
      }
    }
  }
}
