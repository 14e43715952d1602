import FoundationEssentials
import Storage
import Testing

/// Two copies of one data folder on one machine.
struct CopiedFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ name: String) throws -> TrayStore {
    try TrayStore(folder: folder.path(name), format: .tray())
  }

  private func copy(_ from: String, _ to: String) throws {
    try FileManager.default.copyItem(atPath: folder.path(from), toPath: folder.path(to))
  }

  @Test func aCopyTakesANameOfItsOwn() throws {
    let first = try open("data")
    try first.pick("joy", at: .minute(0))
    try copy("data", "copy")
    let second = try open("copy")
    #expect(second.device != first.device)
    #expect(second.state.words == ["joy"])
    #expect(try open("copy").device == second.device)
    #expect(try open("data").device == first.device)

    // Both go on, and are merged again.
    try first.pick("awe", at: .minute(1))
    try second.pick("calm", at: .minute(2))
    let log = "log/\(second.device).jsonl"
    try folder.write(try folder.bytes("copy/" + log), to: "data/" + log)
    try first.refresh()
    #expect(first.state.words == ["joy", "awe", "calm"])
  }

  @Test func whatWasBroughtBackFromABackupTakesANewName() throws {
    let name = try open("data").device
    try copy("data", "backup")
    try folder.remove("data")
    // A file in between, so that the number of the old folder is not given out again at once.
    try folder.write("", to: "other/x")
    try copy("backup", "data")
    #expect(try open("data").device != name)
  }

  @Test func aMovedFolderKeepsWorking() throws {
    try open("data").pick("joy", at: .minute(0))
    try FileManager.default.moveItem(
      atPath: folder.path("data"), toPath: folder.path("moved"))
    let moved = try open("moved")
    try moved.pick("awe", at: .minute(1))
    #expect(moved.state.words == ["joy", "awe"])
  }

  /// Wherever it was moved to, what it wrote under its old names is its own to change.
  @Test func aMovedFolderMayRewriteWhatItWrote() throws {
    var places = ["data", "moved", "moved again"]
    var names: [String] = []
    var place = places.removeFirst()
    for (minute, word) in ["joy", "awe", "calm"].enumerated() {
      let store = try open(place)
      names.append(store.device)
      try store.pick(word, at: .minute(minute))
      guard !places.isEmpty else { break }
      let next = places.removeFirst()
      try FileManager.default.moveItem(atPath: folder.path(place), toPath: folder.path(next))
      place = next
    }
    try folder.write(line("other", 1, "hope", minute: 9) + "\n", to: "\(place)/log/other.jsonl")
    let store = try open(place)
    #expect(store.formerDevices == Array(names.dropLast()))
    #expect(Set(names).count == 3)
    #expect(try !store.mayRewriteAll())
    try store.rewrite { _ in .remove }
    #expect(store.state.words == ["hope"])
    for word in ["joy", "awe", "calm"] {
      let holding = try folder.contents().filter {
        String(decoding: $1, as: UTF8.self).contains(word)
      }
      #expect(holding.isEmpty)
    }
  }

  /// Copies made before that was minded: the same numbers stand for different deeds.
  @Test(arguments: ["log/desk.sync-conflict.jsonl", "log/desk.jsonl"])
  func whatDivergedUnderOneNameIsAllKeptAndTold(name: String) throws {
    let lines = ["joy", "awe"].enumerated().map { line("desk", $0 + 1, $1, minute: $0) + "\n" }
    let other = line("desk", 2, "calm", minute: 7) + "\n" + line("desk", 3, "hope", minute: 8)
    try folder.write(lines.joined(), to: "log/desk.jsonl")
    try folder.write(
      (name == "log/desk.jsonl" ? lines.joined() : lines[0]) + other + "\n", to: name)
    let store = try folder.open()
    #expect(store.state.words == ["joy", "awe", "calm", "hope"])
    #expect(
      store.problems == [
        "The logs say different things under the same number, desk:2, as when a copied data "
          + "folder was used; everything was kept."
      ])
    #expect(try store.pick("glee", at: .minute(9)).counter == 4)
    try store.saveSnapshot()
    #expect(try folder.open().state == store.state)
  }

  /// What was lost may come back from another device.
  @Test(arguments: [false, true])
  func numbersOfLostEventsAreNotUsedAgain(isOpen: Bool) throws {
    let path = folder.path("data/log/")
    let before = try open("data")
    for minute in 0..<2 { try before.pick("joy", at: .minute(minute)) }
    try before.saveSnapshot()
    try FileManager.default.removeItem(atPath: path + before.device + ".jsonl")
    let store = isOpen ? before : try open("data")
    #expect(try store.pick("awe", at: .minute(2)).counter == 3)
    try store.saveSnapshot()
    try FileManager.default.removeItem(atPath: path + before.device + ".jsonl")
    #expect(try open("data").pick("awe", at: .minute(3)).counter == 4)
  }

  /// The mark of the machine has its name in it.
  @Test func aRenamedMachineKnowsItsOwnLogs() throws {
    let before = try open("data")
    try before.pick("joy", at: .minute(0))
    let devices = folder.path("data/device")
    let mark = try #require(try FileManager.default.contentsOfDirectory(atPath: devices).first)
    try FileManager.default.moveItem(
      atPath: "\(devices)/\(mark)", toPath: "\(devices)/another")
    let store = try open("data")
    #expect(store.device != before.device)
    #expect(store.formerDevices == [before.device])
    #expect(try store.mayRewriteAll())
  }
}
