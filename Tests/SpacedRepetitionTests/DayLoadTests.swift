import Foundation
import SpacedRepetition
import Testing

struct DayLoadTests {
  private static let today = 20_541

  private func load(_ counts: [Int: Int], shares: [Double]? = nil) throws -> DayLoad {
    var load = DayLoad()
    if let shares { load.shares = try #require(WeekdayShares(fromMonday: shares)) }
    for (interval, count) in counts {
      for _ in 0..<count { load.add(Self.today + interval) }
    }
    return load
  }

  /// How often each interval comes out, of 10,000 even throws of the dice.
  private func times(_ days: Int, _ load: DayLoad) -> [Int: Int] {
    (0..<10_000).reduce(into: [:]) { times, index in
      let dice = (Double(index) + 0.5) / 10_000
      times[Fuzz.days(days, dice: dice, from: Self.today, load: load), default: 0] += 1
    }
  }

  @Test func withoutLoadItIsPlainFuzz() throws {
    var emptied = try load([5: 2, 40: 1])
    for day in [5, 5, 40] { emptied.remove(Self.today + day) }
    for load in [DayLoad(), emptied] {
      for days in Array(1...120) + [364, 365, 366, 5000, 36500] {
        for throwing in 0..<50 {
          let dice = throwing == 49 ? 1.0.nextDown : Double(throwing) / 49
          #expect(
            Fuzz.days(days, dice: dice, from: Self.today, load: load)
              == Fuzz.days(days, dice: dice), "\(days) days, \(dice)")
        }
      }
    }
  }

  /// Two devices must come to the same day for ever, so the days themselves are held fast.
  @Test(arguments: [
    (10, 0.0, 8), (10, 0.3, 9), (10, 0.5, 11), (10, 0.999, 12), (30, 0.1, 29), (30, 0.5, 31),
    (2, 0.9, 2), (100, 0.5, 100),
  ])
  func chosenDaysNeverChange(days: Int, dice: Double, expected: Int) throws {
    let load = try load([8: 1, 10: 3, 28: 2, 100: 1], shares: [1, 1, 0.5, 1, 1, 0, 0.25])
    #expect(Fuzz.days(days, dice: dice, from: Self.today, load: load) == expected)
  }

  /// Bounds of 10 days are 8…12; weights are 1/(n²I).
  @Test func busyDaysAndFarDaysAreRarer() throws {
    let counts = [8: 3, 9: 1, 10: 2, 11: 1, 12: 1]
    let found = times(10, try load(counts))
    let weights = counts.reduce(into: [Int: Double]()) { weights, day in
      weights[day.key] = 1 / Double(day.value * day.value * day.key)
    }
    let total = weights.values.reduce(0, +)
    for (interval, weight) in weights {
      let expected = 10_000 * weight / total
      #expect(abs(Double(found[interval, default: 0]) - expected) < 2, "\(interval) days")
    }
  }

  @Test func aDayWithoutCardsIsTaken() throws {
    let found = times(10, try load([8: 1, 9: 1, 10: 1, 12: 1]))
    // A weight of 1 against 1/8, 1/9, 1/10 and 1/12.
    #expect(abs(found[11, default: 0] - 7046) <= 2)
  }

  /// Today is a Sunday; 8 days later it is Monday.
  @Test func weekdaysByTheirShare() throws {
    let found = times(10, try load([:], shares: [0.5, 1, 0, 0.25, 1, 1, 1]))
    let expected = [8: 0.5, 9: 1, 10: 0, 11: 0.25, 12: 1].mapValues { Int(10_000 * $0 / 2.75) }
    for (interval, count) in expected {
      #expect(abs(found[interval, default: 0] - count) <= 2, "\(interval) days: \(found)")
    }
  }

