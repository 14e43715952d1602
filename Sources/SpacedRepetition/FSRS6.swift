#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// FSRS-6, the free spaced repetition scheduler: pure functions of (trace, grade, elapsed days).
///
/// Formulas: the algorithm's description by the open-spaced-repetition project, version 6;
/// checked against py-fsrs 6.3.2 to a relative 1e-9. S is stability, D difficulty, R the
/// probability of recall, G the grade 1…4, t whole days since the last answer.
public struct FSRS6: MemoryModel {
  /// Parameters fitted to many people's reviews, published with FSRS-6.
  public static let defaultParameters: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// What a stability can be, in days.
  public static let stabilityRange = 0.001...36500.0
  /// What a difficulty can be.
  public static let difficultyRange = 1.0...10.0

  /// The traces after a first answer: S = w[G−1], D = D0(G) = w4 − e^(w5(G−1)) + 1.
  public let first: ByGrade<MemoryTrace>

  private let w: InlineArray<21, Double>
  /// F = 0.9^(−1/w20) − 1, so that R(S) is 0.9.
  private let factor: Double
  /// w7·D0(4), what every difficulty is drawn to; D0 not clamped.
  private let reversion: Double
  /// e^w8.
  private let growthFactor: Double
  /// e^(−w17·w18), the share of its stability a forgotten card keeps at most.
  private let kept: Double
  /// e^(w17(G−3+w18)).
  private let sameDayFactors: ByGrade<Double>

  private static let defaults = FSRS6(finite: defaultParameters)

  /// The model with its published default parameters.
  public init() { self = Self.defaults }

  /// The model with fitted parameters w0…w20, each moved into `parameterBounds`, as fsrs-rs does:
  /// within them every result is a number.
  /// - Returns: nil unless there are 21 finite numbers.
  public init?(parameters: [Double]) {
    guard parameters.count == Self.parameterBounds.count, parameters.allSatisfy(\.isFinite) else {
      return nil
    }
    self.init(finite: parameters)
  }

  private init(finite parameters: [Double]) {
    let w = InlineArray<21, Double> { index in
      let bounds = Self.parameterBounds[index]
      return min(max(parameters[index], bounds.lowerBound), bounds.upperBound)
    }
    func initialDifficulty(_ grade: Grade) -> Double {
      w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1
    }
    self.w = w
    factor = pow(0.9, -1 / w[20]) - 1
    reversion = w[7] * initialDifficulty(.easy)
    growthFactor = exp(w[8])
    kept = exp(-w[17] * w[18])
    sameDayFactors = ByGrade { grade in exp(w[17] * (Double(grade.rawValue - 3) + w[18])) }
    first = ByGrade { grade in
      MemoryTrace(
        stability: w[grade.rawValue - 1], difficulty: clampDifficulty(initialDifficulty(grade)))
    }
  }

  /// The 21 parameters w0…w20, within `parameterBounds`.
  public var parameters: [Double] { w.indices.map { w[$0] } }

  /// Whether the parameters are the same.
  public static func == (left: FSRS6, right: FSRS6) -> Bool {
    left.w.indices.allSatisfy { left.w[$0] == right.w[$0] }
  }

  /// The probability of recall after `elapsedDays`: R = (1 + F·t/S)^(−w20).
  /// - Parameter elapsedDays: may be a fraction; fewer than 0 count as 0.
  public func retrievability(of stability: Stability, elapsedDays: Double) -> Retrievability {
    pow(1 + factor * max(0, elapsedDays) / stability, -w[20])
  }

  /// The probability of recall after whole days: R = (1 + F·t/S)^(−w20).
  public func retrievability(of trace: MemoryTrace, after elapsed: Elapsed) -> Retrievability {
    retrievability(of: trace.stability, elapsedDays: Double(elapsed.days))
  }

  /// Elapsed days by stability: R falls with t/S alone, so that the order needs no power.
  public func rank(of trace: MemoryTrace, after elapsed: Elapsed) -> Double {
    Double(elapsed.days) / trace.stability
  }

  /// Days in which recall falls to `retention` when the stability is a day: (r^(−1/w20) − 1)/F.
  /// 1 for 0.9.
  public func target(retention: Retrievability) -> Double {
    (pow(retention, -1 / w[20]) - 1) / factor
  }

