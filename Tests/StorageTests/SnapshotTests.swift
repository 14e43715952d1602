import FoundationEssentials
import Testing

@testable import Storage

/// The snapshot is only a cache: whenever it may be wrong, the logs are replayed.
struct SnapshotTests {
  private let folder: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws { folder = try TemporaryFolder() }

  /// Opens the folder and tells whether the snapshot was believed.
  private func reopen(stateVersion: Int = 1) throws -> (store: TrayStore, replayed: Bool) {
    let folds = FoldCounter()
    let store = try folder.open(stateVersion: stateVersion, counting: folds)
    return (store, folds.count > 0)
  }

  @Test(arguments: [
    "", "not JSON", "{", "{}", "[]", #"{"version":1}"#, #"{"version":"one"}"#,
    #"{"version":1,"stateVersion":1,"logs":{},"counter":0,"state":{"cards":7}}"#,
  ])
  func aCorruptSnapshotIsRebuilt(text: String) throws {
    try folder.fill("joy", "awe", savingSnapshot: true)
    try folder.write(text, to: "schedule.json")

    let (store, replayed) = try reopen()
    #expect(store.state.words == ["joy", "awe"])
    #expect(replayed)
    #expect(try store.pick("hope", at: .minute(2)).counter == 3)

    try store.saveSnapshot()
    #expect(try !reopen().replayed)
  }

  @Test(arguments: [
    // The last event is gone; all are; the last and the first were changed.
    (line("desk", 3, "hope", minute: 2) + "\n", ""),
    (
      [("joy", 0), ("awe", 1), ("hope", 2)].enumerated().map {
        line("desk", $0.offset + 1, $0.element.0, minute: $0.element.1) + "\n"
      }.joined(), ""
    ),
    ("hope", "rage"),
    ("joy", "delight"),
  ])
  func aSnapshotWhoseLogWasChangedIsNotBelieved(old: String, new: String) throws {
    try folder.fill("joy", "awe", "hope", savingSnapshot: true)
    try folder.replace(old, with: new, in: log)

    let store = try reopen().store
    try folder.remove("schedule.json")
    #expect(try reopen().store.state == store.state)
    #expect(!store.state.words.contains(old))
    #expect(store.state.words != ["joy", "awe", "hope"])
  }

  @Test func aSnapshotWhoseLogIsGoneIsNotBelieved() throws {
    try folder.fill("joy", savingSnapshot: true)
    try folder.remove(log)
    #expect(try reopen().store.state == Tray())
  }

  @Test func aSnapshotSavedAfterItsLogWentIsNotBelieved() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try folder.remove(log)
    try store.saveSnapshot()
    #expect(try reopen().store.state == Tray())
  }

  @Test func aSnapshotOfAnotherStateVersionIsNotBelieved() throws {
    try folder.fill("joy", savingSnapshot: true)
    #expect(try !reopen(stateVersion: 1).replayed)
    let (store, replayed) = try reopen(stateVersion: 2)
    #expect(replayed)
    #expect(store.state.words == ["joy"])
    try store.saveSnapshot()
    #expect(try !reopen(stateVersion: 2).replayed)
    #expect(try reopen(stateVersion: 1).replayed)
  }

  @Test func anEarlierEventThatComesAfterTheSnapshotIsReplayedInItsPlace() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try store.pick("hope", at: .minute(9))
    try store.saveSnapshot()
    try folder.write(line("phone", 1, "awe", minute: 5) + "\n", to: "log/phone.jsonl")
    #expect(try reopen().store.state.words == ["joy", "awe", "hope"])
  }

  @Test func anUnchangedStateIsNotSavedAgain() throws {
    try folder.fill("joy", savingSnapshot: true)
    let store = try reopen().store
    try folder.remove("schedule.json")
    try store.saveSnapshot()
    #expect(!folder.exists("schedule.json"))
    try store.pick("awe", at: .minute(1))
    try store.saveSnapshot()
    #expect(folder.exists("schedule.json"))
  }

  @Test func savingLeavesNoOtherFileBehind() throws {
    try folder.fill("joy", savingSnapshot: true)
    #expect(try folder.contents().keys.sorted() == ["log/desk.jsonl", "schedule.json"])
  }

  /// A file that is made after another was removed may get its number.
  @Test func aLogThatWasRewrittenUnderItsOldNumberIsNotSavedAsItWas() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try store.pick("awe", at: .minute(1))
    let before = Files.identity(folder.path(log))?.inode
    try folder.write(line("desk", 1, "hope", minute: 0) + "\n", to: log)
    try #require(Files.identity(folder.path(log))?.inode == before)
    try store.saveSnapshot()
    let snapshot = try folder.text("schedule.json")
    #expect(snapshot.contains("hope"))
    #expect(!snapshot.contains("joy"))
  }

  @Test func aLogThatBecomesShorterWhileOpenIsReadAnew() throws {
    try folder.fill("joy", "awe", "hope")
    let store = try folder.open()
    try folder.write(line("desk", 1, "joy", minute: 0) + "\n", to: log)
    try store.pick("calm", at: .minute(9))
    #expect(store.state.words == ["joy", "calm"])
    #expect(
      try folder.lines(log) == [
        line("desk", 1, "joy", minute: 0), line("desk", 4, "calm", minute: 9),
      ])
    try store.pick("glee", at: .minute(10))
    try store.saveSnapshot()
    let (reopened, replayed) = try reopen()
    #expect(reopened.state.words == ["joy", "calm", "glee"])
    #expect(!replayed)
  }
}
