import Foundation
import Testing

extension EndToEnd {
  /// Text that is pasted, by a terminal that marks it and by one that does not: it is text, and
  /// never keys.
  @Suite struct Pasting {
    private static let lines = "first line\nsecond line\nthird line"

    @Test(arguments: [true, false])
    func aNoteTakesAllLinesAndTheEntryStays(marked: Bool) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      try terminal.paste(Self.lines, marked: marked)
      try await terminal.wait(for: "third line")
      try terminal.press("Enter")
      try await terminal.wait(for: "overwhelmed  first line second line third line")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      let events = try sandbox.events()
      #expect(events.count == 2)
      #expect(events.last?.amend?.checkIn.note == Self.lines)
    }

    @Test(arguments: [true, false])
    func theFirstWordTakesThemAsOneLine(marked: Bool) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.paste(Self.lines, marked: marked)
      try await terminal.wait(for: "› first line second line third line")
      // It is a field with a text in it, and no more has happened.
      try terminal.press("C-u")
      try await terminal.wait("an empty field") { $0.contains("  ›") }
      try terminal.type("sad")
      try await terminal.wait(for: "› sad")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      #expect(try sandbox.events().isEmpty)
    }

    /// Line by line one line is the answer; what is left of the text is nothing for the shell.
    @Test func whatAConversationLeavesUnreadIsNoCommand() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name --plain")
      try await terminal.wait(for: "What would you say?")
      try terminal.press("sad", "Enter")
      try await terminal.wait(for: "Which fits?")
      try terminal.press("Enter")
      try await terminal.wait(for: "How strong")
      try terminal.press("Enter")
      try await terminal.wait(for: "A note")
      try terminal.paste("a long day\ntouch $HOME/intruder\n", marked: false)
      _ = try await terminal.waitForPrompt()
      try await terminal.run("true")
      #expect(try sandbox.events().last?.checkin?.note == "a long day")
      #expect(!FileManager.default.fileExists(atPath: sandbox.home + "/intruder"))
    }

    @Test(arguments: [true, false])
    func tenThousandLinesAreOneNote(marked: Bool) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      let lines = (1...10_000).map { "line \($0) duq" }.joined(separator: "\n")
      try terminal.paste(lines, marked: marked)
      try await terminal.wait(for: "line 10000 duq")
      try terminal.press("Enter")
      try await terminal.wait(for: "overwhelmed  line 1 duq line 2 duq")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      let events = try sandbox.events()
      #expect(events.count == 2)
      let isWhole = events.last?.amend?.checkIn.note == lines
      #expect(isWhole)
    }

    @Test(arguments: [true, false])
    func controlCharactersAreLeftOut(marked: Bool) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      try terminal.paste(
        "a\u{3}b\u{1A}c\u{1}d\u{15}e\u{8}f\u{7}g\tand\n\u{4}\u{C}done.", marked: marked)
      try await terminal.wait(for: "done.")
      try terminal.press("Enter")
      try await terminal.wait(for: "1 entry")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      #expect(try sandbox.events().last?.amend?.checkIn.note == "abcdefg and\ndone.")
    }

    @Test func whereNothingIsTypedAPasteIsNothing() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "1 entry")
      for marked in [true, false] {
        try terminal.paste(Self.lines + "\nd\nu\nq\n", marked: marked)
        try await terminal.wait(for: "There's no place for text here, so nothing was pasted.")
        try terminal.press("C-l", "?")
        try await terminal.wait(for: "Keys  Journal")
        try terminal.press("Escape")
        try await terminal.wait(for: "d delete")
      }
      try terminal.press("q")
      _ = try await terminal.waitForPrompt()
      #expect(try sandbox.events().count == 1)
    }

    /// The end of a paste that never comes is not waited for.
    @Test func aPasteWithoutEndLeavesTheProgramUsable() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      try terminal.send(bytes: "\u{1B}[200~half\rd")
      try await terminal.wait("two lines") { lines in
        lines.contains { $0.contains("note half") } && lines.contains { $0.hasSuffix("  d") }
      }
      try terminal.type("one")
      try await terminal.wait(for: "done")
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      #expect(try sandbox.events().last?.amend?.checkIn.note == "half\ndone")
    }

    @Test func aWindowMayChangeInTheMiddleOfOne() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      try terminal.send(bytes: "\u{1B}[200~before\r")
      try terminal.resize(.init(columns: 40, rows: 12))
      try await terminal.wait("a small window") { $0.count <= 13 }
      try terminal.send(bytes: "after\u{1B}[201~")
      try await terminal.wait(for: "       after")
      try terminal.press("Enter")
      try await terminal.wait(for: "1 entry")
      try terminal.press("q")
      _ = try await terminal.waitForPrompt()
      #expect(try sandbox.events().last?.amend?.checkIn.note == "before\nafter")
    }

    @Test(arguments: [true, false])
    func whileTheDiskIsFullNothingOfItIsAKey(marked: Bool) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.openNote()
      func limit(_ size: String) throws {
        let limits = try Tool.run(
          ["prlimit", "--pid", "\(try terminal.process())", "--fsize=\(size)"],
          environment: sandbox.environment)
        #expect(limits.status == 0)
      }
      try limit("0:unlimited")
      try terminal.paste(Self.lines, marked: marked)
      try await terminal.wait(for: "third line")
      try terminal.press("Enter")
      try await terminal.wait(for: "Ctrl-R try again")
      try terminal.paste(Self.lines + "\nd\nu\nq\n", marked: marked)
      try await terminal.wait(for: "This is not saved yet")
      try limit("unlimited")
      try terminal.press("C-r")
      try await terminal.wait(for: "overwhelmed  first line second line third line")
      try terminal.press("q")
      _ = try await terminal.waitForPrompt()
      let events = try sandbox.events()
      #expect(events.count == 2)
      #expect(events.last?.amend?.checkIn.note == Self.lines)
    }

    /// However it ends, or sleeps, the terminal no longer marks what is pasted.
    @Test(arguments: ["q", "C-z", "TERM", "SEGV"])
    func theShellGetsNoMarks(way: String) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      try await terminal.start("inkling")
      try await terminal.wait(for: "How are you, underneath?")
      switch way {
      case "TERM": try terminal.send(SIGTERM)
      case "SEGV": try terminal.send(SIGSEGV)
      default: try terminal.press(way)
      }
      _ = try await terminal.waitForPrompt()
      let text = try await Poll.until("the record") {
        let text = String(
          decoding: FileManager.default.contents(atPath: record) ?? Data(), as: UTF8.self)
        return text.hasSuffix("]$ ") ? text : nil
      }
      let on = try #require(text.range(of: "\u{1B}[?2004h", options: .backwards))
      let off = try #require(text.range(of: "\u{1B}[?2004l", options: .backwards))
      #expect(on.lowerBound < off.lowerBound)
      guard way == "C-z" else { return }
      // Awake again, it wants them again.
      try await terminal.start("fg")
      try await terminal.wait(for: "How are you, underneath?")
      try terminal.press("n")
      try await terminal.wait(for: "What would you say?")
      try terminal.paste("sad\ntired", marked: true)
      try await terminal.wait(for: "› sad tired")
    }
  }
}

extension TerminalSession {
  /// From the shell into the note of the newest entry.
  fileprivate func openNote() async throws {
    try await start("inkling journal")
    try await wait(for: "1 entry")
    try press("Enter")
    try await wait(for: "Enter done")
    try press("Down")
    try await wait(for: "› note")
  }

  /// Pastes a text. One that is not marked arrives as if it had been typed.
  fileprivate func paste(_ text: String, marked: Bool) throws {
    let path = home + "/" + UUID().uuidString
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try tmux(["load-buffer", path])
    try tmux(["paste-buffer"] + (marked ? ["-p"] : []))
  }
}
