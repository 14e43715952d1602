import SpacedRepetition
import Testing

@testable import EmotionCore

/// Words in the order in which they were last named, and what is no word.
@Suite struct EnrollmentTests {
  /// As it was first written, a search for every word.
  private func plainly(_ steps: [(word: String, anew: Bool)]) -> [String] {
    var words: [String] = []
    for (word, anew) in steps {
      if words.contains(word) {
        guard anew else { continue }
        words.removeAll { $0 == word }
      }
      words.append(word)
    }
    return words
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theOrderIsThatOfAPlainList(_ seed: UInt64) {
    var dice = SeededDice(seed)
    let steps = (0..<400).map { _ in
      ("w\(Int.random(in: 0..<30, using: &dice))", Bool.random(using: &dice))
    }
    var enrollment = Enrollment()
    for (index, step) in steps.enumerated() {
      enrollment.add(step.0, anew: step.1)
      // As a snapshot gives it back.
      if index % 97 == 0 { enrollment = Enrollment(enrollment.words) }
    }
    #expect(enrollment.words == plainly(steps))
    #expect(enrollment == Enrollment(plainly(steps)))
  }

  private func feelings(_ ids: [String]) -> CheckIn {
    CheckIn(feelings: ids.map { CheckIn.Feeling(id: $0, word: $0) })
  }

  @Test func whatIsTooLongForAWordCountsForNothing() {
    var ledger = Ledger()
    let moment = Moment.noon(of: 20_000)
    let long = "e" + String(repeating: "\u{301}", count: 1000)
    ledger.apply(.checkedIn(feelings(["sad", long, ""])), id: "a:1", at: moment)
    ledger.apply(.kept(Keeping(word: long)), id: "a:2", at: moment)
    for word in [long, "\u{1B}]52;c;eA==\u{7}", "a\u{202E}b", ""] {
      let card = CardKey(word: word, skill: .recall)
      #expect(!card.isPlausible)
      let review = Review(card: card, grade: .good, milliseconds: 1)
      ledger.apply(.reviewed(review), id: "a:3", at: moment)
      #expect(ReviewTable.record(of: review, milliseconds: 0) == nil)
    }
    #expect(ledger.enrolled == ["sad"] && ledger.namings == ["sad": 1])
    #expect(ledger.cards.isEmpty && ledger.answers == 0)
    // The entry is whole.
    #expect(ledger.recent.entries[0].checkIn?.feelings.count == 3)
    for card in RealData.lexicon.words.map({ CardKey(word: $0.id, skill: .recall) }) {
      #expect(card.isPlausible)
    }
  }

  @Test func ofOneEntryOnlySomeFeelingsCount() {
    var ledger = Ledger()
    let words = (0..<1000).map { "w\($0)" }
    ledger.apply(.checkedIn(feelings(words)), id: "a:1", at: Moment.noon(of: 20_000))
    #expect(ledger.enrolled == words.prefix(WordLimits.feelings).reversed())
    let more = Amendment(entry: "a:1", checkIn: feelings(["x"] + words))
    ledger.apply(.amended(more), id: "a:2", at: Moment.noon(of: 20_000))
    #expect(ledger.namings.count == WordLimits.feelings)
  }
}
