import Testing

@testable import EmotionCore

@Suite struct WordRuleTests {
  private func problems(_ words: [String], in file: String = "words/joy.json") -> [String] {
    EmotionCoreTests.problems(in: Sound.lists + [(file, Sound.list(words))]) {
      $0.wordProblems()
    }
  }

  @Test func aSoundWordIsNoProblem() {
    #expect(problems([Sound.word("glad")]) == [])
    #expect(problems([Sound.word("fomo", ["word": "\"FOMO\""])]) == [])
  }

  @Test(
    arguments: [
      ("word", "\"so glad\"", "word: is “so glad”, and the id says “glad”"),
      ("family", "\"fear\"", "family: is “fear”: move the word to words/fear.json"),
      ("meaning", "\"\"", "meaning: has 0 words, not 1 to 20"),
      ("meaning", "\"\(text(ofWords: 21))\"", "meaning: has 21 words, not 1 to 20"),
      ("meaning", "\"You are glad.\"", "meaning: uses “glad”: write it without the word"),
      ("meaning", "\"You feel gladness.\"", "meaning: uses “gladness”: write it without the word"),
      ("say", "\"\"", "say: is empty"),
      ("urge", "\"\"", "urge: is empty"),
      ("sense", "\"\"", "sense: is empty: leave it out"),
      ("noun", "\"\"", "noun: is empty: leave it out"),
      ("adjective", "\"\"", "adjective: is empty: leave it out"),
      ("forms", "[\"\"]", "forms: has an empty one"),
      ("strength", "6", "strength: is 6, not 1 to 5"),
      ("everyday", "0", "everyday: is 0, not 1 to 5"),
      ("pleasantness", "1.5", "pleasantness: is 1.5, not -1 to 1"),
      ("energy", "-2", "energy: is -2.0, not -1 to 1"),
      ("body", #"["smile"]"#, "body: has 1, not 2 to 5"),
      ("body", #"["smile", "frown"]"#, "body: “frown” is unknown"),
      ("body", #"["smile", "smile"]"#, "body: has “smile” twice"),
      ("needs", "[]", "needs: has 0, not 1 to 4"),
      ("needs", #"["gold"]"#, "needs: “gold” is unknown"),
      ("needs", #"["rest", "rest"]"#, "needs: has “rest” twice"),
    ])
  func aBrokenFieldIsNamed(_ field: String, _ json: String, _ problem: String) {
    #expect(
      problems([Sound.word("glad", [field: json])]) == ["Data/words/joy.json: glad: \(problem)"])
  }

  @Test func anIdentifierIsWordsJoinedByHyphens() {
    for id in ["Glad", "glad2", "-glad", "glad--der"] {
      let word = Sound.word(id, ["word": "\"\(Spelling.spaced(id))\""])
      #expect(
        problems([word])
          == ["Data/words/joy.json: \(id): id: is not lower-case words joined by hyphens"])
    }
  }

  @Test func anIdentifierBelongsToOneWord() {
    let sentence = "Data/words/joy.json: glad: id: stands twice: an id belongs to one word"
    #expect(problems([Sound.word("glad"), Sound.word("glad")]) == [sentence, sentence])
  }

  @Test func aFamilyIsKnown() {
    let word = Sound.word("glad", ["family": "\"luck\""])
    #expect(
      problems([word], in: "words/luck.json")
        == ["Data/words/luck.json: glad: family: “luck” is unknown"])
  }
}

@Suite struct SpellingRuleTests {
  private func problems(_ words: [String]) -> [String] {
    EmotionCoreTests.problems(in: [("words/joy.json", Sound.list(words))]) {
      $0.spellingProblems()
    }
  }

  @Test func aNameWins() {
    let broken = [
      Sound.word("calm", ["forms": #"["glad"]"#, "noun": "\"Glad\""]), Sound.word("glad"),
    ]
    #expect(
      problems(broken) == [
        "Data/words/joy.json: calm: noun: “glad” is a spelling of “glad” too: leave it to that word"
      ])
  }

  @Test func otherwiseTheFirstHasIt() {
    let broken = [
      Sound.word("calm", ["forms": #"["at-ease"]"#]),
      Sound.word("eased", ["forms": #"["at ease"]"#]),
    ]
    #expect(
      problems(broken) == [
        "Data/words/joy.json: eased: forms: “at ease” is a spelling of “calm” too: "
          + "leave it to that word"
      ])
  }

  @Test func aWordMayRepeatItself() {
    #expect(problems([Sound.word("let-down", ["forms": #"["let down"]"#])]) == [])
  }
}

@Suite struct MeaningRuleTests {
  private func problems(_ first: String, _ second: String) -> [String] {
    let words = [
      Sound.word("glad", ["meaning": "\"\(first)\""]),
      Sound.word("calm", ["meaning": "\"\(second)\""]),
    ]
    return EmotionCoreTests.problems(in: [("words/joy.json", Sound.list(words))]) {
      $0.meaningProblems()
    }
  }

  @Test func twoMeaningsMaySayHalfOfTheSame() {
    #expect(
      problems("A storm broke the old mast and the oars.", "The storms broke every old tree there.")
        == [
          "Data/words/joy.json: calm: meaning: shares “broke”, “old”, “storms” with that of "
            + "“glad”: say what sets it apart"
        ])
    // Half is not more than half.
    #expect(
      problems("A storm broke the old mast, oars, rudder.", "Storms broke old trees, roofs, walls.")
        == [])
  }

  @Test func grammarAndAWordOrTwoDoNotCount() {
    #expect(problems("You have it and would not be without it.", "You have it, or would.") == [])
    #expect(problems("Storm and mast.", "Storm and mast.") == [])
  }
}

@Suite struct AppraisalRuleTests {
  private static let three = #""time": {"now": 3}, "cause": {"me": 1}, "seen": {"no": 2}"#

  @Test(
    arguments: [
      ("", "appraisal: has 3 dimensions, not 4 or more"),
      (#", "weight": {"much": 1}"#, "appraisal.weight: is an unknown dimension"),
      (#", "span": {}"#, "appraisal.span: is empty: leave it out when it does not matter"),
      (#", "span": {"year": 1}"#, "appraisal.span.year: is an unknown value"),
      (#", "span": {"days": 4}"#, "appraisal.span.days: is 4, not 1 to 3"),
      (#", "span": {"days": 0}"#, "appraisal.span.days: is 0, not 1 to 3"),
    ])
  func aBrokenProfileIsNamed(_ rest: String, _ problem: String) {
    let word = Sound.word("glad", ["appraisal": "{\(Self.three)\(rest)}"])
    #expect(
      problems(in: [("words/joy.json", Sound.list([word]))]) { $0.appraisalProblems() }
        == ["Data/words/joy.json: glad: \(problem)"])
  }

  @Test func everyValueFitsSomething() {
    let found = problems(in: Sound.words) { $0.unusedAppraisalValues() }
    #expect(found.contains("Data/words: appraisal.span.flash: fits no word"))
    #expect(!found.contains("Data/words: appraisal.span.days: fits no word"))
  }
}
