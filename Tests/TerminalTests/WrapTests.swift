import Terminal
import Testing

@Suite struct WrapTests {
  @Test(
    arguments: [
      ("", 5, [""]), ("one two three", 13, ["one two three"]),
      ("one two three", 12, ["one two", "three"]), ("one two three", 5, ["one", "two", "three"]),
      ("one\ntwo", 20, ["one", "two"]), ("one\n\ntwo", 20, ["one", "", "two"]),
      ("  one   two ", 20, ["one two"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdefgh i", 3, ["a", "bcd", "efg", "h i"]), ("abc def", 3, ["abc", "def"]),
      ("你好吗", 4, ["你好", "吗"]), ("你好吗", 5, ["你好", "吗"]), ("a 你好 b", 4, ["a", "你好", "b"]),
      ("text", 0, []), ("text", -1, []),
    ])
  func breaksBetweenWords(_ text: String, _ columns: Int, _ rows: [String]) {
    #expect(Wrap.rows(text, columns: columns) == rows)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func losesNothingAndIsNeverTooWide(_ seed: UInt64) {
    var random = RandomText(seed)
    let text = random.text(0...200)
    let words = text.split(separator: " ")
    for columns in 2...40 {
      let rows = Wrap.rows(text, columns: columns)
      #expect(rows.allSatisfy { Width.of($0) <= columns }, "\(columns)")
      #expect(rows.allSatisfy { $0.first != " " && $0.last != " " }, "\(columns)")
      #expect(
        rows.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(columns): lost some")
      if words.allSatisfy({ Width.of(String($0)) <= columns }) {
        #expect(rows.flatMap { $0.split(separator: " ") } == words, "\(columns): broke a word")
      }
    }
  }

  /// Measured from its start for every row, it would take minutes.
  @Test func aNoteMayBeOneLongWord() {
    let word = String(repeating: "é你a", count: 100_000)
    let rows = Wrap.rows("x " + word, columns: 40)
    #expect(rows.first == "x" && rows.dropFirst().joined() == word)
    #expect(rows.dropFirst().dropLast().allSatisfy { Width.of($0) == 40 })
  }

  @Test func noRowHasRoomForTheFirstWordOfTheNext() {
    let text = "Some words are short and some considerably longer than those before them"
    for columns in 13...60 {
      let rows = Wrap.rows(text, columns: columns)
      for (row, next) in zip(rows, rows.dropFirst()) {
        let word = next.prefix { $0 != " " }
        #expect(Width.of(row) + 1 + word.count > columns, "\(columns): \(row)")
      }
    }
  }

  @Test func linesStandBelowEachOtherBehindTheirLead() {
    let lines = Wrap.lines(
      "one two three", columns: 8, style: .faint, lead: Line("> ", .accent))
    #expect(lines.map(\.text) == ["> one", "  two", "  three"])
    #expect(lines.map(\.spans.last?.style) == [.faint, .faint, .faint])
    #expect(lines.first?.spans.first?.style == .accent)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func linesFitBehindAnyLeadAndHang(_ seed: UInt64) {
    var random = RandomText(seed)
    let text = random.text(0...120)
    let lead = Line(String(repeating: "-", count: random.number(0...8)))
    let hang = random.number(0...8)
    for columns in 10...30 {
      let lines = Wrap.lines(text, columns: columns, lead: lead, hang: hang)
      #expect(lines.allSatisfy { $0.width <= columns }, "\(columns)")
      #expect(lines.first?.text.hasPrefix(lead.text) == true)
      #expect(lines.dropFirst().allSatisfy { $0.text.prefix { $0 == " " }.count >= hang })
      let kept = lines.map(\.text).joined().dropFirst(lead.width).filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " }, "\(columns): lost some")
    }
  }

  @Test func theFirstRowMayBeShorter() {
    #expect(Wrap.rows("one two three", columns: 9, first: 4) == ["one", "two three"])
    #expect(Wrap.rows("three two", columns: 9, first: 4) == ["", "three two"])
    #expect(Wrap.rows("one\ntwo six", columns: 9, first: 4) == ["one", "two six"])
  }

  @Test func aLeadWiderThanTheColumnsStillShowsTheText() {
    let lines = Wrap.lines("ab", columns: 2, lead: Line("----"))
    #expect(lines.map(\.text) == ["----a", "    b"])
  }

  @Test(arguments: [
    ("short  as it is", ["short  as it is"]),
    ("no label here, only words", ["no label here, only", "words"]),
    ("word    a meaning that is long", ["word    a meaning", "        that is long"]),
    ("  not  let down: counted on it", ["  not  let down:", "       counted on it"]),
    ("  indented and rather long", ["  indented and rather", "  long"]),
    ("far to the right and  late it is", ["far to the right and", "late it is"]),
  ])
  func theRestHangsBesideItsLabel(_ line: String, _ rows: [String]) {
    #expect(Wrap.hanging(line, columns: 21) == rows)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func hangingLinesFitAndLoseNothing(_ seed: UInt64) {
    var random = RandomText(seed)
    let text =
      random.text(0...9) + String(repeating: " ", count: random.number(0...4)) + random.text(0...90)
    for columns in 4...30 {
      let rows = Wrap.hanging(text, columns: columns)
      #expect(rows.allSatisfy { Width.of($0) <= columns }, "\(columns)")
      #expect(rows.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(columns)")
    }
  }
}
