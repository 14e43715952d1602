import Foundation
import Testing

extension EndToEnd {
  /// What happens to the window while the program runs.
  @Suite struct StoppingAndResizing {
    @Test(arguments: [["sh", "-i"], ["bash", "--norc", "-i"]])
    func ctrlZStopsItAndTheShellBringsItBack(shell: [String]) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox, shell: shell)
      let modes = try await terminal.modes()
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.type("tir")
      try await terminal.wait(for: "› tired")
      let before = try terminal.lines()

      for round in ["key", "signal"] {
        if round == "key" { try terminal.press("C-z") } else { try terminal.send(SIGTSTP) }
        let status = try await terminal.waitForPrompt()
        #expect(status == 128 + Int(SIGTSTP))
        let asleep = try await terminal.modes()
        #expect(asleep == modes)
        try await terminal.start("fg")
        try await terminal.wait("the whole screen again") { $0 == before }
        #expect(try terminal.isAlternate)
      }

      // Keys arrive as before.
      try terminal.type("ed")
      try await terminal.wait(for: "› tired")
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      let after = try await terminal.modes()
      #expect(after == modes)
    }

    /// The shell has the terminal: what was begun is saved, and nothing is drawn.
    @Test func whoIsToldToEndWhileItSleepsSavesFirst() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.type("sad")
      try await terminal.wait(for: "› sad")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter done")
      try terminal.press("Down")
      try await terminal.wait(for: "› note")
      try terminal.type("a long day")
      try await terminal.wait(for: "› note a long day")
      try terminal.press("C-z")
      _ = try await terminal.waitForPrompt()
      try await terminal.run("kill %1; kill -CONT %1; wait")
      #expect(try sandbox.events().last?.amend?.checkIn.note == "a long day")
      #expect(try !terminal.isAlternate)
      #expect(try await terminal.modes() == modes)
    }

    @Test func aWindowThatChangesWhileItSleepsIsDrawnAnew() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.press("C-z")
      _ = try await terminal.waitForPrompt()
      try terminal.resize(.init(columns: 50, rows: 14))
      try await terminal.start("fg")
      try await terminal.wait("one narrow column") { lines in
        lines.contains { $0.hasSuffix("What would you say?") && $0.count < 50 }
          && lines.contains { $0.contains("overwhelmed · pressured") }
      }
    }

    @Test func itFitsEveryWindow() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling")
      try await terminal.wait(for: "How are you, underneath?")
      try await terminal.wait(for: "words, and what tells them apart")

      try terminal.resize(.init(columns: 40, rows: 12))
      try await terminal.wait("the small home screen") { lines in
        lines.contains(" x  Explore         words")
          && lines.contains(" n  Name a feeling  overwhelmed, today…")
      }
      try terminal.resize(.init(columns: 30, rows: 8))
      try await terminal.wait("the one plain line") { lines in
        lines.filter { !$0.isEmpty } == ["30×8; Inkling needs 40×12."]
      }
      try terminal.resize(.init(columns: 100, rows: 30))
      try await terminal.wait("the large home screen") { lines in
        lines.contains { $0.contains("words, and what tells them apart") }
          && lines.contains { $0.contains("The last seven days") }
          && lines.contains { $0.hasPrefix(String(repeating: " ", count: 12) + "inkling") }
      }
      try terminal.resize(.standard)
      try await terminal.wait("the home screen of before") { lines in
        lines.contains { $0.hasPrefix("  inkling") }
          && lines.contains { $0.contains("The last seven days") }
      }
      try terminal.press("q")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
    }

    @Test func manySizesInARowDoNotUpsetIt() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling practice")
      try await terminal.wait(for: "Which word fits best?")
      for step in 1...40 {
        try terminal.resize(.init(columns: step * 37 % 120 + 1, rows: step * 11 % 40 + 1))
      }
      try terminal.resize(.standard)
      try await terminal.wait(for: "Which word fits best?")
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
    }
  }
}
