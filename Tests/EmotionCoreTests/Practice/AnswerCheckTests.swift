import SpacedRepetition
import Testing

@testable import EmotionCore

@Suite struct AnswerCheckTests {
  private static func check() throws -> AnswerCheck {
    AnswerCheck(
      lexicon: Lexicon(
        words: [
          Sample.word("overwhelmed", noun: "overwhelm", forms: ["overwhelming"]),
          Sample.word("pressured", noun: "pressure"), Sample.word("drained"),
          Sample.word("cornered"), Sample.word("let-down"), Sample.word("happy"),
        ],
        contrasts: [try Sample.contrast(["overwhelmed": "too much", "pressured": "pushed"])]))
  }

  private static let situation = Sample.situation(
    "overwhelmed-1", fits: ["overwhelmed", "cornered"], near: ["drained": "Not empty yet."])
  private static let fromSituation = Exercise(
    card: CardKey(word: "overwhelmed", skill: .recall), prompt: .situation(situation),
    answering: .typing)
  private static let fromMeaning = Exercise(
    card: CardKey(word: "overwhelmed", skill: .recall), prompt: .meaning("…"), answering: .typing)

  private static let table: [(typed: String, verdict: Verdict, grade: Grade)] = [
    ("overwhelmed", .right, .good),
    ("  OverWhelmed. ", .right, .good),
    ("overwhelming", .right, .good),
    ("overwhelm", .right, .good),
    ("overwelmed", .misspelled, .good),
    ("ovewrhelmd", .misspelled, .good),
    ("I feel so overwhelmed", .right, .good),
    ("I'm really very overwhelmed!", .right, .good),
    ("I’m feeling a bit overwelmed", .misspelled, .good),
    ("cornered", .right, .good),
    ("drained", .near("drained"), .hard),
    ("I feel draned", .near("drained"), .hard),
    ("pressured", .near("pressured"), .hard),
    ("pressure", .near("pressured"), .hard),
    ("happy", .wrong("happy"), .again),
    ("hapy", .wrong("happy"), .again),
    ("Let-Down", .wrong("let-down"), .again),
    ("let down", .wrong("let-down"), .again),
    ("potato", .unknown, .again),
    ("i feel", .unknown, .again),
    ("", .gaveUp, .again),
    (" 0 ", .gaveUp, .again),
    (" ?! ", .gaveUp, .again),
  ]

  @Test(arguments: table)
  func judgesWhatIsTyped(_ typed: String, _ verdict: Verdict, _ grade: Grade) throws {
    let judged = try Self.check().judge(typed: typed, in: Self.fromSituation)
    #expect(judged == verdict)
    #expect(judged.grade() == grade)
  }

  @Test(arguments: [("hapy", true), ("I feel happy", false), ("Happy!", false)])
  func aGuessIsKnownAsOne(_ typed: String, _ isGuess: Bool) throws {
    #expect(try Self.check().isGuess(typed, of: "happy") == isGuess)
  }

  @Test func withoutASituationOnlyContrastsAreNear() throws {
    let check = try Self.check()
    #expect(check.judge(typed: "pressured", in: Self.fromMeaning) == .near("pressured"))
    #expect(check.judge(typed: "drained", in: Self.fromMeaning) == .wrong("drained"))
    #expect(check.judge(typed: "cornered", in: Self.fromMeaning) == .wrong("cornered"))
  }

  @Test func onlyTheWordItselfIsTheRightChoice() throws {
    let check = try Self.check()
    #expect(check.judge(chosen: "overwhelmed", in: Self.fromSituation) == .right)
    #expect(check.judge(chosen: "drained", in: Self.fromSituation) == .wrong("drained"))
  }

  @Test(arguments: [
    "", "  ", "0", "?", "??", "idk", "IDK", "i dont know", "I don’t know.", "don't know",
    "i really don't know", "dunno", "no idea", "I have no idea", "honestly no clue", "not a clue",
    "I can't remember", "i give up", "pass", "not sure",
  ])
  func notKnowingIsNoMistake(_ typed: String) throws {
    let check = try Self.check()
    #expect(check.judge(typed: typed, in: Self.fromMeaning) == .gaveUp)
    #expect(check.isGivingUp(typed))
  }

  @Test(arguments: ["happy", "i", "know", "no idea what you mean by that", "unsure", "lost"])
  func anythingElseIsAnAnswer(_ typed: String) throws {
    #expect(!(try Self.check().isGivingUp(typed)))
  }

  /// No word of the lexicon says that one doesn't know.
  @Test func noWordIsTakenForGivingUp() {
    let check = AnswerCheck(lexicon: RealData.lexicon)
    for word in RealData.lexicon.words {
      for spelling in word.spellings { #expect(!check.isGivingUp(spelling), "\(spelling)") }
    }
  }

  @Test func aSlipCountsForTheAnswerBeforeItCountsForAnother() throws {
    let check = AnswerCheck(
      lexicon: Lexicon(
        words: [Sample.word("mad"), Sample.word("glad"), Sample.word("sad")], contrasts: []))
    let exercise = Exercise(
      card: CardKey(word: "glad", skill: .recall), prompt: .meaning("…"), answering: .typing)
    #expect(check.judge(typed: "lad", in: exercise) == .misspelled)
    #expect(check.judge(typed: "mad", in: exercise) == .wrong("mad"))
  }

  @Test(
    arguments: [
      (Verdict.right, Grade.hard), (.misspelled, .hard), (.near("sad"), .hard),
      (.wrong("sad"), .again), (.unknown, .again), (.gaveUp, .again),
    ])
  func aHintCostsAStep(_ verdict: Verdict, _ grade: Grade) {
    #expect(verdict.grade(hinted: true) == grade)
  }
}

@Suite struct RealAnswerTests {
  private let lexicon = RealData.lexicon

  private func judge(_ typed: String, for word: Word) -> Verdict {
    AnswerCheck(lexicon: lexicon).judge(
      typed: typed,
      in: Exercise(
        card: CardKey(word: word.id, skill: .recall), prompt: .meaning(word.meaning),
        answering: .typing))
  }

  @Test func everySpellingOfAWordIsRight() {
    for word in lexicon.words {
      for spelling in word.spellings {
        #expect(judge(spelling, for: word) == .right, "\(word.id): \(spelling)")
        #expect(judge("I feel so \(spelling)", for: word) == .right, "\(word.id): \(spelling)")
      }
    }
  }

  @Test func aDroppedLetterInALongWordIsForgiven() {
    for word in lexicon.words where word.word.count > 5 {
      for index in word.word.indices.dropFirst(2) {
        var typed = word.word
        typed.remove(at: index)
        guard lexicon.word(spelled: typed) == nil else { continue }
        #expect(judge(typed, for: word) == .misspelled, "\(word.id): \(typed)")
      }
    }
  }

  @Test func everyOtherWordIsNotRight() {
    for (word, other) in zip(lexicon.words, lexicon.words.dropFirst()) {
      let isNear = lexicon.contrast(word.id, other.id) != nil
      #expect(judge(other.word, for: word) == (isNear ? .near(other.id) : .wrong(other.id)))
    }
  }
}
