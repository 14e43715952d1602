import Foundation
import Synchronization
import Testing

@testable import Storage

/// Several devices that share what they log, through the git that is installed.
@Suite struct SyncDevicesTests {
  @Test func twoDevicesThatHadEventsBeforeComeTogether() async throws {
    let all = try await Companions()
    try all.pick("sad", "glad", on: "a")
    try all.pick("mad", on: "b")
    let first = try await all.sync("a", remote: all.remote)
    #expect(first.outcome == .synced(received: 0, sent: true))
    let second = try await all.sync("b", remote: all.remote)
    #expect(second.outcome == .synced(received: 2, sent: true))
    let third = try await all.sync("a")
    #expect(third.outcome == .synced(received: 1, sent: false))
    let again = try await all.sync("b")
    #expect(again.outcome == .synced(received: 0, sent: false))
    #expect(try all.words("a") == ["sad", "glad", "mad"])
    #expect(try all.logs("a") == all.logs("b"))
    // What the store makes of it.
    let store = try TrayStore(folder: all.folder("b"), device: "b", format: .tray())
    #expect(store.state.words.sorted() == ["glad", "mad", "sad"])
    #expect(store.problems.isEmpty)
  }

  /// Another device was updated first: its log comes in as it is, is passed on as it is, and this
  /// device goes on with its own.
  @Test func aLogOfANewerVersionIsKeptAndPassedOn() async throws {
    let all = try await Companions()
    try await all.join("a", "b", "c")
    try all.pick("old", on: "a")
    let newer = [
      #"{"v":2,"when":"2026-03-29T04:00:00Z","who":"a:2"}"#,
      line("a", 3, "x", minute: 3, version: 2), line("a", 4, "y", minute: 4),
    ]
    try all.root.append(newer.map { $0 + "\n" }.joined(), to: "a/log/a.jsonl")
    let log = try all.root.bytes("a/log/a.jsonl")
    try await all.sync("a")
    try all.pick("mine", on: "b")
    let report = try await all.sync("b")
    #expect(report.outcome == .synced(received: 4, sent: true))
    #expect(
      report.sentences.contains(
        "log/a.jsonl has lines from a newer version of Inkling: they're kept and passed on, and "
          + "count here once you update Inkling."))
    #expect(try all.root.bytes("b/log/a.jsonl") == log)
    let store = try TrayStore(folder: all.folder("b"), device: "b", format: .tray())
    #expect(store.state.words.sorted() == ["mine", "old", "y"])
    try all.pick("more", on: "b")
    try all.remove("mine", on: "b")

