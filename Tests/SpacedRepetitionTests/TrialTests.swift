import Testing

@testable import SpacedRepetition

/// New parameters are offered only where they foretell reviews they never saw.
struct TrialTests {
  private static let learner = Simulation.histories(
    of: FSRS6(parameters: Simulation.learner) ?? FSRS6(), cards: 250, seed: 41)

  private var cut: Int { (Simulation.lastPosition(Self.learner) + 1) * 8 / 10 }

  @Test func fitsToTheOlderAndJudgesByTheNewer() throws {
    let trial = try Optimizer().trial(Self.learner, cutAt: cut)
    #expect(trial.fit == Optimizer().fit(Self.learner.compactMap { $0.before(position: cut) }))
    #expect(
      trial.after == Evaluation(of: trial.fit.model, on: Self.learner, positions: cut..<Int.max))
    #expect(trial.before == Evaluation(of: FSRS6(), on: Self.learner, positions: cut..<Int.max))
    #expect(trial.before.reviews > 100)
    let isBetter = trial.isBetter
    #expect(isBetter)
    #expect(Optimizer().refit(Self.learner, after: trial) == Optimizer().fit(Self.learner).model)
  }

  @Test func oldParametersStayWhereTheNewerReviewsSayOtherwise() throws {
    // Up to the cut half of the later reviews are forgotten, and then none.
    let turned = Self.learner.map { history in
      ReviewHistory(
        history.reviews.map { review in
          var review = review
          let isForgotten = review.position < cut && review.position.isMultiple(of: 2)
          if review.elapsedDays >= 1 { review.grade = isForgotten ? .again : .good }
          return review
        })
    }
    let trial = try Optimizer().trial(turned, cutAt: cut)
    #expect(trial.fit.isBetter)
    #expect(trial.after.logLoss > trial.before.logLoss)
    let isBetter = trial.isBetter
    #expect(!isBetter)
    #expect(Optimizer().refit(turned, after: trial) == nil)
    // Fitted to all of them, parameters do fit better: it is the trial that forbids it.
    let all = Optimizer().fit(turned)
    #expect(all.isBetter)
  }

  /// Cards of which three of four are forgotten after a day; then newer ones, some of them forgotten.
  private func trial(forgotten: Int, of count: Int) throws -> Trial {
    var log: [(card: Int, grade: Grade, day: Int)] = []
    for card in 0..<20 {
      log += [(card, .good, 2 * card), (card, card % 4 == 0 ? .good : .again, 2 * card + 1)]
    }
    log += (100..<100 + count).map { ($0, .good, 50) }
    let cut = log.count
    log += (0..<count).map { ($0 + 100, $0 < forgotten ? .again : .good, 51) }
    return try Optimizer().trial(ReviewHistory.histories(of: log), cutAt: cut)
  }

  @Test func aGainThatMayBeChanceIsNone() throws {
    // Forgotten cards, as the fit says. Seven are too few, whatever they say.
    for (count, isBetter) in [(1, false), (2, false), (7, false), (8, true), (30, true)] {
      let trial = try trial(forgotten: count, of: count)
      #expect(trial.gain > 0 && trial.fit.isBetter)
      #expect(trial.isBetter == isBetter, "\(count)")
      if !isBetter { #expect(Optimizer().refit(Self.learner, after: trial) == nil) }
    }
    // Two of nine say little, and twenty times as many of the same say it for sure.
    let few = try trial(forgotten: 2, of: 9)
    let many = try trial(forgotten: 40, of: 180)
    #expect(few.gain > 0 && many.gain.isClose(to: few.gain))
    let areBetter = [few.isBetter, many.isBetter]
    #expect(areBetter == [false, true])
    let gains = zip(few.before.losses, few.after.losses).map { $0 - $1 }
    let difference = (gains.max() ?? 0) - (gains.min() ?? 0)
    // Two of the one and seven of the other: the variance is 2·7/(9·8) of the difference squared.
    let variance = difference * difference * 14 / 72
    #expect(few.gainError.isClose(to: (variance / 9).squareRoot()))
    let one = try trial(forgotten: 1, of: 1)
    #expect(one.gainError == .infinity)
  }

  @Test func refitVariesNoMoreThanTheTrialDid() throws {
    // Under 64 reviews before the cut, and more in all.
    let few = Self.learner.compactMap { $0.before(position: 130) }
    let scored = few.reduce(0) { $0 + $1.scored.count }
    try #require(scored >= Optimizer.fewestForAll)
    let position = try #require(
      (1...130).last { position in
        few.compactMap { $0.before(position: position) }.reduce(0) { $0 + $1.scored.count } < 64
      })
    let trial = try Optimizer().trial(few, cutAt: position)
    #expect(trial.fit.scope == .firstStabilities)
    let model = Optimizer().fit(few, varying: trial.fit.scope).model
    #expect(model.parameters.dropFirst(4) == FSRS6.defaultParameters.dropFirst(4))
    #expect(
      Optimizer().refit(few, after: trial)?.parameters == (trial.isBetter ? model.parameters : nil)
    )
  }

  @Test func tooFewReviewsAreCounted() {
    let few = Self.learner.compactMap { $0.before(position: 12) }
    let scored = few.reduce(0) { $0 + $1.scored.count }
    #expect(throws: Optimizer.Shortage(older: scored, newer: 0)) {
      try Optimizer().trial(few, cutAt: 12)
    }
    #expect(throws: Optimizer.Shortage(older: 0, newer: scored)) {
      try Optimizer().trial(few, cutAt: 0)
    }
    #expect(throws: Optimizer.Shortage(older: 0, newer: 0)) { try Optimizer().trial([], cutAt: 0) }
  }

  @Test(arguments: [
    (7, Optimizer.Scope.nothing), (8, .firstStabilities), (63, .firstStabilities),
    (64, .all),
  ])
  func scopeGrowsWithTheReviews(_ reviews: Int, scope: Optimizer.Scope) {
    #expect(Optimizer.Scope(reviews: reviews) == scope)
  }

  @Test func progressGrowsToOne() {
    var told: [Double] = []
    _ = Optimizer(relearningSteps: 4).fit(Self.learner) { told.append($0) }
    #expect(told == told.sorted())
    #expect(told.first == 0)
    #expect(told.last == 1)
    #expect(told.count > 10)
    told = []
    _ = Optimizer().fit([]) { told.append($0) }
    #expect(told == [1])
  }

  @Test func calibrationGroupsReviewsByPrediction() throws {
    let score = Evaluation(of: FSRS6(), on: Self.learner)
    let groups = score.calibration
    #expect(groups.count == 10)
    #expect(groups.reduce(0) { $0 + $1.reviews } == score.reviews)
    #expect(groups.map(\.predicted) == groups.map(\.predicted).sorted())
    #expect(groups.allSatisfy { $0.reviews >= 20 && (0...1).contains($0.recalled) })

    // Three predictions of R(S) = 0.9, two of them recalled: one group, however many are asked.
    let history = ReviewHistory.histories(of: [
      (1, .good, 0), (2, .good, 0), (3, .good, 0), (1, .good, 2), (2, .again, 2), (3, .easy, 2),
    ])
    var w = FSRS6.defaultParameters
    w[2] = 2
    let few = Evaluation(of: try #require(FSRS6(parameters: w)), on: history).calibration
    #expect(few.count == 1)
    #expect(few.first?.reviews == 3)
    #expect(few.first?.predicted.isClose(to: 0.9) == true)
    #expect(few.first?.recalled.isClose(to: 2.0 / 3) == true)
    #expect(Evaluation(of: FSRS6(), on: []).calibration.isEmpty)
  }
}
