import Testing

@testable import SpacedRepetition

/// How far fitted parameters may be from the truth.
struct UncertaintyTests {
  @Test func withoutReviewsItIsThatBetweenPeople() throws {
    let errors = try #require(Optimizer().standardErrors(of: FSRS6(), on: []))
    let deviations = Optimizer.deviations(around: FSRS6())
    #expect(zip(errors, deviations).allSatisfy { $0.isClose(to: $1) })
    // σ of the logarithm of a first stability is 1, that of w20 0.27.
    #expect(deviations[3] == FSRS6.defaultParameters[3])
    #expect(deviations[20] == 0.27)
  }

  @Test func truthIsFoundWithinIt() throws {
    let truth = try #require(FSRS6(parameters: Simulation.learner))
    let histories = Simulation.histories(of: truth, cards: 500, seed: 71)
    let fit = Optimizer().fit(histories)
    let errors = try #require(Optimizer().standardErrors(of: fit.model, on: histories))
    let deviations = Optimizer.deviations(around: fit.model)
    var squares = 0.0
    for index in 0..<21 {
      let off = (fit.model.parameters[index] - Simulation.learner[index]) / errors[index]
      #expect(abs(off) < 4, "w\(index)")
      squares += off * off
      #expect(errors[index] > 0)
      #expect(errors[index] < deviations[index] * 1.05, "w\(index)")
    }
    #expect(squares / 21 < 2)
    // The reviews tell of all first stabilities, and nothing of a day's second review.
    for index in 0..<4 { #expect(errors[index] < deviations[index] / 2) }
    #expect(errors[19].isClose(to: deviations[19]))
  }

  @Test func fourTimesTheReviewsHalveIt() throws {
    let truth = try #require(FSRS6(parameters: Simulation.learner))
    func errors(_ cards: Int) throws -> [Double] {
      let histories = Simulation.histories(of: truth, cards: cards, seed: 73)
      return try #require(Optimizer().standardErrors(of: truth, on: histories))
    }
    let (few, many) = (try errors(300), try errors(1200))
    // The pull to the defaults counts for little in those that many reviews tell.
    for index in [1, 2, 3] {
      #expect((1.7...2.3).contains(few[index] / many[index]), "w\(index)")
    }
  }
}
