import Terminal
import Testing

@Suite struct HarmlessLineTests {
  @Test(arguments: [
    ("plain ~ text", "plain ~ text"), ("“Ä” 😀", "“Ä” 😀"), ("👨‍👩‍👧 ❤️ 👍🏽", "👨‍👩‍👧 ❤️ 👍🏽"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{9B}2J\u{7F}\u{0}", "\u{FFFD}2J\u{FFFD}\u{FFFD}"),
    ("a\r\nb\tc\u{2028}d\u{2029}e", "a  b c d e"),
    ("\u{202E}x\u{2066}y\u{200F}z\u{61C}", "\u{FFFD}x\u{FFFD}y\u{FFFD}z\u{FFFD}"),
    ("نص", "نص"), ("", ""),
  ])
  func aLine(_ text: String, _ expected: String) {
    #expect(Array(Printable.line(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func aDocumentKeepsItsLines() {
    #expect(Printable.lines("a\tb\r\nc\u{1B}\nd") == "a\tb\r\nc\u{FFFD}\nd")
  }

  @Test func nothingThatActsIsLeft() {
    for code in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for shown in [Printable.line(String(scalar)), Printable.lines(String(scalar))] {
        let left = shown.unicodeScalars.filter { $0 != "\n" && $0 != "\t" && $0 != "\r" }
        #expect(left.allSatisfy { $0.properties.generalCategory != .control })
        #expect(left.allSatisfy { $0.properties.isBidiControl == false })
        #expect(Printable.line(shown) == Printable.line(Printable.line(shown)))
      }
    }
  }
}
