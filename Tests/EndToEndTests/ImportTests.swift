import Foundation
import Testing

extension EndToEnd {
  /// A tracker's exports, imported one after the other, on several devices, in several zones.
  @Suite struct Import {
    private func file(_ text: String, _ name: String, in sandbox: borrowing Sandbox) throws
      -> String
    {
      let path = sandbox.home + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }

    private static let head = "full_date,time,mood,note\r\n"
    private static let june = "2026-06-01,21:07,calm,a\r\n2026-06-02,21:07,sad,b\r\n"
    private static let july = "2026-07-01,21:07,angry,c\r\n"

    @Test func twoDevicesInTwoZonesHoldEachRowOnceAfterSyncing() async throws {
      let desk = try Sandbox()
      let pad = try Sandbox()
      let remote = desk.home + "/remote.git"
      let git = try Tool.run(
        ["git", "init", "--quiet", "--bare", "--initial-branch=main", remote],
        environment: desk.environment)
      #expect(git.status == 0, "\(git.errors)")
      func bring(_ zone: String, into sandbox: borrowing Sandbox) async throws {
        for table in [Self.june, Self.july + Self.june] {
          let path = try file(Self.head + table, "t.csv", in: sandbox)
          let outcome = try await sandbox.run(["import", path], environment: ["TZ": zone])
          #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let sync = try await sandbox.run("sync", "--remote", remote)
        #expect(sync.status == 0, "\(sync.errors)")
      }
      try await bring("Europe/Berlin", into: desk)
      try await bring("America/New_York", into: pad)
      _ = try await desk.run("sync")
      func held(_ sandbox: borrowing Sandbox) async throws -> String {
        let doctor = try await sandbox.run("doctor")
        #expect(doctor.status == 0 && doctor.output.hasPrefix("All is well"), "\(doctor.output)")
        return try await sandbox.run("export", "--format", "csv").output
      }
      let export = try await held(desk)
      #expect(export.split(separator: "\r\n").count == 4)
      #expect(try await held(pad) == export)
    }

    @Test func aCorrectedNoteAndALabelChangeWhatWasImported() async throws {
      let sandbox = try Sandbox()
      let first = try file(
        Self.head + Self.june + "2026-07-01,21:07,rad,\r\n", "a.csv", in: sandbox)
      _ = try await sandbox.run("import", first)
      let rehearsal = try await sandbox.run("import", first, "--word", "rad=proud", "--dry-run")
      #expect(rehearsal.output.hasPrefix("1 check-in would be changed to what"))
      #expect(!FileManager.default.fileExists(atPath: sandbox.data + "/import-words.json"))
      let mapped = try await sandbox.run("import", first, "--word", "rad=proud")
      #expect(mapped.output.hasPrefix("Changed 1 check-in to what"), "\(mapped.errors)")
      let words = sandbox.data + "/import-words.json"
      #expect(try Sandbox.text(words) == #"{"version":1,"words":{"rad":"proud"}}"#)
      let mode = try FileManager.default.attributesOfItem(atPath: words)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      // It's remembered.
      let second = try file(
        Self.head + Self.june.replacing(",b", with: ",better") + "2026-07-02,21:07,rad,\r\n",
        "b.csv", in: sandbox)
      let next = try await sandbox.run("import", second)
      #expect(next.output.hasPrefix("Imported 1 check-in of 2026-07-02 into "))
      #expect(next.output.hasSuffix("; 1 was there already; 1 changed to what it says now.\n"))
      let export = try await sandbox.run("export", "--format", "csv")
      #expect(export.output.split(separator: "\r\n").count == 5)
      #expect(export.output.contains("better") && !export.output.contains("rad"))
      #expect(try await sandbox.run("doctor").status == 0)
      let again = try await sandbox.run("import", second)
      #expect(again.output.contains("is there already, and nothing was changed"))
      let wrong = try await sandbox.run("import", second, "--word", "rad=prowd")
      #expect(wrong.status == 2 && wrong.errors.contains("try --word rad=proud."))
    }

    @Test func afterAnImportTheNextStartNeedNotReadTheLogs() async throws {
      let sandbox = try Sandbox()
      let path = try file(Self.head + Self.june, "a.csv", in: sandbox)
      _ = try await sandbox.run("import", path)
      let snapshot = try Sandbox.text(sandbox.data + "/schedule.json")
      #expect(snapshot.contains("import-local"))
    }

    @Test func aRowThatWasDeletedIsGoneFromEveryLogThatHasIt() async throws {
      let sandbox = try Sandbox()
      let path = try file(Self.head + Self.june, "a.csv", in: sandbox)
      _ = try await sandbox.run(["import", path], environment: ["TZ": "Asia/Tokyo"])
      let own = try #require(try sandbox.logs().first)
      // As another device imported it, in another zone and from another file.
      let other = try Sandbox()
      _ = try await other.run(["import", path], environment: ["TZ": "America/New_York"])
      try sandbox.write(try #require(try other.logs().first).text, to: "log/import-2.jsonl")
      let id = try #require(try sandbox.events().first?.id)
      try sandbox.write(
        #"{"at":1795200000500,"day":20777,"id":"pad:1","off":0,"remove":{"entry":"\#(id)"},"v":1}"#
          + "\n",
        to: "log/pad.jsonl")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "1 entry")
      try terminal.press("Escape")
      _ = try await terminal.waitForPrompt()
      for log in try sandbox.logs() where log.name != "pad.jsonl" {
        #expect(!log.text.contains("calm") && log.text.contains("sad"), "\(log.name)")
      }
      #expect(own.text.contains("calm"))
      let again = try file(Self.head + Self.june + Self.july, "b.csv", in: sandbox)
      let outcome = try await sandbox.run("import", again)
      #expect(outcome.output.hasPrefix("Imported 1 check-in of 2026-07-01"))
      #expect(outcome.output.contains("One check-in is left out since it was deleted here"))
    }
  }
}
