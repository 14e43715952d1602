import Foundation
import SpacedRepetition
import Testing

/// That a model of another kind can take the place of FSRS-6.
struct MemoryModelTests {
  /// A memory of one variable, the half-life, by exact time: R = 2^(−t/h).
  private struct HalfLife: MemoryModel {
    struct Trace: Equatable, Codable {
      var hours: Double
    }

    let growth: Double

    var first: ByGrade<Trace> { ByGrade { Trace(hours: 24 * Double($0.rawValue)) } }

    func retrievability(of trace: Trace, after elapsed: Elapsed) -> Retrievability {
      exp2(-Double(elapsed.milliseconds) / 3_600_000 / trace.hours)
    }

    func target(retention: Retrievability) -> Double { -log2(retention) }

    func interval(of trace: Trace, to target: Double) -> Double { trace.hours * target / 24 }

    func next(_ trace: Trace, _ grade: Grade, after elapsed: Elapsed) -> Trace {
      let surprise = 1 - retrievability(of: trace, after: elapsed)
      return Trace(hours: grade == .again ? 12 : trace.hours * (1 + growth * surprise))
    }

    func next(_ trace: Trace, after elapsed: Elapsed) -> ByGrade<Trace> {
      ByGrade { next(trace, $0, after: elapsed) }
    }
  }

  private func hours(_ state: CardState<HalfLife.Trace>) -> Double? { state.memory.trace?.hours }

  /// A model that knows no cheaper rank is ranked by what it says of recall.
  @Test func aModelWithoutARankIsRankedByRecall() {
    let model = HalfLife(growth: 8)
    let ranked = [12.0, 96, 480, 24].map(HalfLife.Trace.init).sorted {
      model.rank(of: $0, after: .days(5)) < model.rank(of: $1, after: .days(5))
    }
    #expect(ranked.map(\.hours) == [480, 96, 24, 12])
  }

  @Test func aSchedulerOfAnotherModel() {
    let scheduler = Scheduler(
      model: HalfLife(growth: 8), retention: 0.75, learningSteps: [60], relearningSteps: [300],
      intervals: .ordered)
    let start = Moment.noon(ofDay: 20_000)
    let learned = scheduler.next(.new, .easy, at: start, dice: 0)
    // 4 days of half-life fall to 0.75 in 4·log2(4/3), 1.66 days.
    #expect(learned == .review(.init(hours: 96), dueDay: 20_002, last: start))

    var later = Moment.noon(ofDay: 20_004)
    let preview = scheduler.preview(learned, at: later, dice: 0)
    // Half is forgotten: 96·(1 + 8/2) hours; all three wait as long, but for the order.
    #expect(hours(preview.good) == 480)
    #expect(preview.hard == .review(.init(hours: 480), dueDay: 20_012, last: later))
    #expect(preview.good == .review(.init(hours: 480), dueDay: 20_013, last: later))
    #expect(preview.easy == .review(.init(hours: 480), dueDay: 20_014, last: later))
    #expect(
      preview.again
        == .stepping(
          .init(hours: 12), .relearning, step: 0, due: later.milliseconds + 300_000, last: later))

    // Exact time counts for this model, not days.
    later.milliseconds += 48 * 3_600_000
    #expect(hours(scheduler.next(learned, .good, at: later, dice: 0)) ?? 0 > 480)
  }

  @Test func theIntervalToARetentionHasThatRetention() {
    let model = FSRS6()
    for retention in [0.7, 0.8, 0.9, 0.95, 0.99] {
      let days = model.interval(
        of: MemoryTrace(stability: 30, difficulty: 5), retention: retention)
      #expect(model.retrievability(of: 30, elapsedDays: days).isClose(to: retention))
    }
    #expect(model.target(retention: 0.9).isClose(to: 1))
  }

  @Test func memoriesAreNewOrHaveATrace() {
    let model = FSRS6()
    let trace = MemoryTrace(stability: 3, difficulty: 4)
    #expect(Memory<MemoryTrace>.new.trace == nil)
    #expect(Memory.reviewed(trace).trace == trace)
    for grade in Grade.allCases {
      #expect(model.next(.new, grade, after: .days(9)) == model.first[grade])
      #expect(
        model.next(.reviewed(trace), grade, after: .days(9))
          == model.next(trace, grade, after: .days(9)))
    }
  }
}

struct ParameterTests {
  /// Those of fsrs-rs 6.6, w0…w20.
  private static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
    0...2, 0...2, 0.01...0.8, 0.1...0.8,
  ]

  @Test func bounds() {
    #expect(FSRS6.parameterBounds == Self.bounds)
  }

  @Test func parametersAreMovedIntoTheirBounds() throws {
    let high = try #require(FSRS6(parameters: Array(repeating: 1e300, count: 21)))
    let low = try #require(FSRS6(parameters: Array(repeating: -1e300, count: 21)))
    #expect(high.parameters == Self.bounds.map(\.upperBound))
    #expect(low.parameters == Self.bounds.map(\.lowerBound))
    #expect(FSRS6().parameters == FSRS6.defaultParameters)
    #expect(high != low)
  }

  /// The reference vectors are those of parameters as they were given.
  @Test func theReferencesParametersAreWithinTheBounds() throws {
    for (name, parameters) in try Vectors.load().parameterSets {
      #expect(try #require(FSRS6(parameters: parameters)).parameters == parameters, "\(name)")
    }
  }

  @Test(arguments: [[], [0.5], Array(repeating: 0.5, count: 22)])
  func aModelHasTwentyOneParameters(parameters: [Double]) {
    #expect(FSRS6(parameters: parameters) == nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aModelHasFiniteParameters(odd: Double) {
    var parameters = FSRS6.defaultParameters
    #expect(FSRS6(parameters: parameters) == FSRS6())
    parameters[7] = odd
    #expect(FSRS6(parameters: parameters) == nil)
  }

  /// All that is at an end of its bounds at once, with every kind of trace.
  @Test func nothingThatIsAllowedGivesNoNumber() throws {
    var random = SplitMix64(seed: 31)
    var wrong: [String] = []
    for _ in 0..<10_000 {
      let parameters = Self.bounds.map {
        Bool.random(using: &random) ? $0.lowerBound : $0.upperBound
      }
      let model = try #require(FSRS6(parameters: parameters))
      let trace = MemoryTrace(
        stability: [0.001, 1, 36500][Int.random(in: 0..<3, using: &random)],
        difficulty: [1, 5, 10][Int.random(in: 0..<3, using: &random)])
      let days = [0, 1, 100, Int.max][Int.random(in: 0..<4, using: &random)]
      let recall = model.retrievability(of: trace, after: .days(days))
      let target = model.target(retention: [0.7, 0.99][Int.random(in: 0..<2, using: &random)])
      if !(0...1).contains(recall) || !target.isFinite || target < 0 {
        wrong.append("\(trace), \(days) days: \(recall), \(target)")
      }
      for grade in Grade.allCases {
        let next = model.next(trace, grade, after: .days(days))
        if !FSRS6.stabilityRange.contains(next.stability)
          || !FSRS6.difficultyRange.contains(next.difficulty)
        {
          wrong.append("\(trace), \(grade) after \(days) days: \(next)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }
}
