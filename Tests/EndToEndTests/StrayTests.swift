import Foundation
import Testing

extension EndToEnd {
  /// What stays readable beside a locked journal: locking and the doctor name every such file.
  @Suite struct Strays {
    private static let later = ["INKLING_NOW": "2026-11-23T21:14:00Z"]

    private func named(_ notes: String...) async throws -> Sandbox {
      let sandbox = try Sandbox()
      for note in notes {
        let outcome = try await sandbox.run("name", "--plain", input: "stressed\n1\n3\n\(note)\n")
        guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      }
      return sandbox
    }

    private func lock(_ sandbox: borrowing Sandbox) async throws -> Outcome {
      let outcome = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("The journal is locked"))
      return outcome
    }

    /// Copies wherever they lie, by the sentence that names each.
    private func addCopies(to sandbox: borrowing Sandbox) throws -> [String: String] {
      let log = try #require(try sandbox.logs().first)
      var told: [String: String] = [:]
      for name in [
        "log/.copy.jsonl", "log/\(log.name)~", "log/dir/old.jsonl", ".stversions/log/\(log.name)",
        "backup/a.txt",
      ] {
        try sandbox.write(log.text, to: name)
        let path = sandbox.data + "/" + name
        told[path] =
          "\(path) isn't one of Inkling's files, and has 2 entries that can be read without the "
          + "passphrase: delete it if you don't need it."
      }
      let aside = "\(sandbox.data)/log/\(log.name).unreadable"
      try sandbox.write(String(log.text.dropFirst()), to: "log/\(log.name).unreadable")
      told[aside] =
        "\(aside) has lines that Inkling couldn't read, and what they say can be made out without "
        + "the passphrase: delete it if you don't need it."
      let link = sandbox.data + "/old"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: sandbox.home)
      told[link] =
        "Inkling couldn't look into \(link): see whether entries can be read in it, and delete it "
        + "if you don't need it."
      return told
    }

    /// What was saved when the data folder took nothing, before the journal was locked.
    private func addRescue(to sandbox: borrowing Sandbox) throws -> [String: String] {
      let log = try #require(try sandbox.logs().first)
      let path = sandbox.home + "/inkling-unsaved-1795295640000.json"
      let line = try #require(log.text.split(separator: "\n").first)
        .replacing(log.name.dropLast(6), with: "unsaved-1795295640000")
      try Data("{\"inkling\":1,\"events\":[\n\(line)\n]}\n".utf8).write(
        to: URL(fileURLWithPath: path))
      return [
        path:
          "\(path) has one entry that can be read without the passphrase: bring it in with “inkling "
          + "import \(path)”, then delete that file."
      ]
    }

    @Test func everyFileThatStaysReadableIsNamed() async throws {
      let sandbox = try await named("zebra", "giraffe")
      let told = try addRescue(to: sandbox).merging(try addCopies(to: sandbox)) { $1 }
      let (first, again) = (try await lock(sandbox), try await lock(sandbox))
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.status == 1)
      for sentence in told.values {
        #expect(first.lines.contains(sentence))
        #expect(again.lines.contains(sentence))
        #expect(doctor.lines.contains("Problem: " + sentence))
      }
      for path in told.keys { try FileManager.default.removeItem(atPath: path) }
      #expect(try await !lock(sandbox).output.contains("without the passphrase"))
      #expect(try await sandbox.run("doctor").status == 0)
    }

    @Test func aLogThatIsALinkIsLockedWhereItLeads() async throws {
      let sandbox = try await named("zebra", "giraffe")
      let log = sandbox.data + "/log/" + (try #require(try sandbox.logs().first).name)
      let moved = sandbox.home + "/moved.jsonl"
      try FileManager.default.moveItem(atPath: log, toPath: moved)
      try FileManager.default.createSymbolicLink(atPath: log, withDestinationPath: moved)
      _ = try await lock(sandbox)
      let text = try Sandbox.text(moved)
      #expect(!text.contains("zebra") && text.contains("sealed"))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: log) == moved)
      #expect(try await sandbox.run("doctor").status == 0)
      let table = try await sandbox.run(
        "export", "--format", "csv", "--unlock", "--passphrase-stdin", input: "x\n")
      #expect(table.output.contains("zebra") && table.output.contains("giraffe"))
    }

    @Test func anotherNameOfALogIsTold() async throws {
      let sandbox = try await named("zebra")
      let log = sandbox.data + "/log/" + (try #require(try sandbox.logs().first).name)
      try FileManager.default.linkItem(atPath: log, toPath: sandbox.home + "/backup.jsonl")
      let number = try FileManager.default.attributesOfItem(atPath: log)[.systemFileNumber]
      let inode = try #require(number as? Int)
      let sentence =
        "\(log) had another name on this disk, a hard link, and what was in it can still be read "
        + "under that one: “find / -xdev -inum \(inode)” finds it; delete it if you don't need it."
      #expect(try await lock(sandbox).lines.contains(sentence))
      #expect(try await !lock(sandbox).output.contains("hard link"))
    }

    /// Deleting leaves the text in what is no log: said when the program ends, and by the doctor.
    @Test func aDeletedTextInACopyIsTold() async throws {
      let sandbox = try await named("zebra", "giraffe")
      let log = try #require(try sandbox.logs().first)
      try sandbox.write(log.text, to: "log/.copy.jsonl")
      try sandbox.write(log.text.split(separator: "\n")[0] + "\n", to: "log/other.txt")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "2 entries")
      // The newest one, which other.txt doesn't have.
      try terminal.press("d")
      try await terminal.wait(for: "Deleted. While you are here")
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      let path = sandbox.data + "/log/.copy.jsonl"
      let sentence =
        "\(path) isn't one of Inkling's files, and still has the text of one deleted entry: delete "
        + "it if you don't need it."
      let screen = try terminal.screen().split { $0.isWhitespace }.joined(separator: " ")
      #expect(screen.contains(sentence), "\(screen)")
      #expect(!screen.contains("other.txt"))
      let doctor = try await sandbox.run(["doctor"], environment: Self.later)
      #expect(doctor.lines.contains("Note: " + sentence))
      #expect(doctor.status == 0)
      try FileManager.default.removeItem(atPath: path)
      let after = try await sandbox.run(["doctor"], environment: Self.later)
      #expect(!after.output.contains("deleted entry"))
    }
  }
}
