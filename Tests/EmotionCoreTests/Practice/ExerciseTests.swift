import Testing

@testable import EmotionCore

@Suite struct ExerciseTests {
  private let library = RealData.library()

  private func exercise(
    _ word: WordID, _ skill: Skill, repetition: Int, another: Int = 0, seed: UInt64 = 1
  ) throws -> Exercise {
    var dice = SeededDice(seed)
    return try #require(
      ExerciseMaker(library: library).exercise(
        for: CardKey(word: word, skill: skill), repetition: repetition, another: another,
        dice: &dice))
  }

  @Test(arguments: 0...5)
  func everyChoiceIsOneOfFourWithTheAnswerAmongThem(_ repetition: Int) throws {
    for word in library.lexicon.words.map(\.id) {
      let exercise = try exercise(word, .recognize, repetition: repetition)
      guard case .choosing(let options) = exercise.answering,
        case .situation(let situation) = exercise.prompt
      else {
        Issue.record("\(word): not a choice for a situation")
        continue
      }
      #expect(options.count == 4 && Set(options).count == 4, "\(word): \(options)")
      #expect(options.filter { $0 == word }.count == 1, "\(word): \(options)")
      #expect(options.allSatisfy { library.lexicon[$0] != nil }, "\(word): \(options)")
      #expect(situation.fits.first == word)
      for other in options where other != word {
        let reason = exercise.reason(against: other, lexicon: library.lexicon)
        #expect(reason?.text == situation.near[other])
        #expect(situation.near[other] != nil, "\(word): \(other)")
      }
    }
  }

  @Test func situationsTakeTurnsAndAnotherCaseIsAnother() throws {
    for word in library.lexicon.words.map(\.id) {
      let count = library.situations(of: word).count
      let prompts = try (0..<count).map {
        try exercise(word, .recognize, repetition: $0).prompt.text
      }
      #expect(Set(prompts).count == count, "\(word)")
      #expect(try exercise(word, .recognize, repetition: count).prompt.text == prompts.first)
      let another = try exercise(word, .recognize, repetition: 0, another: 1).prompt.text
      #expect(another == prompts.dropFirst().first, "\(word)")
    }
  }

  @Test func recallAsksFromTheMeaningFirstAndThenFromEverySituation() throws {
    for word in library.lexicon.words {
      let count = (library.situations(of: word.id).count) + 1
      let exercises = try (0..<count).map { try exercise(word.id, .recall, repetition: $0) }
      #expect(exercises.allSatisfy { $0.answering == .typing })
      #expect(exercises.first?.prompt == .meaning(word.meaning))
      #expect(Set(exercises.map(\.prompt.text)).count == count, "\(word.id)")
      #expect(try exercise(word.id, .recall, repetition: count).prompt == .meaning(word.meaning))
    }
  }

  @Test func theDiceDecideTheOrderAndNothingElse() throws {
    let orders = try (0..<40).map { seed in
      try exercise("overwhelmed", .recognize, repetition: 0, seed: seed).answering.options
    }
    #expect(Set(orders).count > 8)
    #expect(Set(orders.map(Set.init)).count == 1)
    #expect(Set(orders.map { $0.firstIndex(of: "overwhelmed") }).count == 4)
    #expect(
      try exercise("overwhelmed", .recognize, repetition: 0, seed: 3).answering.options == orders[3]
    )
  }

  @Test func aWordThatIsNotThereHasNoExercise() {
    var dice = SeededDice(1)
    let key = CardKey(word: "no-such-word", skill: .recall)
    #expect(
      ExerciseMaker(library: library).exercise(for: key, repetition: 0, dice: &dice) == nil)
  }

  @Test func theReasonOfTheSituationComesBeforeTheContrast() throws {
    let contrast = try #require(library.lexicon.neighbors(of: "overwhelmed").first)
    let near = Sample.situation("s", fits: ["overwhelmed"], near: [contrast.word: "Not here."])
    let key = CardKey(word: "overwhelmed", skill: .recall)
    let told = Exercise(card: key, prompt: .situation(near), answering: .typing)
    let untold = Exercise(card: key, prompt: .meaning(""), answering: .typing)
    #expect(
      told.reason(against: contrast.word, lexicon: library.lexicon)
        == Exercise.Reason(text: "Not here.", isOfCase: true))
    #expect(
      untold.reason(against: contrast.word, lexicon: library.lexicon)
        == Exercise.Reason(text: contrast.itsLine, isOfCase: false))
    #expect(untold.reason(against: "no-such-word", lexicon: library.lexicon) == nil)
  }

  /// A wrong answer is never left without a reason.
  @Test(arguments: [("giddy", "joyful"), ("irritated", "angry"), ("calm", "furious")])
  func withoutALineBetweenThemTheOtherMeaningIsTheReason(_ word: WordID, _ other: WordID) throws {
    let exercise = Exercise(
      card: CardKey(word: word, skill: .recall), prompt: .meaning(""), answering: .typing)
    let reason = try #require(exercise.reason(against: other, lexicon: library.lexicon))
    let line = library.lexicon.contrast(word, other)?.itsLine
    #expect(reason.text == line ?? library.lexicon[other]?.meaning)
    #expect(!reason.isOfCase && !reason.text.isEmpty)
    for other in library.lexicon.words.map(\.id) where other != word {
      #expect(exercise.reason(against: other, lexicon: library.lexicon) != nil, "\(other)")
    }
  }
}

