import Foundation
import Testing

extension EndToEnd {
  /// A lock without its vault.json, with a damaged one, or with another.
  @Suite struct LostVault {
    private static let missing =
      "There are locked entries, and vault.json, without which nothing opens them and no new ones "
      + "can be locked, is not in "

    private func name(_ note: String, in sandbox: borrowing Sandbox) async throws -> Outcome {
      try await sandbox.run("name", "--plain", input: "stressed\n1\n3\n\(note)\n")
    }

    @discardableResult
    private func lock(
      _ sandbox: borrowing Sandbox, _ action: String? = nil, _ passphrase: String = "x"
    ) async throws -> Outcome {
      try await sandbox.run(
        ["lock"] + (action.map { [$0] } ?? []) + ["--passphrase-stdin"], input: passphrase + "\n")
    }

    /// A journal with entries of these notes, locked.
    private func locked(_ notes: String...) async throws -> Sandbox {
      let sandbox = try Sandbox()
      for note in notes {
        let outcome = try await name(note, in: sandbox)
        guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      }
      let outcome = try await lock(sandbox)
      guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      return sandbox
    }

    private func file(_ text: String, _ name: String, in sandbox: borrowing Sandbox) throws
      -> String
    {
      let path = sandbox.home + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }

    private func opened(_ sandbox: borrowing Sandbox, _ passphrase: String = "x") async throws
      -> String
    {
      try await sandbox.run(
        "export", "--format", "csv", "--unlock", "--passphrase-stdin", input: passphrase + "\n"
      ).output
    }

    // MARK: Without a vault that works, nothing is written

