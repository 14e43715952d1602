import Foundation
import Testing

extension EndToEnd {
  /// However the program ends, what was done is kept and the terminal is as it was.
  @Suite struct Ending {
    @Test func aKilledProgramHasKeptTheAnswerThatWasShown() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let before = try sandbox.events()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling practice")
      try await terminal.wait(for: "Which word fits best?")
      try terminal.press(try #require(try terminal.choice("overwhelmed")))
      try await terminal.wait(for: "✓ overwhelmed")
      try terminal.send(SIGKILL)
      try await terminal.wait(for: "Killed")

      // Every line is whole, or reading them would throw.
      let events = try sandbox.events()
      #expect(Array(events.dropLast()) == before)
      #expect(events.last?.review == .init(card: "overwhelmed/recognize", grade: 3))

      // A killed program cannot mend its terminal; a person would open another.
      let other = try await TerminalSession.open(in: sandbox)
      try await other.start("inkling")
      // Further down than all the rest, so that the whole screen is there.
      try await other.wait(for: "0 of 1 word")
      let home = try other.lines()
      #expect(home.contains { $0.contains("Found by yourself") && $0.hasSuffix("0 of 1 word") })
      #expect(home.contains { $0.contains("Practice") && $0.contains("7 today") })
      #expect(!home.contains { $0.contains("could not be read") || $0.contains("cut off") })
      let after = try sandbox.events()
      #expect(after == events)
    }

    @Test(arguments: [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE,
      SIGPOLL, SIGPWR, SIGSTKFLT, 34, 64,
    ])
    func aSignalEndsItAndSavesTheNoteTypedSoFar(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      try await terminal.startTypingANote("the build broke ag")
      #expect(try terminal.isAlternate)
      try terminal.send(signal)
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      try await terminal.expectSane(modes, after: "inkling name")

      let events = try sandbox.events()
      #expect(events.count == 2)
      #expect(events.last?.amend?.entry == events.first?.id)
      #expect(events.last?.amend?.checkIn.note == "the build broke ag")
    }

    @Test func leavingWithCtrlCSavesTheNoteToo() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      try await terminal.startTypingANote("näh, 你好")
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      try await terminal.expectSane(modes, after: "inkling name")
      let note = try sandbox.events().last?.amend?.checkIn.note
      #expect(note == "näh, 你好")
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGXCPU, SIGSYS])
    func aCrashGivesTheTerminalBack(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      try await terminal.startTypingANote("half a li")
      try terminal.send(signal)
      let status = try await terminal.waitForPrompt()
      #expect(status == Int(128 + signal))
      try await terminal.expectSane(modes, after: "inkling name")
      // The entry was on disk before the note was begun.
      let events = try sandbox.events()
      #expect(events.map(\.checkin?.said) == ["stressed"])
    }

    @Test func closingTheTerminalEndsIt() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.startTypingANote("goodb")
      let process = try terminal.process()
      #expect(try !Tool.hasEnded(process))
      terminal.close()
      _ = try await Poll.until("inkling to end") { try Tool.hasEnded(process) ? true : nil }
      let note = try sandbox.events().last?.amend?.checkIn.note
      #expect(note == "goodb")
    }

    /// Under nohup, setsid and the like nobody is told that the terminal is gone: it just is.
    @Test func aTerminalThatVanishesWithoutASignalEndsIt() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let path = sandbox.home + "/process"
      try await terminal.start("setsid -w sh -c 'echo $$ >~/process; exec inkling name'")
      try await terminal.wait(for: "What would you say?")
      let process = try #require(
        Int32(try Sandbox.text(path).trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(try !Tool.hasEnded(process))
      terminal.close()
      _ = try await Poll.until("inkling to end") { try Tool.hasEnded(process) ? true : nil }
    }
  }
}

extension TerminalSession {
  /// From the shell to the middle of a note.
  fileprivate func startTypingANote(_ note: String) async throws {
    try await start("inkling name")
    try await wait(for: "What would you say?")
    try press("Enter")
    try await wait(for: "Enter save")
    try press("Enter")
    try await wait(for: "✓ Saved")
    try press("Down")
    try type(note)
    try await wait(for: "› note " + note)
  }

  /// The screen from before is back, and the terminal's modes are what they were.
  fileprivate func expectSane(_ before: Set<String>, after line: String) async throws {
    let isBack = try lines().contains { $0.hasSuffix("]$ " + line) }
    #expect(isBack)
    let modes = try await modes()
    #expect(modes == before)
    #expect(modes.isSuperset(of: ["icanon", "echo", "isig", "icrnl", "opost"]))
    // Typed lines are seen, so the shell is usable.
    try await run("echo all is well")
    let isSeen = try lines().contains("all is well")
    #expect(isSeen)
  }
}
