import FoundationEssentials
import Storage
import Testing

/// Lines replaced or taken out of the logs, and nothing else touched.
struct RewriteTests {
  private let folder: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws { folder = try TemporaryFolder() }

  private func fill() throws -> MarkStore {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    try store.append(.mark(2), at: .minute(1))
    try store.append(.note("plain"), at: .minute(2))
    try store.saveSnapshot()
    return store
  }

  private func withoutSecret(_ event: Event<Mark>) -> Rewrite<Mark> {
    switch event.deed {
    case .note("secret"): .remove
    case .note(let text): .replace(.note(text + "!"))
    default: .keep
    }
  }

  @Test func onlyTheChosenLinesChange() throws {
    let store = try fill()
    try folder.append("not JSON \"secrets\"\n \r\n{\"at\": 1}\n", to: log)
    let before = try folder.lines(log)
    #expect(try store.rewrite(withoutSecret) == 2)
    let time = Stamp.minute(0).milliseconds
    let after = try folder.lines(log)
    #expect(after[0] == #"{"at":\#(time),"day":20000,"gone":true,"id":"desk:1","off":60,"v":1}"#)
    #expect(after[2] == before[2].replacing("plain", with: "plain!"))
    #expect(after[1] == before[1])
    #expect(after[3...] == before[3...])
    #expect(store.state.entries == ["desk:2 2", "desk:3 plain!"])
    #expect(try folder.openMarks().state == store.state)
    // Doing it again would say "plain!!": what is done stays as it is.
    #expect(try store.rewrite { _ in .keep } == 0)
    #expect(try folder.lines(log) == after)
  }

  @Test func whatWasTakenOutIsInNoFileAnyMore() throws {
    let other = try folder.openMarks()
    let store = try fill()
    try other.refresh()
    #expect(other.state.entries.first == "desk:1 secret")
    try store.rewrite(withoutSecret)
    // Another process still holds it, and leaves later.
    try other.append(.mark(3), at: .minute(4))
    try other.saveSnapshot()
    #expect(other.state.entries == ["desk:2 2", "desk:3 plain!", "desk:4 3"])
    for (name, bytes) in try folder.contents() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"), "\(name)")
    }
    #expect(try folder.openMarks().state == other.state)
  }

  @Test func aFolderInTheSnapshotsPlaceIsInNobodysWay() throws {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    try folder.write("", to: "schedule.json/x")
    let changed = try store.rewrite { _ in .remove }
    #expect(changed == 1)
    #expect(try !folder.text("log/desk.jsonl").contains("secret"))
  }

  @Test func aProcessThatOnlySavesItsSnapshotDoesNotBringItBack() throws {
    let other = try folder.openMarks()
    let store = try fill()
    try other.refresh()
    try store.rewrite(withoutSecret)
    try folder.remove("schedule.json")
    try other.saveSnapshot()
    #expect(!(try folder.text("schedule.json").contains("secret")))
  }

  @Test func countersGoOnAfterATombstone() throws {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    try store.rewrite(withoutSecret)
    #expect(store.state.entries == [])
    #expect(try store.append(.mark(1), at: .minute(1)).counter == 2)
    #expect(try folder.openMarks().append(.mark(1), at: .minute(1)).counter == 3)
  }

  @Test func anotherDevicesLogIsLeftAndAnImportedOneIsNot() throws {
    let secret = try {
      _ = try fill()
      return try folder.text(log)
    }()
    try folder.write(secret.replacing("desk:", with: "phone:"), to: "log/phone.jsonl")
    try folder.write(secret.replacing("desk:", with: "attic:"), to: "log/import-1.jsonl")
    let store = try folder.openMarks()
    #expect(try store.rewrite(withoutSecret) == 4)
    #expect(try folder.text("log/phone.jsonl").contains("secret"))
    #expect(!(try folder.text("log/import-1.jsonl").contains("secret")))
    #expect(store.state.entries.filter { $0.hasSuffix("secret") } == ["phone:1 secret"])
  }

  /// As synchronizers and people name them.
  @Test(arguments: [
    "desk (conflicted copy).jsonl", "desk.sync-conflict-20261121.jsonl", "old.jsonl",
  ])
  func aCopyOfTheOwnLogIsRewrittenToo(name: String) throws {
    let store = try fill()
    #expect(try !store.holdsCopies())
    try folder.write(try folder.text(log), to: "log/" + name)
    #expect(try store.holdsCopies())
    #expect(try store.mayRewriteAll())
    #expect(try store.rewrite(withoutSecret) == 4)
    #expect(try folder.text("log/" + name) == folder.text(log))
  }

  @Test func aCopyOfAnothersLogIsLeft() throws {
    let store = try fill()
    let other = try folder.text(log).replacing("desk:", with: "phone:")
    // A line of this device's in the log of another makes it no copy: that device goes on with it.
    for (name, text) in [
      ("phone.jsonl", other + (try folder.text(log))),
      ("phone.sync-conflict-1.jsonl", other),
    ] {
      try folder.write(text, to: "log/" + name)
      #expect(try !store.holdsCopies())
      #expect(try !store.mayRewriteAll())
      try store.rewrite(withoutSecret)
      #expect(try folder.text("log/" + name) == text)
    }
  }

  @Test func whatIsSetAsideLeavesATombstoneAndIsKept() throws {
    let store = try fill()
    let before = try folder.lines(log)
    try folder.write("older\n", to: log + ".unreadable")
    let isSecret = { (event: Event<Mark>) in event.deed == .note("secret") }
    #expect(try store.rewrite { isSecret($0) ? .setAside : .keep } == 1)
    #expect(try folder.text(log + ".unreadable") == "older\n" + before[0] + "\n")
    let after = try folder.lines(log)
    #expect(after[0].contains(#""gone":true"#))
    #expect(Array(after[1...]) == Array(before[1...]))
    #expect(store.state.entries == ["desk:2 2", "desk:3 plain"])
  }

  @Test func everythingWrittenIsFoundAlsoWhatCountsForNothing() throws {
    let store = try fill()
    let first = try folder.lines(log)[0]
    try store.rewrite { $0.deed == .note("secret") ? .remove : .keep }
    try store.undo(EventID(device: "desk", counter: 3), at: .minute(4))
    try folder.write("\n" + first + "\n", to: "log/phone.jsonl")
    var found: [String] = []
    try store.forEachWritten(mentioning: ["note"]) { written in
      let name = written.path.split(separator: "/").last ?? ""
      let what = written.event.body == .gone ? "gone" : written.event.deed.map { "\($0)" } ?? "undo"
      found.append("\(name) \(written.line) \(written.isOurs) \(what)")
    }
    #expect(
      found == [
        "desk.jsonl 1 true gone", #"desk.jsonl 3 true note("plain")"#, "desk.jsonl 4 true undo",
        #"phone.jsonl 2 true note("secret")"#,
      ])
  }

  @Test func aTornEndIsKept() throws {
    let store = try fill()
    try folder.append("{\"at\":17", to: log)
    try store.rewrite(withoutSecret)
    #expect(try folder.text(log).hasSuffix("}\n{\"at\":17"))
    _ = try folder.openMarks()
    #expect(try folder.text(log + ".torn") == "{\"at\":17\n")
  }

  @Test func aNewerLineKeepsItsLog() throws {
    let store = try fill()
    try folder.append("{\"v\":2}\n", to: log)
    let before = try folder.text(log)
    #expect(throws: StorageError.newerVersion(path: folder.path(log))) {
      try store.rewrite(withoutSecret)
    }
    #expect(try folder.text(log) == before)
  }

  @Test func whatAKilledRewriteLeftIsRemovedByTheNextStart() throws {
    _ = try fill()
    for name in [log + ".tmp", "schedule.json.tmp", "device/x.tmp"] {
      try folder.write("secret", to: name)
    }
    _ = try folder.openMarks()
    #expect(try folder.contents().keys.filter { $0.hasSuffix(".tmp") } == [])
    #expect(folder.exists(log))
  }
}

