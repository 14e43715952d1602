import SpacedRepetition
import Testing

/// What must hold for every history, tried on 10,000 random ones.
struct SchedulerPropertyTests {
  private typealias State = CardState<MemoryTrace>

  @Test func memoryStaysWithinItsRange() throws {
    var random = SplitMix64(seed: 1)
    var outside: [MemoryTrace] = []
    for _ in 0..<Histories.count {
      let model = try Histories.model(&random)
      var memory = Memory<MemoryTrace>.new
      for answer in Histories.answers(&random) {
        let next = model.next(memory, answer.grade, after: .days(answer.elapsedDays))
        if !FSRS6.stabilityRange.contains(next.stability)
          || !FSRS6.difficultyRange.contains(next.difficulty)
        {
          outside.append(next)
        }
        memory = .reviewed(next)
      }
    }
    #expect(outside.isEmpty)
  }

  @Test func allFourTracesAreThoseFoundOneByOne() throws {
    var random = SplitMix64(seed: 4)
    var different: [String] = []
    for _ in 0..<Histories.count {
      let model = try Histories.model(&random)
      let days = Int.random(in: 0...20, using: &random)
      let trace = MemoryTrace(
        stability: Histories.stability(&random),
        difficulty: Double.random(in: FSRS6.difficultyRange, using: &random))
      let all = model.next(trace, after: .days(days))
      for grade in Grade.allCases
      where all[grade] != model.next(trace, grade, after: .days(days)) {
        different.append("\(grade) after \(days) days of \(trace)")
      }
    }
    #expect(different.isEmpty)
  }

  @Test func recallNeverRisesWithTime() throws {
    var random = SplitMix64(seed: 2)
    var rising: [String] = []
    for _ in 0..<Histories.count {
      let model = try Histories.model(&random)
      let trace = MemoryTrace(
        stability: Histories.stability(&random), difficulty: 5)
      var before = model.retrievability(of: trace, after: .days(0))
      if before != 1 { rising.append("\(trace): \(before) at once") }
      var elapsed = 0
      for _ in 0..<10 {
        elapsed += Int.random(in: 0...1000, using: &random)
        let recall = model.retrievability(of: trace, after: .days(elapsed))
        if !(recall <= before && recall > 0) {
          rising.append("\(trace): \(before), then \(recall) after \(elapsed) days")
        }
        before = recall
      }
    }
    #expect(rising.isEmpty)
  }

  /// One walk through all histories, with all settings, and what holds at each answer.
  @Test func whatHoldsAtEveryAnswer() throws {
    var random = SplitMix64(seed: 3)
    var wrong: [String] = []
    var reviews = 0
    var left = 0
    for history in 0..<Histories.count {
      let scheduler = try Histories.scheduler(&random)
      var state = State.new
      var load = DayLoad()
      var day = 20_000
      for answer in Histories.answers(&random) {
        day += answer.elapsedDays
        if random.next() % 4 == 0 { load = try Histories.load(around: day, &random) }
        let now = Moment.noon(ofDay: day)
        let preview = scheduler.preview(state, at: now, dice: answer.dice, load: load)
        for grade in Grade.allCases {
          let next = scheduler.next(state, grade, at: now, dice: answer.dice, load: load)
          if next != preview[grade] { wrong.append("\(history): preview of \(grade)") }
          if next.last != now { wrong.append("\(history): time of \(grade)") }
          if let due = due(next, after: state, grade) {
            left += 1
            let plain = scheduler.plainDays(due.trace)
            let days =
              scheduler.intervals == .fuzzed
              ? Fuzz.days(
                plain, dice: answer.dice, maximum: scheduler.maximumInterval, from: day, load: load)
              : plain
            if due.day - day != days { wrong.append("\(history): \(grade) out of the steps") }
          }
        }
        if case .review(let trace, _, let last) = state {
          reviews += 1
          let next = scheduler.model.next(trace, after: Elapsed(from: last, to: now))
          wrong += complaints(preview, next, scheduler, day).map { "\(history): \($0)" }
        }
        state = preview[answer.grade]
      }
    }
    #expect(reviews > Histories.count && left > Histories.count)
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  /// When a card is due that an answer brings out of its steps, or that was forgotten and has none.
  private func due(
    _ next: State, after state: State, _ grade: Grade
  ) -> (trace: MemoryTrace, day: Int)? {
    if case .review = state, grade != .again { return nil }
    guard case .review(let trace, let dueDay, _) = next else { return nil }
    return (trace, dueDay)
  }

  /// What is wrong with the waits of a card in review: their order, or fuzz out of its bounds.
  private func complaints(
    _ preview: ByGrade<State>, _ traces: ByGrade<MemoryTrace>, _ scheduler: Scheduler<FSRS6>,
    _ day: Int
  ) -> [String] {
    let waits = [Grade.hard, .good, .easy].map { grade -> Int in
      if case .review(_, let dueDay, _) = preview[grade] { dueDay - day } else { -1 }
    }
    var plain = [traces.hard, traces.good, traces.easy].map(scheduler.plainDays)
    if scheduler.intervals == .rounded { return waits == plain ? [] : ["\(waits) for \(plain)"] }
    let longest = scheduler.maximumInterval
    plain[0] = min(plain[0], longest - 2)
    plain[1] = max(min(plain[1], longest - 1), plain[0] + 1)
    plain[2] = max(plain[2], plain[1] + 1)
    var wrong: [String] = []
    if !(waits[0] < waits[1] && waits[1] < waits[2]) { wrong.append("order \(waits)") }
    if waits[0] < 1 || waits[2] > longest { wrong.append("range \(waits)") }
    for (wait, plain) in zip(waits, plain) {
      let bounds =
        scheduler.intervals == .fuzzed
        ? Fuzz.bounds(plain, maximum: longest) ?? plain...plain : plain...plain
      if !bounds.contains(wait) { wrong.append("\(wait) not in \(bounds) of \(plain)") }
    }
    return wrong
  }
}
