import SpacedRepetition
import Testing

/// Inkling agrees with py-fsrs, the reference, to a relative 1e-9.
struct ReferenceVectorTests {
  @Test func memoryAndIntervalsOfEverySequence() throws {
    let vectors = try Vectors.load()
    #expect(vectors.memorySequences.count == 500)
    for sequence in vectors.memorySequences {
      try check(sequence, vectors.model(sequence.params))
    }
  }

  private func check(_ sequence: Vectors.MemorySequence, _ model: FSRS6) {
    let scheduler = Scheduler(
      model: model, retention: sequence.desiredRetention,
      maximumInterval: sequence.maximumInterval)
    var memory = Memory<MemoryTrace>.new
    for (index, review) in sequence.reviews.enumerated() {
      let place = "sequence \(sequence.id), review \(index)"
      let recall = memory.trace.map {
        model.retrievability(of: $0.stability, elapsedDays: Double(review.elapsedDays))
      }
      #expect((recall == nil) == (review.retrievabilityBefore == nil), "\(place)")
      if let recall, let expected = review.retrievabilityBefore {
        #expect(recall.isClose(to: expected), "\(place): retrievability")
      }

      let next = model.next(memory, review.rating, after: .days(review.elapsedDays))
      #expect(next.stability.isClose(to: review.stability), "\(place): stability")
      #expect(next.difficulty.isClose(to: review.difficulty), "\(place): difficulty")
      let interval = model.interval(of: next.stability, retention: sequence.desiredRetention)
      #expect(interval.isClose(to: review.intervalRaw), "\(place): interval before rounding")
      #expect(scheduler.plainDays(next) == review.intervalDays, "\(place): interval in days")
      memory = .reviewed(next)
    }
  }

  /// With `.rounded` intervals: py-fsrs lets two grades wait as long, and 269 of these 2,341 answers
  /// would wait longer in order.
  @Test func stepsAndDueTimesOfEverySequence() throws {
    let vectors = try Vectors.load()
    #expect(vectors.stepSequences.count == 200)
    for sequence in vectors.stepSequences {
      try check(sequence, vectors.model(sequence.params))
    }
  }

  private func check(_ sequence: Vectors.StepSequence, _ model: FSRS6) throws {
    let scheduler = Scheduler(
      model: model, retention: sequence.desiredRetention,
      learningSteps: sequence.learningStepsSeconds,
      relearningSteps: sequence.relearningStepsSeconds,
      maximumInterval: sequence.maximumInterval, intervals: .rounded)
    var card = CardState<MemoryTrace>.new
    var seconds = 1_700_000_000
    var day = 20_000
    for (index, review) in sequence.reviews.enumerated() {
      let place = "sequence \(sequence.id), review \(index)"
      seconds += review.elapsedSeconds
      day += review.elapsedSeconds / 86400
      let now = Moment.at(seconds, day: day)
      card = scheduler.next(card, review.rating, at: now, dice: 0.5)

      let memory = try #require(card.memory.trace, "\(place)")
      #expect(memory.stability.isClose(to: review.stability), "\(place): stability")
      #expect(memory.difficulty.isClose(to: review.difficulty), "\(place): difficulty")
      #expect(card.last == now, "\(place): time of the answer")
      #expect(Summary(card, now) == Summary(review), "\(place)")
    }
  }

  /// What py-fsrs tells of a card's state, in its own numbers.
  private struct Summary: Equatable {
    let state: Int
    let step: Int?
    let dueInSeconds: Int

    init(_ review: Vectors.StepSequence.Review) {
      state = review.state
      step = review.step
      dueInSeconds = review.dueInSeconds
    }

    init(_ card: CardState<MemoryTrace>, _ now: Moment) {
      switch card {
      case .new:
        (state, step, dueInSeconds) = (1, 0, 0)
      case .stepping(_, let kind, let step, let due, _):
        state = kind == .learning ? 1 : 3
        self.step = step
        dueInSeconds = Int(due - now.milliseconds) / 1000
      case .review(_, let dueDay, _):
        state = 2
        step = nil
        dueInSeconds = (dueDay - now.day) * 86400
      }
    }
  }

  @Test func fuzzBounds() throws {
    let bounds = try Vectors.load().fuzzBounds
    #expect(!bounds.isEmpty)
    for expected in bounds {
      let found = Fuzz.bounds(expected.intervalDays).map { [$0.lowerBound, $0.upperBound] }
      #expect(found == expected.bounds, "\(expected.intervalDays) days")
    }
  }

  @Test func forgettingCurve() throws {
    let points = try Vectors.load().forgettingCurveDefault
    #expect(!points.isEmpty)
    for point in points {
      let recall = FSRS6().retrievability(of: point.stability, elapsedDays: point.elapsedDays)
      #expect(
        recall.isClose(to: point.retrievability),
        "stability \(point.stability), \(point.elapsedDays) days")
    }
  }

  @Test func intervals() throws {
    let intervals = try Vectors.load().intervalsDefault
    #expect(!intervals.isEmpty)
    for expected in intervals {
      let found = FSRS6().interval(
        of: expected.stability, retention: expected.desiredRetention)
      #expect(
        found.isClose(to: expected.intervalRaw),
        "stability \(expected.stability), retention \(expected.desiredRetention)")
    }
  }
}
