/// Turns answers into the next time a card is shown: a memory model with learning and relearning
/// steps. A pure value; the same answers give the same times on every device.
///
/// Steps and their order: py-fsrs 6.3.2. That a better grade waits longer, and fuzz: Anki.
public struct Scheduler<Model: MemoryModel>: Equatable, Sendable {
  /// Where a card stands.
  public typealias State = CardState<Model.Trace>

  /// How the intervals between days are made from those of the model.
  public enum Intervals: Sendable {
    /// Each rounded by itself, as py-fsrs does without fuzz: two grades may wait as long.
    case rounded
    /// In review, hard < good < easy by at least a day, also at the maximum. Out of the steps,
    /// Good and Easy may wait as long.
    case ordered
    /// Ordered, and spread by `Fuzz`, so that cards learned together part.
    case fuzzed
  }

  /// The model of memory.
  public let model: Model
  /// The probability of recall at which a card is shown again, 0.7…0.99.
  public let retention: Retrievability
  /// Seconds, each 0 to a year. Empty: a new card goes between days at once.
  public let learningSteps: [Int]
  /// Seconds, each 0 to a year. Empty: a forgotten card stays between days.
  public let relearningSteps: [Int]
  /// The longest interval in days, 3…36500: with fewer, three grades would not find room.
  public let maximumInterval: Int
  /// How the intervals between days are made.
  public let intervals: Intervals

  private let target: Model.Target

  /// A scheduler; what lies outside its range is moved to its end, and a retention that is no
  /// number is 0.9.
  public init(
    model: Model, retention: Retrievability = 0.9, learningSteps: [Int] = [60, 600],
    relearningSteps: [Int] = [600], maximumInterval: Int = 36500, intervals: Intervals = .fuzzed
  ) {
    let second = 0...31_536_000
    self.model = model
    self.retention = retention.isNaN ? 0.9 : min(max(retention, 0.7), 0.99)
    self.learningSteps = learningSteps.map { min(max($0, second.lowerBound), second.upperBound) }
    self.relearningSteps = relearningSteps.map {
      min(max($0, second.lowerBound), second.upperBound)
    }
    self.maximumInterval = min(max(maximumInterval, 3), 36500)
    self.intervals = intervals
    target = model.target(retention: self.retention)
  }

  /// The state after an answer.
  /// - Parameters:
  ///   - dice: a number in 0..<1, or moved there, from the card and its repetition, so that devices
  ///     agree.
  ///   - load: the days that are to be spared; none unless given.
  @_specialize(exported:true,where Model == FSRS6)
  public func next(
    _ state: State, _ grade: Grade, at now: Moment, dice: Double, load: DayLoad = DayLoad()
  ) -> State {
    let draw = Draw(now: now, dice: dice, load: load)
    switch state {
    case .new:
      return step(model.first[grade], .learning, 0, grade, draw)
    case .stepping(let trace, let kind, let index, _, let last):
      let next = model.next(trace, grade, after: Elapsed(from: last, to: now))
      return step(next, kind, index, grade, draw)
    case .review(let trace, _, let last):
      let elapsed = Elapsed(from: last, to: now)
      if grade == .again { return forgotten(model.next(trace, .again, after: elapsed), draw) }
      return passed(model.next(trace, after: elapsed), draw)[grade]
    }
  }

  /// The states after each of the four answers, equal to those of `next`, for less work.
  /// - Parameters:
  ///   - dice: a number in 0..<1 from the card and its repetition.
  ///   - load: the days that are to be spared; none unless given.
  @_specialize(exported:true,where Model == FSRS6)
  public func preview(
    _ state: State, at now: Moment, dice: Double, load: DayLoad = DayLoad()
  ) -> ByGrade<State> {
    let draw = Draw(now: now, dice: dice, load: load)
    switch state {
    case .new:
      let first = model.first
      return ByGrade { grade in step(first[grade], .learning, 0, grade, draw) }
    case .stepping(let trace, let kind, let index, _, let last):
      let next = model.next(trace, after: Elapsed(from: last, to: now))
      return ByGrade { grade in step(next[grade], kind, index, grade, draw) }
    case .review(let trace, _, let last):
      let next = model.next(trace, after: Elapsed(from: last, to: now))
      var states = passed(next, draw)
      states.again = forgotten(next.again, draw)
      return states
    }
  }

  /// The wait of a card that was just missed, in milliseconds; 0 without steps.
  public func firstStep(_ kind: StepKind) -> Int64 {
    Int64((kind == .learning ? learningSteps : relearningSteps).first ?? 0) * 1000
  }

