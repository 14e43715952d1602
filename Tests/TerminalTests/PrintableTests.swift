import Terminal
import Testing

@Suite struct PrintableTests {
  private static let unknown = "\u{FFFD}"

  @Test(arguments: ["a", "~", " ", "é", "e\u{301}", "你", "😀", "›", "…", "●", "█", "✓"])
  func keepsWhatIsHarmless(_ text: String) {
    #expect(Array(Printable.text(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: Array(0..<9) + Array(14..<0x20) + [0x7F])
  func showsASignForControlCharacters(_ code: UInt8) {
    #expect(Printable.text(String(Unicode.Scalar(code))) == "?")
  }

  @Test(arguments: 0x80..<0xA0)
  func showsASignForTheOtherControlCharacters(_ code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    #expect(Printable.text(String(scalar)) == Self.unknown)
  }

  @Test(
    arguments: [
      "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}",
      "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2067}",
      "\u{2068}", "\u{2069}", "\u{61C}", "\u{FEFF}", "\u{E0001}", "\u{301}",
    ])
  func showsASignForWhatCannotBeSeenOrTurnsTheDirection(_ text: String) {
    #expect(Printable.text(text) == Self.unknown)
  }

  @Test(
    arguments: [
      ("\u{1B}[31mred", "?[31mred"), ("a\r\nb", "a b"), ("a\tb", "a b"), ("❤️", "❤"),
      ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("x\u{202E}y", "x\u{FFFD}y"),
      ("a\u{200D}b", "ab"), ("e\u{301}\u{FE0F}", "e\u{301}"),
    ])
  func makesTextHarmless(_ text: String, _ harmless: String) {
    #expect(Array(Printable.text(text).unicodeScalars) == Array(harmless.unicodeScalars))
  }

  @Test func aLetterKeepsAtMostFourMarks() {
    let tower = "a" + String(repeating: "\u{336}", count: 40)
    #expect(Printable.text(tower).unicodeScalars.count == 5)
  }

  @Test func whatIsShownOfAnyCharacterIsHarmlessAlready() throws {
    for code in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let shown = Printable.text("a" + String(scalar))
      #expect(Printable.text(shown) == shown, "U+\(String(code, radix: 16))")
    }
  }
}

@Suite struct ASCIITests {
  private func ascii(_ text: String) -> String {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    frame.put(Line(text), row: 0)
    return frame.ascii().text(row: 0)
  }

  @Test(
    arguments: [
      ("plain ~ text", "plain ~ text"), ("› a · b", "> a - b"), ("●○ █░", "*o #."), ("✓✗", "+x"),
      ("so…", "so~"), ("↑↓←→", "^v<>"), ("–—−", "---"), ("‘it’s’", "'it's'"), ("“so”", "\"so\""),
      ("café", "cafe"), ("cafe\u{301}", "cafe"), ("n\u{303}o", "no"), ("3 × 4", "3 x 4"),
      ("你好", "? ?"), ("a😀b", "a? b"),
    ])
  func meansTheSameInASCII(_ text: String, _ expected: String) {
    #expect(ascii(text) == expected)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func keepsEveryColumnInItsPlace(_ seed: UInt64) {
    var random = RandomText(seed)
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.put(Line(random.text(0...24)), row: 0)
    let ascii = frame.ascii()
    for column in 0..<20 {
      let shown = ascii[0, column].character
      #expect(shown?.isASCII == true)
      if let before = frame[0, column].character, before.isASCII { #expect(shown == before) }
    }
  }
}
