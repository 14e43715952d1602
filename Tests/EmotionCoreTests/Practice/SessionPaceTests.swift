import EmotionCore
import SpacedRepetition
import Testing

/// A session that is kind: missed words come back after others and then rest, known ones wait.
@Suite struct SessionPaceTests {
  private let library = RealData.library()

  /// Plays a session in which every minute brings an answer.
  private func play(
    answers: Int, minutes: Int64 = 0, misses: (CardKey) -> Bool
  ) -> [CardKey] {
    var ledger = Ledger()
    var pace = SessionPace()
    var asked: [CardKey] = []
    var now = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 0)
    var queue = PracticeQueue(ledger: ledger, words: library.teachingOrder, now: now)
    while asked.count < answers, let pick = pace.next(queue, at: now, lexicon: library.lexicon) {
      asked.append(pick.card)
      let grade: Grade = misses(pick.card) ? .again : .good
      ledger.apply(
        .reviewed(Review(card: pick.card, grade: grade, milliseconds: 5000)),
        id: "d:\(asked.count)", at: now)
      queue.answered(pick.card, ledger, now: now)
      pace.answered(pick, missed: grade == .again)
      now.milliseconds += minutes * 60_000
    }
    return asked
  }

  @Test func aKnownWordIsAskedOnceAndThenItsTimeIsKept() {
    let asked = play(answers: 50) { _ in false }
    #expect(asked.count == 8)
    #expect(Set(asked).count == 8)
  }

  @Test func aMissedWordComesBackAfterOthersAndRestsAfterThreeMisses() throws {
    let asked = play(answers: 50) { $0.word == "relieved" }
    let places = asked.indices.filter { asked[$0].word == "relieved" }
    #expect(places.count == SessionPace.missesBeforeRest)
    #expect(asked.count == 10)
  }

  @Test func whoKnowsNothingIsNotAskedForEver() {
    let asked = play(answers: 200) { _ in true }
    #expect(asked.count == 8 * SessionPace.missesBeforeRest)
    for (first, second) in zip(asked, asked.dropFirst().dropLast(3)) {
      #expect(first != second, "twice running while others were open")
    }
  }

  @Test func whatIsDueAgainInTheMeantimeIsAsked() {
    let asked = play(answers: 16, minutes: 2) { _ in false }
    #expect(asked.count > 8)
  }
}
