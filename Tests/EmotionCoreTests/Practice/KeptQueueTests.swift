import SpacedRepetition
import Testing

@testable import EmotionCore

/// A queue that is kept while others write, answers are taken back, and days begin.
@Suite struct KeptQueueTests {
  private static let words = (0..<30).map { "w\($0)" }
  private let today = Moment.noon(of: 20_000)

  private static func learned() -> Ledger {
    var ledger = Ledger()
    for (index, word) in words.prefix(20).enumerated() {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_900 + index))
    }
    return ledger
  }

  private func queue(_ ledger: Ledger, at now: Moment) -> PracticeQueue {
    PracticeQueue(ledger: ledger, words: Self.words, now: now)
  }

  /// All cards in the order in which they would be asked.
  private func order(_ queue: PracticeQueue, _ ledger: Ledger, at now: Moment) -> [CardKey] {
    var (queue, ledger, order) = (queue, ledger, [CardKey]())
    while order.count < 200, let card = queue.next(at: now, ahead: [])?.card {
      order.append(card)
      ledger.answer(card.description, .easy, at: now)
      queue.answered(card, ledger, now: now)
    }
    return order
  }

  private func isCurrent(_ queue: PracticeQueue, _ ledger: Ledger, at now: Moment) -> Bool {
    order(queue, ledger, at: now) == order(self.queue(ledger, at: now), ledger, at: now)
  }

  @Test func anotherProgramsAnswersAreSeen() {
    var ledger = Self.learned()
    var kept = queue(ledger, at: today)
    ledger.answer("w3/recognize", .good, at: today)
    ledger.answer("w7/recognize", .again, at: today)
    ledger.answer("w0/recognize", .good, at: today)
    kept.answered(CardKey(word: "w0", skill: .recognize), ledger, now: today)
    #expect(isCurrent(kept, ledger, at: today))
  }

  @Test func anAnswerTakenBackIsAskedAgain() {
    let before = Self.learned()
    var ledger = before
    var kept = queue(ledger, at: today)
    ledger.answer("w19/recognize", .good, at: today)
    kept.answered(CardKey(word: "w19", skill: .recognize), ledger, now: today)
    #expect(!order(kept, ledger, at: today).contains { $0.word == "w19" })
    kept.refresh(before, now: today)
    #expect(order(kept, before, at: today).first?.word == "w19")
    #expect(isCurrent(kept, before, at: today))
  }

  @Test func aNewDayAndANewPlanAreSeen() {
    var ledger = Self.learned()
    var kept = queue(ledger, at: today)
    for word in Self.words.prefix(20) {
      ledger.answer("\(word)/recognize", .again, at: today)
      kept.answered(CardKey(word: word, skill: .recognize), ledger, now: today)
    }
    let tomorrow = Moment.noon(of: 20_001)
    kept.refresh(ledger, now: tomorrow)
    #expect(isCurrent(kept, ledger, at: tomorrow))
    ledger.apply(.planned(Plan(newPerDay: 0)), id: "p", at: tomorrow)
    kept.refresh(ledger, now: tomorrow)
    #expect(kept.next(at: tomorrow)?.reason == .due)
    #expect(isCurrent(kept, ledger, at: tomorrow))
  }

  @Test func aCardInItsStepsMovesWithEachAnswer() {
    var ledger = Ledger()
    var kept = queue(ledger, at: today)
    let answers: [(minute: Int, grade: Grade)] = [
      (0, .again), (1, .again), (2, .good), (12, .good),
    ]
    for answer in answers {
      let now = Moment.noon(of: 20_000, plus: answer.minute)
      #expect(kept.next(at: now)?.card.word == "w0")
      ledger.answer("w0/recognize", answer.grade, at: now)
      kept.answered(CardKey(word: "w0", skill: .recognize), ledger, now: now)
      #expect(kept.next(at: now)?.card.word == "w1")
      #expect(isCurrent(kept, ledger, at: now))
    }
  }
}