  /// Whole days until recall has fallen to the retention, 1…`maximumInterval`, before order and
  /// fuzz; rounded away from zero at ties.
  public func plainDays(_ trace: Model.Trace) -> Int { plainDays(trace, maximumInterval) }

  private func plainDays(_ trace: Model.Trace, _ maximum: Int) -> Int {
    let raw = model.interval(of: trace, to: target).rounded()
    // Not min and max, so that what is not a number, from a damaged trace, is a day.
    return raw > 1 ? (raw < Double(maximum) ? Int(raw) : maximum) : 1
  }

  private func step(
    _ trace: Model.Trace, _ kind: StepKind, _ index: Int, _ grade: Grade, _ draw: Draw
  ) -> State {
    let steps = kind == .learning ? learningSteps : relearningSteps
    // Steps may have become fewer since the card entered them.
    guard index >= 0, index < steps.count else {
      if grade == .again, let first = steps.first { return stay(trace, kind, 0, first, draw) }
      return review(trace, days(trace, draw), draw)
    }
    switch grade {
    case .again:
      return stay(trace, kind, 0, steps[0], draw)
    case .hard:
      if index > 0 { return stay(trace, kind, index, steps[index], draw) }
      let seconds = steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2
      return stay(trace, kind, 0, seconds, draw)
    case .good:
      guard index + 1 < steps.count else { return review(trace, days(trace, draw), draw) }
      return stay(trace, kind, index + 1, steps[index + 1], draw)
    case .easy:
      return review(trace, days(trace, draw), draw)
    }
  }

  private func forgotten(_ trace: Model.Trace, _ draw: Draw) -> State {
    guard let first = relearningSteps.first else { return review(trace, days(trace, draw), draw) }
    return stay(trace, .relearning, 0, first, draw)
  }

  /// The states after a passing grade in review; `again` holds nothing of worth.
  private func passed(_ next: ByGrade<Model.Trace>, _ draw: Draw) -> ByGrade<State> {
    // Each better grade has a day of its own below the maximum. The ranges of fuzz rise with the
    // interval, so a day after that of the worse grade is still within its own.
    var hard = plainDays(next.hard, roomy(2))
    var good = plainDays(next.good, roomy(1))
    var easy = plainDays(next.easy, maximumInterval)
    if intervals != .rounded {
      good = max(good, hard + 1)
      easy = max(easy, good + 1)
    }
    if intervals == .fuzzed {
      hard = fuzzed(hard, roomy(2), draw)
      good = max(fuzzed(good, roomy(1), draw), hard + 1)
      easy = max(fuzzed(easy, maximumInterval, draw), good + 1)
    }
    return ByGrade(
      again: .new, hard: review(next.hard, hard, draw), good: review(next.good, good, draw),
      easy: review(next.easy, easy, draw))
  }

  /// The maximum that leaves room for so many better grades.
  private func roomy(_ better: Int) -> Int {
    intervals == .rounded ? maximumInterval : maximumInterval - better
  }

  private func days(_ trace: Model.Trace, _ draw: Draw) -> Int {
    let plain = plainDays(trace, maximumInterval)
    return intervals == .fuzzed ? fuzzed(plain, maximumInterval, draw) : plain
  }

  private func fuzzed(_ days: Int, _ maximum: Int, _ draw: Draw) -> Int {
    Fuzz.days(days, dice: draw.dice, maximum: maximum, from: draw.now.day, load: draw.load)
  }

  private func review(_ trace: Model.Trace, _ days: Int, _ draw: Draw) -> State {
    .review(trace, dueDay: (draw.now.day + days).clamped(to: Moment.dayRange), last: draw.now)
  }

  private func stay(
    _ trace: Model.Trace, _ kind: StepKind, _ step: Int, _ seconds: Int, _ draw: Draw
  ) -> State {
    let due = draw.now.milliseconds + Int64(seconds) * 1000
    return .stepping(
      trace, kind, step: step, due: due.clamped(to: Moment.millisecondsRange), last: draw.now)
  }
}

/// What an answer is filed with.
private struct Draw {
  let now: Moment
  let dice: Double
  let load: DayLoad
}

extension Scheduler where Model == FSRS6 {
  /// A scheduler of FSRS-6 with its default parameters.
  public init(
    retention: Retrievability = 0.9, learningSteps: [Int] = [60, 600],
    relearningSteps: [Int] = [600], maximumInterval: Int = 36500, intervals: Intervals = .fuzzed
  ) {
    self.init(
      model: FSRS6(), retention: retention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval, intervals: intervals)
  }
}
