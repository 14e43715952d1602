import Foundation
import Testing

extension EndToEnd {
  /// The journal locked, read and opened again, by commands on pipes.
  @Suite struct Locking {
    private static let note = "zebra at midnight"
    private static let word = "overwhelmed"
    private static let passphrase = "four purple marbles rolling"

    private func nameWithNote(
      _ sandbox: borrowing Sandbox, note: String = note
    ) async throws -> Outcome {
      try await sandbox.run("name", "--plain", input: "stressed\n1\n3\n\(note)\n")
    }

    /// A data folder with one entry, locked.
    private func locked() async throws -> Sandbox {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      let outcome = try await sandbox.run(
        "lock", "--passphrase-stdin", input: Self.passphrase + "\n")
      guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      return sandbox
    }

    private func csv(
      _ sandbox: borrowing Sandbox, unlockedWith passphrase: String? = nil
    ) async throws -> Outcome {
      guard let passphrase else { return try await sandbox.run("export", "--format", "csv") }
      return try await sandbox.run(
        "export", "--format", "csv", "--unlock", "--passphrase-stdin", input: passphrase + "\n")
    }

    @Test func whatWasNamedIsInNoFileAnyMore() async throws {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      for text in [Self.note, Self.word] {
        let open = try sandbox.filesWith(text)
        try #require(!open.isEmpty)
      }
      let outcome = try await sandbox.run(
        "lock", "--passphrase-stdin", input: Self.passphrase + "\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasSuffix("The journal is locked: 1 entry, and every new one.\n"))
      #expect(outcome.errors.isEmpty)
      _ = try await nameWithNote(sandbox, note: "zebra at noon")
      for text in ["zebra", Self.word, "stressed", Self.passphrase] {
        let open = try sandbox.filesWith(text)
        #expect(open == [], "\(text)")
      }
      let attributes = try FileManager.default.attributesOfItem(
        atPath: sandbox.data + "/vault.json")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let events = try sandbox.events()
      #expect(events.map(\.checkin) == [nil, nil])

      let exported = try await csv(sandbox, unlockedWith: Self.passphrase)
      #expect(exported.output.contains(Self.note))
      #expect(exported.output.contains("zebra at noon"))
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
      #expect(doctor.output == "All is well with 2 events in \(sandbox.data).\n")
    }

    @Test func practiceNeedsNoPassphrase() async throws {
      let sandbox = try await locked()
      let due = try await sandbox.run("due", "--json")
      #expect(due.status == 0)
      #expect(due.output.contains("\"new\""))
      let practice = try await sandbox.run("practice", "--plain", input: "1\n")
      #expect(practice.status == 0)
      #expect(practice.output.contains("Done for now: 1 answered."))
      let events = try sandbox.events()
      #expect(events.count { $0.review != nil } == 1)
    }

    @Test func anExportLeavesLockedEntriesOutAndSaysSo() async throws {
      let sandbox = try await locked()
      let closed = try await csv(sandbox)
      #expect(closed.status == 0)
      let header = "date,time,utc offset,words,strengths,said,cues,note\r\n"
      #expect(closed.output == header)
      #expect(
        closed.errors
          == "One locked entry could not be read and is left out: “inkling export --unlock” asks for "
          + "the passphrase, which opens it.\n")

      let open = try await csv(sandbox, unlockedWith: Self.passphrase)
      #expect(open.status == 0)
      #expect(
        open.output == header
          + "2026-11-21,21:14:00,UTC+00:00,\(Self.word),3,stressed,,\(Self.note)\r\n")
      #expect(open.errors.isEmpty)
    }

