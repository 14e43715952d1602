import Foundation
import Testing

@testable import SpacedRepetition

/// What a fit does with few reviews and with many.
struct OptimizerTests {
  private static let optimizer = Optimizer()

  /// As many histories as have `count` scored reviews, the last cut short.
  private func histories(scored count: Int, seed: UInt64 = 21) -> [ReviewHistory] {
    var rest = count
    var result: [ReviewHistory] = []
    for history in Simulation.anyHistories(count + 10, seed: seed) where rest > 0 {
      var reviews = Array(history.reviews.prefix(1))
      for review in history.reviews.dropFirst() where rest > 0 {
        reviews.append(review)
        if review.elapsedDays >= 1 { rest -= 1 }
      }
      result.append(ReviewHistory(reviews))
    }
    return result
  }

  @Test func nothingIsFittedToSevenReviews() {
    let fit = Self.optimizer.fit(histories(scored: 7))
    #expect(fit.reviews == 7)
    #expect(fit.model == FSRS6())
    #expect(!fit.isBetter)
    #expect(Self.optimizer.fit([]).model == FSRS6())
    #expect(Self.optimizer.fit([ReviewHistory([])]).reviews == 0)
  }

  @Test(arguments: [8, 63]) func onlyFirstStabilitiesAreFittedToFewReviews(_ count: Int) {
    let fit = Self.optimizer.fit(histories(scored: count))
    #expect(fit.reviews == count)
    #expect(fit.isBetter)
    #expect(fit.model.parameters.dropFirst(4) == FSRS6.defaultParameters.dropFirst(4))
    #expect(fit.model.parameters.prefix(4) != FSRS6.defaultParameters.prefix(4))
  }

