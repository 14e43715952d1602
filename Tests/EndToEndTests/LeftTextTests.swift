import Foundation
import Testing

extension EndToEnd {
  /// Texts of deleted entries that a stopped program or a synchronizer left, and copies of logs.
  @Suite struct LeftTexts {
    private static let later = ["INKLING_NOW": "2026-11-23T21:14:00Z"]

    private func named(_ notes: String...) async throws -> Sandbox {
      let sandbox = try Sandbox()
      for note in notes {
        let outcome = try await sandbox.run("name", "--plain", input: "stressed\n1\n3\n\(note)\n")
        guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
      }
      return sandbox
    }

    /// An event of this device, as a program writes it that is then killed.
    private func add(_ body: String, to sandbox: borrowing Sandbox) throws {
      let log = try #require(try sandbox.logs().first { !$0.name.contains(" ") })
      let device = log.name.dropLast(6)
      let number = log.text.count { $0 == "\n" } + 1
      let line =
        #"{"at":1795295640000,"day":20778,"id":"\#(device):\#(number)","off":0,"v":1,"#
        + body.replacing("DEVICE", with: device) + "}\n"
      try sandbox.write(log.text + line, to: "log/" + log.name)
    }

    private static let removal = #""remove":{"entry":"DEVICE:1"}"#

    /// What is no event cannot be locked, and lock says so.
    @Test func aDamagedLineIsToldByLock() async throws {
      let sandbox = try await named("zebra", "giraffe")
      let log = try #require(try sandbox.logs().first)
      try sandbox.write(String(log.text.dropFirst()), to: "log/" + log.name)
      let locked = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(locked.status == 0)
      #expect(locked.output.contains("a text can still be made out in them"))
      #expect(try sandbox.filesWith("giraffe") == [])
    }

    @Test(arguments: ["name", "practice", "doctor"])
    func whatAKilledProgramLeftGoesWithTheNext(command: String) async throws {
      let sandbox = try await named("zebra", "giraffe")
      try add(Self.removal, to: sandbox)
      // Whoever deleted it may still be there, and take it back.
      _ = try await sandbox.run("practice", "--plain")
      #expect(try sandbox.filesWith("zebra") != [])

      let told = try await sandbox.run(["doctor"], environment: Self.later)
      #expect(
        told.output.hasPrefix(
          "Note: The log still has the text of one deleted entry: it goes when Inkling next ends"))
      #expect(try sandbox.filesWith("zebra") != [])
      let arguments = command == "doctor" ? ["doctor", "--repair"] : [command, "--plain"]
      _ = try await sandbox.run(arguments, input: "calm\n1\n3\n\n", environment: Self.later)
      #expect(try sandbox.filesWith("zebra") == [])
      #expect(try sandbox.filesWith("giraffe") != [])
      let doctor = try await sandbox.run(["doctor"], environment: Self.later)
      #expect(doctor.output.hasPrefix("All is well"))
    }

    /// One program edits what another has deleted.
    @Test(arguments: [false, true])
    func anEditOfADeletedEntryGoesToo(locked: Bool) async throws {
      let sandbox = try await named("zebra", "giraffe")
      try add(Self.removal, to: sandbox)
      _ = try await sandbox.run(["practice", "--plain"], environment: Self.later)
      #expect(try sandbox.filesWith("zebra") == [])
      try add(
        #""amend":{"checkIn":{"feelings":[{"id":"sad","strength":3,"word":"sad"}],"note":"zebra"},"#
          + #""entry":"DEVICE:1"}"#, to: sandbox)
      if locked {
        _ = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
        #expect(try sandbox.logs()[0].text.contains("amends"))
      }
      _ = try await sandbox.run("practice", "--plain")
      let text = try sandbox.logs()[0].text
      #expect(!text.contains("zebra") && !text.contains("amends"))
      #expect(text.contains(locked ? "sealed" : "giraffe"))
    }

    @Test(arguments: ["NAME (conflicted copy).jsonl", "NAME.sync-conflict-20261121-2114.jsonl"])
    func aCopyOfTheLogKeepsNothing(name: String) async throws {
      let sandbox = try await named("zebra", "giraffe")
      let log = try #require(try sandbox.logs().first)
      let copy = "log/" + name.replacing("NAME", with: log.name.dropLast(6))
      try sandbox.write(log.text, to: copy)
      try add(Self.removal, to: sandbox)
      _ = try await sandbox.run(["practice", "--plain"], environment: Self.later)
      #expect(try sandbox.filesWith("zebra") == [])
      // One that comes later, when the tombstone is all that tells.
      try sandbox.write(log.text, to: copy)
      _ = try await sandbox.run(["practice", "--plain"], environment: Self.later)
      #expect(try sandbox.filesWith("zebra") == [])

      let lock = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(lock.output.hasSuffix("The journal is locked: 1 entry, and every new one.\n"))
      #expect(try sandbox.filesWith("giraffe") == [])
      #expect(try await sandbox.run("doctor").status == 0)

      // Of another device, it is for that one to write.
      try sandbox.write(
        log.text.replacing(log.name.dropLast(6), with: "phone"), to: "log/phone (copy).jsonl")
      try sandbox.write("x", to: "log/old.txt")
      let again = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(
        again.output.contains(
          "2 entries of the device phone can still be read without the passphrase in "
            + "\(sandbox.data)/log/phone (copy).jsonl: "))
      #expect(again.output.contains("\(sandbox.data)/log/old.txt isn't one of Inkling's files"))
      #expect(try await sandbox.run("doctor").status == 1)
    }

    @Test func oneImportOnTwoLockedDevicesIsNoConflict() async throws {
      let sandbox = try await named("zebra")
      let path = sandbox.home + "/m.csv"
      try Data("date,mood\n2026-11-01,lonely\n".utf8).write(to: URL(fileURLWithPath: path))
      _ = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      var seen: [(name: String, text: String)] = []
      for _ in 1...2 {
        _ = try await sandbox.run("import", path)
        let log = try #require(try sandbox.logs().first { $0.name.hasPrefix("import-") })
        seen.append(log)
        try FileManager.default.removeItem(atPath: sandbox.data + "/log/" + log.name)
      }
      #expect(seen[0].text != seen[1].text)
      try sandbox.write(seen[0].text + seen[1].text, to: "log/" + seen[0].name)
      let doctor = try await sandbox.run("doctor")
      #expect(doctor.output == "All is well with 3 events in \(sandbox.data).\n")
      #expect(try await sandbox.run("due").errors.isEmpty)
      let table = try await sandbox.run(
        "export", "--format", "csv", "--unlock", "--passphrase-stdin", input: "x\n")
      #expect(table.errors.isEmpty)
      #expect(table.output.contains("2026-11-01,12:00:00,UTC+00:00,lonely,3,,,\r\n"))
      #expect(table.output.count { $0 == "\r\n" } == 3)
    }

    @Test func anEditedEntryCountsOnce() async throws {
      let sandbox = try await named("zebra", "giraffe")
      try add(
        #""amend":{"checkIn":{"feelings":[{"id":"sad","strength":3,"word":"sad"}]},"#
          + #""entry":"DEVICE:2"}"#, to: sandbox)
      let lock = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
      #expect(lock.output.hasSuffix("The journal is locked: 2 entries, and every new one.\n"))
      let table = try await sandbox.run("export", "--format", "csv")
      #expect(table.errors.hasPrefix("2 locked entries could not be read and are left out: "))
      let open = try await sandbox.run("lock", "--remove", "--passphrase-stdin", input: "x\n")
      #expect(open.output.hasPrefix("The journal is open: 2 entries "))
    }
  }
}
