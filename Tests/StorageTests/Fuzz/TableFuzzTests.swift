import EmotionData
import SpacedRepetition
import Storage
import Testing

@testable import EmotionCore

/// Tables of check-ins and of reviews changed at random. A table is taken whole, or is refused with
/// a sentence that names a line of the file; no row goes in silence.
struct TableFuzzTests {
  private static let checkIns = #"""
    full_date,date,time,mood,activities,note\#r
    2026-03-27,March 27,20:39,sad,work | walk,"Two
    lines, and a ""quote"""\#r
    2026-03-28,March 28,8:20 am,overwhelmed | anxious,,Größe 😡\#r
    2026-03-29,March 29,23:59,rad,,\#r
    2026-03-30,March 30,0:00,,,nothing named\#r

    """#

  private static let reviews = #"""
    card_id,review_rating,review_time,review_duration
    1,3,1728000000000,4200
    "2",1,2024-10-04T00:00:00Z,
    1,4,2024-10-05T09:30:00.250+02:00,900
    3,2,1728200000000,1

    """#

  private static func lexicon() -> Lexicon {
    let files = UnsafeBufferPointer(start: emotion_data_table(), count: emotion_data_file_count)
    return Library(
      files: files.map { file in
        (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
      }
    ).lexicon
  }

  private func records(_ bytes: [UInt8]) throws(CSVReader.Problem) -> [CSVReader.Record] {
    var reader = CSVReader(bytes, separator: CSVReader.separator(of: bytes))
    var records: [CSVReader.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 10 || $0 == 13 } + 1 }

  @Test func noRowOfCheckInsGoesInSilence() throws {
    let lexicon = Self.lexicon()
    let sound = Array(Self.checkIns.utf8)
    let now = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 60)
    var dice = SplitMix64(seed: 31)
    var (taken, refused) = (0, 0)
    for round in 0..<Damage.rounds(3000) {
      let bytes = Damage.done(to: sound, &dice)
      do {
        let records = try records(bytes)
        let table = try CheckInTable(
          records.map { CheckInTable.Row(line: $0.line, fields: $0.fields) }, lexicon: lexicon,
          now: now
        ) { _ in 60 }
        #expect(
          table.entries.count + table.wordless == max(0, records.count - 1), "round \(round)")
        taken += 1
      } catch let problem as CSVReader.Problem {
        #expect((1...lines(bytes)).contains(problem.line), "round \(round)")
        refused += 1
      } catch CheckInTable.Problem.row(let line, let text) {
        #expect((1...lines(bytes)).contains(line) && !text.isEmpty, "round \(round)")
        refused += 1
      } catch CheckInTable.Problem.header(let text) {
        #expect(!text.isEmpty, "round \(round)")
        refused += 1
      }
    }
    #expect(taken > 0 && refused > 0)
  }

  @Test func noReviewGoesInSilence() throws {
    let sound = Array(Self.reviews.utf8)
    var dice = SplitMix64(seed: 32)
    var (taken, refused) = (0, 0)
    for round in 0..<Damage.rounds(3000) {
      let bytes = Damage.done(to: sound, &dice)
      do {
        let records = try records(bytes)
        guard let header = records.first else { continue }
        var log = try ReviewLog(header: header.fields)
        for record in records.dropFirst() { try log.add(record.fields) }
        #expect(log.reviews.count + log.repeated == records.count - 1, "round \(round)")
        _ = log.dated(rolloverHour: 4, offsetMinutes: 60)
        taken += 1
      } catch let problem as CSVReader.Problem {
        #expect((1...lines(bytes)).contains(problem.line), "round \(round)")
        refused += 1
      } catch let problem as ReviewLog.Problem {
        #expect(!problem.text.isEmpty, "round \(round)")
        refused += 1
      }
    }
    #expect(taken > 0 && refused > 0)
  }
}
