import FoundationEssentials
import Storage
import Testing

struct ReopeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aNewFolderIsEmpty() throws {
    let store = try folder.open()
    #expect(store.state == Tray())
    #expect(store.problems == [])
  }

  @Test(arguments: [false, true])
  func stateIsTheSameAfterReopening(withSnapshot: Bool) throws {
    let first = try folder.open()
    try first.pick("joy", grade: 4, at: .minute(0))
    try first.pick("grief", grade: 1, at: .minute(1))
    try first.pick("Sehnsucht \"übel\" \\ 🙂\n", at: .minute(2))
    if withSnapshot { try first.saveSnapshot() }
    #expect(folder.exists("schedule.json") == withSnapshot)
    #expect(
      first.state.entries == [
        "desk:1 joy 4 on 20000", "desk:2 grief 1 on 20000",
        "desk:3 Sehnsucht \"übel\" \\ 🙂\n 3 on 20000",
      ])

    let folds = FoldCounter()
    let second = try folder.open(counting: folds)
    #expect(second.state == first.state)
    #expect(second.problems == [])
    #expect(folds.count == (withSnapshot ? 0 : 3))
  }

  @Test func theEventIsInTheFileWhenAppendReturns() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(7))
    #expect(try folder.text("log/desk.jsonl") == line("desk", 1, "joy", minute: 7) + "\n")
    try store.pick("awe", at: .minute(8))
    #expect(
      try folder.lines("log/desk.jsonl") == [
        line("desk", 1, "joy", minute: 7), line("desk", 2, "awe", minute: 8),
      ])
  }

  @Test(arguments: [false, true])
  func countersGoOnAfterReopening(withSnapshot: Bool) throws {
    let first = try folder.open()
    let before = try (0..<3).map { try first.pick("joy", at: .minute($0)).counter }
    #expect(before == [1, 2, 3])
    if withSnapshot { try first.saveSnapshot() }

    let second = try folder.open()
    let after = try (3..<5).map { try second.pick("joy", at: .minute($0)).counter }
    #expect(after == [4, 5])
  }

  @Test func onlyTheEventsSinceTheSnapshotAreFolded() throws {
    try folder.fill("joy", "awe", savingSnapshot: true)
    try folder.open().pick("hope", at: .minute(5))

    let folds = FoldCounter()
    let store = try folder.open(counting: folds)
    #expect(store.state.words == ["joy", "awe", "hope"])
    #expect(folds.count == 1)
  }

  @Test func aDeviceKeepsTheNameItGaveItself() throws {
    let first = try folder.open(nil)
    #expect(first.device.count == 6)
    #expect(first.device.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    let id = try first.pick("joy", at: .minute(0))
    #expect(id.device == first.device)
    #expect(folder.exists("log/\(first.device).jsonl"))
    #expect(try folder.open(nil).device == first.device)
  }

  @Test(arguments: ["", "\n", "../../elsewhere\n", "a b\n", "naïve\n"])
  func aDamagedDeviceNameIsReplaced(text: String) throws {
    let name = try folder.open(nil).device
    let files = try folder.contents().filter { $0.key.hasPrefix("device/") }
    let before = String(decoding: try #require(files.values.first), as: UTF8.self)
    #expect(before.hasPrefix("\(name)\n"))
    let file = try #require(files.keys.first)

    try folder.write(text, to: file)
    let device = try folder.open(nil).device
    #expect(device.count == 6)
    #expect(device.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    #expect(device != name)
    #expect(try folder.text(file) == before.replacing(name, with: device))
    #expect(try folder.open(nil).device == device)
  }

  @Test(arguments: ["desk", "desk:", ":1", "desk:0", "desk:-1", "desk:one", "desk:1:2", ""])
  func whatIsNoEventIdIsRefused(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test func anEventIdIsReadAsItIsWritten() throws {
    let id = try #require(EventID("desk:42"))
    #expect(id == EventID(device: "desk", counter: 42))
    #expect(id.description == "desk:42")
  }
}
