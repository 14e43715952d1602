import SpacedRepetition
import Testing

struct FuzzTests {
  /// Two devices must come to the same day for ever, so the numbers themselves are held fast.
  @Test(arguments: [
    ("joy:meaning", 1, 0.029089800894583795),
    ("joy:meaning", 2, 0.7069394760345785),
    ("Sehnsucht:übung", 17, 0.203023512676899),
    ("", 0, 0.7924301532446903),
  ])
  func diceOfACardNeverChange(card: String, repetition: Int, expected: Double) {
    #expect(Fuzz.dice(card: card, repetition: repetition) == expected)
  }

  private static let families: [@Sendable (Int) -> Double] = [
    { Fuzz.dice(card: "word\($0):meaning", repetition: 1) },
    { Fuzz.dice(card: "joy:meaning", repetition: $0) },
    { Fuzz.dice(card: "w\($0 % 100):cloze", repetition: $0 / 100) },
  ]

  @Test("Dice fall evenly over ten bins", arguments: families.indices)
  func diceAreEven(family: Int) {
    let dice = (0..<10_000).map(Self.families[family])
    #expect(dice.allSatisfy { (0..<1).contains($0) })
    var bins = [Int](repeating: 0, count: 10)
    for value in dice where (0..<1).contains(value) { bins[Int(value * 10)] += 1 }
    // A thousand each; five standard deviations are 150.
    #expect(bins.allSatisfy { (850...1150).contains($0) }, "\(bins)")
  }

  @Test(arguments: [1, 2, 3, 7, 20, 100, 1000])
  func everyDayWithinTheBoundsIsAsLikely(days: Int) {
    let expected = Fuzz.bounds(days) ?? days...days
    let throwsOfDice = 100_000
    var times: [Int: Int] = [:]
    for index in 0..<throwsOfDice {
      times[Fuzz.days(days, dice: Double(index) / Double(throwsOfDice)), default: 0] += 1
    }
    #expect(Set(times.keys) == Set(expected))
    let share = throwsOfDice / expected.count
    #expect(times.values.allSatisfy { abs($0 - share) <= 2 }, "\(times), \(share) each")
    #expect(Fuzz.days(days, dice: 1.0.nextDown) == expected.upperBound)
  }

  @Test func theMaximumHoldsAfterFuzz() {
    #expect(Fuzz.bounds(100, maximum: 100) == 93...100)
    #expect(Fuzz.bounds(100, maximum: 50) == 50...50)
    #expect(Fuzz.days(100, dice: 0.999, maximum: 100) == 100)
  }

  /// Whatever a caller hands over, there is an answer, and no day before the next.
  @Test func extremesAreMovedIntoTheirRange() {
    #expect(Fuzz.bounds(.max) == 36500...36500)
    #expect(Fuzz.bounds(.min) == nil)
    #expect(Fuzz.bounds(10, maximum: .max) == 8...12)
    #expect(Fuzz.bounds(10, maximum: .min) == 1...1)
    var load = DayLoad()
    load.add(108)
    for (dice, expected) in [(Double.nan, 8), (-10, 8), (1, 12), (7, 12), (.infinity, 12)] {
      #expect(Fuzz.days(10, dice: dice) == expected)
      // The last day within the bounds has a full weight, the first hardly any.
      #expect(Fuzz.days(10, dice: dice, from: 100, load: load) == expected)
      #expect((8...12).contains(Fuzz.days(10, dice: dice, from: .max, load: load)))
      #expect((8...12).contains(Fuzz.days(10, dice: dice, from: .min, load: load)))
      let memory = MemoryTrace(stability: 10, difficulty: 5)
      let card = CardState.review(memory, dueDay: 110, last: .noon(ofDay: 100))
      for grade in Grade.allCases {
        let next = Scheduler().next(card, grade, at: .noon(ofDay: 110), dice: dice)
        if let day = dueDay(next) { #expect(day > 110) }
      }
    }
  }

  @Test func aSchedulerWithoutFuzzIgnoresTheDice() {
    let memory = MemoryTrace(stability: 50, difficulty: 5)
    let card = CardState.review(memory, dueDay: 100, last: .noon(ofDay: 50))
    let found = [Scheduler<FSRS6>.Intervals.fuzzed, .ordered].map { intervals in
      Set(
        stride(from: 0, to: 1, by: 0.05).map { dice in
          dueDay(
            Scheduler(intervals: intervals).next(card, .good, at: .noon(ofDay: 100), dice: dice))
        })
    }
    #expect(found[0].count > 10)
    #expect(found[1].count == 1)
  }

  private func dueDay(_ card: CardState<MemoryTrace>) -> Int? {
    if case .review(_, let dueDay, _) = card { dueDay } else { nil }
  }
}
