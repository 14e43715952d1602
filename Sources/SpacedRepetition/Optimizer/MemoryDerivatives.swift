#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The formulas of `FSRS6`, each followed by its derivatives. Logarithms stand for the powers:
/// S^(−w9) is e^(−w9·ln S).
struct MemoryDerivatives {
  typealias Trace = RecallLoss.Trace
  typealias Node = ReviewTree.Node
  typealias Gradient = UnsafeMutableBufferPointer<Double>

  private let w: [Double]
  private let w6, w7, w8, w9, w10, w17, w18, w19, w20: Double
  /// F and its derivative by w20: 0.9^(−1/w20)·ln 0.9/w20².
  private let factor, factorByDecay: Double
  /// D0(4), not clamped, and e^(3·w5).
  private let easyDifficulty, easyPower: Double
  /// e^(−w17·w18), what a forgotten card keeps at most.
  private let kept: Double

  init(_ w: [Double]) {
    self.w = w
    (w6, w7, w8, w9, w10) = (w[6], w[7], w[8], w[9], w[10])
    (w17, w18, w19, w20) = (w[17], w[18], w[19], w[20])
    let base = pow(0.9, -1 / w[20])
    factor = base - 1
    factorByDecay = base * log(0.9) / (w[20] * w[20])
    easyPower = exp(3 * w[5])
    easyDifficulty = w[4] - easyPower + 1
    kept = exp(-w[17] * w[18])
  }

  func first(_ grade: Int) -> Trace {
    var trace = Trace()
    setStability(w[grade - 1], &trace)
    setDifficulty(w[4] - exp(w[5] * Double(grade - 1)) + 1, &trace)
    return trace
  }

  func addFirst(_ after: Trace, _ node: Node, _ gradient: Gradient) {
    if after.isStabilityFree { gradient[Int(node.grade) - 1] += after.byStability }
    guard after.isDifficultyFree else { return }
    let steps = Double(node.grade - 1)
    gradient[4] += after.byDifficulty
    gradient[5] -= after.byDifficulty * steps * exp(w[5] * steps)
  }

  func next(_ before: Trace, _ node: Node) -> Trace {
    var trace = Trace()
    let isSameDay = node.elapsedDays < 1
    if !isSameDay {
      trace.base = 1 + factor * node.elapsedDays / before.stability
      trace.logBase = log(trace.base)
      trace.recall = exp(-w20 * trace.logBase)
    }
    guard node.hasChildren else { return trace }

    let forgetting = 1 - trace.recall
    if isSameDay {
      trace.first = exp(w17 * (Double(node.grade - 3) + w18) - w19 * before.logStability)
      if node.grade > 1 { trace.first = max(trace.first, 1) }
      setStability(before.stability * trace.first, &trace)
    } else if node.grade == 1 {
      trace.first = w[11] * exp(-w[12] * log(before.difficulty) + forgetting * w[14])
      trace.second = exp(w[13] * log(before.stability + 1))
      let longTerm = trace.first * (trace.second - 1)
      setStability(min(longTerm, before.stability * kept), &trace)
    } else {
      trace.first = exp(w8 - w9 * before.logStability) * (11 - before.difficulty)
      trace.second = exp(forgetting * w10)
      let growth = trace.first * (trace.second - 1) * bonus(node.grade)
      setStability(before.stability * (1 + growth), &trace)
    }
    let change = -w6 * Double(node.grade - 3)
    let damped = before.difficulty + change * (10 - before.difficulty) / 9
    setDifficulty(w7 * easyDifficulty + (1 - w7) * damped, &trace)
    return trace
  }

