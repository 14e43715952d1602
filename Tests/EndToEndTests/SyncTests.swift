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
  fileprivate func git(_ arguments: String...) throws {
    let outcome = try Tool.run(["git"] + arguments, environment: environment)
    guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
  }
}