@Suite struct PoorExerciseTests {
  private static let words = ["a", "b", "c", "d", "e"]
    .map { id in
      """
      {"id": "\(id)", "word": "\(id)", "say": "", "family": "f", "meaning": "m \(id)",
       "strength": 1, "pleasantness": 0, "energy": 0, "everyday": 1, "appraisal": {}, "body": [],
       "urge": "", "needs": []}
      """
    }
    .joined(separator: ",")

  @Test func aWordWithoutSituationsIsChosenByItsMeaningAmongNeighbors() throws {
    try Sample.withLibrary([
      "words/f.json": "[\(Self.words)]",
      "contrasts/f.json": #"[{"a": "", "b": ""}, {"a": "", "c": ""}, {"a": "", "d": ""}]"#,
    ]) { library in
      var dice = SeededDice(1)
      let exercise = try #require(
        ExerciseMaker(library: library).exercise(
          for: CardKey(word: "a", skill: .recognize), repetition: 2, dice: &dice))
      #expect(exercise.prompt == .meaning("m a"))
      #expect(exercise.answering.options.sorted() == ["a", "b", "c", "d"])
    }
  }

  @Test func neighborsFillUpWhereNearWordsAreUnknownOrFew() throws {
    try Sample.withLibrary([
      "words/f.json": "[\(Self.words)]",
      "contrasts/f.json": #"[{"a": "", "b": ""}, {"a": "", "c": ""}, {"a": "", "d": ""}]"#,
      "situations/f.json": """
      [{"id": "s", "text": "t", "fits": ["a"], "why": "w",
        "near": {"d": "r", "a": "r", "unheard-of": "r"}}]
      """,
    ]) { library in
      var dice = SeededDice(1)
      let exercise = try #require(
        ExerciseMaker(library: library).exercise(
          for: CardKey(word: "a", skill: .recognize), repetition: 0, dice: &dice))
      #expect(exercise.answering.options.sorted() == ["a", "b", "c", "d"])
    }
  }

  @Test func aChoiceHasFourOptionsHoweverManyAreNear() throws {
    try Sample.withLibrary([
      "words/f.json": "[\(Self.words)]",
      "situations/f.json": """
      [{"id": "s", "text": "t", "fits": ["a"], "why": "w",
        "near": {"b": "r", "c": "r", "d": "r", "e": "r"}}]
      """,
    ]) { library in
      var dice = SeededDice(1)
      let exercise = try #require(
        ExerciseMaker(library: library).exercise(
          for: CardKey(word: "a", skill: .recognize), repetition: 0, dice: &dice))
      #expect(exercise.answering.options.sorted() == ["a", "b", "c", "d"])
    }
  }
}

extension Exercise.Prompt {
  fileprivate var text: String {
    switch self {
    case .situation(let situation): situation.text
    case .meaning(let meaning): meaning
    }
  }
}

extension Exercise.Answering {
  fileprivate var options: [WordID] {
    if case .choosing(let options) = self { options } else { [] }
  }
}