  func add(_ after: Trace, _ node: Node, to before: inout Trace, _ gradient: Gradient) {
    if after.isDifficultyFree, after.byDifficulty != 0 {
      addDifficulty(after, node, to: &before, gradient)
    }
    let byStability = after.isStabilityFree ? after.byStability : 0
    guard node.elapsedDays >= 1 else {
      addSameDay(byStability, after, node, to: &before, gradient)
      return
    }
    var byRecall = 0.0
    if node.weight > 0 {
      byRecall = node.grade > 1 ? -node.weight / after.recall : node.weight / (1 - after.recall)
    }
    if byStability != 0 {
      byRecall +=
        node.grade == 1
        ? addForgotten(byStability, after, to: &before, gradient)
        : addRecalled(byStability, after, node.grade, to: &before, gradient)
    }
    let part = byRecall * after.recall / after.base
    before.byStability += part * w20 * (after.base - 1) / before.stability
    gradient[20] -=
      byRecall * after.recall * after.logBase
      + part * w20 * factorByDecay * node.elapsedDays / before.stability
  }

  private func addDifficulty(
    _ after: Trace, _ node: Node, to before: inout Trace, _ gradient: Gradient
  ) {
    let by = after.byDifficulty
    let toGood = Double(node.grade - 3)
    let room = (10 - before.difficulty) / 9
    before.byDifficulty += by * (1 - w7) * (1 + w6 * toGood / 9)
    gradient[7] += by * (easyDifficulty - before.difficulty + w6 * toGood * room)
    gradient[6] -= by * (1 - w7) * toGood * room
    gradient[4] += by * w7
    gradient[5] -= by * w7 * 3 * easyPower
  }

  private func addSameDay(
    _ by: Double, _ after: Trace, _ node: Node, to before: inout Trace, _ gradient: Gradient
  ) {
    guard by != 0 else { return }
    guard node.grade == 1 || after.first > 1 else {
      before.byStability += by
      return
    }
    let scaled = by * before.stability * after.first
    before.byStability += by * after.first * (1 - w19)
    gradient[17] += scaled * (Double(node.grade - 3) + w18)
    gradient[18] += scaled * w17
    gradient[19] -= scaled * before.logStability
  }

  /// - Returns: the derivative by the recall.
  private func addForgotten(
    _ by: Double, _ after: Trace, to before: inout Trace, _ gradient: Gradient
  ) -> Double {
    let longTerm = after.first * (after.second - 1)
    let most = before.stability * kept
    guard longTerm < most else {
      before.byStability += by * kept
      gradient[17] -= by * w18 * most
      gradient[18] -= by * w17 * most
      return 0
    }
    let power = after.first * after.second
    before.byStability += by * power * w[13] / (before.stability + 1)
    before.byDifficulty -= by * longTerm * w[12] / before.difficulty
    gradient[11] += by * longTerm / w[11]
    gradient[12] -= by * longTerm * log(before.difficulty)
    gradient[13] += by * power * log(before.stability + 1)
    gradient[14] += by * longTerm * (1 - after.recall)
    return -by * longTerm * w[14]
  }

  /// - Returns: the derivative by the recall.
  private func addRecalled(
    _ by: Double, _ after: Trace, _ grade: Int32, to before: inout Trace, _ gradient: Gradient
  ) -> Double {
    let plain = after.first * (after.second - 1)
    let growth = plain * bonus(grade)
    let scaled = by * before.stability
    before.byStability += by * (1 + growth - w9 * growth)
    before.byDifficulty -= scaled * growth / (11 - before.difficulty)
    gradient[8] += scaled * growth
    gradient[9] -= scaled * growth * before.logStability
    let power = scaled * after.first * after.second * bonus(grade)
    gradient[10] += power * (1 - after.recall)
    if grade == 2 { gradient[15] += scaled * plain }
    if grade == 4 { gradient[16] += scaled * plain }
    return -power * w10
  }

  private func bonus(_ grade: Int32) -> Double {
    grade == 2 ? w[15] : grade == 4 ? w[16] : 1
  }

  private func setStability(_ value: Double, _ trace: inout Trace) {
    let range = FSRS6.stabilityRange
    trace.isStabilityFree = value > range.lowerBound && value < range.upperBound
    trace.stability = min(max(value, range.lowerBound), range.upperBound)
    trace.logStability = log(trace.stability)
  }

  private func setDifficulty(_ value: Double, _ trace: inout Trace) {
    trace.isDifficultyFree = value > 1 && value < 10
    trace.difficulty = min(max(value, 1), 10)
  }
}
