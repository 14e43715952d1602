import Terminal
import Testing

@Suite struct TextAreaTests {
  /// An area of rows of ten, after keys: arrows, "^$" for the ends of a line, "|" for a new line.
  private func area(_ text: String, _ keys: String, columns: Int = 10) -> TextArea {
    var area = TextArea(text)
    for sign in keys {
      switch sign {
      case "↑": _ = area.handle(.up, columns: columns)
      case "↓": _ = area.handle(.down, columns: columns)
      case "←": _ = area.handle(.left, columns: columns)
      case "→": _ = area.handle(.right, columns: columns)
      case "^": _ = area.handle(.home, columns: columns)
      case "$": _ = area.handle(.end, columns: columns)
      case "⇞": _ = area.handle(.pageUp, columns: columns)
      case "⇟": _ = area.handle(.pageDown, columns: columns)
      case "|": _ = area.insert("\n")
      default: _ = area.handle(.character(sign), columns: columns)
      }
    }
    return area
  }

  @Test(
    arguments: [
      ("", [""]), ("one", ["one"]), ("one\ntwo", ["one", "two"]), ("one\n", ["one", ""]),
      ("\n\n", ["", "", ""]), ("one two three", ["one two ", "three"]),
      ("one two  three", ["one two  ", "three"]), ("abcdefghijklm", ["abcdefghij", "klm"]),
      ("a bcdefghijklm", ["a ", "bcdefghijk", "lm"]), ("abcdefghij k", ["abcdefghij ", "k"]),
      ("你好你好你好", ["你好你好你", "好"]), ("    ", ["    "]),
    ])
  func linesAreWrapped(_ text: String, _ rows: [String]) {
    #expect(TextArea(text).view(columns: 10, height: 9).rows == rows)
  }

  @Test(
    arguments: [
      ("one\ntwo", "x", "one\ntwox"), ("one\ntwo", "↑x", "onex\ntwo"),
      ("one\ntwo", "^x", "one\nxtwo"), ("one\ntwo", "↑^x", "xone\ntwo"),
      ("one\ntwo", "↑^→↓x", "one\ntxwo"), ("three\no\nfive!", "↑↑x", "threex\no\nfive!"),
      ("three\no\nfive!", "↑x", "three\nox\nfive!"), ("one two three", "↑x", "one txwo three"),
      ("one two three", "↑↑x", "one txwo three"), ("one two three", "^↓x", "one two xthree"),
      // The place behind a broken row is the first of the next.
      ("abcdefghijklm", "^↓$↑x", "abcxdefghijklm"), ("one", "|two", "one\ntwo"),
      ("abcdefghijabcdefghijk", "^→→→→→→→→→↓x", "abcdefghijabcdefghixjk"),
      ("onetwo", "^→→→|", "one\ntwo"), ("a\nb\nc", "⇞x", "ax\nb\nc"),
      ("a\nb\nc", "⇞⇟x", "a\nb\ncx"), ("你好\nab", "↑x", "你x好\nab"), ("a\n\nb", "↑↑x", "ax\n\nb"),
    ])
  func isEdited(_ text: String, _ keys: String, _ result: String) {
    #expect(area(text, keys).text == result)
  }

  @Test func upFromTheFirstRowIsForTheScreen() {
    var area = TextArea("one two three")
    let up = [area.moveUp(columns: 10), area.moveUp(columns: 10)]
    #expect(up == [true, false])
    let down = [area.moveDown(columns: 10), area.moveDown(columns: 10)]
    #expect(down == [true, false])
  }

  /// The rows around the cursor, and signs of what is above and below.
  @Test func aLongTextIsScrolled() {
    let text = (1...20).map { "line \($0)" }.joined(separator: "\n")
    var view = area(text, "").view(columns: 10, height: 3)
    #expect(view.rows == ["line 18", "line 19", "line 20"])
    #expect(view.cursor == (2, 7))
    #expect(view.hasAbove && !view.hasBelow)
    view = area(text, "↑↑↑").view(columns: 10, height: 3)
    #expect(view.rows == ["line 16", "line 17", "line 18"])
    #expect(view.cursor == (1, 7))
    #expect(view.hasAbove && view.hasBelow)
    view = area(text, "⇞⇞⇞").view(columns: 10, height: 3)
    #expect(view.rows == ["line 1", "line 2", "line 3"])
    #expect(view.cursor == (0, 6))
    #expect(!view.hasAbove && view.hasBelow)
    let beginning = area(text, "").beginning(columns: 10, height: 3)
    #expect(beginning.rows == ["line 1", "line 2", "line 3"] && beginning.hasBelow)
    #expect(!TextArea("one\ntwo").beginning(columns: 10, height: 2).hasBelow)
  }

  @Test func aNoteHasItsBounds() {
    var area = TextArea("ab")
    let long = String(repeating: "x", count: TextArea.capacity)
    let left = [area.insert(long), area.insert("y")]
    #expect(left == [2, 1])
    _ = area.handle(.character("y"), columns: 10)
    #expect(area.text.count == TextArea.capacity)
    #expect(area.text.hasPrefix("abx") && !area.text.contains("y"))
    _ = area.handle(.backspace, columns: 10)
    let fits = area.insert("y") == 0
    #expect(fits)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func theCursorIsAlwaysInView(_ seed: UInt64) {
    var random = RandomText(seed)
    var area = TextArea()
    let keys: [Key] = [
      .left, .right, .home, .end, .up, .down, .pageUp, .backspace, .delete, .control("u"),
      .control("k"), .control("w"), .control("y"), .alt("b"), .alt("f"), .alt("d"),
      .wordBackspace, .character("\u{301}"), .character("🇩"), .character("🇪"), .character(" "),
    ]
    for _ in 0..<120 {
      let columns = [1, 2, 3, 7, 40][random.number(0...4)]
      let choice = random.number(0...40)
      if choice < keys.count {
        let isHandled = area.handle(keys[choice], columns: columns)
        #expect(isHandled)
      } else if choice < keys.count + 5 {
        _ = area.insert("\n")
      } else {
        _ = area.handle(.character(random.character()), columns: columns)
      }
      for height in [1, 2, 5, 100] {
        let view = area.view(columns: columns, height: height)
        #expect(view.rows.count <= height)
        #expect(view.rows.indices.contains(view.cursor.row), "\(area) in \(columns)×\(height)")
        #expect((0...columns).contains(view.cursor.column), "\(area) in \(columns)×\(height)")
        if !view.hasAbove, !view.hasBelow {
          #expect(view.rows.joined() == area.text.filter { $0 != "\n" })
        }
      }
    }
  }
}
