import Foundation
import SpacedRepetition
import Testing

/// Random histories of a card.
enum Histories {
  static let count = 10_000

  struct Answer {
    let grade: Grade
    let elapsedDays: Int
    let dice: Double
  }

  static func answers(_ random: inout SplitMix64) -> [Answer] {
    (0..<Int.random(in: 1...15, using: &random)).map { _ in
      // The same day, the coming days, and years, each a third of the time.
      let longest = [0, 10, 4000][Int.random(in: 0..<3, using: &random)]
      return Answer(
        grade: Grade.allCases[Int.random(in: 0..<4, using: &random)],
        elapsedDays: Int.random(in: 0...longest, using: &random),
        dice: Double.random(in: 0..<1, using: &random))
    }
  }

  /// Any stability, each power of ten as likely.
  static func stability(_ random: inout SplitMix64) -> Stability {
    let range = FSRS6.stabilityRange
    let power = Double.random(in: log(range.lowerBound)...log(range.upperBound), using: &random)
    return min(max(exp(power), range.lowerBound), range.upperBound)
  }

  /// Default parameters half of the time, any that are allowed otherwise.
  static func model(_ random: inout SplitMix64) throws -> FSRS6 {
    if Bool.random(using: &random) { return FSRS6() }
    let parameters = FSRS6.parameterBounds.map { Double.random(in: $0, using: &random) }
    return try #require(FSRS6(parameters: parameters))
  }

  /// Settings of every kind, the usual ones half of the time.
  static func scheduler(_ random: inout SplitMix64) throws -> Scheduler<FSRS6> {
    if Bool.random(using: &random) { return Scheduler() }
    let steps = [[], [60], [60, 600], [60, 600, 86_400]]
    return Scheduler(
      model: try model(&random), retention: Double.random(in: 0.7...0.99, using: &random),
      learningSteps: steps[Int.random(in: 0..<4, using: &random)],
      relearningSteps: steps[Int.random(in: 0..<4, using: &random)],
      maximumInterval: [3, 7, 30, 365, 36500][Int.random(in: 0..<5, using: &random)],
      intervals: [.rounded, .ordered, .fuzzed][Int.random(in: 0..<3, using: &random)])
  }

  /// Nothing, lighter weekdays, or full days, each a third of the time.
  static func load(around day: Int, _ random: inout SplitMix64) throws -> DayLoad {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return DayLoad()
    case 1: return DayLoad(shares: try shares(&random))
    default:
      var load = DayLoad(shares: try shares(&random))
      for _ in 0..<60 { load.add(day + Int.random(in: 0...60, using: &random)) }
      return load
    }
  }

  private static func shares(_ random: inout SplitMix64) throws -> WeekdayShares {
    let shares = (0..<7).map { _ in
      [0, 0.5, 1, Double.random(in: 0...1, using: &random)][Int.random(in: 0..<4, using: &random)]
    }
    return try #require(WeekdayShares(fromMonday: shares))
  }
}
