import FoundationEssentials
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whatever the system refuses is told in one sentence, and nothing is half done.
struct FailureTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ path: String) throws(StorageError) -> TrayStore {
    try TrayStore(folder: path, device: "desk", format: .tray())
  }

  @Test(arguments: ["home", "home/inkling"])
  func aFolderBelowAFileCannotBeMade(below: String) throws {
    try folder.write("", to: "file")
    let error = #expect(throws: StorageError.self) { try open(folder.path("file/\(below)")) }
    #expect(
      error?.description
        == "Inkling could not make the folder \(folder.path("file/home")): "
        + "part of the path is a file. Name another folder with --data-dir.")
  }

  /// As on a read-only disk. Whoever runs the tests may write everywhere, so it is only said.
  @Test(arguments: ["desk", nil])
  func aFolderThatCannotBeWrittenToIsReadAndNotTouched(device: String?) throws {
    try folder.fill("joy", "awe")
    try folder.write(folder.text("log/desk.jsonl") + "{\"cut o", to: "log/desk.jsonl")
    try folder.write("left over", to: "log/desk.jsonl.tmp")
    chmod(folder.path("log"), 0o755)
    let before = try folder.contents()
    let path = folder.path("log")
    let store = try TrayStore(
      folder: folder.path, device: device, format: .tray(),
      obstacle: .system(doing: "write to", path: path, code: EROFS))
    try store.saveSnapshot()
    #expect(try folder.contents() == before)
    #expect(Files.permissions(path) == 0o755)
    #expect(
      store.problems == [
        "Nothing can be saved here, only read. Inkling could not write to \(path): the disk is "
          + "read-only. Name another folder with --data-dir."
      ])
    #expect(try store.examine(repair: false).findings.first?.weight == .problem)
    #expect(store.state == (try folder.open()).state)
  }

  @Test func whatCanBeWrittenToHasNoObstacle() throws {
    #expect(Files.obstacle(to: folder.path) == nil)
    #expect(Files.obstacle(to: folder.path("not there")) == nil)
    #if os(Linux)
      // There the kernel lets nobody write, whoever runs the tests.
      #expect(
        Files.obstacle(to: "/proc/sys")
          == .system(doing: "write to", path: "/proc/sys", code: EACCES))
    #endif
  }

  @Test(arguments: ["", "/log"])
  func aFileInTheFoldersPlaceIsTold(place: String) throws {
    try folder.write("mine", to: "data\(place)")
    let error = #expect(throws: StorageError.self) { try open(folder.path("data")) }
    #expect(
      error?.description
        == "\(folder.path("data\(place)")) is a file, and Inkling needs a folder there: "
        + "move the file away, or name another folder with --data-dir.")
    #expect(try folder.text("data\(place)") == "mine")
  }

  @Test func whenThereIsNoHigherNumberThatIsTold() throws {
    let last = line("desk", EventID.highestCounter, "joy", minute: 0) + "\n"
    try folder.write(last, to: "log/desk.jsonl")
    let store = try folder.open()
    let error = #expect(throws: StorageError.self) { try store.pick("awe", at: .minute(1)) }
    #expect(
      error?.description
        == "\(folder.path("log/desk.jsonl")) has an event numbered 1000000000000000, and there is no "
        + "higher number: move that line into another file, and start Inkling again.")
    #expect(try folder.text("log/desk.jsonl") == last)
  }

  @Test func aLogThatIsAFolderIsTold() throws {
    try folder.write("", to: "log/desk.jsonl/x")
    let store = try folder.open()
    let sentence = StorageError.notAFile(path: folder.path("log/desk.jsonl")).description
    #expect(store.problems == [sentence])
    let error = #expect(throws: StorageError.self) { try store.pick("joy", at: .minute(0)) }
    #expect(error?.description == sentence)
  }

  /// Editors and synchronizing programs leave such things beside logs.
  @Test func whatIsNoLogStandsInNobodysWay() throws {
    try folder.fill("joy")
    try #require(symlink("user@host.1:2", folder.path("log/.#desk.jsonl")) == 0)
    try #require(symlink("gone", folder.path("log/away.jsonl")) == 0)
    try #require(mkfifo(folder.path("log/pipe.jsonl"), 0o600) == 0)
    try #require(mkfifo(folder.path("schedule.json"), 0o600) == 0)
    let store = try folder.open()
    #expect(store.state.words == ["joy"])
    #expect(
      store.problems
        == ["away", "pipe"].map {
          StorageError.notAFile(path: folder.path("log/\($0).jsonl")).description
        })
    try store.pick("awe", at: .minute(1))
    #expect(try EventArchive<Pick>(folder: folder.path("")).events.count == 2)
    #expect(try folder.open().state.words == ["joy", "awe"])
  }

  @Test func aSnapshotThatCannotBeSavedIsToldAndLeavesNothing() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try folder.write("", to: "schedule.json/x")
    let error = #expect(throws: StorageError.self) { try store.saveSnapshot() }
    #expect(
      error?.description
        == "Inkling could not write \(folder.path("schedule.json")): Is a directory. "
        + "Check the path, or name another folder with --data-dir.")
    #expect(try folder.contents().keys.sorted() == ["log/desk.jsonl", "schedule.json/x"])

    try folder.remove("schedule.json")
    try store.saveSnapshot()
    #expect(folder.exists("schedule.json"))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [[], ["joy"]])
  func aFullDiskIsToldAndTheSameAppendSucceedsLater(words: [String]) throws {
    let store = try folder.open()
    for word in words { try store.pick(word, at: .minute(0)) }
    let log = folder.path("log/desk.jsonl")
    let aside = folder.path("aside")
    if folder.exists("log/desk.jsonl") { try #require(rename(log, aside) == 0) }
    try #require(symlink("/dev/full", log) == 0)
    let before = store.state

    for _ in 0..<2 {
      let error = #expect(throws: StorageError.self) { try store.pick("awe", at: .minute(1)) }
      #expect(
        error?.description
          == "Inkling could not write to \(log): the disk is full. "
          + "Free some space.")
      #expect(store.state == before)
    }

    try #require(unlink(log) == 0)
    if folder.exists("aside") { try #require(rename(aside, log) == 0) }
    #expect(try store.pick("awe", at: .minute(1)).counter == words.count + 1)
    #expect(store.state.words == words + ["awe"])
    #expect(
      try folder.lines("log/desk.jsonl").last
        == line("desk", words.count + 1, "awe", minute: 1))
    #expect(try folder.lines("log/desk.jsonl").count == words.count + 1)
    #expect(try folder.open().state == store.state)
  }

  /// Deleted while the program runs: it says so, every time, and holds what it has.
  @Test(arguments: ["", "/log"])
  func aFolderThatVanishesIsToldAndNotMadeAnew(place: String) throws {
    let path = folder.path("data")
    let store = try open(path)
    try store.pick("joy", at: .minute(0))
    try FileManager.default.moveItem(atPath: path + place, toPath: folder.path("aside"))
    let before = store.state
    for _ in 0..<2 {
      let error = #expect(throws: StorageError.self) { try store.pick("awe", at: .minute(1)) }
      #expect(error?.description.contains("is not there. Put it back") == true)
      #expect(throws: StorageError.self) { try store.refresh() }
    }
    #expect(throws: StorageError.self) { try store.saveSnapshot() }
    #expect(store.state == before)
    #expect(!FileManager.default.fileExists(atPath: path + place))

    try FileManager.default.moveItem(atPath: folder.path("aside"), toPath: path + place)
    #expect(try store.pick("awe", at: .minute(1)).counter == 2)
    #expect(store.state.words == ["joy", "awe"])
    #expect(try open(path).state.words == ["joy", "awe"])
  }

  @Test func aTimeBeyondAllCalendarsIsRefused() throws {
    let store = try folder.open()
    let stamp = Stamp(milliseconds: .max, offsetMinutes: 0, day: .max)
    #expect(throws: StorageError.self) { try store.pick("joy", at: stamp) }
    #expect(try store.pick("joy", at: .minute(0)).counter == 1)
  }

  @Test(arguments: [
    (ENOSPC, "the disk is full. Free some space."),
    (EDQUOT, "the disk is full. Free some space."),
    (EACCES, "permission was denied. Make it yours, or name another folder with --data-dir."),
    (EPERM, "permission was denied. Make it yours, or name another folder with --data-dir."),
    (EROFS, "the disk is read-only. Name another folder with --data-dir."),
    (EIO, "the disk reported an error. Check it, or name another folder with --data-dir."),
    (
      ENOENT,
      "it, or the folder it belongs in, is not there. Put it back, or name another folder "
        + "with --data-dir."
    ),
    (ENOTDIR, "part of the path is a file. Name another folder with --data-dir."),
    (ENAMETOOLONG, "File name too long. Check the path, or name another folder with --data-dir."),
  ])
  func everyReasonIsASentence(code: Int32, reason: String) {
    let error = StorageError.system(doing: "save", path: "/home/ada/log", code: code)
    #expect(error.description == "Inkling could not save /home/ada/log: \(reason)")
  }
}
