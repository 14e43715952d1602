import Testing

@testable import EmotionCore

@Suite struct ListRuleTests {
  @Test func signalsAndNeedsAreUniqueAndSaid() {
    let body = """
      [{"region": "head", "signals": [{"id": "smile", "text": ""}, {"id": "Big", "text": "b"}]}]
      """
    let needs = """
      [{"group": "a", "needs": [{"id": "rest", "text": "r", "met": "r"}]},
       {"group": "b", "needs": [{"id": "rest", "text": "s", "met": "s"}]}]
      """
    #expect(
      problems(in: [("body.json", body), ("needs.json", needs)]) { $0.listProblems() } == [
        "Data/body.json: smile: text: is empty",
        "Data/body.json: Big: id: is not lower-case words joined by hyphens",
        "Data/needs.json: rest: id: stands twice", "Data/needs.json: rest: id: stands twice",
      ])
  }

  @Test func aNeedSaysHowItIsMet() {
    let needs = """
      [{"group": "a", "needs": [{"id": "rest", "text": "r", "met": ""},
        {"id": "order", "text": "o", "met": "It is."}]}]
      """
    #expect(
      problems(in: [("needs.json", needs)]) { $0.listProblems() } == [
        "Data/needs.json: rest: met: is empty",
        "Data/needs.json: order: met: does not end like half a sentence",
      ])
  }

  @Test func theTeachingOrderNamesKnownWordsOnce() {
    let order = [(key: "teaching-order.json", value: #"["glad", "zest", "glad"]"#)]
    #expect(
      problems(in: Sound.words + order) { $0.listProblems() } == [
        "Data/teaching-order.json: has “glad” twice", "Data/teaching-order.json: “zest” is unknown",
      ])
  }
}

@Suite struct FamilyRuleTests {
  @Test func familiesAreEnoughAndSaid() {
    let families = """
      [{"id": "joy", "name": "", "about": ""}, {"id": "joy", "name": "joy", "about": "good"},
       {"id": "Fear", "name": "fear", "about": "bad"}]
      """
    let found = problems(in: [("families.json", families)]) { $0.familyProblems() }
    #expect(
      found.prefix(2) == [
        "Data/families.json: has 3 families, not 8 to 12", "Data/families.json: joy: stands twice",
      ])
    for sentence in [
      "joy: name: is empty", "joy: about: is empty",
      "Fear: id: is not lower-case words joined by hyphens",
    ] {
      #expect(found.contains("Data/families.json: \(sentence)"))
    }
  }

  @Test func aFamilyHasFourStrengths() {
    let words = [("a", 1), ("b", 2), ("c", 5), ("d", 5)].map { id, strength in
      Sound.word(id, ["strength": "\(strength)"])
    }
    let found = problems(in: Sound.lists + [("words/joy.json", Sound.list(words))]) {
      $0.familyProblems()
    }
    #expect(
      found.contains(
        "Data/families.json: joy: has words of the strengths [1, 2, 5], not of 4 or more of the 5"))
    #expect(!found.contains { $0.contains("ladder") })
  }

  @Test func aWordIsOnItsOwnLadder() {
    let words = [Sound.word("glad", ["strength": "6"]), Sound.word("calm")]
    let found = problems(in: [("words/joy.json", Sound.list(words))]) { $0.familyProblems() }
    #expect(
      found.filter { $0.contains("ladder") }
        == ["Data/words/joy.json: glad: strength: does not place it on a ladder that rises"])
  }
}

