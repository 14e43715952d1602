import Terminal
import Testing

@Suite struct KeyTests {
  @Test(
    arguments: [
      (Key.character("a"), "a"), (.character("?"), "?"), (.character(" "), "Space"),
      (.control("l"), "Ctrl-L"), (.control("c"), "Ctrl-C"), (.alt("b"), "Alt-B"),
      (.wordBackspace, "Alt-Backspace"), (.enter, "Enter"), (.escape, "Esc"),
      (.tab, "Tab"), (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Del"),
      (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"), (.home, "Home"), (.end, "End"),
      (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ])
  func isWrittenForPeople(_ key: Key, _ name: String) {
    #expect(key.name == name)
  }
}
