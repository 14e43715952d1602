import FoundationEssentials
import Testing

@testable import Storage

/// An answer that was graded anew is one line in the place of the first: it never counts twice, never
/// goes missing, and what it replaced never comes back by itself.
struct ReplacementTests {
  private let folder: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws { folder = try TemporaryFolder() }

  private func id(_ text: String) throws -> EventID { try #require(EventID(text)) }

  @discardableResult
  private func replace(
    _ old: EventID, with word: String, in store: TrayStore, minute: Int
  ) throws -> EventID {
    try store.append(Pick(word: word, grade: 3), replacing: old, at: .minute(minute))
  }

  /// The words that stand, here and after reopening with and without a snapshot.
  private func check(_ store: TrayStore, _ words: [String]) throws {
    #expect(store.state.words == words)
    #expect(try folder.open().state.words == words, "replayed")
    try store.saveSnapshot()
    #expect(try folder.open().state.words == words, "from the snapshot")
    try? folder.remove("schedule.json")
  }

  @Test func aReplacementIsOneLine() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    try replace(joy, with: "awe", in: store, minute: 1)
    #expect(
      try folder.lines(log) == [
        line("desk", 1, "joy", minute: 0),
        line("desk", 2, "awe", minute: 1, replaces: "desk:1"),
      ])
    try check(store, ["awe"])
  }

  /// However much of the line is on disk when the program is killed or the power fails, one of the two
  /// answers is there.
  @Test func noCutLeavesNeither() throws {
    let store = try folder.open()
    try store.pick("calm", at: .minute(0))
    let joy = try store.pick("joy", at: .minute(1))
    let before = try folder.bytes(log)
    try replace(joy, with: "awe", in: store, minute: 2)
    let after = try folder.bytes(log)
    for end in before.count...after.count {
      try folder.write(Array(after.prefix(end)), to: log)
      let words = try folder.open().state.words
      // Without its newline alone it is whole.
      #expect(words == (end >= after.count - 1 ? ["calm", "awe"] : ["calm", "joy"]), "\(end)")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func whereTheDiskTakesNothingTheFirstStays() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let path = folder.path(log)
    try FileManager.default.moveItem(atPath: path, toPath: folder.path("aside"))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/full")
    #expect(throws: StorageError.self) { try replace(joy, with: "awe", in: store, minute: 1) }
    #expect(store.state.words == ["joy"])
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: folder.path("aside"), toPath: path)
    #expect(try folder.open().state.words == ["joy"])
    try replace(joy, with: "awe", in: store, minute: 1)
    try check(store, ["awe"])
  }

  /// People do it right after the answer, and it costs no replay, also among a million events.
  @Test func replacingTheNewestIsNoReplay() throws {
    let folds = FoldCounter()
    let store = try folder.open(counting: folds)
    for minute in 0..<5 { try store.pick("joy", at: .minute(minute)) }
    let before = folds.count
    let second = try replace(
      try store.pick("awe", at: .minute(6)), with: "calm", in: store, minute: 7)
    let third = try replace(second, with: "hope", in: store, minute: 8)
    #expect(folds.count == before + 3)
    #expect(store.state.words.suffix(2) == ["joy", "hope"])
    try store.undo(third, at: .minute(9))
    #expect(folds.count == before + 3)
    try check(store, Array(repeating: "joy", count: 5))
  }

  @Test func undoingItTakesBackTheWholeAndUndoingThatBringsItBack() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let awe = try replace(joy, with: "awe", in: store, minute: 1)
    let undo = try store.undo(awe, at: .minute(2))
    try check(store, [])
    try store.undo(undo, at: .minute(3))
    try check(store, ["awe"])
  }

  /// Another program took the first back, and this one, which did not know, graded it anew: what was
  /// said last holds.
  @Test func whatReplacesAnUndoneEventStands() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let undo = try folder.open().undo(joy, at: .minute(1))
    let awe = try replace(joy, with: "awe", in: store, minute: 2)
    try check(store, ["awe"])
    // And the first is not back when its undo is undone, nor gone twice.
    try store.undo(undo, at: .minute(3))
    try check(store, ["awe"])
    try store.undo(joy, at: .minute(4))
    try check(store, ["awe"])
    try store.undo(awe, at: .minute(5))
    try check(store, [])
  }

  @Test func anOlderEventCanBeReplacedToo() throws {
    try folder.fill("joy", "awe", savingSnapshot: true)
    let store = try folder.open()
    try replace(try id("desk:1"), with: "calm", in: store, minute: 5)
    try check(store, ["awe", "calm"])
  }

  /// The newest that was not replaced itself, whoever hears of whom first.
  @Test(arguments: [
    (["desk:2<desk:1 at 5"], ["phone:1<desk:1 at 6"], "phone:1"),
    (["desk:2<desk:1 at 7"], ["phone:1<desk:1 at 6"], "desk:2"),
    // Of one minute, the later device in the alphabet.
    (["desk:2<desk:1 at 6"], ["phone:1<desk:1 at 6"], "phone:1"),
    // A regrade of a regrade.
    (["desk:2<desk:1 at 5", "desk:3<desk:2 at 9"], ["phone:1<desk:1 at 6"], "desk:3"),
    (["desk:2<desk:1 at 5", "desk:3<desk:2 at 6"], ["phone:1<desk:1 at 9"], "phone:1"),
    // The phone knew of the desk's, and its clock is behind.
    (["desk:2<desk:1 at 8"], ["phone:1<desk:2 at 2"], "phone:1"),
  ])
  func ofTwoDevicesThatReplaceTheSameTheNewestStands(
    desk: [String], phone: [String], winner: String
  ) throws {
    func lines(_ events: [String]) throws -> String {
      try events.map { event in
        let parts = event.split { "<: ".contains($0) }.map(String.init)
        return line(
          parts[0], try #require(Int(parts[1])), "\(parts[0])\(parts[1])",
          minute: try #require(parts.last.flatMap(Int.init)), replaces: "\(parts[2]):\(parts[3])")
          + "\n"
      }.joined()
    }
    let first = line("desk", 1, "joy", minute: 0) + "\n"
    for isDeskFirst in [true, false] {
      try folder.write(first + (isDeskFirst ? try lines(desk) : ""), to: log)
      try folder.write(isDeskFirst ? "" : try lines(phone), to: "log/phone.jsonl")
      let store = try folder.open("tablet")
      try store.saveSnapshot()
      try folder.append(isDeskFirst ? "" : try lines(desk), to: log)
      if isDeskFirst { try folder.append(try lines(phone), to: "log/phone.jsonl") }
      try store.refresh()
      #expect(store.state.words == [winner.replacing(":", with: "")])
      #expect(try folder.open("tablet").state == store.state)
      try folder.remove("schedule.json")
      #expect(try folder.open("tablet").state == store.state)
      // Taking the winner back takes the answer back, and not to the other grade.
      let undo = try store.undo(try id(winner), at: .minute(20))
      #expect(store.state.words == [])
      try store.undo(undo, at: .minute(21))
      #expect(store.state.words == [winner.replacing(":", with: "")])
      for name in ["log/desk.jsonl", "log/phone.jsonl", "log/tablet.jsonl"] {
        try folder.remove(name)
      }
    }
  }

  /// The replacement comes from a device whose clock is ahead, before what it replaces.
  @Test(arguments: [false, true])
  func aReplacementMayComeBeforeWhatItReplaces(reopening: Bool) throws {
    try folder.write(
      line("phone", 1, "awe", minute: 3, replaces: "attic:1") + "\n", to: "log/phone.jsonl")
    var store = try folder.open()
    try check(store, ["awe"])
    try store.saveSnapshot()
    if reopening { store = try folder.open() }
    try folder.write(line("attic", 1, "joy", minute: 9) + "\n", to: "log/attic.jsonl")
    try store.refresh()
    try check(store, ["awe"])
  }

  /// A tombstone says as little as before, and keeps away what its event had replaced.
  @Test func aTombstoneStillReplaces() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let awe = try replace(joy, with: "awe", in: store, minute: 1)
    try store.rewrite { $0.id == awe ? .remove : .keep }
    let time = Stamp.minute(1).milliseconds
    #expect(
      try folder.lines(log).last
        == #"{"at":\#(time),"day":20000,"gone":true,"id":"desk:2","off":60,"replaces":"desk:1","v":1}"#
    )
    try check(store, [])
  }

  @Test func rewordingItKeepsWhatItReplaces() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let awe = try replace(joy, with: "awe", in: store, minute: 1)
    try store.rewrite { $0.id == awe ? .replace(Pick(word: "other", grade: 1)) : .keep }
    try check(store, ["other"])
  }

  /// As when a copied folder went its own way: both are kept, and replace the same.
  @Test func twoUnderOneNumberStillReplace() throws {
    try folder.write(
      line("desk", 1, "joy", minute: 0) + "\n"
        + line("desk", 2, "awe", minute: 1, replaces: "desk:1") + "\n", to: log)
    try folder.write(
      line("desk", 2, "calm", minute: 2, replaces: "desk:1") + "\n", to: "log/copy.jsonl")
    try check(try folder.open("tablet"), ["calm"])
  }

  @Test func whatIsSearchedForIsWhatStands() throws {
    let store = try folder.openMarks()
    let first = try store.append(.note("one"), at: .minute(0))
    let second = try store.append(.mark(2), replacing: first, at: .minute(1))
    #expect(try store.events(mentioning: ["note"]).compactMap(\.deed) == [.mark(2)])
    try store.append(.note("three"), replacing: second, at: .minute(2))
    #expect(try store.events(mentioning: ["note"]).compactMap(\.deed) == [.note("three")])
  }
}
