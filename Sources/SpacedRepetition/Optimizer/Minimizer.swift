/// L-BFGS between bounds: quasi-Newton steps from the last changes of the gradient, cut off at the
/// bounds, halved until the value falls (Nocedal & Wright, Numerical Optimization, 7.2 and 16.7).
struct Minimizer {
  var lower: [Double]
  var upper: [Double]
  var steps = 60
  /// Stops when a step lowers the value by less than this part of it.
  var tolerance = 1e-6
  private let memory = 8

  init(lower: [Double], upper: [Double]) {
    self.lower = lower
    self.upper = upper
  }

  /// The best point found from `start`; never worse than it.
  /// - Parameters:
  ///   - progress: told before each step which part of the most steps is done, 0…1.
  ///   - evaluate: the value at a point; sets the gradient.
  func minimum(
    from start: [Double], progress: (Double) -> Void = { _ in },
    _ evaluate: (_ point: [Double], _ gradient: inout [Double]) -> Double
  ) -> [Double] {
    var point = bounded(start)
    var gradient = [Double](repeating: 0, count: point.count)
    var value = evaluate(point, &gradient)
    var changes: [(point: [Double], gradient: [Double])] = []
    for step in 0..<steps {
      progress(Double(step) / Double(steps))
      let free = point.indices.filter { !isHeld(point[$0], gradient[$0], $0) }
      let descent = direction(gradient, free, changes)
      guard let step = search(point, value, gradient, descent, evaluate) else {
        // The memory may mislead; without it the next direction is straight down.
        guard !changes.isEmpty else { break }
        changes.removeAll()
        continue
      }
      let moved = zip(step.point, point).map { $0 - $1 }
      let turned = zip(step.gradient, gradient).map { $0 - $1 }
      if dot(moved, turned) > 1e-10 * dot(turned, turned) {
        changes.append((moved, turned))
        if changes.count > memory { changes.removeFirst() }
      }
      let gain = value - step.value
      (point, value, gradient) = (step.point, step.value, step.gradient)
      if gain <= tolerance * abs(value) { break }
    }
    return point
  }

  private func bounded(_ point: [Double]) -> [Double] {
    point.indices.map { min(max(point[$0], lower[$0]), upper[$0]) }
  }

  private func isHeld(_ value: Double, _ slope: Double, _ index: Int) -> Bool {
    value <= lower[index] && slope >= 0 || value >= upper[index] && slope <= 0
  }

  /// Minus the gradient times the inverse of the curvature the changes tell of.
  private func direction(
    _ gradient: [Double], _ free: [Int], _ changes: [(point: [Double], gradient: [Double])]
  ) -> [Double] {
    var result = [Double](repeating: 0, count: gradient.count)
    for index in free { result[index] = -gradient[index] }
    func dotFree(_ left: [Double], _ right: [Double]) -> Double {
      free.reduce(0) { $0 + left[$1] * right[$1] }
    }
    var shares: [Double] = []
    var scale: Double?
    for change in changes.reversed() {
      let curvature = dotFree(change.point, change.gradient)
      guard curvature > 1e-10 * dotFree(change.gradient, change.gradient) else {
        shares.append(.nan)
        continue
      }
      let share = dotFree(change.point, result) / curvature
      shares.append(share)
      for index in free { result[index] -= share * change.gradient[index] }
      if scale == nil { scale = curvature / dotFree(change.gradient, change.gradient) }
    }
    let length = dotFree(result, result).squareRoot()
    let factor = scale ?? (length > 1 ? 1 / length : 1)
    for index in free { result[index] *= factor }
    for (change, share) in zip(changes, shares.reversed()) where !share.isNaN {
      let curvature = dotFree(change.point, change.gradient)
      let rest = share - dotFree(change.gradient, result) / curvature
      for index in free { result[index] += rest * change.point[index] }
    }
    return result
  }

  private func search(
    _ point: [Double], _ value: Double, _ gradient: [Double], _ direction: [Double],
    _ evaluate: ([Double], inout [Double]) -> Double
  ) -> (point: [Double], value: Double, gradient: [Double])? {
    var length = 1.0
    var slope = gradient
    for _ in 0..<20 {
      let next = bounded(point.indices.map { point[$0] + length * direction[$0] })
      let expected = dot(gradient, zip(next, point).map { $0 - $1 })
      guard expected < 0 else { return nil }
      let found = evaluate(next, &slope)
      if found <= value + 1e-4 * expected { return (next, found, slope) }
      length *= 0.4
    }
    return nil
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
