import Terminal
import Testing

@Suite struct TextFieldTests {
  private static let step: [Character: Key] = [
    "<": .left, ">": .right, "^": .home, "$": .end, "#": .backspace, "!": .delete,
    "U": .control("u"), "K": .control("k"), "W": .control("w"), "A": .control("a"),
    "E": .control("e"), "B": .control("b"), "F": .control("f"), "D": .control("d"),
    "H": .control("h"), "Y": .control("y"), "(": .alt("b"), ")": .alt("f"), "-": .alt("d"),
    "~": .wordBackspace,
  ]

  /// A field after keys: the signs of `step`, and letters that are typed.
  private func field(_ start: String = "", keys: String) -> TextField {
    var field = TextField(start)
    for sign in keys {
      let handled = field.handle(Self.step[sign] ?? .character(sign))
      #expect(handled, "\(sign)")
    }
    return field
  }

  @Test(
    arguments: [
      ("", "abc", "abc", 3), ("ac", "<b", "abc", 2), ("bc", "^a", "abc", 1),
      ("ab", "^$c", "abc", 3),
      ("ab", "AxEy", "xaby", 4), ("", "<", "", 0), ("ab", ">>", "ab", 2), ("ab", "<<<", "ab", 0),
      ("abc", "#", "ab", 2), ("abc", "<#", "ac", 1), ("abc", "^#", "abc", 0), ("", "#", "", 0),
      ("abc", "!", "abc", 3), ("abc", "<!", "ab", 2), ("abc", "^!", "bc", 0), ("", "!", "", 0),
      ("abc", "<U", "c", 0), ("abc", "U", "", 0), ("abc", "<K", "ab", 2), ("abc", "^K", "", 0),
      ("one two", "W", "one ", 4), ("one two  ", "W", "one ", 4), ("one two", "WW", "", 0),
      ("one two", "<W", "one o", 4), ("one", "^W", "one", 0), ("你好", "<#", "好", 0),
      ("你好", "<x", "你x好", 2), ("abc", "BBx", "axbc", 2), ("abc", "^Fx", "axbc", 2),
      ("abc", "^D", "bc", 0), ("abc", "H", "ab", 2),
      // By words, which end where letters and digits do.
      ("one two", "(x", "one xtwo", 5), ("one two", "((x", "xone two", 1),
      ("one, two", "((x", "xone, two", 1), ("one two", "^)x", "onex two", 4),
      ("one two", "^))x", "one twox", 8), ("one, two", "^-", ", two", 0),
      ("one, two", "^--", "", 0), ("one two", "~", "one ", 4), ("a/b", "~", "a/", 2),
      ("a/b", "W", "", 0), ("one two ", "~", "one ", 4), ("", "(", "", 0), ("", ")-~", "", 0),
      // The last cut is put back, as often as asked.
      ("one two", "WY", "one two", 7), ("one two", "WYY", "one twotwo", 10),
      ("one two", "W^Y", "twoone ", 3), ("one two", "^)KAY", " twoone", 4),
      ("one two", "UYx", "one twox", 8), ("one", "Y", "one", 3), ("one two", "^-EY", " twoone", 7),
      ("one two", "WWWY", "one ", 4),
    ])
  func isEdited(_ start: String, _ keys: String, _ text: String, _ position: Int) {
    let field = field(start, keys: keys)
    #expect(field.text == text)
    #expect(field.position == position)
    #expect(field.isEmpty == text.isEmpty)
  }

  @Test func aMarkJoinsTheLetterBeforeIt() {
    var field = TextField("ex")
    let handled = [field.handle(.left), field.handle(.character("\u{301}"))]
    #expect(handled == [true, true])
    #expect(field.text == "éx")
    #expect(field.position == 1)
    let isErased = field.handle(.backspace)
    #expect(isErased)
    #expect(field.text == "x")
    #expect(field.position == 0)
  }

  @Test(
    arguments: [
      Key.enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .control("l"),
      .control("j"), .alt("x"), .alt("D"),
    ])
  func leavesOtherKeysToTheScreen(_ key: Key) {
    var field = TextField("ab")
    let before = field
    let handled = field.handle(key)
    #expect(!handled)
    #expect(field == before)
  }

  @Test(
    arguments: [
      ("abc", 10, "abc", 3), ("abcdef", 4, "def", 3), ("abcdef", 1, "", 0), ("你好吗", 5, "好吗", 4),
      ("你好吗", 4, "吗", 2), ("", 4, "", 0),
    ])
  func showsTheEndWhileTyping(_ text: String, _ columns: Int, _ shown: String, _ cursor: Int) {
    let view = TextField(text).view(columns: columns)
    #expect(view.text == shown)
    #expect(view.cursor == cursor)
  }

  @Test func showsWhatIsAroundTheCursor() {
    let view = field("abcdef", keys: "^>").view(columns: 4)
    #expect(view.text == "abcd")
    #expect(view.cursor == 1)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func theCursorIsAlwaysInView(_ seed: UInt64) {
    var random = RandomText(seed)
    var field = TextField()
    let keys: [Key] = [
      .left, .left, .right, .home, .end, .backspace, .delete, .control("u"), .control("k"),
      .control("w"), .character("\u{301}"), .character("🇩"), .character("🇪"), .control("y"),
      .alt("b"), .alt("f"), .alt("d"), .wordBackspace,
    ]
    for _ in 0..<150 {
      let choice = random.number(0...40)
      let key = choice < keys.count ? keys[choice] : .character(random.character())
      let handled = field.handle(key)
      #expect(handled)
      #expect((0...field.text.count).contains(field.position))
      for columns in [1, 2, 3, 7, 40] {
        let view = field.view(columns: columns)
        #expect((0..<columns).contains(view.cursor), "\(field) in \(columns)")
        #expect(Width.of(view.text) <= columns, "\(field) in \(columns)")
        let before = field.text.prefix(field.position)
        let shown = before.reversed().reduce(into: "") { shown, character in
          if Width.of(shown) < view.cursor { shown = String(character) + shown }
        }
        #expect(view.text.hasPrefix(shown), "\(field) in \(columns)")
      }
    }
  }
}
