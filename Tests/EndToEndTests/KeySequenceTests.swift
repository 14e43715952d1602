import Foundation
import Testing

extension EndToEnd {
  /// Keys that a terminal tells by sequences of escape.
  @Suite struct KeySequences {
    @Test func altDInANoteCutsAWordAndDeletesNothing() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("name", "--plain", input: "stressed\n1\n3\na long day\n")
      #expect(outcome.status == 0)
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "1 entry")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter done")
      try terminal.press("Down")
      try await terminal.wait(for: "› note a long day")
      // At the end there is no word behind the cursor; two words back there is one.
      try terminal.send(bytes: "\u{1B}d")
      try terminal.send(bytes: "\u{1B}b\u{1B}b\u{1B}d")
      try await terminal.wait(for: "› note a  day")
      try terminal.press("Enter")
      try await terminal.wait(for: "overwhelmed  a day")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      let events = try sandbox.events()
      #expect(events.count == 2)
      #expect(events.last?.amend?.checkIn.note == "a day")
    }

    /// Shift-Enter of kitty and of xterm, a click, and the window that comes to the front.
    @Test func afterAnAnswerOtherKeysUndoNothing() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling practice")
      try await terminal.wait(for: "Which word fits best?")
      try terminal.press(try #require(try terminal.choice("overwhelmed")))
      try await terminal.wait(for: "✓ overwhelmed")
      let before = try terminal.lines()
      for sequence in [
        "\u{1B}[13;2u", "\u{1B}[27;2;13~", "\u{1B}u", "\u{1B}[117;3u", "\u{1B}[I", "\u{1B}[<0;1;1M",
        "\u{1B}[M !u", "\u{1B}]11;rgb:uuuu\u{7}", "\u{1B}OS", "\u{1B}[15;2~",
      ] {
        try terminal.send(bytes: sequence)
      }
      // It has read them all when it has read this.
      try terminal.press("?")
      try await terminal.wait(for: "Keys")
      try terminal.press("Escape")
      try await terminal.wait("the answer") { $0 == before }
      try terminal.press("Escape")
      try await terminal.wait(for: "Done for now")
      try terminal.press("Escape")
      _ = try await terminal.waitForPrompt()
      #expect(try sandbox.events().allSatisfy { $0.undo == nil })
    }

    /// The description of a terminal that this machine does not have is that of xterm.
    @Test func anUnknownTerminalIsDrawnOnAndTold() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      try await terminal.start("TERM=brand-new inkling")
      try await terminal.wait(for: "How are you, underneath?")
      try await terminal.wait(for: "Your terminal calls itself “brand-new”")
      let text = try terminal.lines().joined(separator: " ")
      #expect(text.contains("Inkling treats it as xterm-256color."))
      try terminal.press("n")
      try await terminal.wait("no more of it") { lines in
        lines.contains { $0.contains("What would you say?") }
          && !lines.contains { $0.contains("brand-new”") }
      }
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      #expect(try await terminal.modes() == modes)
    }
  }
}
