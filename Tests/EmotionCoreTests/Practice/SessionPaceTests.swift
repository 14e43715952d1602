import SpacedRepetition
import Testing

@testable import EmotionCore

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

  /// The last two words rest while there is another, and of those two the one before the last comes
  /// sooner than the last.
  @Test func theLastTwoWordsAreRemembered() throws {
    let words = ["a", "b", "c"]
    func next(after asked: [WordID], of words: [WordID], neighbors: [[WordID: String]] = [])
      throws -> WordID?
    {
      var ledger = Ledger()
      var pace = SessionPace()
      // All were missed, "a" first, and are due again.
      for (place, word) in words.enumerated() {
        ledger.answer("\(word)/recognize", .again, at: .noon(of: 20_000, plus: place))
      }
      let lexicon = Lexicon(
        words: words.map { Sample.word($0) }, contrasts: try neighbors.map(Sample.contrast))
      for word in asked {
        let card = CardKey(word: word, skill: .recognize)
        pace.answered(.init(card: card, reason: .due), missed: true)
      }
      let now = Moment.noon(of: 20_000, plus: 30)
      let queue = PracticeQueue(
        ledger: ledger, words: words, now: now, limits: PracticeLimits(Plan(newPerDay: 0)))
      return pace.next(queue, at: now, lexicon: lexicon)?.card.word
    }
    #expect(try next(after: [], of: words) == "a")
    #expect(try next(after: ["a"], of: words) == "b")
    #expect(try next(after: ["a", "b"], of: words) == "c")
    #expect(try next(after: ["a", "b", "c"], of: words) == "a")
    #expect(try next(after: ["a", "b"], of: ["a", "b"]) == "a")
    // The neighbor of the last waits too, but sooner than the last itself.
    let near = [["a": "one", "c": "other"]]
    #expect(try next(after: ["c"], of: words, neighbors: near) == "b")
    #expect(try next(after: ["b", "c"], of: words, neighbors: near) == "b")
    #expect(try next(after: ["c"], of: ["a", "c"], neighbors: near) == "a")
  }

  @Test func whatIsDueAgainInTheMeantimeIsAsked() {
    let asked = play(answers: 16, minutes: 2) { _ in false }
    #expect(asked.count > 8)
  }

  /// What has left its steps isn't asked again, although a day began meanwhile and it's due.
  @Test func aDayThatBeginsAsksNothingAgain() {
    var ledger = Ledger()
    var pace = SessionPace()
    var now = Moment(milliseconds: 20_000 * 86_400_000 + 13_200_000, offsetMinutes: 0)
    var queue = PracticeQueue(ledger: ledger, words: library.teachingOrder, now: now)
    var known: Set<WordID> = []
    var days: Set<Int> = []
    for number in 0..<40 {
      queue.refresh(ledger, now: now)
      guard let pick = pace.next(queue, at: now, lexicon: library.lexicon) else { break }
      #expect(!known.contains(pick.card.word), "\(pick.card) once more")
      ledger.apply(
        .reviewed(Review(card: pick.card, grade: .good, milliseconds: 5000)), id: "d:\(number)",
        at: now)
      queue.answered(pick.card, ledger, now: now)
      let isDone = if case .review = ledger.card(pick.card).state { true } else { false }
      if isDone { known.insert(pick.card.word) }
      pace.answered(pick, missed: false, isDone: isDone)
      days.insert(now.day)
      now = Moment(milliseconds: now.milliseconds + 3 * 60_000, offsetMinutes: 0)
    }
    #expect(days.count == 2, "it went on over the rollover")
    #expect(!known.isEmpty)
  }

  /// "illustrious" beside "proud" helps nobody on day one.
  @Test func theNeighborThatIsBegunBesideAWordIsAsCommon() throws {
    let now = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 0)
    for word in library.teachingOrder {
      let queue = PracticeQueue(ledger: Ledger(), words: [word] + library.teachingOrder, now: now)
      guard let companion = queue.companion(of: word, library.lexicon) else { continue }
      let level = try #require(library.lexicon[word]?.everyday)
      let other = try #require(library.lexicon[companion.word]?.everyday)
      #expect(other >= min(level, 3), "\(word): \(companion.word)")
    }
    let queue = PracticeQueue(ledger: Ledger(), words: library.teachingOrder, now: now)
    #expect(queue.companion(of: "proud", library.lexicon)?.word != "illustrious")
  }
}
