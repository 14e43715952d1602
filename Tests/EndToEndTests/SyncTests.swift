import Foundation
import Testing

extension EndToEnd {
  /// Several devices that share one repository.
  @Suite struct Sync {
    @Test func whatOneDeviceNamedReachesTheOther() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      try sandbox.git("init", "--quiet", "--bare", sandbox.home + "/remote.git")
      let alone = try await sandbox.run("sync")
      #expect(alone.status == 0)
      #expect(isOneSentence(alone.output))
      #expect(alone.output.contains("inkling sync --remote"))
      let sent = try await sandbox.run("sync", "--remote", sandbox.home + "/remote.git")
      #expect(sent.output == "Synced: what is new here was sent, and nothing new came in.\n")

      let other = try Sandbox()
      let received = try await other.run("sync", "--remote", sandbox.home + "/remote.git")
      #expect(received.status == 0)
      #expect(received.errors.isEmpty)
      #expect(try other.logs().map(\.text) == sandbox.logs().map(\.text))
      let due = try await other.run("due", "--json")
      #expect(due.output == (try await sandbox.run("due", "--json")).output)
      let again = try await other.run("sync")
      #expect(again.output == "Everything is in sync; there was nothing new.\n")
    }

    /// What is written on one device before it hears of a lock on the other is sealed before it is
    /// sent; and with both opened again, one after the other, nothing is lost.
    @Test func aLockReachesTheOtherDeviceBeforeItsEntriesLeaveIt() async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = one.home + "/remote.git"
      try one.git("init", "--quiet", "--bare", "--initial-branch=main", remote)
      func name(_ note: String, _ sandbox: borrowing Sandbox) async throws {
        _ = try await sandbox.run("name", "--plain", input: "stressed\n1\n3\n\(note)\n")
      }
      func lock(_ sandbox: borrowing Sandbox, _ arguments: String...) async throws -> Int32 {
        try await sandbox.run(["lock", "--passphrase-stdin"] + arguments, input: "x\n").status
      }
      try await name("zebra", one)
      var status = try await lock(one)
      #expect(status == 0)
      _ = try await one.run("sync", "--remote", remote)
      try await name("giraffe", two)
      let report = try await two.run("sync", "--remote", remote)
      #expect(report.status == 0)
      let open = try two.filesWith("giraffe")
      #expect(open == [])
      for commit in try one.git("-C", remote, "log", "--format=%H", "main").split(separator: "\n") {
        let text = try one.git("-C", remote, "grep", "-c", "", String(commit))
        #expect(text.contains("log/"))
        let tree = try one.git("-C", remote, "archive", String(commit))
        #expect(!tree.contains("giraffe") && !tree.contains("zebra"))
      }

      // Opened for good: on one, on the other, and on the first once more.
      _ = try await one.run("sync")
      status = try await lock(one, "--remove")
      #expect(status == 1)
      _ = try await one.run("sync")
      _ = try await two.run("sync")
      status = try await lock(two, "--remove")
      #expect(status == 0)
      _ = try await two.run("sync")
      _ = try await one.run("sync")
      status = try await lock(one, "--remove")
      _ = try await one.run("sync")
      _ = try await two.run("sync")
      func check(_ sandbox: borrowing Sandbox) async throws {
        let exported = try await sandbox.run("export", "--format", "csv")
        #expect(exported.output.contains("zebra") && exported.output.contains("giraffe"))
        #expect(exported.errors.isEmpty)
        let doctor = try await sandbox.run("doctor")
        #expect(doctor.status == 0)
        #expect(doctor.output.hasPrefix("All is well"))
      }
      try await check(one)
      try await check(two)
    }

    @Test func troubleIsOneSentence() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let before = try sandbox.logs().map(\.text)
      for (arguments, status) in [
        (["--remote", sandbox.home + "/nowhere"], 1), (["--remote=-x"], 2), (["nonsense"], 2),
        (["--remote", "https://127.0.0.1:1/x"], 1),
      ] as [([String], Int32)] {
        let outcome = try await sandbox.run(["sync"] + arguments)
        #expect(outcome.status == status)
        #expect(outcome.output.isEmpty)
        #expect(isOneSentence(outcome.errors) || status == 2)
      }
      let withoutGit = try await sandbox.run("sync", environment: ["PATH": "/nowhere"])
      #expect(withoutGit.status == 1)
      #expect(withoutGit.errors.hasPrefix("git is not installed"))
      #expect(try sandbox.logs().map(\.text) == before)
    }
  }
}

extension Sandbox {
  @discardableResult
  fileprivate func git(_ arguments: String...) throws -> String {
    let outcome = try Tool.run(["git"] + arguments, environment: environment)
    guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
    return outcome.output
  }
}
