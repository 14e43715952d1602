import Foundation
import Testing

@testable import SpacedRepetition

/// The figures a model is judged by, against examples worked out by hand.
struct OptimizerEvaluationTests {
  private func history(_ text: [(Grade, Int)], from position: Int) -> ReviewHistory {
    ReviewHistory(
      text.enumerated().map { index, review in
        ReviewHistory.Review(
          grade: review.0, elapsedDays: review.1, position: position + index)
      })
  }

  /// A stability of 1, 2, 3 and 4 days after a first again, hard, good and easy: R(S days) = 0.9.
  private func model() throws -> FSRS6 {
    var w = FSRS6.defaultParameters
    w.replaceSubrange(0..<4, with: [1, 2, 3, 4])
    return try #require(FSRS6(parameters: w))
  }

  @Test func figuresAreThoseWorkedOutByHand() throws {
    // Four predictions of 0.9, three of them within one bin: 2 to 3 days, no review before.
    let histories = [
      history([(.hard, 0), (.good, 2)], from: 0), history([(.good, 0), (.again, 3)], from: 2),
      history([(.good, 0), (.good, 3)], from: 4), history([(.easy, 0), (.hard, 4)], from: 6),
    ]
    let score = Evaluation(of: try model(), on: histories)
    #expect(score.reviews == 4)
    #expect(score.logLoss.isClose(to: -(3 * log(0.9) + log(0.1)) / 4))
    // 3·(0.9 − 2/3)² + 1·(0.9 − 1)² over 4 reviews.
    let squares = 3 * (0.9 - 2.0 / 3) * (0.9 - 2.0 / 3) + 0.1 * 0.1
    #expect(score.binnedError.isClose(to: (squares / 4).squareRoot()))
    // Two bins, in each of which 0.9·0.1 is the variance of an answer.
    #expect(score.binnedErrorByChance.isClose(to: (0.18 / 4).squareRoot()))
  }

  /// Bins also go by how many reviews on later days a card had, and how many of those it was
  /// forgotten in: by tables here, written out for 2…9 and 1…4.
  @Test func binsGoByCountAndLapses() throws {
    let model = try model()
    let countBins = [1, 1, 2, 2, 2, 3, 3, 3]
    let lapseBins = [-1, 0, 1, 2, 2]
    let answers = [
      "33333333", "11113333", "13131313", "33331111", "31333313", "13333333", "11333331",
    ]
    var histories: [ReviewHistory] = []
    var excess: [[Int]: (sum: Double, count: Double)] = [:]
    for text in answers {
      let later = try grades(text)
      histories.append(history([(.good, 0)] + later.map { ($0, 1) }, from: histories.count * 9))
      var trace = model.first.good
      var lapses = 0
      for (index, grade) in later.enumerated() {
        let bin = [countBins[index], lapseBins[lapses]]
        let recall = model.retrievability(of: trace, after: .days(1))
        excess[bin, default: (0, 0)].sum += recall - (grade == .again ? 0 : 1)
        excess[bin, default: (0, 0)].count += 1
        if grade == .again { lapses += 1 }
        trace = model.next(trace, grade, after: .days(1))
      }
    }
    #expect(excess.count > 8)
    let squares = excess.values.reduce(0) { $0 + $1.sum * $1.sum / $1.count }
    let score = Evaluation(of: model, on: histories)
    #expect(score.reviews == 56)
    #expect(score.binnedError.isClose(to: (squares / 56).squareRoot()))
  }

  @Test func equalPredictionsCountHalfInTheAUC() throws {
    // Forgotten at R(3 of 3 days); recalled at the same, at a higher and at a lower one.
    let histories = [
      history([(.good, 0), (.again, 3)], from: 0), history([(.good, 0), (.good, 3)], from: 2),
      history([(.good, 0), (.good, 1)], from: 4), history([(.good, 0), (.good, 9)], from: 6),
      history([(.good, 0), (.easy, 2)], from: 8),
    ]
    #expect(Evaluation(of: try model(), on: histories).auc.isClose(to: 2.5 / 4))
    let recalled = Evaluation(of: try model(), on: Array(histories.dropFirst()))
    #expect(recalled.auc == 0.5)
  }

  @Test func onlyLaterDaysAndAskedPositionsAreScored() throws {
    let histories = [
      history([(.good, 0), (.good, 0), (.good, 3), (.again, 9), (.good, 1)], from: 0)
    ]
    #expect(Evaluation(of: FSRS6(), on: histories).reviews == 3)
    #expect(Evaluation(of: FSRS6(), on: histories, positions: 3..<5).reviews == 2)
    let nothing = Evaluation(of: FSRS6(), on: histories, positions: 0..<2)
    #expect(nothing.reviews == 0)
    #expect(nothing.logLoss == 0)
    #expect(nothing.auc == 0.5)
  }

  @Test func logsBecomeHistories() {
    let log: [(card: String, grade: Grade, day: Int)] = [
      ("a", .good, 5), ("b", .again, 5), ("a", .hard, 8), ("b", .good, 4), ("b", .easy, 6),
    ]
    let histories = ReviewHistory.histories(of: log)
    #expect(histories.map { $0.reviews.map(\.elapsedDays) } == [[0, 3], [0, 0, 2]])
    #expect(histories.map { $0.reviews.map(\.position) } == [[0, 2], [1, 3, 4]])
    #expect(histories.map { $0.before(position: 1)?.reviews.count } == [1, nil])
  }

  @Test func oneMomentIsNeverOnBothSidesOfTheCut() {
    #expect(ReviewHistory.olderCount(of: [1, 2, 3, 4, 5], share: 0.8) == 4)
    #expect(ReviewHistory.olderCount(of: [1, 2, 3, 3, 3], share: 0.8) == 2)
    #expect(ReviewHistory.olderCount(of: [3, 3], share: 0.8) == 0)
    #expect(ReviewHistory.olderCount(of: [], share: 0.8) == 0)
    #expect(ReviewHistory.olderCount(of: [1, 2], share: 1) == 2)
  }
}
