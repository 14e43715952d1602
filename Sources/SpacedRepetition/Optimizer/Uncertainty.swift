extension Optimizer {
  /// How far each fitted parameter, w0…w20, may be from the truth, as a standard error in its own
  /// unit.
  ///
  /// With H the second derivatives of what is minimized, J those of the loss with its weights
  /// squared, and P = 2/σ² those of the pull to the defaults, the covariance of (fitted − true) is
  /// H⁻¹(J + P·σ²·P)H⁻¹: the chance in the reviews, and that the truth lies σ from the defaults
  /// (White 1982, the sandwich of a weighted likelihood). Where the reviews say nothing of a
  /// parameter this is its σ between people; see `deviations`.
  /// - Parameters:
  ///   - model: fitted to `histories`.
  /// - Returns: nil where the second derivatives tell of no minimum.
  public func standardErrors(of model: FSRS6, on histories: [ReviewHistory]) -> [Double]? {
    let weights = Self.weights(histories).byPosition
    let w = model.parameters
    let count = w.count
    let information = Self.curvature(at: w, ReviewTree(histories, weights: weights))
    let squared = weights.mapValues { $0 * $0 }
    let chance = Self.curvature(at: w, ReviewTree(histories, weights: squared))
    // In units of σ, P is 2 and P·σ²·P is 4.
    var whole = information
    var spread = chance
    for index in 0..<count {
      whole[index][index] += 2
      spread[index][index] += 4
    }
    guard let inverse = Self.inverse(whole) else { return nil }
    var errors: [Double] = []
    for index in 0..<count {
      let row = inverse[index]
      var variance = 0.0
      for left in 0..<count {
        for right in 0..<count { variance += row[left] * spread[left][right] * row[right] }
      }
      guard variance >= 0 else { return nil }
      errors.append(variance.squareRoot() * FSRS6.unit(index, w[index]))
    }
    return errors
  }

  /// How much the parameters differ between people, w0…w20, as standard deviations around those of
  /// `model`: what is known before any review.
  public static func deviations(around model: FSRS6) -> [Double] {
    model.parameters.indices.map { FSRS6.unit($0, model.parameters[$0]) }
  }

  /// The second derivatives of the loss by the variables, from differences of the exact first.
  private static func curvature(at w: [Double], _ tree: ReviewTree) -> [[Double]] {
    var loss = RecallLoss(tree)
    func slope(_ index: Int, _ step: Double) -> [Double] {
      var near = w
      let variable = FSRS6.variable(index, w[index]) + step
      near[index] = FSRS6.parameter(index, atVariable: variable)
      var gradient = [Double](repeating: 0, count: w.count)
      _ = loss.loss(near, addingTo: &gradient)
      return gradient.indices.map { gradient[$0] * FSRS6.unit($0, near[$0]) }
    }
    let step = 1e-3
    var curvature = w.indices.map { index in
      zip(slope(index, step), slope(index, -step)).map { ($0 - $1) / (2 * step) }
    }
    for row in w.indices {
      for column in 0..<row {
        let mean = (curvature[row][column] + curvature[column][row]) / 2
        curvature[row][column] = mean
        curvature[column][row] = mean
      }
    }
    return curvature
  }

  /// The inverse by Gauss and Jordan, nil of a matrix that is not positive definite.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let count = matrix.count
    var rest = matrix
    var inverse = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for pivot in 0..<count {
      let scale = rest[pivot][pivot]
      guard scale > 1e-12, scale.isFinite else { return nil }
      for column in 0..<count {
        rest[pivot][column] /= scale
        inverse[pivot][column] /= scale
      }
      for row in 0..<count where row != pivot {
        let factor = rest[row][pivot]
        for column in 0..<count {
          rest[row][column] -= factor * rest[pivot][column]
          inverse[row][column] -= factor * inverse[pivot][column]
        }
      }
    }
    return inverse
  }
}
