import EmotionCore
import Testing

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("Overwhelmed", "overwhelmed"), ("  let-down ", "let down"), ("let_down", "let down"),
      ("let \t down", "let down"), ("I’m fine!", "i'm fine"), ("I`m fine.", "i'm fine"),
      ("«meh»…", "meh"), ("so-so", "so so"), ("", ""), ("?!", ""), ("Ärger", "ärger"),
    ])
  func normalizes(_ text: String, _ normal: String) {
    #expect(Spelling.normalized(text) == normal)
    #expect(Spelling.normalized(normal) == normal)
  }

  @Test(
    arguments: [
      ("", "", 0), ("", "sad", 3), ("sad", "", 3), ("sad", "sad", 0), ("sad", "mad", 1),
      ("sad", "said", 1), ("said", "sad", 1), ("sad", "asd", 1), ("lonely", "lonley", 1),
      ("ca", "abc", 3), ("anxious", "anxoius", 1), ("angry", "hungry", 2), ("kitten", "sitting", 3),
    ])
  func countsTheFewestMistakes(_ left: String, _ right: String, _ distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test(
    arguments: [
      ("sda", "sad", false), ("sad", "sad", false), ("gald", "glad", true), ("gla", "glad", true),
      ("gl", "glad", false), ("anxoius", "anxious", true), ("anxius", "anxious", true),
      ("anxsois", "anxious", false), ("overwelmd", "overwhelmed", true),
      ("overwelmt", "overwhelmed", false), ("ovrwhlmd", "overwhelmed", false),
    ])
  func allowsOneSlipInAShortWordAndTwoInALongOne(_ text: String, _ word: String, _ slip: Bool) {
    #expect(Spelling.isSlip(text, of: word) == slip)
  }

  @Test(
    arguments: [
      ("stresed", "stressed"), ("let-dwon", "let-down"), ("strained", "drained"), ("xyz", nil),
      ("s", nil), ("Sad!", "sad"), ("laid", nil),
    ])
  func findsTheClosest(_ text: String, _ expected: String?) {
    let candidates = ["stressed", "let-down", "drained", "sad"]
    #expect(Spelling.closest(to: text, among: candidates) == expected)
  }

  @Test func theClosestIsTheFirstInTheAlphabetWhenTwoAreAsClose() {
    #expect(Spelling.closest(to: "bad", among: ["sad", "mad", "glad"]) == "mad")
    #expect(Spelling.closest(to: "bad", among: []) == nil)
  }
}
