import Testing

@testable import EmotionCore

@Suite struct StoryRuleTests {
  private func problems(_ story: String) -> [String] {
    let words = [Sound.word("glad"), Sound.word("calm"), Sound.word("used", ["story": story])]
    return EmotionCoreTests.problems(in: [("words/joy.json", Sound.list(words))]) {
      $0.storyProblems()
    }
  }

  @Test(
    arguments: [
      (#"{"says": "", "underneath": ["glad", "calm"]}"#, "story.says: is empty"),
      (#"{"says": "so", "underneath": ["glad"]}"#, "story.underneath: has 1, not 2 to 4"),
      (#"{"says": "so", "underneath": ["glad", "zest"]}"#, "story.underneath: “zest” is unknown"),
      (
        #"{"says": "so", "underneath": ["glad", "glad"]}"#, "story.underneath: has “glad” twice"
      ),
      (
        #"{"says": "so", "underneath": ["glad", "used"]}"#, "story.underneath: has the word itself"
      ),
    ])
  func aBrokenStoryIsNamed(_ story: String, _ problem: String) {
    #expect(problems(#"{"says": "so", "underneath": ["glad", "calm"]}"#) == [])
    #expect(problems(story) == ["Data/words/joy.json: used: \(problem)"])
  }

  @Test func everyWordOfTheListHasAStory() {
    let list = #"{"source": "", "words": [{"word": "glad", "label": ""}, {"word": "zest"}]}"#
    #expect(
      EmotionCoreTests.problems(in: Sound.words + [("stories.json", list)]) {
        $0.storyProblems()
      } == [
        "Data/stories.json: glad: label: is empty: leave it out",
        "Data/stories.json: glad: has no story in words/joy.json: write one",
        "Data/stories.json: zest: word: is unknown",
        "Data/stories.json: words: has 2 words, not 55 as published",
        "Data/stories.json: source: is empty",
      ])
    let twice = #"{"source": "s", "words": [{"word": "zest"}, {"word": "zest"}]}"#
    #expect(
      EmotionCoreTests.problems(in: [("stories.json", twice)]) { $0.storyProblems() }
        .contains("Data/stories.json: words: has “zest” twice"))
  }
}

@Suite struct NormRuleTests {
  private func problems(_ norms: String) -> [String] {
    let words = [
      Sound.word("glad", ["pleasantness": "0.9"]), Sound.word("calm", ["pleasantness": "0.3"]),
      Sound.word("sad", ["pleasantness": "-0.8"]),
    ]
    return EmotionCoreTests.problems(
      in: [("words/joy.json", Sound.list(words)), ("norms.json", norms)]
    ) { $0.normProblems() }
  }

  private func norms(_ valence: String, source: String = "s") -> String {
    #"{"source": "\#(source)", "license": "l", "scale": "1 to 9", "valence": {\#(valence)}}"#
  }

  @Test func pleasantnessAgreesWithTheNorms() {
    #expect(problems(norms(#""glad": 8.1, "calm": 6.5, "sad": 2"#)) == [])
    #expect(
      problems(norms(#""glad": 2, "calm": 6.5, "sad": 8"#)) == [
        "Data/norms.json: valence: agrees with the pleasantness of our words at r = -0.90, "
          + "not .90 or more; furthest off: glad, sad, calm"
      ])
    #expect(
      problems(norms(#""glad": 8.1"#)) == [
        "Data/norms.json: valence: agrees with the pleasantness of our words at r = none, "
          + "not .90 or more; furthest off: "
      ])
  }

  @Test func normsAreOfKnownWordsAndOnTheirScale() {
    #expect(
      problems(norms(#""glad": 9.5, "calm": 6.5, "sad": 2, "zest": 5"#, source: "")) == [
        "Data/norms.json: source: is empty", "Data/norms.json: valence.glad: is 9.5, not 1 to 9",
        "Data/norms.json: valence.zest: is unknown",
      ])
  }

  /// The sum of products is 12, those of squares are 10 and 21.2.
  @Test func correlationIsPearsons() throws {
    let pairs = [(1.0, 2.0), (2, 1), (3, 4), (4, 3), (5, 7)].enumerated().map { index, pair in
      Agreement.Pair(id: "w\(index)", ours: pair.0, theirs: pair.1)
    }
    let correlation = try #require(Agreement(pairs).correlation)
    #expect(abs(correlation - 12 / 212.0.squareRoot()) < 1e-12)
    #expect(Agreement(pairs).text == "0.82")
  }
}
