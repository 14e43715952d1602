#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FSRS6 {
  /// The smallest and the largest value of each parameter, w0…w20; those of fsrs-rs 6.6.
  public static let parameterBounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
    0...2, 0...2, 0.01...0.8, 0.1...0.8,
  ]

  /// How much each parameter differs between people, as a standard deviation: of w4–w20 published
  /// with fsrs-rs 6.6; of the natural logarithms of w0–w3.
  static let parameterDeviations: [Double] = [
    1, 1, 1, 1, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
    0.32, 0.14, 0.27,
  ]

  /// A parameter, or the logarithm of a first stability, in units of its deviation.
  static func variable(_ index: Int, _ value: Double) -> Double {
    (index < 4 ? log(value) : value) / parameterDeviations[index]
  }

  /// The parameter whose variable is given.
  static func parameter(_ index: Int, atVariable variable: Double) -> Double {
    let value = variable * parameterDeviations[index]
    return index < 4 ? exp(value) : value
  }

  /// By how much a parameter grows with its variable.
  static func unit(_ index: Int, _ value: Double) -> Double {
    parameterDeviations[index] * (index < 4 ? value : 1)
  }

  /// The largest w17 and w18 with which `count` relearning steps do not end above the stability
  /// before them: 2 for one step or none, else
  /// min(2, √(max(0.01, −(ln w11 + ln(2^w13 − 1) + 0.3·w14)/count))). Source: fsrs-rs 6.6.
  static func sameDayCeiling(_ w: [Double], relearningSteps count: Int) -> Double {
    guard count > 1 else { return 2 }
    let gain = log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14]
    return min(2, max(0.01, -gain / Double(count)).squareRoot())
  }
}
