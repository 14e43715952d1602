import FoundationEssentials
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A newer Inkling's lines are left alone, and told in words: in this device's own log and in the
/// snapshot it is refused, in another device's it counts for nothing.
struct NewerVersionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sentence(_ name: String) -> String {
    "\(folder.path(name)) was written by a newer version of Inkling and was left as it is: "
      + "update Inkling to open it."
  }

  private static let newerLines = [
    #"{"v":2}"#,
    #"{"v":2,"when":"2026-03-29T04:00:00Z","who":"desk"}"#,
    // Every field that version 1 knows is there, but may mean something else.
    line("desk", 3, "hope", minute: 3, version: 2),
  ]

  @Test(arguments: newerLines)
  func aNewerLogOfItsOwnIsRefused(newer: String) throws {
    try folder.fill("joy", "awe", savingSnapshot: true)
    try folder.append(newer + "\n" + line("desk", 4, "calm", minute: 4) + "\n", to: log("desk"))
    let before = try folder.contents()

    let error = #expect(throws: StorageError.self) { try folder.open() }
    #expect(error?.description == sentence(log("desk")))
    #expect(try folder.contents() == before)
  }

  @Test func aNewerSnapshotIsRefused() throws {
    try folder.fill("joy", savingSnapshot: true)
    try folder.replace(#""version":2"#, with: #""version":3"#, in: "schedule.json")
    let before = try folder.contents()

    let error = #expect(throws: StorageError.self) { try folder.open() }
    #expect(error?.description == sentence("schedule.json"))
    #expect(try folder.contents() == before)
  }

  @Test func aNewerSnapshotOfAnotherShapeIsRefused() throws {
    try folder.write(#"{"version":7,"cards":[]}"#, to: "schedule.json")
    #expect(throws: StorageError.newerVersion(path: folder.path("schedule.json"))) {
      try folder.open()
    }
    #expect(try folder.text("schedule.json") == #"{"version":7,"cards":[]}"#)
  }

  @Test func anAppendAfterNewerLinesIsRefused() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try folder.append("{\"v\":2}\n", to: log("desk"))
    let before = try folder.text(log("desk"))

    #expect(throws: StorageError.newerVersion(path: folder.path(log("desk")))) {
      try store.pick("awe", at: .minute(1))
    }
    #expect(try folder.text(log("desk")) == before)
    #expect(store.state.words == ["joy"])
  }

  // MARK: Other devices' logs

  /// It stays as it is, tells of itself, and stands in nobody's way.
  @Test(arguments: newerLines)
  func anotherDevicesNewerLinesAreKeptAndPassedOver(newer: String) throws {
    try folder.fill("joy")
    try folder.fill("awe", device: "phone", savingSnapshot: true)
    try folder.append(newer + "\n" + line("phone", 4, "calm", minute: 4) + "\n", to: log("phone"))
    let before = try folder.text(log("phone"))

    let store = try folder.open()
    #expect(store.state.words == ["joy", "awe", "calm"])
    #expect(store.holdsUnknown)
    #expect(
      store.problems == [
        "Line 2 of \(folder.path(log("phone"))) is from a newer version of Inkling: it stays there, "
          + "and counts here once you update Inkling."
      ])
    try store.pick("hope", at: .minute(5))
    try store.undo(EventID(device: "phone", counter: 1), at: .minute(6))
    try store.saveSnapshot()
    let reopened = try folder.open()
    #expect(reopened.state.words == ["joy", "calm", "hope"])
    #expect(reopened.problems == [], "told once")
    #expect(try folder.text(log("phone")) == before)
  }

  @Test func severalNewerLinesAreToldAtOnce() throws {
    try folder.write("{\"v\":2}\n{\"v\":3}\n", to: log("phone"))
    #expect(
      try folder.open().problems == [
        "2 lines of \(folder.path(log("phone"))), the first is line 1, are from a newer version of "
          + "Inkling: they stay there, and count here once you update Inkling."
      ])
  }

  /// A copy of this device's own log that a newer version wrote to.
  @Test func aNumberThatANewerLineHasIsNotGivenAgain() throws {
    try folder.fill("joy")
    try folder.write(
      line("desk", 7, "awe", minute: 1, version: 2) + "\n", to: log("desk (copy)"))
    #expect(try folder.open().pick("hope", at: .minute(2)).counter == 8)
  }

  @Test func aRewriteLeavesThemAsTheyAre() throws {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    let newer = line("import-1", 2, "x", minute: 1, version: 2) + "\n"
    try folder.write(newer, to: log("import-1"))
    let changed = try store.rewrite { event in
      if case .note = event.deed { .remove } else { .keep }
    }
    #expect(changed == 1)
    #expect(try folder.text(log("import-1")) == newer)
    #expect(try !folder.text(log("desk")).contains("secret"))
  }

  // MARK: A log that cannot be read just now

  /// A store that, while `isVanishing`, finds no log of the phone any more once it has looked which
  /// logs there are.
  private func openVanishing(_ isVanishing: Vanishing) throws -> MarkStore {
    var format = StoreFormat.marks()
    let path = folder.path(log("phone"))
    format.scan = { kind, payload in
      if isVanishing.now { _ = rename(path, path + ".away") }
      return Mark.scan(kind, payload)
    }
    return try MarkStore(folder: folder.path, device: "desk", format: format)
  }

  private final class Vanishing {
    var now = false
  }

  /// Logs that were read beside it must not count as read, nor be saved as such.
  @Test func whatWasReadBesideALogThatFailedIsNotLost() throws {
    let vanishing = Vanishing()
    let store = try openVanishing(vanishing)
    try store.append(.mark(1), at: .minute(0))
    try folder.openMarks("attic").append(.mark(2), at: .minute(1))
    try folder.openMarks("phone").append(.mark(3), at: .minute(2))
    vanishing.now = true
    #expect(throws: StorageError.self) { try store.refresh() }
    try? store.saveSnapshot()
    vanishing.now = false
    try store.refresh()
    #expect(store.state.entries == ["desk:1 1", "attic:1 2"])
    #expect(try folder.openMarks().state == store.state)
  }

  /// The undo is on disk, but another log keeps the state from being replayed: that is said once,
  /// and made good later.
  @Test func anUndoBesideALogThatFailsIsNotLost() throws {
    let vanishing = Vanishing()
    let store = try openVanishing(vanishing)
    let first = try store.append(.mark(1), at: .minute(0))
    try store.append(.mark(2), at: .minute(0))
    func phone() throws {
      try folder.write(
        #"{"at":1,"day":1,"id":"phone:1","mark":3,"off":0,"v":1}"# + "\n", to: log("phone"))
    }
    try phone()
    vanishing.now = true
    try store.undo(first, at: .minute(1))
    try phone()
    try store.append(.mark(4), at: .minute(2))
    #expect(
      store.problems == [
        "What you did is saved, but what the logs hold could not all be read: Inkling could not "
          + "read \(folder.path(log("phone"))): it, or the folder it belongs in, is not there. Put "
          + "it back, or name another folder with --data-dir."
      ])
    try store.saveSnapshot()
    #expect(!folder.exists("schedule.json"))

    vanishing.now = false
    #expect(try folder.openMarks().state.entries == ["desk:2 2", "desk:4 4"])
    try store.refresh()
    #expect(store.state.entries == ["desk:2 2", "desk:4 4"])
  }

  private func log(_ device: String) -> String { "log/\(device).jsonl" }
}