    // From here it goes on to a third, also from a folder whose history is begun anew.
    try all.root.remove("b/.git")
    try await all.makeRemote("other.git")
    try await all.sync("b", remote: all.folder("other.git"))
    try await all.sync("c", remote: all.folder("other.git"))
    #expect(try all.root.bytes("c/log/a.jsonl") == log)
    #expect(try await all.sync("b").newer == [], "told once")
  }

  /// Any order of picking, removing and syncing: in the end all hold the same, nothing is lost, and
  /// what was removed is nowhere.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func theyConverge(seed: UInt64) async throws {
    let all = try await Companions()
    var dice = SplitMix64(seed: seed)
    let devices = ["a", "b", "c"]
    var written: Set<String> = []
    var removed: Set<String> = []
    var joined: Set<String> = []
    for step in 0..<6 {
      let device = devices.randomElement(using: &dice) ?? "a"
      switch Int.random(in: 0..<6, using: &dice) {
      case 0...2:
        try all.pick("w\(step)", on: device)
        written.insert("w\(step)")
      case 3:
        guard let word = try? all.words(device).filter({ $0 != "gone" }).sorted().first else {
          break
        }
        try all.remove(word, on: device)
        removed.insert(word)
      default:
        try await all.sync(device, remote: joined.insert(device).inserted ? all.remote : nil)
      }
    }
    for device in devices + devices.dropLast() {
      try await all.sync(device, remote: joined.insert(device).inserted ? all.remote : nil)
    }
    for device in devices {
      #expect(try all.words(device) == written.subtracting(removed))
      #expect(try all.logs(device) == all.logs("a"))
      #expect(try all.logs(device).values.joined().count == written.count)
    }
  }

  /// Another program appends before every single step of git's.
  @Test func appendingMeanwhileLosesNothing() async throws {
    let all = try await Companions()
    try all.pick("first", on: "a")
    try await all.join("a", "b")
    try all.pick("other", on: "b")
    // The own log changes elsewhere too, so that it is rewritten under the one who appends.
    try all.remove("first", on: "b")
    try await all.sync("b")
    let folder = all.folder("a")
    let count = Mutex(0)
    try await all.sync("a") { _ in
      let number = count.withLock {
        $0 += 1; return $0
      }
      try? Companions.pick("during\(number)", in: folder, device: "a")
      return nil
    }
    let during = count.withLock { $0 }
    let expected = Set((1...during).map { "during\($0)" } + ["other"])
    #expect(during > 10)
    #expect(try all.words("a") == expected)
    for device in ["a", "b"] { try await all.sync(device) }
    #expect(try all.words("b") == expected)
    #expect(try all.logs("a") == all.logs("b"))
  }

  @Test func aFasterDeviceIsWaitedFor() async throws {
    let all = try await Companions()
    try await all.join("a", "b")
    try all.pick("mine", on: "a")
    try all.pick("yours", on: "b")
    // Another device pushes between a's fetch and its push, as that device's own sync would.
    let isFirst = Mutex(true)
    let pushed = Mutex<SyncFailure?>(nil)
    let (other, environment) = (all.folder("b"), all.environment)
    let report = try await all.sync("a") { call in
      guard call.command == "push",
        isFirst.withLock({
          let old = $0; $0 = false; return old
        })
      else { return nil }
      do throws(SyncFailure) {
        _ = try Sync(
          folder: other, environment: environment, current: "/", keyOf: Companions.key,
          run: { call throws(SyncFailure) in try GitProcess.run(call) }
        ).run {}
      } catch { pushed.withLock { $0 = error } }
      return nil
    }
    #expect(pushed.withLock { $0 } == nil)
    #expect(report.outcome == .synced(received: 1, sent: true))
    try await all.sync("b")
    #expect(try all.words("b") == ["mine", "yours"])
  }

  @Test func aRemovedTextIsToldAndStaysAway() async throws {
    let all = try await Companions()
    try all.pick("secret", "kept", on: "a")
    try await all.join("a", "b")
    try all.pick("more", on: "b")
    #expect(SyncHistory.note(folder: all.folder("a")) == SyncHistory.holdsRemoved)
    #expect(SyncHistory.note(folder: all.folder("c")) == nil)
    try all.remove("secret", on: "a")
    #expect(try await all.sync("a").historyHoldsRemoved)
    #expect(try await !all.sync("a").historyHoldsRemoved)

    // README.md's way to a new history, with b still holding the text.
    for folder in [all.remote, all.folder("a") + "/.git"] {
      try FileManager.default.removeItem(atPath: folder)
    }
    try await all.makeRemote()
    try await all.join("a")
    try await all.sync("b")
    #expect(try all.words("b") == ["kept", "more"])
    let objects = try await all.git("-C", all.remote, "log", "-p", "--all")
    #expect(objects.contains("kept"))
    #expect(!objects.contains("secret"))
  }

  @Test func aRemoteThatWasSetBackTakesNothingAway() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    try all.pick("two", on: "a")
    for device in ["a", "b"] { try await all.sync(device) }
    try await all.git("-C", all.remote, "update-ref", "refs/heads/main", "main~1")
    try await all.sync("b")
    #expect(try all.words("b") == ["one", "two"])
    // The same under a new history, with a commit of its own on top.
    try await all.git("clone", "--quiet", all.remote, all.folder("hand"))
    try await all.git("-C", all.folder("hand"), "rm", "-r", "--quiet", "log")
    try await all.git("-C", all.folder("hand"), "commit", "--quiet", "-m", "oops")
    try await all.git("-C", all.folder("hand"), "push", "--quiet", "origin", "HEAD:main")
    for device in ["a", "b"] { try await all.sync(device) }
    #expect(try all.words("a") == ["one", "two"])
    #expect(try all.words("b") == ["one", "two"])
  }

  @Test func onlyWhatIsSharedGoesOut() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    for name in [
      "schedule.json", "lock", "device/x", "config.json", "log/a.jsonl.torn", "log/a.jsonl.7.tmp",
      "log/a.jsonl.unreadable", ".stversions/log/a.jsonl", "log/old/a.jsonl", "export.json",
      "README.md", "a.jsonl", "VAULT.json",
    ] {
      try all.root.write("here only", to: "a/" + name)
    }
    try await all.join("a")
    let sent = try await all.git("-C", all.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(sent == ".gitattributes\n.gitignore\nlog/a.jsonl\n")
    let message = try await all.git("-C", all.remote, "log", "main", "--format=%an <%ae> %cn %B")
    #expect(message == "Inkling <inkling@localhost> Inkling Sync\n\n")
  }

  @Test func whatWasSentBeforeIsTakenOutButFromNoDisk() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    let names = ["export.json", "log/a.jsonl.unreadable", ".stversions/log/a.jsonl"]
    for name in names { try all.root.write("readable", to: "a/" + name) }
    let (a, b) = (all.folder("a"), all.folder("b"))
    try await all.git("-C", a, "add", "--all", "--force", "--", ".stversions", "log", "export.json")
    try await all.git("-C", a, "commit", "--quiet", "-m", "by hand")
    try await all.git("-C", a, "push", "--quiet", "origin", "main")
    try await all.git("-C", b, "pull", "--quiet", "origin", "main")
    for device in ["a", "b"] { try await all.sync(device) }
    let sent = try await all.git("-C", all.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(sent == ".gitattributes\n.gitignore\nlog/a.jsonl\n")
    for device in ["a", "b"] {
      for name in names { #expect(try all.root.text("\(device)/\(name)") == "readable") }
    }
  }

  /// A person's own lines in .gitignore keep no log at home.
  @Test func aLogThatGitIsToIgnoreGoesOutAllTheSame() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a")
    let ignored = try all.root.text("a/.gitignore")
    try all.root.write(ignored + "/log/\nvault.json\n", to: "a/.gitignore")
    try all.pick("two", on: "b")
    try all.root.write(try all.root.bytes("b/log/b.jsonl"), to: "a/log/b.jsonl")
    try all.root.write("key", to: "a/vault.json")
    try await all.sync("a")
    let sent = try await all.git("-C", all.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(sent == ".gitattributes\n.gitignore\nlog/a.jsonl\nlog/b.jsonl\nvault.json\n")
  }

  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  @Test func foldersAreTheirOwnersAlone() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    for device in ["a", "b"] {
      #expect(try Self.mode(all.folder(device) + "/.git") == 0o700)
      let names = try FileManager.default.subpathsOfDirectory(atPath: all.folder(device))
      let open = try names.filter { try Self.mode("\(all.folder(device))/\($0)") & 0o077 != 0 }
      #expect(names.count > 10)
      #expect(open.isEmpty)
    }
  }
}

extension Companions {
  /// Puts a tombstone where a word was, in whichever log has it.
  func remove(_ word: String, on device: String) throws {
    for name in try logs(device).keys {
      let lines = try root.lines("\(device)/log/\(name)").map { line in
        guard line.contains("\"word\":\"\(word)\""),
          let id = line.firstMatch(of: /"id":"([^"]+)"/)?.1
        else { return line }
        return line.prefix { $0 != "g" }
          + #""gone":{},"grade":1,"id":"\#(id)","off":60,"v":1,"#
          .dropFirst() + #""word":""}"#
      }
      try Files.replace(
        "\(folder(device))/log/\(name)", with: Array(lines.map { $0 + "\n" }.joined().utf8))
    }
  }
}
