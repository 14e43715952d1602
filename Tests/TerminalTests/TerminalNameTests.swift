import Testing

@testable import Terminal

@Suite struct TerminalNameTests {
  @Test(arguments: [
    "xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "rio", "xterm-256colr",
  ])
  func anUnknownTerminalIsTakenForAnXterm(_ name: String) {
    #expect(TerminalName.candidates(name) == [name, "xterm-256color", "xterm"])
  }

  @Test(arguments: ["dumb", "dumb-emacs-ansi", "emacs", "unknown", "wyse60", "tvi925-hi", "lpr"])
  func whatSpeaksOtherwiseIsNot(_ name: String) {
    #expect(TerminalName.candidates(name) == [name])
  }
}
