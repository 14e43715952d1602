import Testing

@testable import Storage

/// Rows of tables have the same names everywhere, and are one event however often they're imported.
@Suite struct ImportedRowTests {
  private let row = EventID(rowAt: 1_780_340_820, by: .local, saying: "calm", ordinal: 0)

  private func event(
    _ id: EventID, _ word: String, zone minutes: Int = 0
  ) -> Event<Pick> {
    // 2026-06-01 19:07 by the clock on the wall.
    let milliseconds = (1_780_340_820 - Int64(minutes) * 60) * 1000
    return Event(
      id: id, stamp: Stamp(milliseconds: milliseconds, offsetMinutes: minutes, day: 20_605),
      body: .deed(Pick(word: word, grade: 3)))
  }

  private func gone(_ event: Event<Pick>) -> Event<Pick> {
    Event(id: event.id, stamp: event.stamp, body: .gone)
  }

  private func settled(_ events: [Event<Pick>]) -> (standing: [Event<Pick>], conflicts: [EventID]) {
    var history = History<Pick>()
    for event in events { history.add(event) }
    let conflicts = history.settle()
    var standing: [Event<Pick>] = []
    history.inOrder().forEach { _, event in standing.append(event) }
    return (standing, conflicts)
  }

  /// For ever: the logs of all devices hold these names.
  @Test func theNamesNeverChange() {
    #expect(row.description == "import-local:39893296674764")
    let utc = EventID(rowAt: -2_208_988_801, by: .utc, saying: "Zürich\n2", ordinal: 7)
    #expect(utc.description == "import-utc:212677")
    #expect(row.rowClock == .local && utc.rowClock == .utc)
    #expect(EventID(device: "import-0123456789abcdef", counter: 1).rowClock == nil)
    #expect(EventID(device: "import-0123456789abcdef", counter: 1).isImported)
    #expect(!EventID(device: "k3x9d2", counter: 1).isImported)
  }

  @Test func everyPartOfARowTellsAndTimeDecidesTheOrder() {
    func id(_ seconds: Int64, _ text: String, _ ordinal: Int) -> EventID {
      EventID(rowAt: seconds, by: .local, saying: text, ordinal: ordinal)
    }
    #expect(Set([id(0, "a", 0), id(1, "a", 0), id(0, "b", 0), id(0, "a", 1), row]).count == 5)
    let hours = (0..<20_000).map { id(Int64($0) * 3600 - 30_000_000, "\($0 % 7)", $0 % 3) }
    #expect(hours == hours.sorted())
    #expect(Set(hours).count == hours.count)
    // What an export may hold.
    let last = id(7_258_118_400, "x", 0)
    #expect(last.counter <= EventID.highestCounter / 10 && id(.min, "x", 0).counter > 0)
  }

  @Test func aRowImportedInSeveralZonesStandsOnceAndTheEarliestTime() {
    let lines = [-240, 120, 0, 540].map { event(row, "calm", zone: $0) }
    for order in [lines, lines.reversed(), lines + lines] {
      let result = settled(order)
      #expect(result.standing == [event(row, "calm", zone: 540)])
      #expect(result.conflicts == [])
    }
  }

  @Test func aTombstoneOfAnyZoneTakesTheRowAway() {
    let result = settled([
      event(row, "calm", zone: 540), event(row, "calm"), gone(event(row, "calm", zone: -240)),
    ])
    #expect(result.standing.isEmpty && result.conflicts.isEmpty)
  }

  @Test func twoVersionsOfARowAreOneEntryAndTold() {
    let lines = [event(row, "calm", zone: 60), event(row, "serene")]
    for order in [lines, lines.reversed()] {
      let result = settled(order)
      #expect(result.standing == [lines[0]])
      #expect(result.conflicts == [row])
    }
  }

