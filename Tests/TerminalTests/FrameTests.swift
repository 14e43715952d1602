import Testing

@testable import Terminal

@Suite struct FrameTests {
  private func frame(_ columns: Int = 6, _ rows: Int = 2) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  @Test func isBlankAtFirst() {
    let frame = frame()
    #expect(frame[1, 5] == Frame.Cell.blank)
    #expect(frame.text(row: 0) == "")
    #expect(frame.cursor == nil)
  }

  @Test func putsALineWithItsStyles() {
    var frame = frame()
    frame.put(Line("ab", .strong) + Line("c", .faint), row: 1, column: 2)
    #expect(frame.text(row: 1) == "  abc")
    #expect(frame.text(row: 0) == "")
    #expect(frame[1, 3] == Frame.Cell(character: "b", style: .strong))
    #expect(frame[1, 4] == Frame.Cell(character: "c", style: .faint))
    #expect(frame[1, 5] == Frame.Cell.blank)
  }

  @Test func cutsOffWhatDoesNotFit() {
    var frame = frame()
    frame.put("abcdefghi", row: 0, column: 3)
    #expect(frame.text(row: 0) == "   abc")
    #expect(frame.text(row: 1) == "", "nothing runs over into the next row")
  }

  @Test(arguments: [(-1, 0), (2, 0), (99, 0), (0, -1), (0, 6), (0, 99)])
  func ignoresPlacesOutside(_ row: Int, _ column: Int) {
    var frame = frame()
    frame.put("ab", row: row, column: column)
    #expect(frame == self.frame())
  }

  @Test func aWideCharacterTakesTwoCells() {
    var frame = frame()
    frame.put(Line("a你b", .accent), row: 0)
    #expect((0..<4).map { frame[0, $0].character } == ["a", "你", nil, "b"])
    #expect(frame[0, 2].style == .accent)
    #expect(frame.text(row: 0) == "a你b")
  }

  @Test func aWideCharacterIsNeverHalved() {
    var frame = frame()
    frame.put("abcd你", row: 0)
    frame.put("abcde你f", row: 1)
    #expect(frame.text(row: 0) == "abcd你")
    #expect(frame.text(row: 1) == "abcde")
    #expect(frame[1, 5] == Frame.Cell.blank)
  }

  @Test(
    arguments: [
      ("你好", "x", 0, "x 好"), ("你好", "x", 1, " x好"), ("你好", "吗", 1, " 吗"),
      ("a你b", "xy", 0, "xy b"), ("你好", "xy", 1, " xy"),
    ])
  func halfOverwrittenWideCharactersLeaveASpace(
    _ below: String, _ above: String, column: Int, _ row: String
  ) {
    var frame = frame()
    frame.put(Line(below), row: 0)
    frame.put(Line(above), row: 0, column: column)
    #expect(frame.text(row: 0) == row)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func aRowHasAllItsColumnsWhateverIsPut(_ seed: UInt64) {
    var random = RandomText(seed)
    var frame = frame(12, 3)
    for _ in 0..<12 {
      frame.put(random.line(), row: random.number(-1...3), column: random.number(-1...12))
      for row in 0..<3 {
        let characters = (0..<12).compactMap { frame[row, $0].character }
        #expect(characters.reduce(0) { $0 + Width.of($1) } == 12)
      }
    }
  }

  @Test func controlCharactersBecomeSigns() {
    var frame = frame(8)
    frame.put("a\u{1B}[2Jb", row: 0)
    #expect(frame.text(row: 0) == "a?[2Jb")
    frame.put("\u{202E}ab", row: 1)
    #expect(frame.text(row: 1) == "\u{FFFD}ab")
  }

  @Test func linesStandBelowEachOtherAndEndBeforeTheEnd() {
    var frame = frame(4, 4)
    frame.put(["a", "b", "c", "d"], row: 1, column: 1, end: 3)
    #expect((0..<4).map(frame.text(row:)) == ["", " a", " b", ""])
  }

  @Test func framesAreEqualWhenTheyLookTheSame() {
    var left = frame()
    var right = frame()
    left.put("a", row: 0)
    #expect(left != right)
    right.put("a", row: 0)
    #expect(left == right)
    right.cursor = (row: 0, column: 1)
    #expect(left != right)
    left.cursor = (row: 0, column: 1)
    #expect(left == right)
    #expect(frame(2, 6) != frame(6, 2))
  }

  @Test func aFrameWithoutCellsTakesNothing() {
    var frame = frame(0, 0)
    frame.put("a", row: 0)
    #expect(frame == self.frame(0, 0))
  }
}
