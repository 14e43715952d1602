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

    /// The library that starts git crashed here, or waited for ever.
    @Test(arguments: [8, 12, 16, 19, 32])
    func whereFewFilesMayBeOpenThatIsSaid(limit: Int) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let outcome = try Tool.run(
        ["timeout", "20", "sh", "-c", "ulimit -n \(limit); exec inkling sync"],
        environment: sandbox.environment)
      #expect(outcome.status == 1)
      #expect(isOneSentence(outcome.errors))
      #expect(outcome.errors.contains("ulimit -n 256"))
      let events = try sandbox.events()
      #expect(events.count == 1)
    }

    /// What is written on one device before it hears of a lock on the other is sealed before it is
    /// sent; and with both opened again, one after the other, nothing is lost.
    @Test func aLockReachesTheOtherDeviceBeforeItsEntriesLeaveIt() async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = try one.remote()
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

    /// The lock of two devices is taken away by both, and one of them locks anew: that the other had
    /// been opening its entries for good says nothing of the new lock.
    @Test func aLockThatIsMadeAnewHoldsOnTheDeviceThatTookTheOldOneAway() async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = try one.remote()
      try await one.name("zebra")
      try await one.lock("x")
      try await one.sync("--remote", remote)
      try await two.name("giraffe")
      try await two.sync("--remote", remote)
      try await one.sync()
      // As long as giraffe is locked the passphrase stays.
      try await one.lock("x", "--remove", status: 1)
      try await one.sync()
      try await two.sync()
      try await two.lock("x", "--remove")
      try await two.sync()
      try await one.sync()
      try await two.lock("y")
      try await two.sync()
      try await one.sync()
      try await one.name("leopard")
      try await one.sync()
      try await two.sync()
      let here = try one.filesWith("leopard") + two.filesWith("leopard")
      #expect(here == [])
      let history = try one.git("-C", remote, "log", "-p", "--all")
      #expect(history.contains("giraffe") && !history.contains("leopard"))
      for note in ["zebra", "giraffe", "leopard"] {
        let (first, second) = (try await one.opened("y"), try await two.opened("y"))
        #expect(first.contains(note) && second.contains(note))
      }
    }

    /// The way out that sync names when two devices were locked apart.
    @Test func twoDevicesThatWereLockedApartComeTogether() async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = try one.remote()
      try await one.name("zebra")
      try await one.lock("x")
      try await one.sync("--remote", remote)
      try await two.name("giraffe")
      try await two.lock("y")
      let refused = try await two.run("sync", "--remote", remote)
      #expect(refused.status == 1)
      #expect(isOneSentence(refused.errors) && refused.errors.contains("inkling lock --remove"))
      try await two.lock("y", "--remove")
      try await two.sync()
      try await one.sync()
      let open = try one.filesWith("giraffe") + two.filesWith("giraffe")
      #expect(open == [])
      let history = try one.git("-C", remote, "log", "-p", "--all")
      #expect(history.contains("sealed"))
      #expect(!history.contains("zebra") && !history.contains("giraffe"))
      for note in ["zebra", "giraffe"] {
        let (first, second) = (try await one.opened("x"), try await two.opened("x"))
        #expect(first.contains(note) && second.contains(note))
      }
    }

    @Test func aLogThatWasLostComesBack() async throws {
      let sandbox = try Sandbox()
      let remote = try sandbox.remote()
      try await sandbox.name("zebra")
      try await sandbox.sync("--remote", remote)
      let logs = try sandbox.logs().map(\.text)
      try FileManager.default.removeItem(atPath: sandbox.data + "/log")
      let report = try await sandbox.run("sync")
      #expect(report.output.contains("1 line that the logs here had lost"))
      #expect(!report.output.contains("The text is gone"))
      #expect(try sandbox.logs().map(\.text) == logs)
      #expect(try sandbox.git("-C", remote, "log", "-p", "--all").contains("zebra"))
    }

    /// An older copy of a log is neither a lock nor its removal.
    @Test(arguments: [nil, "y"])
    func aCopyFromBeforeTheLockWasRemovedChangesNothing(_ later: String?) async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = try one.remote()
      try await one.name("zebra")
      try await one.lock("x")
      try await one.sync("--remote", remote)
      let (log, old) = try #require(try one.logs().first.map { ("log/" + $0.name, $0.text) })
      try await one.lock("x", "--remove")
      if let later { try await one.lock(later) }
      try await one.sync()
      let new = try one.logs().map(\.text)
      try await two.sync("--remote", remote)
      try one.write(old, to: log)
      let report = try await one.run("sync")
      #expect(report.output.contains("1 line that the logs here had lost"))
      try await two.sync()
      #expect(try one.logs().map(\.text) == new)
      #expect(try two.logs().map(\.text) == new)
      if let later {
        let opened = try await two.opened(later)
        #expect(opened.contains("zebra"))
      }
    }

    @Test func aCopyFromBeforeTheLockGoesOutFromNoDevice() async throws {
      let one = try Sandbox()
      let two = try Sandbox()
      let remote = try one.remote()
      try await one.name("zebra")
      let (log, old) = try #require(try one.logs().first.map { ("log/" + $0.name, $0.text) })
      try await one.lock("x")
      try await one.sync("--remote", remote)
      try await two.sync("--remote", remote)
      try two.write(old, to: log)
      try await two.sync()
      let left = try two.filesWith("zebra")
      #expect(left == [])
      #expect(try !one.git("-C", remote, "log", "-p", "--all").contains("zebra"))
    }

    @Test func aVaultThatDoesNotOpenWhatIsLockedIsNotSent() async throws {
      let one = try Sandbox()
      let stranger = try Sandbox()
      let remote = try one.remote()
      try await one.name("zebra")
      try await one.lock("x")
      try await one.sync("--remote", remote)
      try await stranger.lock("y")
      let other = try String(contentsOfFile: stranger.data + "/vault.json", encoding: .utf8)
      try one.write(other, to: "vault.json")
      let refused = try await one.run("sync")
      #expect(refused.status == 1)
      #expect(isOneSentence(refused.errors) && refused.errors.contains("put the right one back"))
      try one.git("-C", one.data, "checkout", "--quiet", "origin/main", "--", "vault.json")
      try await one.sync()
      let opened = try await one.opened("x")
      #expect(opened.contains("zebra"))
    }

    /// What was saved while the remote was away, and locked before it came back.
    @Test func whatWasLockedBeforeItWasEverSentGoesOutLockedOnly() async throws {
      let sandbox = try Sandbox()
      let remote = sandbox.home + "/remote.git"
      try await sandbox.name("zebra")
      try await sandbox.sync()
      try await sandbox.lock("x")
      try sandbox.git("init", "--quiet", "--bare", "--initial-branch=main", remote)
      try await sandbox.sync("--remote", remote)
      try await sandbox.lock("x", "--remove")
      try FileManager.default.moveItem(atPath: remote, toPath: remote + ".away")
      try await sandbox.name("giraffe")
      let away = try await sandbox.run("sync")
      #expect(away.status == 1)
      try await sandbox.lock("y")
      try FileManager.default.moveItem(atPath: remote + ".away", toPath: remote)
      try await sandbox.sync()
      let history = try sandbox.git("-C", remote, "log", "-p", "--all")
      #expect(history.contains("sealed"))
      #expect(!history.contains("zebra") && !history.contains("giraffe"))
    }

    /// Editors and synchronizing programs leave such things beside logs.
    @Test func whatIsNoLogIsNotSent() async throws {
      let sandbox = try Sandbox()
      let remote = try sandbox.remote()
      try await sandbox.name("zebra")
      let log = sandbox.data + "/log/"
      let files = FileManager.default
      try files.createSymbolicLink(atPath: log + ".#a.jsonl", withDestinationPath: "user@host:2")
      try files.createDirectory(atPath: log + "b.jsonl", withIntermediateDirectories: true)
      try #require(mkfifo(log + "c.jsonl", 0o600) == 0)
      for _ in 0..<2 { try await sandbox.sync("--remote", remote) }
      let sent = try sandbox.git("-C", remote, "ls-tree", "-r", "--name-only", "main")
      #expect(sent.split(separator: "\n").count { $0.hasPrefix("log/") } == 1)
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
  fileprivate func name(_ note: String) async throws {
    try await expect(0, of: run("name", "--plain", input: "stressed\n1\n3\n\(note)\n"))
  }

  /// An empty repository to share.
  fileprivate func remote() throws -> String {
    let remote = home + "/remote.git"
    try git("init", "--quiet", "--bare", "--initial-branch=main", remote)
    return remote
  }

  fileprivate func sync(_ arguments: String...) async throws {
    try await expect(0, of: run(["sync"] + arguments))
  }

  fileprivate func lock(
    _ passphrase: String, _ arguments: String..., status: Int32 = 0
  ) async throws {
    try await expect(
      status, of: run(["lock", "--passphrase-stdin"] + arguments, input: passphrase + "\n"))
  }

  /// The journal as the passphrase opens it.
  fileprivate func opened(_ passphrase: String) async throws -> String {
    let outcome = try await run(
      "export", "--format", "csv", "--unlock", "--passphrase-stdin", input: passphrase + "\n")
    try expect(0, of: outcome)
    return outcome.output
  }

  private func expect(_ status: Int32, of outcome: Outcome) throws {
    guard outcome.status == status else {
      throw Poll.TimedOut(description: outcome.output + outcome.errors)
    }
  }

  @discardableResult
  fileprivate func git(_ arguments: String...) throws -> String {
    let outcome = try Tool.run(["git"] + arguments, environment: environment)
    guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
    return outcome.output
  }
}