  /// What few reviews do not vary is what was given, in the result and in what was minimized.
  @Test func parametersThatAreNotVariedStayThoseOfTheModel() throws {
    var w = FSRS6.defaultParameters
    (w[4], w[8], w[20]) = (5, 1.2, 0.4)
    let model = try #require(FSRS6(parameters: w))
    for (count, most) in [(38, Optimizer.Scope.all), (300, .firstStabilities)] {
      let histories = histories(scored: count)
      let fit = Self.optimizer.fit(histories, from: model, varying: most)
      #expect(fit.isBetter)
      #expect(fit.model.parameters.dropFirst(4) == w.dropFirst(4))
      #expect(fit.model.parameters.prefix(4) != w.prefix(4))
      #expect(Self.optimizer.fit(histories, from: fit.model, varying: most).model == fit.model)
      // No better ones near: each first stability a little shorter and longer.
      for index in 0..<4 {
        for factor in [0.9, 1.1] {
          var near = fit.model.parameters
          near[index] *= factor
          let other = try #require(FSRS6(parameters: near))
          #expect(
            cost(other, histories) > cost(fit.model, histories), "w\(index) times \(factor)")
        }
      }
    }
  }

  /// What fitting w0–w3 minimizes: each card up to its first review on a later day, and the pull to
  /// the defaults.
  private func cost(_ model: FSRS6, _ histories: [ReviewHistory]) -> Double {
    let weights = Optimizer.weights(histories).byPosition
    var loss = RecallLoss(ReviewTree(histories, weights: weights, firstIntervalOnly: true))
    let pull = zip(model.parameters, FSRS6.defaultParameters).prefix(4).map { log($0 / $1) }
    return loss.loss(model.parameters) + pull.reduce(0) { $0 + $1 * $1 }
  }

  /// Cards that all began with Good tell of w2; the others move with it.
  @Test func untestedFirstStabilitiesFollowInAFit() {
    let histories = (0..<20).map { card in
      ReviewHistory([
        .init(grade: .good, elapsedDays: 0, position: 2 * card),
        .init(grade: .again, elapsedDays: 1, position: 2 * card + 1),
      ])
    }
    let fitted = Self.optimizer.fit(histories).model.parameters
    let factors = zip(fitted, FSRS6.defaultParameters).prefix(4).map { $0 / $1 }
    #expect(factors[2] < 0.5)
    for factor in factors { #expect(factor.isClose(to: factors[2])) }
  }

  /// Whoever changes halfway is believed as they are now.
  @Test func newerReviewsCountForMore() {
    func first(forgotten: (Int) -> Bool) -> Double {
      let histories = (0..<60).map { card in
        ReviewHistory([
          .init(grade: .good, elapsedDays: 0, position: 2 * card),
          .init(grade: forgotten(card) ? .again : .good, elapsedDays: 3, position: 2 * card + 1),
        ])
      }
      return Self.optimizer.fit(histories).model.parameters[2]
    }
    let worse = first { $0 >= 30 && $0.isMultiple(of: 2) }
    let better = first { $0 < 30 && $0.isMultiple(of: 2) }
    #expect(better > worse * 1.5)
  }

  @Test func positionsMayBeAny() {
    let histories = [10, .max].map { last in
      (0..<10).map { card in
        ReviewHistory([
          .init(grade: .good, elapsedDays: 0, position: 0),
          .init(
            grade: .again, elapsedDays: card + 1, position: card == 9 ? last : card + 1),
        ])
      }
    }
    #expect(Self.optimizer.fit(histories[0]) == Self.optimizer.fit(histories[1]))
  }

  @Test func deviationsAreThosePublished() {
    #expect(
      FSRS6.parameterDeviations == [
        1, 1, 1, 1, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03,
        0.31, 0.32, 0.14, 0.27,
      ])
  }

  /// What ten reviews say is believed, but not that a card learned today is lost within minutes.
  @Test func fewReviewsDoNotCarryAFirstStabilityAnywhere() {
    let histories = (0..<10).map { card in
      ReviewHistory([
        .init(grade: .good, elapsedDays: 0, position: 2 * card),
        .init(grade: .again, elapsedDays: 1, position: 2 * card + 1),
      ])
    }
    let first = Self.optimizer.fit(histories).model.parameters[2]
    #expect(first < FSRS6.defaultParameters[2] / 2)
    #expect(first > FSRS6.defaultParameters[2] / 30)
  }

  @Test func allAreFittedToSixtyFourReviews() {
    let fit = Self.optimizer.fit(histories(scored: 64))
    #expect(fit.isBetter)
    #expect(fit.model.parameters.dropFirst(4) != FSRS6.defaultParameters.dropFirst(4))
  }

  @Test(arguments: UInt64(31)...UInt64(40))
  func lossNeverGetsWorseAndParametersStayInBounds(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let histories = histories(scored: Int.random(in: 8...300, using: &random), seed: seed)
    let start = try #require(FSRS6(parameters: Simulation.anyParameters(&random)))
    let fit = Self.optimizer.fit(histories, from: start)
    #expect(fit.lossAfter <= fit.lossBefore)
    for (value, bounds) in zip(fit.model.parameters, FSRS6.parameterBounds) where fit.isBetter {
      #expect(bounds.contains(value))
    }
    if !fit.isBetter { #expect(fit.model == start) }
    // A second fit starts from the same defaults, and so finds nothing better.
    #expect(Self.optimizer.fit(histories, from: fit.model).model == fit.model)
  }

  @Test func fitForetellsUnseenReviewsBetterThanTheDefaults() throws {
    let learner = try #require(FSRS6(parameters: Simulation.learner))
    let histories = Simulation.histories(of: learner, cards: 250, seed: 41)
    let size = Simulation.lastPosition(histories) + 1
    let older = size * 8 / 10
    let fit = Self.optimizer.fit(histories.compactMap { $0.before(position: older) })
    func score(_ model: FSRS6) -> Evaluation {
      Evaluation(of: model, on: histories, positions: older..<size)
    }
    let (fitted, defaults, truth) = (score(fit.model), score(FSRS6()), score(learner))
    #expect(fitted.reviews > 300)
    #expect(fitted.logLoss < defaults.logLoss - 0.005)
    #expect(fitted.binnedError < defaults.binnedError)
    #expect(fitted.logLoss < truth.logLoss + 0.01)
  }

  @Test func firstGradesWithoutReviewsFollowTheOthers() {
    let (a, h, g, e) = (0.212, 1.2931, 2.3065, 8.2956)
    func filled(_ first: [Double], _ tested: Set<Int>) -> [Double] {
      FirstStabilities.filled(first, tested: tested)
    }
    #expect(filled([a, h, g, e], []) == [a, h, g, e])
    #expect(filled([a, h, g * 2, e], [2]) == [a * 2, h * 2, g * 2, e * 2])
    let between = filled([a * 2, h, g, e], [0, 2])
    #expect(between[1].isClose(to: h * 2.0.squareRoot()))
    #expect(between[3].isClose(to: e))
    // Where people remember worse after a better grade, the grade between lies between.
    #expect(filled([a, h, 0.1, e], [0, 2])[1] <= a)
    #expect(filled([a, h, g * 40, e], [2])[3] == 100)
  }

  @Test func firstGradesAreTestedByALaterDay() {
    func history(_ grade: Grade, _ days: Int) -> ReviewHistory {
      ReviewHistory.histories(of: [(1, grade, 0), (1, .good, days)])[0]
    }
    let histories = [history(.again, 1), history(.good, 0), history(.easy, 3)]
    #expect(FirstStabilities.tested(histories) == [0, 3])
  }

  @Test func severalRelearningStepsBoundTheSameDayParameters() {
    let histories = histories(scored: 300, seed: 51)
    for steps in 1...4 {
      let w = Optimizer(relearningSteps: steps).fit(histories).model.parameters
      let ceiling = FSRS6.sameDayCeiling(w, relearningSteps: steps)
      #expect(max(w[17], w[18]) <= ceiling)
    }
  }

  @Test func newestReviewWeighsFourTimesTheOldest() {
    #expect(Optimizer.weight(0, of: 101) == 0.25)
    #expect(Optimizer.weight(50, of: 101).isClose(to: 0.25 + 0.75 / 8))
    #expect(Optimizer.weight(100, of: 101) == 1)
    #expect(Optimizer.weight(0, of: 1) == 1)
  }
}
