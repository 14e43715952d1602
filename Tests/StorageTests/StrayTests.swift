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

/// Files that are no logs and hold lines of one, and logs that have another name or place.
@Suite struct StrayTests {
  private let folder: TemporaryFolder
  private let elsewhere: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws {
    folder = try TemporaryFolder()
    elsewhere = try TemporaryFolder()
  }

  private func fill() throws -> MarkStore {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    try store.append(.mark(2), at: .minute(1))
    try store.saveSnapshot()
    return store
  }

  private func strays(_ store: MarkStore, and others: [String] = []) throws -> [Stray<Mark>] {
    try store.strays(mentioning: ["note"], and: others)
  }

  // MARK: Strays

  @Test func aFolderOfItsOwnHasNone() throws {
    let store = try fill()
    try folder.write("notes of mine", to: "readme.txt")
    try folder.write("", to: "log/.empty.jsonl")
    // git's history is another matter.
    try folder.write(try folder.text(log), to: ".git/objects/copy")
    #expect(try strays(store).isEmpty)
  }

  @Test(arguments: [
    "log/.copy.jsonl", "log/desk.jsonl~", "log/desk.jsonl.unreadable", "log/dir.jsonl/a.jsonl",
    "log/old/deep/er/x", ".stversions/log/desk.jsonl", "backup.jsonl", "device/x",
  ])
  func aCopyIsFoundWhereverItLies(name: String) throws {
    let store = try fill()
    try folder.write(try folder.text(log), to: name)
    let found = try strays(store)
    #expect(found.map(\.path) == [folder.path(name)])
    #expect(found.first?.events.map(\.id) == [EventID(device: "desk", counter: 1)])
    #expect(found.first?.holdsFragments == false)
  }

  /// A log without its last newline, an export, an editor's file with zeros in between.
  @Test func whatIsNoWholeLogIsFoundToo() throws {
    let store = try fill()
    let line = try folder.lines(log)[0]
    try folder.write(line, to: "a")
    try folder.write("{\"inkling\":1,\"events\":[\n\(line),\n\(line)\n]}\n", to: "b")
    try folder.write("\u{0}\u{0}b0VIM\u{0}" + line.dropFirst(3) + "\u{0}\u{0}", to: "c")
    // Where one piece of the file ends and the next begins.
    try folder.write(String(repeating: "x", count: 65_533) + "\"note\":\"secret\"", to: "d")
    // A field of another name.
    try folder.write("{\"notes\":\"secret\"}\n\"note\"", to: "e")
    let found = try strays(store)
    #expect(found.map(\.path) == ["a", "b", "c", "d"].map(folder.path))
    #expect(found.map { $0.events.count } == [1, 2, 0, 0])
    #expect(found.map(\.holdsFragments) == [false, false, true, true])
  }

  @Test func filesElsewhereAreLookedIntoWhenTheyAreNamed() throws {
    let store = try fill()
    try elsewhere.write(try folder.text(log), to: "rescue.json")
    let others = ["rescue.json", "none.json"].map(elsewhere.path)
    #expect(try strays(store).isEmpty)
    #expect(try strays(store, and: others).map(\.path).first == others[0])
  }

  @Test func aLinkToAFileIsReadAndOneToAFolderIsTold() throws {
    let store = try fill()
    try elsewhere.write(try folder.text(log), to: "inner/desk.jsonl")
    try link("log/.a", to: elsewhere.path("inner/desk.jsonl"))
    try link("log/.b", to: elsewhere.path("inner"))
    try link("log/.c", to: elsewhere.path("nowhere"))
    // Into itself.
    try link("log/.d", to: folder.path("log"))
    let found = try strays(store)
    #expect(found.map(\.path) == ["log/.a", "log/.b", "log/.d"].map(folder.path))
    #expect(found.map(\.isUnseen) == [false, true, true])
  }

  // MARK: Links

  private func link(_ name: String, to target: String) throws {
    try #require(symlink(target, folder.path(name)) == 0)
  }

  /// The log moved elsewhere, and a link to it in its place.
  private func moveLog() throws {
    try elsewhere.write(try folder.bytes(log), to: "moved.jsonl")
    try folder.remove(log)
    try link(log, to: elsewhere.path("moved.jsonl"))
  }

  private var isLink: Bool {
    var information = stat()
    return lstat(folder.path(log), &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
  }

  @Test func aLogThatIsALinkIsRewrittenWhereItLeads() throws {
    _ = try fill()
    try moveLog()
    let store = try folder.openMarks()
    #expect(try store.rewrite { $0.deed == .note("secret") ? .remove : .keep } == 1)
    #expect(isLink)
    #expect(try !elsewhere.text("moved.jsonl").contains("secret"))
    #expect(try elsewhere.contents().count == 1)
    try store.append(.mark(3), at: .minute(2))
    #expect(try elsewhere.lines("moved.jsonl").count == 3)
    #expect(try folder.openMarks().state.entries == ["desk:2 2", "desk:3 3"])
  }

  @Test func whatAKilledRewriteLeftBehindALinkGoes() throws {
    _ = try fill()
    try moveLog()
    try elsewhere.write("secret", to: "moved.jsonl.tmp")
    try elsewhere.write("mine", to: "other.tmp")
    _ = try folder.openMarks()
    #expect(!elsewhere.exists("moved.jsonl.tmp"))
    #expect(elsewhere.exists("other.tmp"))
  }

  @Test func aSnapshotThatIsALinkGoesWhereItLeads() throws {
    let store = try fill()
    let snapshot = try folder.bytes("schedule.json")
    try elsewhere.write(snapshot, to: "cache")
    try folder.remove("schedule.json")
    try link("schedule.json", to: elsewhere.path("cache"))
    try store.rewrite { $0.deed == .note("secret") ? .remove : .keep }
    #expect(!elsewhere.exists("cache"))
    #expect(try folder.openMarks().state.entries == ["desk:2 2"])
  }

  @Test func aSecondNameOfALogIsTold() throws {
    let store = try fill()
    #expect(try store.hardLinks().isEmpty)
    try FileManager.default.linkItem(atPath: folder.path(log), toPath: elsewhere.path("copy.jsonl"))
    let links = try store.hardLinks()
    #expect(links.map(\.path) == [folder.path(log)])
    #expect(links.map(\.isLeftBehind) == [false])
    try store.rewrite { $0.deed == .note("secret") ? .remove : .keep }
    #expect(links.map(\.isLeftBehind) == [true])
    #expect(try elsewhere.text("copy.jsonl").contains("secret"))
    #expect(try store.hardLinks().isEmpty)
  }
}
