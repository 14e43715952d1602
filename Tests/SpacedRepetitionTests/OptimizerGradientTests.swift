import Testing

@testable import SpacedRepetition

/// The loss the optimizer lowers, and its derivatives.
struct OptimizerGradientTests {
  @Test func derivativesAreThoseOfFiniteDifferences() throws {
    var random = SplitMix64(seed: 11)
    let histories = Simulation.anyHistories(40, seed: 12)
    let weights = Dictionary(
      uniqueKeysWithValues: (0...Simulation.lastPosition(histories)).map {
        ($0, 0.25 + Double($0 % 7) / 8)
      })
    var loss = RecallLoss(ReviewTree(histories, weights: weights))
    var reached = Set<Int>()
    for _ in 0..<10 {
      let w = Simulation.anyParameters(&random)
      var gradient = [Double](repeating: 0, count: 21)
      _ = loss.loss(w, addingTo: &gradient)
      for index in 0..<21 {
        // Five points: the error is of the fourth order.
        func moved(by steps: Double) -> Double {
          var near = w
          near[index] += steps * step
          return loss.loss(near)
        }
        let step = max(w[index], 0.01) * 2e-5
        let slope =
          (8 * (moved(by: 1) - moved(by: -1)) - (moved(by: 2) - moved(by: -2))) / (12 * step)
        #expect(
          abs(slope - gradient[index]) <= 1e-5 * max(abs(slope), 0.1),
          "w\(index): \(gradient[index]), not \(slope)")
        if gradient[index] != 0 { reached.insert(index) }
      }
    }
    #expect(reached.count == 21)
  }

  @Test func lossIsThatOfTheModelHistoryByHistory() throws {
    var random = SplitMix64(seed: 13)
    let histories = Simulation.anyHistories(60, seed: 14)
    var loss = RecallLoss(ReviewTree(histories, weights: nil))
    for _ in 0..<5 {
      let w = Simulation.anyParameters(&random)
      let score = Evaluation(of: try #require(FSRS6(parameters: w)), on: histories)
      #expect(score.reviews == histories.reduce(0) { $0 + $1.scored.count })
      #expect(loss.loss(w).isClose(to: score.logLoss * Double(score.reviews), tolerance: 1e-10))
    }
  }

  @Test func sharedBeginningsAreStoredOnce() {
    func review(_ grade: Grade, _ days: Int, _ position: Int) -> ReviewHistory.Review {
      ReviewHistory.Review(grade: grade, elapsedDays: days, position: position)
    }
    let histories = [
      ReviewHistory([review(.good, 0, 0), review(.good, 3, 2), review(.easy, 7, 4)]),
      ReviewHistory([review(.good, 0, 1), review(.good, 3, 3), review(.again, 7, 5)]),
    ]
    let tree = ReviewTree(histories, weights: [2: 1, 3: 2, 4: 3, 5: 4])
    #expect(tree.nodes.map(\.parent) == [-1, 0, 1, 1])
    #expect(tree.nodes.map(\.weight) == [0, 3, 3, 4])
    #expect(tree.nodes.map(\.hasChildren) == [true, true, false, false])
    let start = ReviewTree(histories, weights: nil, firstIntervalOnly: true)
    #expect(start.nodes.map(\.weight) == [0, 2])
  }
}
