import Testing

@testable import EmotionCore

/// Lines that were said already aren't said again.
@Suite struct EchoTests {
  @Test(arguments: [
    (
      "So much is strange at once that you do not know where to turn.",
      "So much is strange to you at once that you do not know where to turn.", true
    ),
    ("Your patience is used up.", "The last of your patience has been used up.", true),
    ("It has lasted for weeks.", "Someone you trusted went behind your back.", false),
    ("You are sad.", "A sad day.", false), ("", "Something.", false),
  ])
  func linesAreHeldAgainstEachOther(_ line: String, _ other: String, _ isSame: Bool) {
    #expect(Echo.says(line, like: other) == isSame)
    #expect(Echo.says(other, like: line) == isSame)
  }

  /// The screen never shows a case's reason that is the word's meaning over again.
  @Test func aReasonThatRepeatsTheMeaningIsLeftOut() throws {
    let library = RealData.library()
    let key = CardKey(word: "bewildered", skill: .recognize)
    let meaning = try #require(library.lexicon["bewildered"]?.meaning)
    func why(_ text: String) -> String? {
      let situation = Situation(id: "s", text: "…", fits: ["bewildered"], why: text, near: [:])
      return Exercise(card: key, prompt: .situation(situation), answering: .typing)
        .why(lexicon: library.lexicon)
    }
    #expect(why(meaning) == nil)
    #expect(why("First day abroad, and no one to ask.") == "First day abroad, and no one to ask.")
    let fromMeaning = Exercise(card: key, prompt: .meaning(meaning), answering: .typing)
    #expect(fromMeaning.why(lexicon: library.lexicon) == nil)
  }
}
