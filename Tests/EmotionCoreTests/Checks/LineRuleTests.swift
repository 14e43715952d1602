import Testing

@testable import EmotionCore

@Suite struct ContrastRuleTests {
  private func problems(_ files: [(key: String, value: String)]) -> [String] {
    EmotionCoreTests.problems(in: Sound.words + files) { $0.contrastProblems() }
  }

  @Test func aSoundPairIsNoProblem() {
    #expect(problems([("contrasts/joy.json", #"[{"glad": "one", "calm": "none"}]"#)]) == [])
  }

  @Test(
    arguments: [
      (#"{"glad": "one", "zest": "all"}"#, "glad/zest: zest: is unknown"),
      (#"{"glad": "one", "calm": ""}"#, "calm/glad: calm: has 0 words, not 1 to 16"),
      (
        #"{"glad": "one", "calm": "so calmly it is"}"#,
        "calm/glad: calm: uses “calmly”: write it without the word"
      ),
    ])
  func aBrokenLineIsNamed(_ record: String, _ problem: String) {
    #expect(
      problems([("contrasts/joy.json", "[\(record)]")]) == ["Data/contrasts/joy.json: \(problem)"])
  }

  @Test func aLineIsShort() {
    let record = #"[{"glad": "\#(text(ofWords: 17))", "calm": "none"}]"#
    #expect(
      problems([("contrasts/joy.json", record)])
        == ["Data/contrasts/joy.json: calm/glad: glad: has 17 words, not 1 to 16"])
  }

  @Test func aPairStandsOnce() {
    #expect(
      problems([
        ("contrasts/joy.json", #"[{"glad": "one", "calm": "none"}]"#),
        ("contrasts/peace.json", #"[{"calm": "nothing", "glad": "something"}]"#),
      ]) == [
        "Data/contrasts/peace.json: calm/glad: stands in Data/contrasts/joy.json too: "
          + "one record is enough for both"
      ])
  }
}

@Suite struct SituationRuleTests {
  private func problems(_ situations: [String], in family: String = "joy") -> [String] {
    EmotionCoreTests.problems(
      in: Sound.words + [("situations/\(family).json", Sound.list(situations))]
    ) { $0.situationProblems() }
  }

  @Test func aSoundSituationIsNoProblem() {
    #expect(problems([Sound.situation("glad-1")]) == [])
  }

