import FoundationEssentials
import Storage
import Testing

/// What a newer Inkling wrote is refused, in words, and left alone.
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

  @Test(arguments: newerLines, ["desk", "phone"])
  func aNewerLogIsRefused(newer: String, device: String) throws {
    try folder.fill("joy", "awe", device: device, savingSnapshot: true)
    try folder.append(newer + "\n" + line(device, 4, "calm", minute: 4) + "\n", to: log(device))
    let before = try folder.contents()

    let error = #expect(throws: StorageError.self) { try folder.open() }
    #expect(error?.description == sentence(log(device)))
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

  /// One log is refused: what the others hold must not count as read, nor be saved as such.
  @Test func whatWasReadBesideARefusedLogIsNotLost() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try folder.write(line("attic", 1, "awe", minute: 1) + "\n", to: log("attic"))
    try folder.write("{\"v\":2}\n", to: log("phone"))
    #expect(throws: StorageError.self) { try store.refresh() }
    try store.saveSnapshot()

    try folder.remove(log("phone"))
    try store.refresh()
    #expect(store.state.words == ["joy", "awe"])
    #expect(try folder.open().state.words == ["joy", "awe"])
  }

  /// The undo is on disk, but another log keeps the state from being replayed: that is said once,
  /// and made good later.
  @Test func anUndoBesideARefusedLogIsNotLost() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    try store.pick("calm", at: .minute(0))
    try folder.write("{\"v\":2}\n", to: log("phone"))
    try store.undo(joy, at: .minute(1))
    try store.pick("awe", at: .minute(2))
    #expect(
      store.problems == [
        "What you did is saved, but what the logs hold could not all be read: "
          + sentence(log("phone"))
      ])
    try store.saveSnapshot()
    #expect(!folder.exists("schedule.json"))

    try folder.remove(log("phone"))
    #expect(try folder.open().state.words == ["calm", "awe"])
    try store.refresh()
    #expect(store.state.words == ["calm", "awe"])
  }

  private func log(_ device: String) -> String { "log/\(device).jsonl" }
}