/// Events read from the logs when they are asked for.
struct EventsOnDemandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func notes(_ store: MarkStore) throws -> [String] {
    try store.events(mentioning: ["note"]).map { event in
      if case .note(let text) = event.deed { "\(event.id) \(text)" } else { "other" }
    }
  }

  @Test func theyAreThoseThatWereAskedForAndStand() throws {
    let store = try folder.openMarks()
    try store.append(.note("one"), at: .minute(0))
    try store.append(.mark(2), at: .minute(1))
    let two = try store.append(.note("two"), at: .minute(2))
    try store.append(.note("three"), at: .minute(3))
    let undo = try store.undo(two, at: .minute(4))
    #expect(try notes(store) == ["desk:1 one", "desk:4 three"])
    #expect(try store.events(mentioning: ["mark"]).map(\.deed) == [.mark(2)])
    #expect(try store.events(mentioning: []).isEmpty)
    #expect(try store.events(mentioning: ["note", "mark"]).count == 3)
    try store.undo(undo, at: .minute(5))
    #expect(try notes(store) == ["desk:1 one", "desk:3 two", "desk:4 three"])
  }

  @Test func aMentionInsideATextIsNone() throws {
    let store = try folder.openMarks()
    try store.append(.note(#""mark":1, "undo":"desk:1""#), at: .minute(0))
    #expect(try store.events(mentioning: ["mark"]).isEmpty)
    #expect(try notes(store).count == 1)
  }

  /// They come in the order of a replay, though most of what decides it was passed over.
  @Test(arguments: 1...60)
  func theirOrderIsThatOfTheState(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for device in ["attic", "desk", "phone"] {
      var minute = 0
      var text = ""
      for counter in 1...Int.random(in: 1...20, using: &random) {
        minute += Int.random(in: -4...6, using: &random)
        let payload =
          Int.random(in: 0..<3, using: &random) == 0 ? #""note":"n","# : #""mark":1,"#
        text +=
          line(device, counter, "", minute: minute)
          .replacing(#""grade":3,"#, with: "").replacing(#","word":"""#, with: "")
          .replacing(#""off""#, with: payload + #""off""#) + "\n"
      }
      try folder.write(text, to: "log/\(device).jsonl")
    }
    let store = try folder.openMarks()
    #expect(store.problems == [])
    let expected = store.state.entries.filter { $0.hasSuffix(" n") }
    #expect(try notes(store) == expected)
    #expect(try store.events(mentioning: ["note", "mark"]).count == store.state.entries.count)
  }
}