@Suite struct CoverageRuleTests {
  private let found = problems(
    in: Sound.words + [
      ("contrasts/joy.json", #"[{"glad": "a", "calm": "b"}, {"glad": "c", "fond": "d"}]"#),
      ("situations/joy.json", Sound.list((1...3).map { Sound.situation("glad-\($0)") })),
    ]
  ) { $0.coverageProblems() }

  @Test(
    arguments: [
      "words/joy.json: calm: contrasts: has 1, not 2 to 6",
      "words/joy.json: calm: situations: has 0, not 3 or more",
      "words: has 5, not 600 or more", "vague.json: has 0, not 45 or more",
      "vague.json: stressed: is missing", "taxonomies/roberts.json: is missing",
      "stories.json: is missing", "norms.json: is missing",
      "words: appraisal.worth.bigger: fits no word",
    ])
  func whatIsNotThereIsNamed(_ sentence: String) {
    #expect(found.contains("Data/\(sentence)"))
  }

  @Test func whatIsThereIsNot() {
    #expect(!found.contains { $0.contains("glad") })
  }
}

@Suite struct TextRuleTests {
  private func problems(_ text: String) -> [String] {
    EmotionCoreTests.problems(in: [("any.json", #"[{"id": "a", "near": {"b": "\#(text)"}}]"#)]) {
      $0.textProblems()
    }
  }

  @Test func textIsPlainAndShort() {
    #expect(problems("It's \\\"so\\\".") == [])
    #expect(problems("naïve") == ["Data/any.json: a: near.b: is not printable ASCII: “naïve”"])
    for spaced in [" so", "so ", "so  so"] {
      #expect(problems(spaced) == ["Data/any.json: a: near.b: has spaces to spare: “\(spaced)”"])
    }
    #expect(problems("\(text(ofWords: 25)). \(text(ofWords: 25))!") == [])
    #expect(
      problems("\(text(ofWords: 25)), so.") == [
        "Data/any.json: a: near.b: has a sentence of 26 words: 25 are the most that read easily"
      ])
  }

  @Test func namesOfFieldsAreTextsToo() {
    #expect(
      EmotionCoreTests.problems(in: [("any.json", #"[{"ä": 1}]"#)]) { $0.textProblems() }
        == ["Data/any.json: 1: is not printable ASCII: “ä”"])
  }

  @Test func noTextStandsTwice() {
    let words = [
      Sound.word("glad", ["meaning": "\"The same.\""]),
      Sound.word("calm", ["meaning": "\"The same.\""]),
    ]
    let contrasts = #"[{"calm": "A.", "glad": "The same."}]"#
    #expect(
      EmotionCoreTests.problems(
        in: [("words/joy.json", Sound.list(words)), ("contrasts/joy.json", contrasts)]
      ) { $0.textProblems() } == [
        "Data/words/joy.json: calm: meaning: is the text of Data/words/joy.json: glad: meaning too",
        "Data/contrasts/joy.json: calm/glad: glad: is the text of Data/words/joy.json: calm: "
          + "meaning too",
      ])
  }

  @Test func aFileThatCannotBeReadIsToldOnce() {
    #expect(
      EmotionCoreTests.problems(in: [("body.json", "?"), ("needs.json", "{}")]) {
        $0.problems().filter { $0.what.hasPrefix("could not") }
      } == [
        "Data/body.json: could not be read: line 1: a value is expected",
        "Data/needs.json: could not be read: the file: it is not a list",
      ])
  }
}

@Suite struct ProseTests {
  @Test func sentencesEndWithinQuotesToo() {
    #expect(Prose("One two. 'Three four!' Five").sentenceLengths == [2, 2, 1])
    #expect(Prose("").sentenceLengths == [])
    #expect(Prose("so it is").sentenceLengths == [3])
  }

  @Test func tokensAreBareWords() {
    #expect(
      Prose("'It's me,' she said: well-known.").tokens == [
        "it's", "me", "she", "said", "well", "known",
      ])
  }

  @Test func aWordIsFoundInWhateverForm() {
    let worried = WordTrace(Sample.word("worried", noun: "worry", forms: ["sick with it"]))
    for text in ["She is worrying.", "No 'worries'", "He was sick, with it all, sick with it."] {
      #expect(worried.found(in: Prose(text)) != nil)
    }
    #expect(worried.found(in: Prose("He wore it, sick of it")) == nil)
    // Too short a root would find it everywhere.
    #expect(WordTrace(Sample.word("shy")).found(in: Prose("She shyly shies")) == nil)
  }
}
