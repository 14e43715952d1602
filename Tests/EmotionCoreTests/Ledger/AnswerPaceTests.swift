import SpacedRepetition
import Testing

@testable import EmotionCore

/// How long answers take, from the person's own.
@Suite struct AnswerPaceTests {
  private let start: Int64 = 1_795_295_640_000

  /// The pace after `count` answers that take `answer` and are read for `pause` milliseconds.
  private func pace(
    _ count: Int, answer: Int, pause: Int64, skill: Skill = .recognize, _ pace: AnswerPace = .init()
  ) -> AnswerPace {
    var pace = pace
    for _ in 0..<count {
      let time = (pace.last == 0 ? start : pace.last) + pause + Int64(answer)
      let card = CardKey(word: "sad", skill: skill)
      pace.add(Review(card: card, grade: .good, milliseconds: answer), at: time)
    }
    return pace
  }

  @Test func beforeAnyAnswerItIsTwentySeconds() {
    for skill in Skill.allCases { #expect(AnswerPace().estimate(skill) == 20_000) }
  }

  @Test(arguments: [(2000, 1500), (9000, 4000), (30_000, 20_000)])
  func itComesToTheirs(_ answer: Int, _ pause: Int64) {
    let estimate = pace(150, answer: answer, pause: pause).estimate(.recognize)
    #expect(abs(estimate - Int64(answer) - pause) < 200)
  }

  @Test func aFewAnswersMoveItAWay() {
    let estimate = pace(5, answer: 3000, pause: 2000).estimate(.recognize)
    #expect((6000..<15_000).contains(estimate))
  }

  @Test func skillsAreToldApart() {
    var pace = pace(100, answer: 3000, pause: 3000)
    pace = self.pace(100, answer: 15_000, pause: 3000, skill: .recall, pace)
    #expect(abs(pace.estimate(.recognize) - 6000) < 100)
    #expect(abs(pace.estimate(.recall) - 18_000) < 300)
  }

  @Test func someoneAtTheDoorChangesLittle() {
    let usual = pace(60, answer: 4000, pause: 2000)
    let once = pace(1, answer: 3_000_000, pause: 2000, usual)
    #expect(once.estimate(.recognize) - usual.estimate(.recognize) < 400)
    let away = pace(1, answer: 4000, pause: 3_600_000, usual)
    #expect(away.reading == usual.reading)
    let backwards = pace(1, answer: 4000, pause: -9000, usual)
    #expect(backwards.reading == usual.reading)
  }

  @Test(arguments: [-5, 0, 1, Int.max])
  func noTimeIsTooOdd(_ answer: Int) {
    var pace = AnswerPace()
    let card = CardKey(word: "sad", skill: .recall)
    for step in 0..<50 {
      pace.add(
        Review(card: card, grade: .good, milliseconds: answer), at: start + Int64(step) * 1000)
    }
    #expect((1000...68_000).contains(pace.estimate(.recall)))
    for time in [Int64.min, .max, 0, -1] {
      pace.add(Review(card: card, grade: .good, milliseconds: answer), at: time)
    }
    #expect((1000...68_000).contains(pace.estimate(.recall)))
  }
}
