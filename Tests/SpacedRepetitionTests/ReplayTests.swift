import Foundation
import SpacedRepetition
import Testing

/// A state is a value: what came before is kept whole, and answers alone say what comes of them.
struct ReplayTests {
  private typealias State = CardState<MemoryTrace>

  private struct Answer {
    var grade: Grade
    let now: Moment
    let dice: Double
  }

  private func replay(_ answers: [Answer], _ scheduler: Scheduler<FSRS6>) -> State {
    answers.reduce(.new) { state, answer in
      scheduler.next(state, answer.grade, at: answer.now, dice: answer.dice)
    }
  }

  /// A program that ends after each answer, and saves the card, comes to the same as one replay.
  @Test func savedAndReadBetweenAnswers() throws {
    var random = SplitMix64(seed: 12)
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    for history in 0..<500 {
      let scheduler = try Histories.scheduler(&random)
      var day = 20_000
      var answers: [Answer] = []
      var saved = try encoder.encode(State.new)
      for next in Histories.answers(&random) {
        day += next.elapsedDays
        let answer = Answer(grade: next.grade, now: .noon(ofDay: day), dice: next.dice)
        answers.append(answer)
        saved = try encoder.encode(
          scheduler.next(
            decoder.decode(State.self, from: saved), answer.grade, at: answer.now,
            dice: answer.dice))
      }
      #expect(
        try decoder.decode(State.self, from: saved) == replay(answers, scheduler), "\(history)")
    }
  }

  /// A state that no answers lead to is not read.
  @Test func whatNoCardCanBeIsNotRead() throws {
    let trace = MemoryTrace(stability: 3, difficulty: 5)
    let sound: [State] = [
      .stepping(trace, .learning, step: 1, due: 5, last: .noon(ofDay: 7)),
      .review(trace, dueDay: 9, last: .noon(ofDay: 7)), .new,
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let texts = try sound.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    func read(_ text: String) throws -> State {
      try JSONDecoder().decode(State.self, from: Data(text.utf8))
    }
    #expect(try texts.map(read) == sound)
    for (field, wrong) in [
      (#""stability":3"#, #""stability":-3"#), (#""stability":3"#, #""stability":99999"#),
      (#""difficulty":5"#, #""difficulty":99"#), (#""step":1"#, #""step":-7"#),
      (#""due":5"#, #""due":9223372036854775807"#), (#""dueDay":9"#, #""dueDay":-100000001"#),
    ] {
      let damaged = texts.filter { $0.contains(field) }.map {
        $0.replacingOccurrences(of: field, with: wrong)
      }
      #expect(!damaged.isEmpty)
      for text in damaged { #expect(throws: DecodingError.self, "\(text)") { try read(text) } }
    }
  }
}