  /// Days until recall has fallen to a target, before rounding: S·(r^(−1/w20) − 1)/F.
  public func interval(of trace: MemoryTrace, to target: Double) -> Double {
    trace.stability * target
  }

  /// Days until recall has fallen to `retention`, before rounding: S·(r^(−1/w20) − 1)/F.
  public func interval(of stability: Stability, retention: Retrievability) -> Double {
    stability * target(retention: retention)
  }

  /// The trace after another answer.
  public func next(_ trace: MemoryTrace, _ grade: Grade, after elapsed: Elapsed) -> MemoryTrace {
    let stability: Stability
    if elapsed.days < 1 {
      stability = sameDayStability(trace.stability, grade, sameDayPower(trace.stability))
    } else {
      let recall = retrievability(of: trace, after: elapsed)
      stability =
        grade == .again
        ? forgottenStability(trace, recall)
        : recalledStability(trace.stability, grade, growth(trace, recall))
    }
    return updated(trace, grade, stability)
  }

  /// The traces after each of the four answers.
  public func next(_ trace: MemoryTrace, after elapsed: Elapsed) -> ByGrade<MemoryTrace> {
    if elapsed.days < 1 {
      let power = sameDayPower(trace.stability)
      return ByGrade { grade in
        updated(trace, grade, sameDayStability(trace.stability, grade, power))
      }
    }
    let recall = retrievability(of: trace, after: elapsed)
    let growth = growth(trace, recall)
    return ByGrade(
      again: updated(trace, .again, forgottenStability(trace, recall)),
      hard: updated(trace, .hard, recalledStability(trace.stability, .hard, growth)),
      good: updated(trace, .good, recalledStability(trace.stability, .good, growth)),
      easy: updated(trace, .easy, recalledStability(trace.stability, .easy, growth)))
  }

  private func updated(_ trace: MemoryTrace, _ grade: Grade, _ stability: Double) -> MemoryTrace {
    MemoryTrace(
      stability: clampStability(stability), difficulty: nextDifficulty(trace.difficulty, grade))
  }

  /// D' = w7·D0(4) + (1 − w7)·(D − w6(G − 3)·(10 − D)/9).
  private func nextDifficulty(_ difficulty: Difficulty, _ grade: Grade) -> Difficulty {
    let change = -w[6] * Double(grade.rawValue - 3)
    let damped = difficulty + change * (10 - difficulty) / 9
    return clampDifficulty(reversion + (1 - w[7]) * damped)
  }

  /// S^(−w19).
  private func sameDayPower(_ stability: Stability) -> Double { pow(stability, -w[19]) }

  /// S' = S·e^(w17(G−3+w18))·S^(−w19), which never shortens unless G is 1.
  private func sameDayStability(
    _ stability: Stability, _ grade: Grade, _ power: Double
  ) -> Stability {
    let increase = sameDayFactors[grade] * power
    return stability * (grade == .again ? increase : max(increase, 1))
  }

  /// S' = min(w11·D^(−w12)·((S + 1)^w13 − 1)·e^((1−R)w14), S/e^(w17·w18)).
  private func forgottenStability(_ trace: MemoryTrace, _ recall: Retrievability) -> Stability {
    let longTerm =
      w[11] * pow(trace.difficulty, -w[12]) * (pow(trace.stability + 1, w[13]) - 1)
      * exp((1 - recall) * w[14])
    return min(longTerm, trace.stability * kept)
  }

  /// How much of itself a stability gains by a good answer: e^w8·(11−D)·S^(−w9)·(e^((1−R)w10) − 1).
  private func growth(_ trace: MemoryTrace, _ recall: Retrievability) -> Double {
    growthFactor * (11 - trace.difficulty) * pow(trace.stability, -w[9])
      * (exp((1 - recall) * w[10]) - 1)
  }

  /// S' = S·(1 + growth·(w15 if G is 2)·(w16 if G is 4)).
  private func recalledStability(
    _ stability: Stability, _ grade: Grade, _ growth: Double
  ) -> Stability {
    let bonus = grade == .hard ? w[15] : grade == .easy ? w[16] : 1
    return stability * (1 + growth * bonus)
  }
}

// A result that is not a number, which only a damaged trace can lead to, becomes the smallest.

private func clampStability(_ value: Double) -> Stability {
  value > 0.001 ? min(value, 36500) : 0.001
}

private func clampDifficulty(_ value: Double) -> Difficulty {
  value > 1 ? min(value, 10) : 1
}