  @Test func weekdaysOfNoneAreFuzzedAsUsual() throws {
    let none = Array(repeating: 0.0, count: 7)
    for load in [try load([:], shares: none), try load([9: 3], shares: none)] {
      for dice in stride(from: 0, to: 1, by: 0.01) {
        #expect(
          Fuzz.days(10, dice: dice, from: Self.today, load: load) == Fuzz.days(10, dice: dice))
      }
    }
  }

  @Test func shortIntervalsStay() throws {
    let load = try load([1: 9, 2: 9], shares: [0, 0, 0, 0, 1, 0, 0])
    for days in [1, 2] {
      #expect(times(days, load) == [days: 10_000])
    }
  }

  @Test func longIntervalsGoByDiceAlone() throws {
    var load = try load([:], shares: [1, 1, 1, 1, 1, 0, 0])
    for interval in 300...400 { load.add(Self.today + interval) }
    let (balanced, plain) = (times(365, load), times(366, load))
    #expect(balanced != times(365, DayLoad()))
    #expect(plain == times(366, DayLoad()))
  }

  @Test(arguments: [
    ("1970-01-01", 3), ("2026-03-29", 6), ("2026-03-30", 0), ("1969-12-28", 6), ("1969-12-29", 0),
    ("2000-02-29", 1), ("1960-01-01", 4),
  ])
  func weekdays(date: String, expected: Int) {
    #expect(WeekdayShares.weekday(of: day(date)) == expected)
  }

  @Test func sharesAreSevenWithinOneAndNone() throws {
    #expect(WeekdayShares(fromMonday: [1, 1, 1, 1, 1, 1]) == nil)
    #expect(WeekdayShares(fromMonday: [1, 1, 1, 1, 1, 1, .nan]) == nil)
    let shares = try #require(WeekdayShares(fromMonday: [-1, 0, 0.5, 1, 2, .infinity, 0.25]))
    #expect(shares.fromMonday == [0, 0, 0.5, 1, 1, 1, 0.25])
    #expect(shares[day("2026-04-01")] == 0.5)
    #expect(WeekdayShares().fromMonday == Array(repeating: 1, count: 7))
    #expect(WeekdayShares(fromMonday: [3, 1, 1, 1, 1, 1, 1]) == WeekdayShares())
    let text = try JSONEncoder().encode(shares)
    #expect(String(decoding: text, as: UTF8.self) == "[0,0,0.5,1,1,1,0.25]")
    #expect(try JSONDecoder().decode(WeekdayShares.self, from: text) == shares)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(WeekdayShares.self, from: Data("[1,1]".utf8))
    }
  }

  /// Against a dictionary, with days that come in any order and some that no calendar has.
  @Test func countsOfDays() {
    var random = SplitMix64(seed: 21)
    var load = DayLoad()
    var expected: [Int: Int] = [:]
    for _ in 0..<5000 {
      let day = Self.today + Int.random(in: -300...300, using: &random)
      if Bool.random(using: &random) {
        load.add(day)
        expected[day, default: 0] += 1
      } else {
        load.remove(day)
        expected[day] = max(0, expected[day, default: 0] - 1)
      }
    }
    for odd in [Int.min, -200_000_000, Self.today + 80_000, 200_000_000, .max] {
      load.add(odd)
      load.remove(odd)
      #expect(load[odd] == 0)
    }
    for day in (Self.today - 310)...(Self.today + 310) {
      #expect(load[day] == expected[day, default: 0], "\(day)")
    }
  }

  /// A load is what is counted, whatever came first and whatever was counted and is no more.
  @Test func theOrderOfCountingDoesNotMatter() {
    var random = SplitMix64(seed: 23)
    let days = (0..<300).map { _ in
      [Self.today, 120_000, -5, 3][Int.random(in: 0..<4, using: &random)]
        + Int.random(in: 0...60, using: &random)
    }
    func load(_ days: [Int], passing: [Int] = []) -> DayLoad {
      var load = DayLoad()
      for day in passing { load.add(day) }
      for day in days { load.add(day) }
      for day in passing { load.remove(day) }
      return load
    }
    let first = load([120_000] + days)
    for _ in 0..<10 {
      let other = load(
        days.shuffled(using: &random) + [120_000], passing: [72_000, 0, Self.today - 900])
      #expect(first == other && other == first)
      for day in Array(-10...130_000) where first[day] != other[day] {
        Issue.record("\(day)")
      }
      for dice in stride(from: 0, to: 1, by: 0.01) {
        #expect(
          Fuzz.days(20, dice: dice, from: Self.today, load: first)
            == Fuzz.days(20, dice: dice, from: Self.today, load: other))
      }
    }
    #expect(first[Self.today + 10] > 0)
    var more = first
    more.add(Self.today + 5)
    #expect(more != first)
    var moved = more
    moved.remove(Self.today + 5)
    #expect(moved == first)
    moved.add(Self.today + 6)
    #expect(moved != more && more != moved)
    #expect(load([], passing: [5]) == DayLoad())
    #expect(load([900], passing: [5, 2000]) == load([900]))
    #expect(load([900]) == load([900], passing: [5, 2000]))
  }

  // MARK: a year of practice

  /// The reviews on each day of a year, 8 new cards a day, all answered when due; and the mean
  /// interval they were given.
  private func year(
    _ shares: [Double]?, balanced: Bool
  ) throws -> (reviews: [Int], interval: Double) {
    var random = SplitMix64(seed: 22)
    let scheduler = Scheduler(learningSteps: [], relearningSteps: [])
    var load = try load([:], shares: shares)
    var due: [Int: [(card: Int, repetition: Int, state: CardState<MemoryTrace>)]] = [:]
    var reviews: [Int] = []
    var intervals = (sum: 0, count: 0)
    for day in Self.today..<(Self.today + 500) {
      let old = due.removeValue(forKey: day) ?? []
      reviews.append(old.count)
      let new = (0..<8).map {
        (card: day * 8 + $0, repetition: 0, state: CardState<MemoryTrace>.new)
      }
      for (card, repetition, state) in old + new {
        if repetition > 0, balanced { load.remove(day) }
        let throwing = Double.random(in: 0..<1, using: &random)
        let grade: Grade =
          throwing < 0.1 ? .again : throwing < 0.25 ? .hard : throwing < 0.9 ? .good : .easy
        let next = scheduler.next(
          state, grade, at: .noon(ofDay: day),
          dice: Fuzz.dice(card: "\(card)", repetition: repetition), load: load)
        guard case .review(_, let dueDay, _) = next else { continue }
        if balanced { load.add(dueDay) }
        intervals.sum += dueDay - day
        intervals.count += 1
        due[dueDay, default: []].append((card, repetition + 1, next))
      }
    }
    return (Array(reviews[135...]), Double(intervals.sum) / Double(intervals.count))
  }

  /// How much the days differ from the week around them, as a variance. The load itself grows.
  private func unevenness(_ reviews: [Int]) -> Double {
    let deviations = (7..<(reviews.count - 7)).map { index in
      let around = reviews[(index - 7)...(index + 7)].reduce(0, +)
      return Double(reviews[index]) - Double(around) / 15
    }
    return deviations.map { $0 * $0 }.reduce(0, +) / Double(deviations.count)
  }

  @Test func aYearsReviewsAreEvener() throws {
    let plain = try year(nil, balanced: false)
    let balanced = try year(nil, balanced: true)
    #expect(unevenness(balanced.reviews) < unevenness(plain.reviews) / 2)
    #expect(abs(balanced.interval / plain.interval - 1) < 0.03)
  }

  @Test func aLightSundayHasItsShare() throws {
    let light = try year([1, 1, 1, 1, 1, 1, 0.5], balanced: true)
    let sundays = light.reviews.indices.filter {
      WeekdayShares.weekday(of: Self.today + 135 + $0) == 6
    }
    let onSundays = Double(sundays.map { light.reviews[$0] }.reduce(0, +)) / Double(sundays.count)
    let all = Double(light.reviews.reduce(0, +)) / Double(light.reviews.count)
    #expect(onSundays < 0.8 * all)
  }
}
