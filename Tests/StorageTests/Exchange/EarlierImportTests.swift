import EmotionCore
import EmotionData
import FoundationEssentials
import SpacedRepetition
import Testing

@testable import Storage

/// Logs of imports by earlier versions, which numbered the rows of each file. They were written in
/// Berlin, and are pinned in Formats.
@Suite struct EarlierImportTests {
  private static let logs = ["99062c1b18c9536c", "4e5e47797833e772"]
  private static let daylio = """
    full_date,date,weekday,time,mood,activities,note_title,note
    2026-06-02,June 2,Tuesday,21:07,sad,"","","b"
    2026-06-01,June 1,Monday,21:07,rad,"run","Tea","a<br>c"
    """
  private static let bearable = """
    date,time of day,category,detail,notes
    2026-06-03,pm,Mood,Calm,x
    2026-06-03,pre,Mood,Sad,
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    for name in Self.logs {
      let path = here.joined(separator: "/") + "/Formats/v1-import-\(name).jsonl"
      let bytes = try #require(FileManager.default.contents(atPath: path), "\(path)")
      try folder.write(Array(bytes), to: "log/import-\(name).jsonl")
    }
    return folder
  }

  private func lexicon() -> Lexicon {
    let files = UnsafeBufferPointer(
      start: emotion_data_table(), count: Int(emotion_data_file_count))
    return Library(
      files: files.map { file in
        (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
      }
    ).lexicon
  }

  private func plan(_ text: String, zone: Int, _ folder: TemporaryFolder) throws -> ImportPlan {
    let lexicon = lexicon()
    var there = CheckInsThere(lexicon: lexicon)
    for event in try EventArchive<Deed>(folder: folder.path, scan: Deed.scanned).events {
      let moment = Moment(
        milliseconds: event.stamp.milliseconds, offsetMinutes: event.stamp.offsetMinutes,
        day: event.stamp.day)
      #expect(event.id.isImported && event.id.rowClock == nil)
      there.add(event.event.deed, id: event.id.description, at: moment, origin: .file)
    }
    var reader = CSVReader(Array(text.utf8))
    var rows: [CheckInTable.Row] = []
    while let record = try reader.next() {
      rows.append(CheckInTable.Row(line: record.line, fields: record.fields))
    }
    let table = try CheckInTable(
      rows, lexicon: lexicon, now: Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 0),
      offset: { _ in zone })
    return ImportPlan(table.entries, beside: there) { key, ordinal in
      EventID(rowAt: key.seconds, by: .local, saying: key.text, ordinal: ordinal).description
    }
  }

  @Test(arguments: [120, 0, -300])
  func theirRowsAreFoundAgainInAnyZone(_ zone: Int) throws {
    let folder = try folder()
    let trackers = try plan(Self.daylio, zone: zone, folder)
    #expect(trackers.new.isEmpty && trackers.known == 1)
    // Its note is read as text now, with what was done.
    #expect(trackers.corrected.map(\.entry) == ["import-99062c1b18c9536c:1"])
    #expect(trackers.corrected.first?.row.checkIn.note == "Tea: a\nc\nActivities: run")
    // Parts of the day had other hours.
    let parts = try plan(Self.bearable, zone: zone, folder)
    #expect(parts.new.isEmpty && parts.known == 2 && parts.corrected.isEmpty)
  }

  @Test func theyAreReplayedAsEver() throws {
    let folder = try folder()
    let store = try Store<Deed, [String]>(
      folder: folder.path, device: "desk",
      format: StoreFormat(
        empty: [], stateVersion: 1, fold: { state, _, id, _ in state.append(id.description) },
        scan: Deed.scanned, encodeState: { _ in [] }, decodeState: { _ in nil }))
    let ids = [("99062c1b18c9536c", 1), ("99062c1b18c9536c", 2), ("4e5e47797833e772", 1)]
    #expect(store.state.prefix(3) == ids.map { "import-\($0):\($1)" }[...])
    #expect(store.state.count == 4 && store.problems == [])
    #expect(try store.examine(repair: false).findings == [])
  }
}
