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

  /// Answers, answers taken back, and answers given another grade, as a person would, against a
  /// replay of what was left of them.
  @Test func undoneAndRegraded() throws {
    var random = SplitMix64(seed: 11)
    var wrong: [Int] = []
    var undone = 0
    var regraded = 0
    for history in 0..<Histories.count {
      let scheduler = try Histories.scheduler(&random)
      var answers: [Answer] = []
      var states: [State] = [.new]
      var day = 20_000
      func answer(_ answer: Answer) {
        states.append(
          scheduler.next(states[states.count - 1], answer.grade, at: answer.now, dice: answer.dice))
        answers.append(answer)
      }
      for next in Histories.answers(&random) {
        day += next.elapsedDays
        let last = answers.last
        answer(Answer(grade: next.grade, now: .noon(ofDay: day), dice: next.dice))
        let turn = random.next() % 4
        guard turn < 2 else { continue }
        // Undo, or give the same answer another grade, which is to undo and to answer; and undo
        // that as well.
        undone += 1
        states.removeLast()
        var taken = answers.removeLast()
        if states[states.count - 1] != replay(answers, scheduler) { wrong.append(history) }
        guard turn == 0 else { continue }
        regraded += 1
        taken.grade = taken.grade == .again ? .easy : .again
        answer(taken)
        if states[states.count - 1] != replay(answers, scheduler) { wrong.append(history) }
        states.removeLast()
        answers.removeLast()
        if states[states.count - 1].last != last?.now { wrong.append(history) }
      }
      if states[states.count - 1] != replay(answers, scheduler) { wrong.append(history) }
    }
    #expect(wrong.isEmpty)
    #expect(undone > Histories.count && regraded > Histories.count)
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
}
