import FoundationEssentials
import Storage
import Testing

/// Files written by version 1, which every later version must read. Never edit Formats/v1…; a new
/// format gets files of its own beside them.
struct FormatTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = here.joined(separator: "/") + "/Formats/\(name)"
    return Array(try #require(FileManager.default.contents(atPath: path), "\(path)"))
  }

  private static let events: [Event<Pick>] = [
    event(1, 1_774_756_799_999, 0, 20540, .deed(Pick(word: "joy", grade: 4))),
    event(2, 1_774_756_800_000, 0, 20541, .deed(Pick(word: "Sehnsucht/übel \"🙂\"", grade: 1))),
    event(3, 1_774_756_860_000, 825, 20541, .undo(EventID(device: "d3sk", counter: 1))),
    event(4, 1_774_756_861_000, -210, 20541, .undo(EventID(device: "d3sk", counter: 3))),
    event(5, 1_774_756_862_000, -210, 20541, .undo(EventID(device: "ph0ne", counter: 7))),
    event(6, -86_400_001, 60, -2, .deed(Pick(word: "nostalgia", grade: 2))),
  ]

  private static func event(
    _ counter: Int, _ milliseconds: Int64, _ offset: Int, _ day: Int, _ body: Event<Pick>.Body,
    replaces: EventID? = nil
  ) -> Event<Pick> {
    Event(
      id: EventID(device: "d3sk", counter: counter),
      stamp: Stamp(milliseconds: milliseconds, offsetMinutes: offset, day: day), body: body,
      replaces: replaces)
  }

  private static let entries = [
    "d3sk:1 joy 4 on 20540", "d3sk:2 Sehnsucht/übel \"🙂\" 1 on 20541",
    "d3sk:6 nostalgia 2 on -2",
  ]

  @Test func linesOfVersionOneAreReadForEver() throws {
    let lines = try fixture("v1.jsonl").split(separator: UInt8(ascii: "\n"))
    let events = try lines.map { try JSONDecoder().decode(Event<Pick>.self, from: Data($0)) }
    #expect(events == Self.events)
  }

  @Test func aLogOfVersionOneGivesItsState() throws {
    let folder = try TemporaryFolder()
    try folder.write(try fixture("v1.jsonl"), to: "log/d3sk.jsonl")
    let store = try folder.open("d3sk")
    #expect(store.state.entries == Self.entries)
    #expect(store.problems == [])
    #expect(try store.pick("calm", at: .minute(0)).counter == 7)
  }

  /// It has another order of replay.
  @Test func aSnapshotOfVersionOneIsRebuilt() throws {
    let folder = try TemporaryFolder()
    try folder.write(try fixture("v1.jsonl"), to: "log/d3sk.jsonl")
    try folder.write(try fixture("v1-schedule.json"), to: "schedule.json")
    let folds = FoldCounter()
    let store = try folder.open("d3sk", counting: folds)
    #expect(store.state.entries == Self.entries)
    #expect(folds.count == 3)
    #expect(try store.pick("calm", at: .minute(0)).counter == 7)
  }

  @Test func aSnapshotOfVersionTwoIsBelieved() throws {
    let folder = try TemporaryFolder()
    try folder.write(try fixture("v1.jsonl"), to: "log/d3sk.jsonl")
    try folder.write(try fixture("v2-schedule.json"), to: "schedule.json")
    let folds = FoldCounter()
    let store = try folder.open("d3sk", counting: folds)
    #expect(store.state.entries == Self.entries)
    #expect(store.newest == Self.events.last?.stamp)
    #expect(folds.count == 0)
    #expect(try store.pick("calm", at: .minute(0)).counter == 7)
  }

  private static let replacements: [Event<Pick>] = [
    event(1, 1_774_756_799_999, 0, 20540, .deed(Pick(word: "joy", grade: 1))),
    event(
      2, 1_774_756_800_000, 60, 20541, .deed(Pick(word: "joy", grade: 4)),
      replaces: EventID(device: "d3sk", counter: 1)),
    event(
      3, 1_774_756_801_000, 60, 20541, .deed(Pick(word: "awe", grade: 2)),
      replaces: EventID(device: "ph0ne", counter: 9)),
    event(4, 1_774_756_802_000, 60, 20541, .gone, replaces: EventID(device: "d3sk", counter: 3)),
  ]

  /// A field that came to version 1 later: lines without it are as they were.
  @Test func replacementsAreReadAndWrittenForEver() throws {
    let file = try fixture("v1-replaces.jsonl")
    let lines = file.split(separator: UInt8(ascii: "\n"))
    let events = try lines.map { try JSONDecoder().decode(Event<Pick>.self, from: Data($0)) }
    #expect(events == Self.replacements)
    let folder = try TemporaryFolder()
    try folder.write(file, to: "log/d3sk.jsonl")
    #expect(try folder.open("d3sk").state.entries == ["d3sk:2 joy 4 on 20541"])

    let other = try TemporaryFolder()
    let store = try other.open("d3sk")
    for event in Self.replacements {
      let word = try store.append(
        event.deed ?? Pick(word: "gone", grade: 0),
        replacing: event.replaces ?? EventID(device: "nobody", counter: 1), at: event.stamp)
      #expect(word == event.id)
    }
    try store.rewrite { $0.deed?.word == "gone" ? .remove : .keep }
    let written = try other.text("log/d3sk.jsonl")
    #expect(
      written.replacing(#""replaces":"nobody:1","#, with: "")
        == String(decoding: file, as: UTF8.self))
  }

  /// While these are the newest versions. When this fails, raise the version and keep the files.
  @Test func theNewestVersionsAreWhatIsWritten() throws {
    #expect(Event<Pick>.version == 1)
    let folder = try TemporaryFolder()
    let store = try folder.open("d3sk")
    for event in Self.events {
      switch event.body {
      case .deed(let pick): try store.append(pick, at: event.stamp)
      case .undo(let id): try store.undo(id, at: event.stamp)
      case .gone: Issue.record("no tombstone is appended")
      }
    }
    try store.saveSnapshot()
    #expect(try folder.bytes("log/d3sk.jsonl") == fixture("v1.jsonl"))
    #expect(try folder.bytes("schedule.json") == fixture("v2-schedule.json"))
  }
}
