import Foundation
import Testing

extension EndToEnd {
  /// Entries deleted, and a locked journal read, on a terminal.
  @Suite struct Deletion {
    private static let note = "zebra at midnight"
    private static let passphrase = "§ purple ¶ marbles"

    private func named() async throws -> Sandbox {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(
        "name", "--plain", input: "stressed\n1\n3\n\(Self.note)\n")
      guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      return sandbox
    }

    @Test func aDeletedEntryComesBack() async throws {
      let sandbox = try await named()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: Self.note)
      try terminal.press("d")
      try await terminal.wait(for: "Deleted. While you are here")
      try await terminal.wait("the entry to go") { !$0.joined().contains("zebra") }
      try terminal.press("u")
      try await terminal.wait(for: "It is back.")
      try await terminal.wait(for: Self.note)
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      let events = try sandbox.events()
      #expect(events.first?.checkin?.note == Self.note)
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
      let exported = try await sandbox.run("export", "--format", "csv")
      #expect(exported.output.contains(Self.note))
    }

    /// Escape leaves; Ctrl-C and the window's closing do so at once.
    @Test(arguments: ["Escape", "C-c", "hang up"], [false, true])
    func whatIsDeletedIsGoneFromTheDiskAfterwards(leaving: String, locked: Bool) async throws {
      let sandbox = try await named()
      _ = try await sandbox.run("name", "--plain", input: "calm\n1\n3\nkept\n")
      if locked {
        let lock = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
        #expect(lock.status == 0)
      }
      let before = try #require(try sandbox.logs().first)
      try await deleteOlder(in: sandbox, leaving: leaving, locked: locked)
      for text in ["zebra", "overwhelmed", "stressed"] {
        let files = try sandbox.filesWith(text)
        #expect(files == [], "\(text)")
      }
      let after = try #require(try sandbox.logs().first)
      let lines = after.text.split(separator: "\n")
      #expect(lines.count == 3)
      // A tombstone, and what was not deleted as it was.
      #expect(lines[0].contains(#""gone":true"#))
      #expect(lines[1] == before.text.split(separator: "\n")[1])

      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
      #expect(doctor.output == "All is well with 3 events in \(sandbox.data).\n")

      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "1 entry")
      let screen = try terminal.screen()
      #expect(screen.contains(locked ? "locked" : "kept"))
      #expect(!screen.contains("zebra"))
    }

    /// Deletes the older of two entries, and leaves.
    private func deleteOlder(
      in sandbox: borrowing Sandbox, leaving: String, locked: Bool
    ) async throws {
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "2 entries")
      try terminal.press("Down")
      // Two keys at once delete nothing.
      try await terminal.wait("the older one to be chosen") { lines in
        lines.filter { $0.contains("21:14") }.map { $0.contains("›") } == [false, true]
      }
      try terminal.press("d")
      if locked {
        try await terminal.wait(for: "Passphrase")
        try terminal.press("x")
        try terminal.press("Enter")
        try await terminal.wait(for: "zebra")
        try terminal.press("d")
      }
      try await terminal.wait(for: "Deleted. While you are here")
      guard leaving == "hang up" else {
        try terminal.press(leaving)
        let status = try await terminal.waitForPrompt()
        #expect(status == 0)
        return
      }
      let process = try terminal.process()
      terminal.close()
      _ = try await Poll.until("Inkling to end") { try Tool.hasEnded(process) ? true : nil }
    }

    @Test func aLockedJournalOpensWithItsPassphraseOnly() async throws {
      let sandbox = try await named()
      let lock = try await sandbox.run(
        "lock", "--passphrase-stdin", input: Self.passphrase + "\n")
      #expect(lock.status == 0)
      let before = try sandbox.logs().map(\.text)
      let terminal = try await TerminalSession.open(in: sandbox)
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      try await terminal.start("inkling")
      try await terminal.wait(for: "journal")
      try terminal.press("j")
      try await terminal.wait("a locked entry") { $0.contains { $0.hasSuffix("locked") } }
      var screen = try terminal.screen()
      #expect(!screen.contains("zebra") && !screen.contains("overwhelmed"))

      try terminal.press("p")
      try await terminal.wait(for: "The journal is locked.")
      try terminal.type("§¶ wrong")
      try await terminal.wait(for: "› …")
      try terminal.press("Enter")
      try await terminal.wait(for: "That passphrase doesn't open the journal")
      try terminal.type(Self.passphrase)
      try await terminal.wait(for: "› …")
      try terminal.press("Enter")
      try await terminal.wait(for: Self.note)
      screen = try terminal.screen()
      #expect(screen.contains("overwhelmed"))
      #expect(!screen.contains("locked"))
      // Enter reads the entry, whole.
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter done")
      screen = try terminal.screen()
      #expect(screen.contains(Self.note))
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)

      let bytes = try Sandbox.text(record)
      #expect(!bytes.contains("§") && !bytes.contains("¶"))
      let after = try sandbox.logs().map(\.text)
      #expect(after == before)
      for text in ["zebra", Self.passphrase] {
        let files = try sandbox.filesWith(text)
        #expect(files == [], "\(text)")
      }
    }
  }
}
