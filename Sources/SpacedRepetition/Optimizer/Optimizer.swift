#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fits the parameters of FSRS-6 to a person's own reviews.
///
/// Minimizes Σ weight·(−ln p) + Σ((w − default)²/σ²): p is the probability the model gave to what
/// happened, newer reviews weigh more, and the second sum pulls to the defaults, so that few
/// reviews change little. Weights, σ of w4–w20 and the bounds are those of fsrs-rs 6.6. The first
/// stabilities w0–w3, which differ between people by factors, are pulled by their logarithms, with
/// σ = 1: by days, with σ of 6 to 28, twenty reviews could carry them anywhere. The method is
/// L-BFGS on exact derivatives. The same reviews always give the same parameters.
public struct Optimizer: Sendable {
  /// Below this many scored reviews nothing is fitted.
  public static let fewestReviews = 8
  /// Below this many scored reviews only w0–w3 are.
  public static let fewestForAll = 64

  /// How many relearning steps cards go through; more than one bounds w17 and w18 further.
  public var relearningSteps: Int

  /// - Parameter relearningSteps: ≥ 0; the scheduler's default is one.
  public init(relearningSteps: Int = 1) { self.relearningSteps = relearningSteps }

  /// What a fit came to.
  public struct Fit: Equatable, Sendable {
    /// The model given where nothing better was found.
    public var model: FSRS6
    /// How many reviews were scored: on a later day than the card's last, and not its first.
    public var reviews: Int
    /// The weighted mean log-loss of those reviews with the model given, in nats, ≥ 0. 0 where
    /// nothing was fitted.
    public var lossBefore: Double
    /// The same with `model`; never more.
    public var lossAfter: Double
    /// Whether `model` is a new one.
    public var isBetter: Bool
    /// What was varied: it depends on how many reviews there are.
    public var scope: Scope
  }

  /// Which parameters a fit varies.
  public enum Scope: Equatable, Comparable, Sendable {
    /// None: there are too few reviews.
    case nothing
    /// w0–w3; the others are those of the model given.
    case firstStabilities
    /// All 21, starting from the defaults.
    case all

    /// What is fitted to so many scored reviews.
    public init(reviews: Int) {
      self =
        reviews < fewestReviews ? .nothing : reviews < fewestForAll ? .firstStabilities : .all
    }
  }

  /// The weight of a scored review by its age: 0.25 + 0.75·(i/(n − 1))³, the oldest i = 0.
  static func weight(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return 1 }
    let age = Double(index) / Double(count - 1)
    return 0.25 + 0.75 * age * age * age
  }

  /// The parameters that fit `histories` best, or those of `model` where none fits better.
  /// - Parameters:
  ///   - most: what to vary at most, however many reviews there are.
  ///   - progress: told now and then how much is done, 0…1, never less than before; 1 at the end.
  public func fit(
    _ histories: [ReviewHistory], from model: FSRS6 = FSRS6(), varying most: Scope = .all,
    progress: (Double) -> Void = { _ in }
  ) -> Fit {
    defer { progress(1) }
    let (weights, total, count) = Self.weights(histories)
    let scope = min(Scope(reviews: count), most)
    guard scope > .nothing else {
      return Fit(
        model: model, reviews: count, lossBefore: 0, lossAfter: 0, isBetter: false, scope: scope)
    }
    let tree = ReviewTree(histories, weights: weights)
    var whole = RecallLoss(tree)
    var bounds = FSRS6.parameterBounds
    // What is not varied stays as it was given; what is starts from the defaults.
    var w = FSRS6.defaultParameters
    if scope == .firstStabilities { w.replaceSubrange(4..., with: model.parameters[4...]) }
    var start = RecallLoss(ReviewTree(histories, weights: weights, firstIntervalOnly: true))
    w = Self.minimize(&start, from: w, varying: 0..<4, bounds) { progress(0.1 * $0) }
    if scope == .all {
      w = Self.minimize(&whole, from: w, varying: 0..<21, bounds) { progress(0.1 + 0.8 * $0) }
    }
    let ceiling = FSRS6.sameDayCeiling(w, relearningSteps: relearningSteps)
    if scope == .all, max(w[17], w[18]) > ceiling {
      bounds[17] = 0...ceiling
      bounds[18] = 0...ceiling
      w = Self.minimize(&whole, from: w, varying: 0..<21, bounds) { progress(0.9 + 0.1 * $0) }
      let last = FSRS6.sameDayCeiling(w, relearningSteps: relearningSteps)
      w[17] = min(w[17], last)
      w[18] = min(w[18], last)
    }
    w = FirstStabilities.filled(w, tested: FirstStabilities.tested(histories))
    let before = whole.loss(model.parameters) / total
    let after = whole.loss(w) / total
    guard after < before, let fitted = FSRS6(parameters: w) else {
      return Fit(
        model: model, reviews: count, lossBefore: before, lossAfter: before, isBetter: false,
        scope: scope)
    }
    return Fit(
      model: fitted, reviews: count, lossBefore: before, lossAfter: after, isBetter: true,
      scope: scope)
  }

  /// The weights by position, their sum, and how many reviews are scored.
  static func weights(
    _ histories: [ReviewHistory]
  ) -> (byPosition: [Int: Double], total: Double, count: Int) {
    let positions = histories.flatMap { $0.scored.map(\.position) }.sorted()
    let weights = positions.indices.map { weight($0, of: positions.count) }
    // Positions may be any, but each is one review's.
    let byPosition = Dictionary(zip(positions, weights), uniquingKeysWith: { first, _ in first })
    return (byPosition, positions.reduce(0) { $0 + (byPosition[$1] ?? 0) }, positions.count)
  }

  /// Varies some parameters, each in the unit of its deviation between people, so that all
  /// variables are of a size.
  private static func minimize(
    _ loss: inout RecallLoss, from start: [Double], varying: Range<Int>,
    _ bounds: [ClosedRange<Double>], progress: (Double) -> Void
  ) -> [Double] {
    func parameters(_ point: [Double]) -> [Double] {
      var w = start
      for (value, index) in zip(point, varying) {
        w[index] = FSRS6.parameter(index, atVariable: value).clamped(to: bounds[index])
      }
      return w
    }
    let minimizer = Minimizer(
      lower: varying.map { FSRS6.variable($0, bounds[$0].lowerBound) },
      upper: varying.map { FSRS6.variable($0, bounds[$0].upperBound) })
    let center = varying.map { FSRS6.variable($0, FSRS6.defaultParameters[$0]) }
    let first = varying.map { FSRS6.variable($0, start[$0]) }
    let point = minimizer.minimum(from: first, progress: progress) { point, slope in
      let w = parameters(point)
      var gradient = [Double](repeating: 0, count: 21)
      var value = loss.loss(w, addingTo: &gradient)
      for (place, index) in varying.enumerated() {
        let away = point[place] - center[place]
        value += away * away
        slope[place] = gradient[index] * FSRS6.unit(index, w[index]) + 2 * away
      }
      return value
    }
    return parameters(point)
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