    @Test(arguments: ["", "{\"v\":2}", "cut", "none"])
    func nothingOfTheJournalIsWrittenOpenly(vault: String) async throws {
      let sandbox = try await locked("zebra")
      let whole = try Sandbox.text(sandbox.data + "/vault.json")
      if vault == "none" {
        try FileManager.default.removeItem(atPath: sandbox.data + "/vault.json")
      } else {
        try sandbox.write(vault == "cut" ? String(whole.prefix(100)) : vault, to: "vault.json")
      }
      let before = try sandbox.logs().map(\.text)
      let moods = try file("date,mood,note\n2026-11-01,lonely,giraffe\n", "m.csv", in: sandbox)
      let export = try file(
        #"{"inkling":1,"events":[{"at":1795200000000,"checkin":{"feelings":[{"id":"sad","strength":4,"#
          + #""word":"sad"}],"note":"giraffe"},"day":20777,"id":"pad:1","off":60,"v":1}]}"#,
        "e.json",
        in: sandbox)
      for outcome in [
        try await sandbox.run("import", moods), try await sandbox.run("import", export),
        try await name("giraffe", in: sandbox), try await lock(sandbox),
        try await sandbox.run("import", "--dry-run", moods),
      ] {
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("vault.json"))
        #expect(!outcome.output.contains("Imported") && !outcome.output.contains("Saved"))
      }
      #expect(try sandbox.logs().map(\.text) == before)
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 1)
      #expect(doctor.output.contains("Problem: ") && doctor.output.contains("vault.json"))
      // The export would be one that nothing opens.
      let exported = try await sandbox.run("export")
      #expect(exported.errors.contains("vault.json"))
      #expect(!exported.output.contains("\"vault\""))
      try sandbox.write(whole, to: "vault.json")
      let imported = try await sandbox.run("import", moods)
      #expect(imported.status == 0)
      #expect(try sandbox.filesWith("giraffe") == [])
      #expect(try await opened(sandbox).contains("giraffe"))
    }

    @Test func theScreensTellItBeforeAnythingIsTyped() async throws {
      let sandbox = try await locked("zebra")
      try FileManager.default.removeItem(atPath: sandbox.data + "/vault.json")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "There are locked entries, and vault.json")
      try terminal.press("C-c")
      _ = try await terminal.waitForPrompt()
    }

    @Test func whatIsLostForGoodCanBeSetAside() async throws {
      let sandbox = try await locked("zebra", "giraffe")
      let lines = try #require(try sandbox.logs().first)
      let vault = sandbox.data + "/vault.json"
      try FileManager.default.removeItem(atPath: vault)
      // A link to nothing is no vault either.
      try FileManager.default.createSymbolicLink(
        atPath: vault, withDestinationPath: "/nowhere/vault.json")
      let refused = try await lock(sandbox)
      #expect(refused.errors.hasPrefix(Self.missing + sandbox.data + ": put it back"))
      let aside = try await lock(sandbox, "--set-aside")
      #expect(aside.output.hasPrefix("2 entries that cannot be opened: moved out of the logs"))
      #expect(
        aside.output.hasSuffix(
          "The journal is not locked any more: “inkling lock” locks it anew.\n"))
      #expect(try Sandbox.text(sandbox.data + "/log/\(lines.name).unreadable") == lines.text)
      #expect(try await name("okapi", in: sandbox).status == 0)
      let anew = try await lock(sandbox, nil, "other")
      #expect(anew.output.contains("The journal is locked: 1 entry, and every new one."))
      #expect(try await opened(sandbox, "other").contains("okapi"))
      #expect(try await sandbox.run("doctor").status == 0)
    }

    @Test func anotherVaultIsTold() async throws {
      let sandbox = try await locked("zebra")
      let other = try await locked("giraffe")
      let name = try #require(try other.logs().first?.name)
      try sandbox.write(try Sandbox.text(other.data + "/log/" + name), to: "log/" + name)
      for outcome in [try await sandbox.run("doctor"), try await lock(sandbox)] {
        #expect(outcome.output.contains("One entry is locked with another vault.json than the one"))
      }
    }

    // MARK: Opening for good

    @Test func aMarkOfAnotherVaultMeansNothing() async throws {
      for mark in ["", "0123456789abcdef\n"] {
        let sandbox = try await locked("zebra")
        try sandbox.write(mark, to: "vault.opening")
        #expect(try await name("giraffe", in: sandbox).status == 0)
        #expect(try sandbox.filesWith("giraffe") == [])
        #expect(try sandbox.files()["vault.opening"] == nil)
      }
      let sandbox = try Sandbox()
      try sandbox.write("", to: "vault.opening")
      let outcome = try await lock(sandbox, "--remove")
      #expect(outcome.errors == "The journal is not locked: “inkling lock” locks it.\n")
      #expect(try sandbox.files()["vault.opening"] == nil)
    }

    /// The mark of this very vault holds while other devices' entries stay locked.
    @Test func openingWaitsForOthers() async throws {
      let sandbox = try await locked("zebra")
      let log = try #require(try sandbox.logs().first)
      try sandbox.write(
        log.text.replacing(log.name.dropLast(6), with: "phone"), to: "log/phone.jsonl")
      let outcome = try await lock(sandbox, "--remove")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.hasPrefix("1 of the entries are open, and new ones are not locked, but 1"))
      _ = try await name("giraffe", in: sandbox)
      #expect(try sandbox.filesWith("giraffe") != [])
      #expect(try await sandbox.run("doctor").output.contains("is being opened for good"))
      // Locking again ends it.
      #expect(try await lock(sandbox).output.hasPrefix("2 entries that could still be read"))
      #expect(try sandbox.files()["vault.opening"] == nil)
    }

    @Test func oneDamagedEntryStopsTheOpening() async throws {
      let sandbox = try await locked("zebra", "giraffe")
      let log = try #require(try sandbox.logs().first)
      let device = log.name.dropLast(6)
      var lines = log.text.split(separator: "\n").map(String.init)
      let box = try #require(lines[1].range(of: #""box":""#))
      let place = lines[1].index(box.upperBound, offsetBy: 100)
      lines[1].replaceSubrange(place...place, with: lines[1][place] == "A" ? "B" : "A")
      // An edit of it would be taken for one of a deleted entry, and goes with it.
      lines.append(
        #"{"amend":{"checkIn":{"feelings":[{"id":"sad","strength":3,"word":"sad"}]},"entry":"\#(device):2"},"#
          + #""at":1795295640000,"day":20778,"id":"\#(device):3","off":0,"v":1}"#)
      try sandbox.write(lines.map { $0 + "\n" }.joined(), to: "log/" + log.name)

      let told = try await sandbox.run(
        "export", "--unlock", "--passphrase-stdin", input: "x\n")
      #expect(
        told.errors.hasPrefix("One locked entry stayed locked in the export, since it does not"))
      #expect(told.errors.contains("\nA locked entry was changed or moved"))
      // What opens is written.
      #expect(told.status == 1)
      #expect(told.output.contains("zebra") && !told.output.contains("giraffe"))
      // Nobody asked for it to be opened.
      #expect(try await sandbox.run("export", "--format", "csv").status == 0)

      let before = try sandbox.files()
      var outcome = try await lock(sandbox, "--remove")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.hasPrefix(
          "Nothing was opened, since the locked entry in line 2 of \(sandbox.data)/log/\(log.name) "
            + "does not open: "))
      #expect(try sandbox.files() == before)
      outcome = try await lock(sandbox, "--set-aside")
      #expect(outcome.output.hasPrefix("1 entry that cannot be opened: moved out of the logs"))
      outcome = try await lock(sandbox, "--set-aside")
      #expect(outcome.output.contains("nothing was moved"))
      outcome = try await lock(sandbox, "--remove")
      #expect(outcome.output == "The journal is open: 1 entry can be read without a passphrase.\n")
      #expect(try sandbox.filesWith("zebra").contains("log/" + log.name))
      #expect(
        try Sandbox.text(sandbox.data + "/log/\(log.name).unreadable")
          == lines[1] + "\n" + lines[2] + "\n")
    }

    // MARK: In an export

    @Test func anExportBringsItsVaultAlong() async throws {
      let old = try await locked("zebra")
      let export = try await old.run("export")
      #expect(!export.output.contains("zebra"))
      let new = try Sandbox()
      _ = try await name("giraffe", in: new)
      let path = try file(export.output, "all.json", in: new)
      let imported = try await new.run("import", path)
      #expect(imported.output.contains("\nvault.json comes from the file: the journal is locked"))
      #expect(try Sandbox.text(new.data + "/vault.json") == Sandbox.text(old.data + "/vault.json"))
      // What was open there is not any more.
      #expect(try new.filesWith("giraffe") == [])
      let table = try await opened(new)
      #expect(table.contains("zebra") && table.contains("giraffe"))

      // Lost again, it comes back from the same file.
      try FileManager.default.removeItem(atPath: new.data + "/vault.json")
      let again = try await new.run("import", path)
      #expect(again.output.hasPrefix("Everything in \(path) is there already.\nvault.json comes"))
      #expect(try await opened(new).contains("zebra"))

      let empty = try Sandbox()
      _ = try await empty.run("import", path)
      #expect(try await empty.run("export").output == export.output)
    }

    @Test func anExportOfAnotherLockIsRefusedWhole() async throws {
      let old = try await locked("zebra")
      let export = try await old.run("export").output
      let new = try await locked("giraffe")
      let before = try new.files()
      let path = try file(export, "all.json", in: new)
      let refused = try await new.run("import", path)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("entries that are locked with another vault.json"))
      let cut = try file(export.replacing("\"scrypt\"", with: "\"script\""), "cut.json", in: new)
      #expect(try await new.run("import", cut).errors.contains("a field “vault” that was changed"))
      #expect(try new.files() == before)

      // Exports once had none.
      let field = try #require(
        export.range(of: #""vault":\{.*?\},"events""#, options: .regularExpression))
      let bare = try file(
        export.replacingCharacters(in: field, with: "\"events\""), "o.json", in: new)
      let taken = try await new.run("import", bare)
      #expect(taken.status == 0)
      #expect(taken.output.contains("\nOne entry of it is locked with another vault.json than"))
      let fresh = try Sandbox()
      let told = try await fresh.run("import", bare)
      #expect(
        told.output.contains("\nOne entry of it is locked, and nothing opens it nor locks new"))
    }
  }
}
