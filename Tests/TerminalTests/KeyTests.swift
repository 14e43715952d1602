import Testing

@testable import Terminal

@Suite struct KeyTests {
  @Test(
    arguments: [
      (Key.character("a"), "a"), (.character("?"), "?"), (.character(" "), "Space"),
      (.control("l"), "Ctrl-L"), (.control("c"), "Ctrl-C"), (.enter, "Enter"), (.escape, "Esc"),
      (.tab, "Tab"), (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Del"),
      (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"), (.home, "Home"), (.end, "End"),
      (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ])
  func isWrittenForPeople(_ key: Key, _ name: String) {
    #expect(key.name == name)
  }

  @Test(
    arguments: [
      (9, Key.tab), (10, .enter), (13, .enter), (8, .backspace), (127, .backspace), (27, .escape),
      (1, .control("a")), (3, .control("c")), (26, .control("z")), (32, .character(" ")),
      (97, .character("a")), (0xE9, .character("é")), (0x4F60, .character("你")),
      (0x1F600, .character("😀")), (0, nil), (28, nil), (31, nil), (0x80, nil), (0x9F, nil),
      (0xD800, nil), (0x11_0000, nil),
    ] as [(UInt32, Key?)])
  func isReadFromItsCharacter(_ code: UInt32, _ key: Key?) {
    #expect(Driver.key(character: code) == key)
  }
}
