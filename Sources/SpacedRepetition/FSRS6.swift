#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// FSRS-6, the free spaced repetition scheduler: pure functions of (memory, grade, elapsed days).
///
/// Formulas: the algorithm's description by the open-spaced-repetition project, version 6;
/// checked against py-fsrs 6.3.2 to a relative 1e-9.
public struct FSRS6: Equatable, Sendable {
  /// The 21 parameters w0…w20.
  public let parameters: [Double]

  /// Parameters fitted to many people's reviews, published with FSRS-6.
  public static let defaultParameters: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// What a stability can be, in days.
  public static let stabilityRange = 0.001...36500.0
  /// What a difficulty can be.
  public static let difficultyRange = 1.0...10.0

  private let w: [Double]
  private let decay: Double
  private let factor: Double

  /// The model with its published default parameters.
  public init() { self.init(checked: Self.defaultParameters) }

  /// The model with fitted parameters.
  /// - Returns: nil unless there are 21 finite numbers.
  public init?(parameters: [Double]) {
    guard parameters.count == 21, parameters.allSatisfy(\.isFinite) else { return nil }
    self.init(checked: parameters)
  }

  private init(checked: [Double]) {
    parameters = checked
    w = checked
    decay = -checked[20]
    factor = pow(0.9, 1 / -checked[20]) - 1
  }

  /// The probability of recall after `elapsedDays`: R = (1 + F·t/S)^(−w20).
  public func retrievability(of stability: Stability, elapsedDays: Double) -> Retrievability {
    pow(1 + factor * max(0, elapsedDays) / stability, decay)
  }

  /// Days until recall has fallen to `retention`, before rounding: S/F·(r^(−1/w20) − 1).
  public func interval(of stability: Stability, retention: Retrievability) -> Double {
    stability / factor * (pow(retention, 1 / decay) - 1)
  }

  /// The memory after a first review.
  public func firstMemory(_ grade: Grade) -> Memory {
    Memory(
      stability: clampStability(w[grade.rawValue - 1]),
      difficulty: clampDifficulty(initialDifficulty(grade)))
  }

  /// The memory after another review, `elapsedDays` whole days after the last.
  public func next(_ memory: Memory, _ grade: Grade, elapsedDays: Int) -> Memory {
    let stability: Stability
    if elapsedDays < 1 {
      stability = sameDayStability(memory, grade)
    } else {
      let recall = retrievability(of: memory.stability, elapsedDays: Double(elapsedDays))
      stability =
        grade == .again
        ? forgottenStability(memory, recall) : recalledStability(memory, grade, recall)
    }
    return Memory(
      stability: clampStability(stability), difficulty: nextDifficulty(memory.difficulty, grade))
  }

  /// The memory after a review of a card that may be new.
  public func next(_ memory: Memory?, _ grade: Grade, elapsedDays: Int) -> Memory {
    guard let memory else { return firstMemory(grade) }
    return next(memory, grade, elapsedDays: elapsedDays)
  }

  /// D0(G) = w4 − e^(w5(G−1)) + 1, not clamped.
  private func initialDifficulty(_ grade: Grade) -> Double {
    w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1
  }

  private func nextDifficulty(_ difficulty: Difficulty, _ grade: Grade) -> Difficulty {
    let change = -w[6] * Double(grade.rawValue - 3)
    let damped = difficulty + change * (10 - difficulty) / 9
    return clampDifficulty(w[7] * initialDifficulty(.easy) + (1 - w[7]) * damped)
  }

  private func sameDayStability(_ memory: Memory, _ grade: Grade) -> Stability {
    let increase =
      exp(w[17] * (Double(grade.rawValue - 3) + w[18])) * pow(memory.stability, -w[19])
    return memory.stability * (grade == .again ? increase : max(increase, 1))
  }

  private func forgottenStability(_ memory: Memory, _ recall: Retrievability) -> Stability {
    let longTerm =
      w[11] * pow(memory.difficulty, -w[12]) * (pow(memory.stability + 1, w[13]) - 1)
      * exp((1 - recall) * w[14])
    return min(longTerm, memory.stability / exp(w[17] * w[18]))
  }

  private func recalledStability(
    _ memory: Memory, _ grade: Grade, _ recall: Retrievability
  ) -> Stability {
    let hardPenalty = grade == .hard ? w[15] : 1
    let easyBonus = grade == .easy ? w[16] : 1
    let growth =
      exp(w[8]) * (11 - memory.difficulty) * pow(memory.stability, -w[9])
      * (exp((1 - recall) * w[10]) - 1) * hardPenalty * easyBonus
    return memory.stability * (1 + growth)
  }

  private func clampStability(_ value: Double) -> Stability {
    min(max(value, Self.stabilityRange.lowerBound), Self.stabilityRange.upperBound)
  }

  private func clampDifficulty(_ value: Double) -> Difficulty {
    min(max(value, Self.difficultyRange.lowerBound), Self.difficultyRange.upperBound)
  }
}