  /// Only rows are known by what they say.
  @Test func twoEventsOfADeviceAreBothKept() {
    let id = EventID(device: "desk", counter: 1)
    let result = settled([event(id, "calm"), event(id, "calm", zone: 60)])
    #expect(result.standing.count == 2 && result.conflicts == [id])
  }

  @Test func twoDevicesThatImportedTheSameFileAgreeAfterMerging() throws {
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    for (folder, zone) in zip(folders, [120, -240]) {
      var log = ImportedLog<Pick>(of: Array("file".utf8), folder: folder.path)
      let line = event(row, "calm", zone: zone)
      try log.add(rows: [(line.id, line.stamp, Pick(word: "calm", grade: 3))])
      try log.write()
    }
    let name = "log/" + (try #require(folders[0].logName))
    let logs = try folders.map { try $0.bytes(name) }
    let merged = [
      LogMerge.merge(base: [], ours: logs[0], theirs: logs[1]),
      LogMerge.merge(base: [], ours: logs[1], theirs: logs[0]),
    ]
    for (folder, bytes) in zip(folders, merged) {
      try folder.write(bytes, to: name)
      let store = try folder.open("desk")
      #expect(store.state.words == ["calm"])
      #expect(store.problems == [])
      let findings = try store.examine(repair: false).findings
      #expect(findings == [])
    }
  }

  @Test func rowsAreWrittenInTheOrderOfTheirTimesAndLaterOnesToALogOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    let later = EventID(rowAt: 1_780_400_000, by: .local, saying: "sad", ordinal: 0)
    var log = ImportedLog<Pick>(of: [1], folder: folder.path)
    try log.add(rows: [later, row].map { ($0, .minute(1), Pick(word: "x", grade: 1)) })
    try log.add([(.minute(2), Pick(word: "y", grade: 1))])
    #expect(
      log.events.map(\.id.device) == ["import-local", "import-local", "import-af63bc4c8601b62c"])
    #expect(log.events[0].id == row)
    let other = ImportedLog<Pick>(of: [1], folder: folder.path, run: 7)
    #expect(other.path != log.path && other.path.contains("/log/import-"))
  }

  @Test func anExportOfOneZoneIsKnownInAnother() throws {
    let folder = try TemporaryFolder()
    func exported(_ event: Event<Pick>) throws -> [UInt8] {
      let line = String(decoding: try event.line(), as: UTF8.self)
      return Array("{\"inkling\":1,\"events\":[\n\(line)]}".utf8)
    }
    func bring(_ event: Event<Pick>) throws -> (new: Int, known: Int) {
      let bytes = try exported(event)
      var log = ImportedLog<Pick>(of: bytes, folder: folder.path)
      try log.add(
        try EventArchive<Pick>.read(bytes).events,
        to: try EventArchive<Pick>(folder: folder.path, mayBeMissing: true),
        agree: { _, _ in false })
      try log.write()
      return (log.events.count, log.known)
    }
    #expect(try bring(event(row, "calm")) == (1, 0))
    #expect(try bring(event(row, "calm", zone: 60)) == (0, 1))
    // Another version is kept, and what was deleted there goes here.
    #expect(try bring(event(row, "serene")) == (1, 0))
    #expect(try bring(gone(event(row, "calm", zone: -60))) == (1, 0))
    #expect(try EventArchive<Pick>(folder: folder.path).standing.isEmpty)
  }

  @Test func aFolderIsUnusedOnlyWithNothingInIt() throws {
    let folder = try TemporaryFolder()
    #expect(EventArchive<Pick>.isUnused(folder.path))
    #expect(EventArchive<Pick>.isUnused(folder.path("nowhere")))
    try folder.write("", to: "device/x")
    #expect(!EventArchive<Pick>.isUnused(folder.path))
  }
}

extension TemporaryFolder {
  fileprivate var logName: String? {
    try? contents().keys.first { $0.hasPrefix("log/") }.map { String($0.dropFirst(4)) }
  }
}
