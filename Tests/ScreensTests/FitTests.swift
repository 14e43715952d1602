import SpacedRepetition
import Testing

@testable import Screens

/// The fit of the scheduler, line by line.
struct FitTests {
  private static let bins: [Evaluation.Calibration] = [
    .init(predicted: 0.62, recalled: 0.58, reviews: 1149),
    .init(predicted: 0.9, recalled: 0.9, reviews: 150),
    .init(predicted: 1, recalled: 1, reviews: 3),
  ]

  @Test func chartShowsFiguresAndMarks() {
    #expect(
      Chart(.unicode).lines(Self.bins) == [
        "predicted    recalled    reviews   50 %                            100 %",
        "     62 %        58 %      1,149   ······●··○···························",
        "     90 %        90 %        150   ·····························◉·······",
        "    100 %       100 %          3   ····································◉",
        "○ predicted, ● recalled, ◉ both",
      ])
  }

  @Test func chartDoesWithASCIIAndWithFiguresAlone() {
    let ascii = Chart(.ascii).lines(Self.bins)
    #expect(ascii.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    #expect(ascii[1].hasSuffix("......x..o..........................."))
    #expect(
      Chart(.figures).lines(Self.bins) == [
        "predicted    recalled    reviews", "     62 %        58 %      1,149",
        "     90 %        90 %        150", "    100 %       100 %          3",
      ])
    // The ends of the scale, and nothing at all.
    let ends: [Evaluation.Calibration] = [.init(predicted: 0, recalled: 1, reviews: 1)]
    #expect(Chart(.ascii).lines(ends)[1].hasSuffix(" o...................................x"))
    #expect(Chart(.ascii).lines([]).count == 2)
  }

  @Test func barFills() {
    #expect(Chart(.ascii).bar(0.5, columns: 4) == "[##  ] 50 %")
    #expect(Chart(.unicode).bar(1, columns: 4) == "[████] 100 %")
    #expect(Chart(.ascii).bar(-1, columns: 4) == "[    ] 0 %")
    #expect(Chart(.ascii).bar(7, columns: 4) == "[####] 100 %")
  }

  @Test(arguments: [
    (0.44586, 4, "0.4459"), (0, 2, "0.00"), (-0.004, 2, "0.00"), (-1.5, 1, "-1.5"),
    (12.9996, 3, "13.000"), (2.5, 0, "3"),
  ])
  func decimalsAreRounded(_ value: Double, count: Int, text: String) {
    #expect(Chart.decimals(value, count) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func thousandsAreSet(_ value: Int, text: String) { #expect(Chart.grouped(value) == text) }

  // MARK: The conversation

  /// Reviews of somebody who recalls everything on the first later day and nothing after ten.
  private static func reviews(
    cards: Int
  ) -> [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] {
    var reviews: [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] = []
    for card in 0..<cards {
      for (offset, grade) in [(0, Grade.good), (1, .good), (11, .again), (12, .good)] {
        let day = card + offset
        reviews.append((card, grade, day, Int64(day) * 86_400_000 + Int64(card)))
      }
    }
    return reviews.sorted { $0.milliseconds < $1.milliseconds }
  }

  private struct Spoken {
    var lines: [String] = []
    var questions: [String] = []
    var parts: [Double] = []
  }

  private func talk(
    _ answer: String?, cards: Int, model: FSRS6 = FSRS6(), _ spoken: inout Spoken
  ) throws -> [Double]? {
    final class Notes { var spoken = Spoken() }
    let notes = Notes()
    var time: Int64 = 0
    let talk = FitTalk(
      say: { notes.spoken.lines.append($0) },
      ask: {
        notes.spoken.questions.append($0)
        return answer
      },
      progress: { notes.spoken.parts.append($0) },
      uptime: {
        time += 250
        return time
      })
    defer { spoken = notes.spoken }
    return try talk.run(Self.reviews(cards: cards), model: model, chart: Chart(.ascii))
  }

  @Test(arguments: ["y", "Y", " yes "])
  func betterParametersAreKeptWhereAsked(_ answer: String) throws {
    var spoken = Spoken()
    let kept = try #require(try talk(answer, cards: 60, &spoken))
    let histories = ReviewHistory.histories(
      of: Self.reviews(cards: 60).map { ($0.card, $0.grade, $0.day) })
    #expect(kept == Optimizer().fit(histories).model.parameters)
    #expect(spoken.questions == ["Keep these parameters? [y/N] "])
    #expect(
      spoken.lines.first?.hasPrefix("Fitted to the oldest 80 % of 240 reviews in 0.25 s") == true)
    #expect(spoken.lines.contains("          log-loss  RMSE(bins)     AUC"))
    #expect(spoken.lines.contains { $0.hasPrefix("predicted    recalled") })
    #expect(
      spoken.lines.last
        == "The parameters to keep were then fitted in the same way to all your reviews.")
    #expect(spoken.parts == spoken.parts.sorted())
    #expect(spoken.parts.last == 1)
    #expect(spoken.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test(arguments: ["n", "", "yesterday", nil])
  func nothingIsKeptOtherwise(_ answer: String?) throws {
    var spoken = Spoken()
    #expect(try talk(answer, cards: 60, &spoken) == nil)
    #expect(spoken.questions.count == 1)
    #expect(spoken.lines.last == "Nothing was changed.")
  }

  @Test func nothingIsAskedWhereNothingIsBetter() throws {
    var spoken = Spoken()
    let kept = try #require(try talk("y", cards: 60, &spoken))
    let model = try #require(FSRS6(parameters: kept))
    #expect(try talk("y", cards: 60, model: model, &spoken) == nil)
    #expect(spoken.questions.isEmpty)
    #expect(spoken.lines.last?.hasSuffix("nothing was changed.") == true)
  }

  /// Two of nine newer cards forgotten, as the fit says, is what may happen either way.
  @Test func nothingIsAskedWhereTheGainMayBeChance() throws {
    var reviews: [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] = []
    func add(_ card: Int, _ grade: Grade, _ day: Int) {
      reviews.append((card, grade, day, Int64(day) * 86_400_000 + Int64(reviews.count)))
    }
    for card in 0..<20 {
      add(card, .good, 2 * card)
      add(card, card.isMultiple(of: 4) ? .good : .again, 2 * card + 1)
    }
    for card in 100..<109 { add(card, .good, 50) }
    for card in 100..<109 { add(card, card < 102 ? .again : .good, 51) }
    var lines: [String] = []
    let talk = FitTalk(
      say: { lines.append($0) },
      ask: { question in
        Issue.record("\(question)")
        return "y"
      }, progress: { _ in }, uptime: { 0 })
    #expect(try talk.run(reviews, model: FSRS6(), chart: Chart(.ascii)) == nil)
    #expect(
      lines.last
        == "The fitted parameters foretell your newer reviews better than the old ones, but by so "
        + "little, or of so few, that it may be chance: nothing was changed.")
  }

  @Test func fewReviewsFitTheFirstFourAndFewerNone() throws {
    var spoken = Spoken()
    let kept = try talk("y", cards: 24, &spoken)
    #expect(
      spoken.lines[1].hasPrefix(
        "Only the first four of the 21 parameters were fitted: all need 64 reviews"))
    if let kept { #expect(kept.dropFirst(4) == FSRS6.defaultParameters.dropFirst(4)) }
    #expect(throws: Optimizer.Shortage.self) { try talk("y", cards: 2, &spoken) }
    #expect(spoken.lines.isEmpty)
  }
}
