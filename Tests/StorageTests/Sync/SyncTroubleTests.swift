import Foundation
import Synchronization
import Testing

@testable import Storage

/// What can stand in the way. Each ends in one sentence, and nothing is lost.
@Suite struct SyncTroubleTests {
  @Test func withoutARemoteItIsSavedHere() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    #expect(try await all.sync("a").outcome == .noRemote)
    let saved = try await all.git("-C", all.folder("a"), "show", "main:log/a.jsonl")
    #expect(try saved == all.root.text("a/log/a.jsonl"))
  }

  @Test func withoutGitItIsSaid() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    await #expect(throws: SyncFailure.noGit) {
      try await all.sync("a", variables: ["PATH": all.folder("nothing")])
    }
    // Nothing half made is left that a later sync would stumble over.
    try await all.join("a")
  }

  /// It stops reading what it is given, or is killed: this program goes on, and says so.
  @Test(arguments: ["exec 0<&-; exec sleep 0.2", "kill -9 $$", "exit 3"])
  func aGitThatDiesWhileItIsWrittenToIsSaid(how: String) async throws {
    let all = try await Companions()
    let git = try #require(
      (all.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/git" }
        .first(where: FileManager.default.isExecutableFile))
    try all.root.write(
      "#!/bin/sh\ncase \"$*\" in *\"hash-object\"*) \(how);; esac\nexec \(git) \"$@\"\n",
      to: "bin/git")
    chmod(all.root.path("bin/git"), 0o755)
    let environment = all.environment.merging(
      ["PATH": "\(all.root.path("bin")):\(all.environment["PATH"] ?? "")"]) { $1 }
    let call = GitCall(
      arguments: ["hash-object", "--stdin"], environment: environment,
      // More than a pipe holds.
      input: [UInt8](repeating: 65, count: 1 << 20))
    for _ in 0..<5 {
      let answer = try? await Companions.onThread { () throws(SyncFailure) in
        try GitProcess.run(call)
      }
      #expect(answer?.status != 0)
    }
  }

  @Test func theFilesThatMayBeOpenedAreCounted() {
    #expect(Descriptors.areLeft(3))
    // A process that may open five more.
    var open: Set<Int32> = []
    func areLeft(_ count: Int) -> Bool {
      Descriptors.areLeft(
        count,
        opening: {
          guard open.count < 5 else { return -1 }
          open.insert(Int32(open.count))
          return Int32(open.count - 1)
        }, closing: { open.remove($0) })
    }
    for (count, isEnough) in [(5, true), (6, false), (5, true), (0, true)] {
      #expect(areLeft(count) == isEnough)
      #expect(open.isEmpty, "they are given back")
    }
  }

  @Test func aRemoteThatIsNotThereIsSaid() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    let nowhere = all.folder("nowhere")
    await #expect(throws: SyncFailure.remote(.missing, remote: nowhere)) {
      try await all.sync("a", remote: nowhere)
    }
    await #expect(throws: SyncFailure.notAnAddress) {
      try await all.sync("a", remote: "--upload-pack=x")
    }
    try await all.join("a")
  }

  /// git and ssh never get to ask, and learn nothing of other repositories.
  @Test(arguments: ["fetch", "push"])
  func offlineKeepsEverything(command: String) async throws {
    let all = try await Companions()
    try await all.join("a")
    try all.pick("one", on: "a")
    let before = try all.contents("a")
    let calls = Mutex<[GitCall]>([])
    await #expect(throws: SyncFailure.remote(.unreachable, remote: all.remote)) {
      try await all.sync(
        "a",
        variables: [
          "GIT_DIR": "/elsewhere", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/x", "GIT_ASKPASS": "x",
          "SSH_ASKPASS": "x", "GIT_SSH_COMMAND": "ssh -i key", "LANGUAGE": "de",
        ]
      ) { call in
        calls.withLock { $0.append(call) }
        guard call.command == command else { return nil }
        return GitAnswer(
          status: 128, errors: "ssh: Could not resolve hostname x: Name or service not known\n")
      }
    }
    #expect(try all.contents("a") == before)
    for call in calls.withLock({ $0 }) {
      #expect(call.environment["GIT_TERMINAL_PROMPT"] == "0")
      #expect(call.environment["LC_ALL"] == "C")
      #expect(call.environment["HOME"] == all.home)
      #expect(call.environment["GIT_DIR"] == all.folder("a") + "/.git")
      #expect(call.environment["GIT_WORK_TREE"] == all.folder("a"))
      #expect(call.environment["GIT_ASKPASS"] == nil && call.environment["SSH_ASKPASS"] == nil)
      #expect(call.environment["LANGUAGE"] == nil)
      if ["fetch", "push"].contains(call.command) {
        let ssh = call.environment["GIT_SSH_COMMAND"] ?? ""
        #expect(ssh.hasPrefix("ssh -i key ") && ssh.contains("BatchMode=yes"))
      }
      #expect(!call.arguments.contains { $0.contains("one") })
    }
    #expect(try await all.sync("a").outcome == .synced(received: 0, sent: true))
  }

  @Test func aConflictLeavesTheFolderAsItWas() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try all.pick("two", on: "b")
    try all.root.write("key, a's passphrase", to: "a/vault.json")
    try all.root.write("key, b's passphrase", to: "b/vault.json")
    try await all.join("a")
    let before = try all.contents("b")
    let failure = SyncFailure.conflict(folder: all.folder("b"), path: "vault.json")
    await #expect(throws: failure) { try await all.sync("b", remote: all.remote) }
    var after = try all.contents("b")
    for name in [".gitignore", ".gitattributes"] { after["b/" + name] = nil }
    #expect(after == before)
    // The way out that the sentence names.
    #expect(failure.description.contains("checkout origin/main -- vault.json"))
    try await all.git("-C", all.folder("b"), "checkout", "origin/main", "--", "vault.json")
    try await all.sync("b")
    #expect(try all.words("b") == ["one", "two"])
    try all.root.write("key, b's passphrase", to: "b/vault.json")
    for device in ["b", "a"] { try await all.sync(device) }
    #expect(try all.root.text("a/vault.json") == "key, b's passphrase")
  }

  @Test func aRepositoryAroundTheFolderIsNotTouched() async throws {
    let all = try await Companions()
    try await all.git("init", "--quiet", all.home)
    try all.pick("one", on: "a")
    try await all.sync("a", remote: all.remote, variables: ["GIT_DIR": all.home + "/.git"])
    #expect(try await all.git("-C", all.home, "for-each-ref").isEmpty)
    #expect(try await all.git("-C", all.home, "ls-files").isEmpty)
    #expect(all.root.exists("a/.git/HEAD"))
    try all.root.write("gitdir: ../x\n", to: "b/.git")
    await #expect(throws: SyncFailure.notAFolderOfItsOwn(folder: all.folder("b"))) {
      try await all.join("b")
    }
  }

  @Test func anOlderCommitThatWasCheckedOutIsMadeGood() async throws {
    let all = try await Companions()
    // Without a remote, which would bring everything back by itself.
    for word in ["one", "two"] {
      try all.pick(word, on: "a")
      try await all.sync("a")
    }
    try await all.git("-C", all.folder("a"), "checkout", "--quiet", "main~1")
    #expect(try all.words("a") == ["one"])
    try Companions.pick("three", in: all.folder("a"), device: "other")
    try await all.sync("a")
    #expect(try all.words("a") == ["one", "two", "three"])
    let head = try await all.git("-C", all.folder("a"), "symbolic-ref", "HEAD")
    #expect(head == "refs/heads/main\n")
    #expect(try await all.git("-C", all.folder("a"), "status", "--porcelain").isEmpty)
  }

  @Test func aRebaseThatWasBegunByHandIsMadeGood() async throws {
    let all = try await Companions()
    for word in ["one", "two", "three"] {
      try all.pick(word, on: "a")
      try await all.sync("a")
    }
    try await all.git("-C", all.folder("a"), "rebase", "--quiet", "-i", "main~2")
    #expect(all.root.exists("a/.git/rebase-merge"))
    #expect(try all.words("a") == ["one", "two"])
    try await all.sync("a")
    #expect(try all.words("a") == ["one", "two", "three"])
    #expect(!all.root.exists("a/.git/rebase-merge"))
  }

  @Test func aMergeInConflictIsNotGuessedAt() async throws {
    let all = try await Companions()
    try all.root.write("one", to: "a/vault.json")
    try await all.join("a")
    let a = all.folder("a")
    try await all.git("-C", a, "checkout", "--quiet", "-b", "side")
    for (branch, text) in [("side", "two"), ("main", "three")] {
      try await all.git("-C", a, "checkout", "--quiet", branch)
      try all.root.write(text, to: "a/vault.json")
      try await all.git("-C", a, "commit", "--quiet", "-a", "-m", text)
    }
    try await all.git("-C", a, "merge", "--quiet", "side", status: 1)
    let before = try all.contents("a")
    await #expect(throws: SyncFailure.unfinished(folder: a, path: "vault.json")) {
      try await all.sync("a")
    }
    #expect(try all.contents("a") == before)
  }

  @Test func locksOfAGitThatCrashedAreNoHindrance() async throws {
    let all = try await Companions()
    try await all.join("a")
    for name in ["index.lock", "inkling/index.lock", "inkling/merge.lock"] {
      try all.root.write("", to: "a/.git/" + name)
    }
    try all.pick("one", on: "a")
    #expect(try await all.sync("a").outcome == .synced(received: 0, sent: true))
  }

  @Test func aLockThatIsInTheWayIsNamed() async throws {
    let all = try await Companions()
    try await all.join("a")
    for name in ["refs/heads/main.lock", "refs/remotes/origin/main.lock", "HEAD.lock"] {
      try all.pick("one", on: "a")
      try all.root.write("", to: "a/.git/" + name)
      await #expect(throws: SyncFailure.locked(path: all.folder("a") + "/.git/" + name)) {
        try await all.sync("a")
      }
      try all.root.remove("a/.git/" + name)
    }
    try await all.sync("a")
    #expect(try await all.sent("log/a.jsonl") == all.root.text("a/log/a.jsonl"))
  }

  /// Opening the folder removes what a program left that was killed while it replaced a file.
  @Test func openingTheFolderIsNotInTheWayOfItsFirstSync() async throws {
    let all = try await Companions()
    try await all.join("a")
    let folder = all.folder("a")
    let environment = all.environment
    let isDone = Mutex(false)
    let opening = Task {
      try await Companions.onThread { () throws(SyncFailure) in
        while !isDone.withLock({ $0 }) {
          try onDisk { () throws(StorageError) in try Upkeep.removeLeftovers(folder) }
        }
      }
    }
    defer { isDone.withLock { $0 = true } }
    try await Companions.onThread { () throws(SyncFailure) in
      let git = Git(folder: folder, environment: environment) { call throws(SyncFailure) in
        try GitProcess.run(call)
      }
      let repository = SyncRepository(git: git, keyOf: Companions.key) { _ in nil }
      let arrival = Arrival(path: "log/b.jsonl", committed: nil, merged: [1])
      for _ in 0..<2000 {
        for name in [".gitignore", ".gitattributes", "log/b.jsonl"] {
          unlink("\(folder)/\(name)")
        }
        try repository.prepare()
        _ = try onDisk { () throws(StorageError) in try arrival.bring(into: folder) }
      }
    }
    isDone.withLock { $0 = true }
    try await opening.value
  }

  @Test func oneSyncAtATime() async throws {
    let all = try await Companions()
    try await all.join("a")
    let lock = try File(all.folder("a") + "/.git/inkling/lock", O_RDWR, doing: "open")
    #expect(try lock.tryLock())
    await #expect(throws: SyncFailure.alreadyRunning) { try await all.sync("a") }
    lock.unlock()
    try await all.sync("a")
  }

  @Test func aFilterOfTheFoldersOwnIsNotGoneAround() async throws {
    let all = try await Companions()
    try all.root.write("log/* filter=crypt\n", to: "a/.gitattributes")
    await #expect(throws: SyncFailure.filtered(path: all.folder("a") + "/.gitattributes")) {
      try await all.join("a")
    }
  }

  /// The own log is replaced again and again while another thread appends to it.
  @Test func anAppenderFollowsItsLogToTheNewFile() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try Companions.pick("w0", in: path, device: "a")
    let isDone = Mutex(false)
    let appending = Task {
      try await Companions.onThread { () throws(SyncFailure) in
        for number in 1...60 { try? Companions.pick("w\(number)", in: path, device: "a") }
        isDone.withLock { $0 = true }
      }
    }
    let replaced = try await Companions.onThread { () throws(SyncFailure) -> Int in
      var replaced = 0
      while !isDone.withLock({ $0 }) {
        let bytes = try onDisk { () throws(StorageError) in
          try File(path + "/log/a.jsonl", O_RDONLY, doing: "read").read()
        }
        let arrival = Arrival(path: "log/a.jsonl", committed: bytes, merged: bytes)
        if try onDisk({ () throws(StorageError) in try arrival.bring(into: path) }) {
          replaced += 1
        }
      }
      return replaced
    }
    try await appending.value
    #expect(replaced > 0)
    #expect(try folder.lines("log/a.jsonl").count == 61)
  }
}
