import Foundation
import Testing

extension EndToEnd {
  /// The journal locked, opened and thinned out while another program is open on it.
  @Suite struct LockRaces {
    private func named(_ note: String) async throws -> Sandbox {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(
        "name", "--plain", input: "stressed\n1\n3\n\(note)\n")
      guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      return sandbox
    }

    private func lock(_ sandbox: borrowing Sandbox, _ arguments: String...) async throws -> Outcome
    {
      try await sandbox.run(["lock", "--passphrase-stdin"] + arguments, input: "x\n")
    }

    /// Saves one feeling in a program that is open already, and leaves.
    private func finishNaming(_ terminal: borrowing TerminalSession) async throws {
      try terminal.press("Enter")
      try await terminal.wait(for: "✓ Saved")
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
    }

    @Test func nothingIsSealedForALockThatIsGone() async throws {
      let sandbox = try await named("zebra")
      _ = try await lock(sandbox)
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.startNaming("tired")
      let removed = try await lock(sandbox, "--remove")
      #expect(removed.status == 0)
      try await finishNaming(terminal)
      let exported = try await sandbox.run("export", "--format", "csv")
      #expect(exported.errors.isEmpty)
      #expect(exported.output.contains("zebra") && exported.output.contains("tired"))
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
    }

    @Test func nothingIsWrittenOpenlyOnceItIsLocked() async throws {
      let sandbox = try await named("zebra")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.startNaming("tired")
      _ = try await lock(sandbox)
      try await finishNaming(terminal)
      for text in ["zebra", "stressed", "tired"] {
        let open = try sandbox.filesWith(text)
        #expect(open == [], "\(text)")
      }
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
    }

    @Test func theSecondOfTwoLocksChangesNothing() async throws {
      let sandbox = try await named("zebra")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling lock")
      try await terminal.wait(for: "assphrase:")
      let first = try await lock(sandbox)
      #expect(first.status == 0)
      let before = try sandbox.files()
      for _ in 1...2 {
        try terminal.type("another one altogether")
        try terminal.press("Enter")
      }
      try await terminal.wait(for: "was changed by another program just now")
      let status = try await terminal.waitForPrompt()
      #expect(status == 1)
      let after = try sandbox.files()
      #expect(after == before)
    }

    /// As when it was killed between the lock and the log.
    @Test func aLockThatWasCutShortIsFinished() async throws {
      let sandbox = try await named("zebra")
      let open = try #require(try sandbox.logs().first)
      _ = try await lock(sandbox)
      try sandbox.write(open.text, to: "log/" + open.name)
      var doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 1)
      #expect(doctor.output.contains("can still be read without the passphrase"))
      let again = try await lock(sandbox)
      #expect(again.output.hasPrefix("1 entry that could still be read: locked now.\n"))
      let left = try sandbox.filesWith("zebra")
      #expect(left == [])
      doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
    }

    @Test func whatIsImportedIntoALockedJournalIsLocked() async throws {
      let sandbox = try await named("zebra")
      _ = try await lock(sandbox)
      let file = sandbox.home + "/moods.csv"
      try Data("date,mood,note\n2026-11-01,lonely,giraffe\n".utf8).write(
        to: URL(fileURLWithPath: file))
      let imported = try await sandbox.run("import", file)
      #expect(imported.status == 0)
      let open = try sandbox.filesWith("giraffe")
      #expect(open == [])
      let exported = try await sandbox.run(
        ["export", "--format", "csv", "--unlock", "--passphrase-stdin"], input: "x\n")
      #expect(exported.output.contains("giraffe") && exported.output.contains("zebra"))
    }

    /// What another device sealed is still sealed: until it is opened there, nothing here is locked
    /// again, and “inkling lock” does so.
    @Test func openingWaitsForOtherDevices() async throws {
      let sandbox = try await named("zebra")
      _ = try await lock(sandbox)
      let log = try #require(try sandbox.logs().first)
      let device = log.name.dropLast(".jsonl".count)
      let other = "log/other.jsonl"
      try sandbox.write(log.text.replacing(device + ":", with: "other:"), to: other)
      var outcome = try await lock(sandbox, "--remove")
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("1 of the entries are open, and new ones are not locked"))
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.startNaming("tired")
      try await finishNaming(terminal)
      var open = try sandbox.filesWith("zebra")
      #expect(!open.isEmpty)
      open = try sandbox.filesWith("tired")
      #expect(!open.isEmpty)
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
      #expect(doctor.output.contains("The journal is being opened for good"))

      outcome = try await lock(sandbox)
      #expect(outcome.output.hasPrefix("2 entries that could still be read: locked now.\n"))
      open = try sandbox.filesWith("zebra")
      #expect(open == [])
      try sandbox.write("", to: other)
      outcome = try await lock(sandbox, "--remove")
      #expect(outcome.status == 0)
      let files = try sandbox.files()
      #expect(files.keys.filter { $0.hasPrefix("vault") }.isEmpty)
    }

    // MARK: Deleting

    /// The other program may end while this one is open, having started before the deletion, or
    /// after it: what was brought back stays, and what was not goes with whoever deleted it.
    @Test(arguments: [true, false])
    func anotherProgramsEndTakesNothingAway(startsBefore: Bool) async throws {
      let sandbox = try await named("zebra")
      let other = try await TerminalSession.open(in: sandbox)
      let terminal = try await TerminalSession.open(in: sandbox)
      func startOther() async throws {
        try await other.start("inkling")
        try await other.wait(for: "How are you")
      }
      if startsBefore { try await startOther() }
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "zebra")
      try terminal.press("d")
      try await terminal.wait(for: "Deleted. While you are here")
      if !startsBefore {
        try await startOther()
        try other.press("C-c")
        _ = try await other.waitForPrompt()
      }
      try terminal.press("u")
      try await terminal.wait(for: "It is back.")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
      if startsBefore {
        try other.press("C-c")
        _ = try await other.waitForPrompt()
      }
      let exported = try await sandbox.run("export", "--format", "csv")
      #expect(exported.output.contains("zebra"))
    }

    /// Whatever it was that wrote the entry.
    @Test func whatWasDeletedBeforeACrashGoesLater() async throws {
      let sandbox = try Sandbox()
      let file = sandbox.home + "/moods.csv"
      try Data("date,mood,note\n2026-11-01,lonely,giraffe\n".utf8).write(
        to: URL(fileURLWithPath: file))
      _ = try await sandbox.run("import", file)
      try FileManager.default.removeItem(atPath: file)
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "giraffe")
      try terminal.press("d")
      try await terminal.wait(for: "Deleted. While you are here")
      try terminal.send(SIGKILL)
      let later = try await TerminalSession.open(in: sandbox)
      try await later.start("INKLING_NOW=2026-11-22T21:14:00Z inkling journal")
      try await later.wait(for: "Nothing is named yet.")
      try later.press("C-c")
      _ = try await later.waitForPrompt()
      let left = try sandbox.filesWith("giraffe")
      #expect(left == [])
    }
  }
}
