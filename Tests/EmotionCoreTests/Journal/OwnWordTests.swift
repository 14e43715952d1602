import Testing

@testable import EmotionCore

/// A word that the lexicon doesn't have goes into the log as it is, within bounds.
@Suite struct OwnWordTests {
  private func own(_ text: String) -> CheckIn.Feeling? {
    CheckIn.Feeling(own: text, lexicon: RealData.lexicon)
  }

  @Test(arguments: [
    ("Overwhelmed", "overwhelmed", "overwhelmed"), ("let down", "let-down", "let down"),
    ("  Sunday   scaries ", "sunday-scaries", "Sunday scaries"), ("meh", "meh", "meh"),
    ("blah\u{1B}[31m\nred", "blah-31m-red", "blah [31m red"), ("🫠", "🫠", "🫠"),
  ])
  func itIsTheLexiconsWordOrItsOwn(_ text: String, _ id: String, _ word: String) {
    let feeling = own(text)
    #expect(feeling?.id == id)
    #expect(feeling?.word == word)
  }

  @Test func whatIsNoWordIsRefused() {
    for text in [
      "", "   ", "\u{7}\n", String(repeating: "a", count: 41),
      "a" + String(repeating: "\u{301}", count: 1000),
    ] { #expect(own(text) == nil) }
    #expect(own(String(repeating: "a", count: 40)) != nil)
  }
}
