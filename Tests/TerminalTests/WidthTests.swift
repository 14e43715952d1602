import Terminal
import Testing

@Suite struct WidthTests {
  @Test(
    arguments: [
      ("", 0), ("a", 1), ("abc def", 7), ("é", 1), ("e\u{301}", 1), ("cafe\u{301}", 4), ("…", 1),
      ("你", 2), ("你好", 4), ("a你b", 4), ("😀", 2), ("›", 1), ("●", 1), ("█", 1),
    ])
  func countsColumns(_ text: String, _ columns: Int) {
    #expect(Width.of(text) == columns)
    #expect(Span(text).width == columns)
    #expect(Line(text).width == columns)
  }

  @Test func aLineIsAsWideAsItsSpans() {
    #expect((Line("ab", .strong) + Line("你") + .blank).width == 4)
    #expect(Line("ab").indented(3).width == 5)
    #expect(Line("ab").indented(0) == Line("ab"))
  }

  /// What is measured before it is made harmless must be as wide as what is shown.
  @Test(
    arguments: [
      "\u{1B}", "\u{7}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{301}", "❤️",
      "👨‍👩‍👧", "🇩🇪", "👍🏽", "1️⃣", "é", "e\u{301}", "你", "😀", "a", "\u{E0001}", "\u{AD}",
    ])
  func isThatOfTheCharacterShown(_ text: String) throws {
    let character = try #require(text.first)
    #expect(text.count == 1)
    #expect(Width.of(text) == Width.of(Printable.character(character)))
    #expect((1...2).contains(Width.of(text)))
  }
}
