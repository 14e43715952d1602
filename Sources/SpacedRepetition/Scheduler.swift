/// Turns answers into the next time a card is shown: FSRS-6 with learning and relearning steps.
public struct Scheduler: Equatable, Sendable {
  public var model: FSRS6
  /// The probability of recall at which a card is shown again, 0.7…0.99.
  public var retention: Retrievability
  /// Seconds. Empty: a card goes between days at once.
  public var learningSteps: [Int]
  /// Seconds.
  public var relearningSteps: [Int]
  /// Days, 1…36500.
  public var maximumInterval: Int
  /// Whether intervals are spread by `Fuzz`, so that cards learned together part.
  public var fuzzes: Bool

  public init(
    model: FSRS6 = FSRS6(), retention: Retrievability = 0.9, learningSteps: [Int] = [60, 600],
    relearningSteps: [Int] = [600], maximumInterval: Int = 36500, fuzzes: Bool = true
  ) {
    self.model = model
    self.retention = retention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    self.fuzzes = fuzzes
  }

  /// The state after an answer.
  /// - Parameters:
  ///   - dice: a number in 0..<1 from the card and its repetition, so that devices agree.
  public func next(
    _ state: CardState, _ grade: Grade, at now: Moment, dice: Double
  ) -> CardState {
    let elapsed = state.last.map { max(0, now.day - $0.day) } ?? 0
    let memory = model.next(state.memory, grade, elapsedDays: elapsed)

    switch state {
    case .new:
      return step(memory, .learning, 0, grade, now, dice)
    case .stepping(_, let kind, let index, _, _):
      return step(memory, kind, index, grade, now, dice)
    case .review(let before, _, _):
      guard grade == .again else {
        return review(memory, days(after: before, grade, elapsed, dice), now)
      }
      guard let first = relearningSteps.first else {
        return review(memory, days(memory, dice), now)
      }
      return .stepping(memory, .relearning, step: 0, due: due(now, first), last: now)
    }
  }

  /// Whole days until `memory` is due, before fuzz.
  public func plainDays(_ memory: Memory) -> Int {
    let raw = model.interval(of: memory.stability, retention: retention)
    return Int(min(max(raw.rounded(), 1), Double(maximumInterval)))
  }

  private func step(
    _ memory: Memory, _ kind: CardState.StepKind, _ index: Int, _ grade: Grade, _ now: Moment,
    _ dice: Double
  ) -> CardState {
    let steps = kind == .learning ? learningSteps : relearningSteps
    func stay(_ step: Int, _ seconds: Int) -> CardState {
      .stepping(memory, kind, step: step, due: due(now, seconds), last: now)
    }
    // Steps may have become fewer since the card entered them.
    guard index < steps.count else {
      if grade == .again, let first = steps.first { return stay(0, first) }
      return review(memory, days(memory, dice), now)
    }
    switch grade {
    case .again:
      return stay(0, steps[0])
    case .hard:
      if index > 0 { return stay(index, steps[index]) }
      return stay(0, steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2)
    case .good:
      guard index + 1 < steps.count else { return review(memory, days(memory, dice), now) }
      return stay(index + 1, steps[index + 1])
    case .easy:
      return review(memory, days(memory, dice), now)
    }
  }

  private func review(_ memory: Memory, _ days: Int, _ now: Moment) -> CardState {
    .review(memory, dueDay: now.day + days, last: now)
  }

  private func due(_ now: Moment, _ seconds: Int) -> Int64 {
    now.milliseconds + Int64(seconds) * 1000
  }

  private func days(_ memory: Memory, _ dice: Double) -> Int {
    let plain = plainDays(memory)
    guard fuzzes else { return plain }
    return Fuzz.days(plain, dice: dice, maximum: maximumInterval)
  }

  /// Between days, hard < good < easy by at least a day, fuzz included.
  private func days(after before: Memory, _ grade: Grade, _ elapsed: Int, _ dice: Double) -> Int {
    func interval(_ grade: Grade) -> Int {
      days(model.next(before, grade, elapsedDays: elapsed), dice)
    }
    guard fuzzes else { return plainDays(model.next(before, grade, elapsedDays: elapsed)) }
    let hard = interval(.hard)
    if grade == .hard { return hard }
    let good = min(max(interval(.good), hard + 1), maximumInterval)
    if grade == .good { return good }
    return min(max(interval(.easy), good + 1), maximumInterval)
  }
}