    @Test(arguments: ["four purple marbles", "Four purple marbles rolling", "x"])
    func aWrongPassphraseOpensNothing(passphrase: String) async throws {
      let sandbox = try await locked()
      let before = try sandbox.files()
      let attempts = [["export", "--unlock"], ["lock", "--change"], ["lock", "--remove"]]
      for attempt in attempts {
        let outcome = try await sandbox.run(
          attempt + ["--passphrase-stdin"], input: passphrase + "\nanother\n")
        #expect(outcome.status == 1)
        #expect(
          outcome.errors
            == "That passphrase doesn't open the journal: type it again, with the same keyboard "
            + "layout as when you set it.\n")
        #expect(outcome.output.isEmpty)
      }
      let after = try sandbox.files()
      #expect(after == before)
    }

    @Test func aMissingPassphraseChangesNothing() async throws {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      let before = try sandbox.files()
      for (input, sentence) in [
        ("", "Standard input ended before there was a passphrase: write it there as one line.\n"),
        ("\n", "The passphrase is empty: type at least one character.\n"),
      ] {
        let outcome = try await sandbox.run("lock", "--passphrase-stdin", input: input)
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasSuffix(sentence))
      }
      let after = try sandbox.files()
      #expect(after == before)
    }

    @Test func thePassphraseCanBeChanged() async throws {
      let sandbox = try await locked()
      let log = try sandbox.logs().map(\.text)
      let changed = try await sandbox.run(
        "lock", "--change", "--passphrase-stdin", input: Self.passphrase + "\nanother\n")
      #expect(changed.status == 0)
      #expect(changed.output.contains("The passphrase is changed."))
      // Only the key is wrapped anew.
      let after = try sandbox.logs().map(\.text)
      #expect(after == log)
      let old = try await csv(sandbox, unlockedWith: Self.passphrase)
      #expect(old.status == 1)
      let new = try await csv(sandbox, unlockedWith: "another")
      #expect(new.output.contains(Self.note))
    }

    @Test func removingBringsTheJournalBackAsItWas() async throws {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      let before = try await sandbox.run("export", "--format", "json")
      try #require(before.output.contains(Self.note))
      let lock = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(lock.status == 0)
      let closed = try await sandbox.run("export", "--format", "json")
      #expect(!closed.output.contains(Self.note))
      #expect(closed.errors.hasPrefix("One locked entry stayed locked in the export:"))

      let remove = try await sandbox.run("lock", "--remove", "--passphrase-stdin", input: "x\n")
      #expect(remove.status == 0)
      #expect(
        remove.output == "The journal is open: 1 entry can be read without a passphrase.\n")
      let after = try await sandbox.run("export", "--format", "json")
      #expect(after.output == before.output)
      #expect(after.errors.isEmpty)
      let files = try sandbox.files()
      #expect(files["vault.json"] == nil)
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 0)
    }

    @Test func lockingTwiceAndRemovingWhatIsNotLockedChangeNothing() async throws {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      var before = try sandbox.files()
      for action in ["--remove", "--change"] {
        let outcome = try await sandbox.run("lock", action, "--passphrase-stdin", input: "x\ny\n")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "The journal is not locked: “inkling lock” locks it.\n")
      }
      var after = try sandbox.files()
      #expect(after == before)

      _ = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      before = try sandbox.files()
      let again = try await sandbox.run("lock", "--passphrase-stdin", input: "y\n")
      #expect(again.status == 0)
      #expect(again.output.hasPrefix("The journal is locked already. “inkling lock --change” "))
      after = try sandbox.files()
      #expect(after == before)
    }

    @Test func aDamagedVaultRefusesToNameAndLetsPracticeGoOn() async throws {
      let sandbox = try await locked()
      let log = try sandbox.logs().map(\.text)
      let vault = try Sandbox.text(sandbox.data + "/vault.json")
      try sandbox.write(vault.replacing("\"v\":1", with: "\"v\": 1"), to: "vault.json")
      let sentence =
        "vault.json was changed or damaged, and nothing can be locked or opened with it: put it "
        + "back from another device or a backup."

      let named = try await nameWithNote(sandbox)
      #expect(named.status == 1)
      #expect(named.errors.contains(sentence))
      #expect(!named.output.contains("Saved"))
      var after = try sandbox.logs().map(\.text)
      #expect(after == log)
      let open = try sandbox.filesWith("zebra")
      #expect(open == [])

      for arguments in [["lock"], ["lock", "--remove"], ["export", "--unlock"]] {
        let outcome = try await sandbox.run(
          arguments + ["--passphrase-stdin"], input: Self.passphrase + "\n")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(sentence))
      }
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 1)
      #expect(doctor.output.contains("Problem: " + sentence))
      after = try sandbox.logs().map(\.text)
      #expect(after == log)

      let practice = try await sandbox.run("practice", "--plain", input: "1\n")
      #expect(practice.status == 0)
      let events = try sandbox.events()
      #expect(events.count { $0.review != nil } == 1)

      try sandbox.write(vault, to: "vault.json")
      let opened = try await csv(sandbox, unlockedWith: Self.passphrase)
      #expect(opened.output.contains(Self.note))
    }

    @Test func aSlipAtTheSecondTimeIsToldAsOne() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling lock")
      try await terminal.wait(for: "New passphrase:")
      try terminal.type("four purple marbles")
      try terminal.press("Enter")
      try await terminal.wait(for: "The same again:")
      try terminal.press("Enter")
      try await terminal.wait(for: "The two passphrases differ, and nothing was changed")
      let status = try await terminal.waitForPrompt()
      #expect(status == 1)
    }

    /// On a terminal it is asked for twice, and nobody sees it.
    @Test func onATerminalThePassphraseIsAskedForAndNotShown() async throws {
      let sandbox = try Sandbox()
      _ = try await nameWithNote(sandbox)
      let terminal = try await TerminalSession.open(in: sandbox)
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      try await terminal.start("inkling lock")
      try await terminal.wait(for: "New passphrase:")
      try terminal.type("§¶ marks")
      try terminal.press("Enter")
      try await terminal.wait(for: "The same again:")
      try terminal.type("§¶ marks")
      try terminal.press("Enter")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      try await terminal.wait(for: "The journal is locked: 1 entry")
      let bytes = try Sandbox.text(record)
      #expect(bytes.contains("New passphrase:"))
      #expect(!bytes.contains("§") && !bytes.contains("¶"))
      let exported = try await csv(sandbox, unlockedWith: "§¶ marks")
      #expect(exported.output.contains(Self.note))
    }
  }
}
