import Foundation
import SpacedRepetition
import Testing

/// Offsets of real places around real changes of their clocks, from the IANA time zone database.
struct Zone: Sendable, CustomTestStringConvertible {
  let name: String
  /// Local time minus UTC, in minutes, before the first change.
  let offset: Int
  /// From when on, in UTC, which offset holds.
  let changes: [(at: String, offset: Int)]

  private let table: [(at: Int64, offset: Int)]

  init(_ name: String, _ offset: Int, _ changes: (at: String, offset: Int)...) {
    self.name = name
    self.offset = offset
    self.changes = changes
    table = changes.map { (at: utc($0.at), offset: $0.offset) }
  }

  var testDescription: String { name }

  /// When the clocks change, in milliseconds since 1970.
  var times: [Int64] { table.map(\.at) }

  func offset(at milliseconds: Int64) -> Int {
    table.last { $0.at <= milliseconds }?.offset ?? offset
  }

  func local(rolloverHour: Int = 4) -> LocalTime {
    LocalTime(rolloverHour: rolloverHour, offsetAt: offset)
  }

  static let all: [Zone] = [
    Zone("UTC", 0),
    Zone("Pacific/Chatham", 825, ("2026-04-04T14:00", 765), ("2026-09-26T14:00", 825)),
    Zone("America/St_Johns", -210, ("2026-03-08T05:30", -150), ("2026-11-01T04:30", -210)),
    Zone("America/New_York", -300, ("2026-03-08T07:00", -240), ("2026-11-01T06:00", -300)),
    Zone("Europe/Berlin", 60, ("2026-03-29T01:00", 120), ("2026-10-25T01:00", 60)),
    // Half an hour.
    Zone("Australia/Lord_Howe", 660, ("2026-04-04T15:00", 630), ("2026-10-03T15:30", 660)),
    Zone("Asia/Kathmandu", 330, ("1985-12-31T18:30", 345)),
    // 04:00 comes at once, then the 30th of December is skipped, then 04:00 is put off.
    Zone(
      "Pacific/Apia", -660, ("2011-09-24T14:00", -600), ("2011-12-30T10:00", 840),
      ("2012-03-31T14:00", 780)),
    // Midnight does not exist.
    Zone("America/Sao_Paulo", -180, ("2018-11-04T03:00", -120), ("2019-02-17T02:00", -180)),
    // Put back for Ramadan.
    Zone("Africa/Casablanca", 60, ("2026-02-15T02:00", 0), ("2026-03-22T02:00", 60)),
    // Three hours: 04:00 does not exist, the date goes back, and 04:00 is put off.
    Zone(
      "Antarctica/Casey", 480, ("2009-10-17T18:00", 660), ("2010-03-04T15:00", 480),
      ("2011-10-27T18:00", 660), ("2012-02-21T17:00", 480)),
  ]

  static func named(_ name: String) throws -> Zone {
    try #require(all.first { $0.name == name })
  }
}

/// Milliseconds since 1970 of "2026-03-29T01:00", UTC.
func utc(_ text: String) -> Int64 {
  guard let date = try? Date(text + ":00Z", strategy: .iso8601) else {
    Issue.record("\(text) is not a time")
    return 0
  }
  return Int64(date.timeIntervalSince1970 * 1000)
}

/// The logical day of a date like "2026-03-29".
func day(_ date: String) -> Int { Int(utc(date + "T00:00") / 86_400_000) }