  @Test(
    arguments: [
      ("text", "\"\(text(ofWords: 9))\"", "text: has 9 words, not 10 to 38"),
      ("text", "\"\(text(ofWords: 39))\"", "text: has 39 words, not 10 to 38"),
      (
        "text", "\"\(text(ofWords: 10)) gladly\"",
        "text: uses “gladly”, which gives “glad” away"
      ),
      (
        "text", "\"\(text(ofWords: 10)) 'calmed'\"",
        "text: uses “calmed”, which gives “calm” away"
      ),
      ("fits", "[]", "fits: is empty: name the word that fits"),
      ("fits", #"["glad", "zest"]"#, "fits: “zest” is unknown"),
      ("fits", #"["glad", "glad"]"#, "fits: has “glad” twice"),
      ("why", "\"\"", "why: is empty"),
      ("near", #"{"calm": "no", "proud": "no"}"#, "near: has 2 words, not 3"),
      ("near", #"{"calm": "no", "proud": "no", "zest": "no"}"#, "near.zest: is unknown"),
      (
        "near", #"{"calm": "no", "proud": "no", "glad": "no"}"#,
        "near.glad: fits, and cannot be near"
      ),
      ("near", #"{"calm": "no", "proud": "no", "eager": ""}"#, "near.eager: has no reason"),
    ])
  func aBrokenFieldIsNamed(_ field: String, _ json: String, _ problem: String) {
    #expect(
      problems([Sound.situation("glad-1", [field: json])])
        == ["Data/situations/joy.json: glad-1: \(problem)"])
  }

  @Test func anIdentifierIsThereOnce() {
    let sentence = "Data/situations/joy.json: glad-1: id: stands twice"
    #expect(
      problems([Sound.situation("glad-1"), Sound.situation("glad-1")]) == [sentence, sentence])
    #expect(problems([Sound.situation("")]) == ["Data/situations/joy.json: : id: is empty"])
  }

  @Test func itStandsInTheFileOfItsAnswersFamily() {
    #expect(
      problems([Sound.situation("glad-1")], in: "fear") == [
        "Data/situations/fear.json: glad-1: fits: is of the family “joy”: "
          + "move it to situations/joy.json"
      ])
  }
}

@Suite struct VagueWordRuleTests {
  private func problems(_ vagueWords: [String]) -> [String] {
    EmotionCoreTests.problems(in: Sound.words + [("vague.json", Sound.list(vagueWords))]) {
      $0.vagueWordProblems()
    }
  }

  private static func finer(_ words: String..., because: String = "it is") -> String {
    Sound.list(words.map { #"{"word": "\#($0)", "because": "\#(because)"}"# })
  }

  @Test(
    arguments: [
      (finer("glad", "calm", "proud", "eager"), "finer: has 4, not 5 to 12"),
      (finer("glad", "calm", "proud", "eager", "zest"), "finer: “zest” is unknown"),
      (finer("glad", "calm", "proud", "eager", "glad"), "finer: has “glad” twice"),
    ])
  func whereItLeadsIsKnown(_ finer: String, _ problem: String) {
    #expect(problems([Sound.vagueWord("nice")]) == [])
    #expect(
      problems([Sound.vagueWord("nice", ["finer": finer])]) == ["Data/vague.json: nice: \(problem)"]
    )
  }

  @Test func aBecauseIsShortAndDoesNotUseItsWord() {
    let others = Self.finer("glad", "proud", "eager", "fond").dropLast()
    func problem(_ because: String) -> [String] {
      let calm = #"{"word": "calm", "because": "\#(because)"}"#
      return problems([Sound.vagueWord("nice", ["finer": "\(others), \(calm)]"])])
    }
    #expect(
      problem(text(ofWords: 13))
        == ["Data/vague.json: nice: finer.calm.because: has 13 words, not 1 to 12"])
    #expect(
      problem("") == ["Data/vague.json: nice: finer.calm.because: has 0 words, not 1 to 12"])
    #expect(
      problem("I calmed down") == [
        "Data/vague.json: nice: finer.calm.because: uses “calmed”: write it without the word"
      ])
  }

  @Test func aSpellingBelongsToOne() {
    #expect(
      problems([
        Sound.vagueWord("nice", ["aliases": #"["all right"]"#]),
        Sound.vagueWord("okay", ["aliases": #"["all-right", ""]"#]),
      ]) == [
        "Data/vague.json: okay: aliases: “all right” stands under “nice” too: "
          + "leave it to one of them", "Data/vague.json: okay: aliases: has an empty one",
      ])
  }

  @Test func anIdentifierIsWordsJoinedByHyphensAndStandsOnce() {
    #expect(
      problems([Sound.vagueWord("i'm ok")])
        == ["Data/vague.json: i'm ok: id: is not lower-case words joined by hyphens"])
    let twice = problems([Sound.vagueWord("nice"), Sound.vagueWord("nice", ["word": "\"fine\""])])
    #expect(Set(twice) == ["Data/vague.json: nice: id: stands twice"])
  }

  @Test func itDoesNotLeadToItself() {
    #expect(
      problems([Sound.vagueWord("glad")])
        == ["Data/vague.json: glad: finer: leads to the same word"])
  }

  @Test func stressedLeadsToWhatItIsSaidFor() {
    #expect(
      problems([Sound.vagueWord("stressed")])
        == ["overwhelmed", "pressured", "disappointed", "let-down"].map {
          "Data/vague.json: stressed: finer: does not lead to “\($0)”"
        })
  }
}
