import SpacedRepetition
import Testing

/// What must hold for every history, tried on 10,000 random ones.
struct SchedulerPropertyTests {
  private static let histories = 10_000

  /// The smallest and largest value of each parameter, w0…w20.
  private static let parameterRanges: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
    0...2, 0...2, 0.01...0.8, 0.1...0.8,
  ]

  private struct Answer {
    let grade: Grade
    let elapsedDays: Int
  }

  private func randomAnswers(_ random: inout SplitMix64) -> [Answer] {
    (0..<Int.random(in: 1...15, using: &random)).map { _ in
      // The same day, the coming days, and years, each a third of the time.
      let longest = [0, 10, 4000][Int.random(in: 0..<3, using: &random)]
      return Answer(
        grade: Grade.allCases[Int.random(in: 0..<4, using: &random)],
        elapsedDays: Int.random(in: 0...longest, using: &random))
    }
  }

  /// Default parameters half of the time, any that are allowed otherwise.
  private func randomModel(_ random: inout SplitMix64) throws -> FSRS6 {
    if Bool.random(using: &random) { return FSRS6() }
    let parameters = Self.parameterRanges.map { Double.random(in: $0, using: &random) }
    return try #require(FSRS6(parameters: parameters))
  }

  @Test func memoryStaysWithinItsRange() throws {
    var random = SplitMix64(seed: 1)
    var outside: [MemoryTrace] = []
    for _ in 0..<Self.histories {
      let model = try randomModel(&random)
      var memory = Memory<MemoryTrace>.new
      for answer in randomAnswers(&random) {
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

  @Test func recallNeverRisesWithTime() throws {
    var random = SplitMix64(seed: 2)
    var rising: [String] = []
    for _ in 0..<Self.histories {
      let model = try randomModel(&random)
      let range = FSRS6.stabilityRange
      let stability = range.upperBound * Double.random(in: 0...1, using: &random)
      var before = model.retrievability(of: max(stability, range.lowerBound), elapsedDays: 0)
      if before != 1 { rising.append("stability \(stability): \(before) at once") }
      var elapsed = 0.0
      for _ in 0..<10 {
        elapsed += Double.random(in: 0...1000, using: &random)
        let recall = model.retrievability(
          of: max(stability, range.lowerBound), elapsedDays: elapsed)
        if !(recall <= before && recall > 0) {
          rising.append("stability \(stability): \(before), then \(recall) after \(elapsed) days")
        }
        before = recall
      }
    }
    #expect(rising.isEmpty)
  }

  @Test func betterGradesWaitLongerByAtLeastADay() throws {
    var random = SplitMix64(seed: 3)
    let scheduler = Scheduler()
    var compared = 0
    var unordered: [[Int]] = []
    for _ in 0..<Self.histories {
      var card = CardState<MemoryTrace>.new
      var day = 20_000
      for answer in randomAnswers(&random) {
        day += answer.elapsedDays
        let dice = Double.random(in: 0..<1, using: &random)
        let now = Moment.noon(ofDay: day)
        if case .review = card {
          let waits = try [Grade.hard, .good, .easy].map { grade in
            let next = scheduler.next(card, grade, at: now, dice: dice)
            guard case .review(_, let dueDay, _) = next else {
              throw NotInReview(grade: grade)
            }
            return dueDay - day
          }
          compared += 1
          if !isOrdered(waits, maximum: scheduler.maximumInterval) { unordered.append(waits) }
        }
        card = scheduler.next(card, answer.grade, at: now, dice: dice)
      }
    }
    #expect(compared > Self.histories)
    #expect(unordered.isEmpty)
  }

  private struct NotInReview: Error {
    let grade: Grade
  }

  /// At the longest interval there is no room for another day.
  private func isOrdered(_ waits: [Int], maximum: Int) -> Bool {
    waits.allSatisfy { (1...maximum).contains($0) }
      && zip(waits, waits.dropFirst()).allSatisfy { shorter, longer in
        shorter < longer || (shorter == maximum && longer == maximum)
      }
  }
}
