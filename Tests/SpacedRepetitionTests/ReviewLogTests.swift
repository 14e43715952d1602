import Testing

@testable import SpacedRepetition

/// Other programs' reviews.
struct ReviewLogTests {
  private func log(_ table: [[String]]) throws -> ReviewLog {
    var log = try ReviewLog(header: table[0])
    for record in table.dropFirst() { try log.add(record) }
    return log
  }

  private func problem(_ table: [[String]]) -> String? {
    do {
      _ = try log(table)
      return nil
    } catch { return (error as? ReviewLog.Problem)?.text }
  }

  @Test func columnsAreFoundByName() throws {
    let log = try log([
      ["review_duration", " Review_Time ", "note", "card_id", "review_rating"],
      ["7", "2024-03-29T20:32:32.250000+00:00", "x", "b, the second", "3"],
      ["", "1711744352250", "", "a", " 1 "],
      ["", "0", "", "b, the second", "4"],
    ])
    #expect(
      log.reviews == [
        .init(card: 0, grade: .good, milliseconds: 1_711_744_352_250),
        .init(card: 1, grade: .again, milliseconds: 1_711_744_352_250),
        .init(card: 0, grade: .easy, milliseconds: 0),
      ])
  }

  @Test func spacesAroundACardAreNoPartOfIt() throws {
    let log = try log([
      ["card_id", "review_rating", "review_time"], ["5", "3", "1"], [" 5", "3", "2"],
      ["5\t ", "3", "3"], ["the 5 th", "3", "4"],
    ])
    #expect(log.reviews.map(\.card) == [0, 0, 0, 1])
  }

  @Test func whatIsThereTwiceCountsOnce() throws {
    let log = try log([
      ["card_id", "review_rating", "review_time"], ["a", "3", "1000"], ["b", "3", "1000"],
      ["a", "3", "1970-01-01T00:00:01Z"], ["a", "1", "1000"], ["a", "3", "1001"],
      [" a", "3", "1000"],
    ])
    #expect(log.reviews.map(\.card) == [0, 1, 0, 0])
    #expect(log.reviews.map(\.grade) == [.good, .good, .again, .good])
    #expect(log.repeated == 2)
  }

  @Test(arguments: [
    ([1_711_744_352], true), ([631_152_000, 4_102_444_799], true), ([], false),
    ([1_711_744_352, 1_711_744_352_250], false), ([0, 1_711_744_352], false),
    ([1_711_744_352_250], false), ([4_102_444_800], false),
  ])
  func secondsAreKnown(_ times: [Int], areSeconds: Bool) throws {
    let log = try log(
      [["card_id", "review_rating", "review_time"]] + times.map { ["a", "3", "\($0)"] })
    #expect(log.isInSeconds == areSeconds)
  }

  @Test func ankisRowsThatAreNoReviewsAreSkipped() throws {
    let log = try log([
      ["id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type"],
      ["1000", "9", "-1", "3", "1", "0", "2500", "7", "0"],
      ["2000", "9", "-1", "0", "1", "0", "0", "7", "4"],
      ["3000", "9", "-1", "2", "1", "0", "0", "7", "5"],
      ["4000", "9", "-1", "0", "1", "0", "0", "7", "1"],
      ["5000", "9", "-1", "3", "1", "0", "0", "7", "3"],
      ["6000", "9", "-1", "4", "1", "0", "2500", "7", "3"],
      ["7000", "9", "-1", "1", "1", "0", "0", "7", "1"],
    ])
    #expect(log.reviews.map(\.milliseconds) == [1000, 6000, 7000])
    #expect(log.reviews.map(\.grade) == [.good, .easy, .again])
  }

  @Test(arguments: [
    (["1", "0", "5"], "the rating “0” is not 1, 2, 3 or 4"),
    (["1", "three", "5"], "the rating “three” is not 1, 2, 3 or 4"),
    (["1", "3\u{1B}[31m", "5"], "the rating “3[31m” is not 1, 2, 3 or 4"),
    (["", "3", "5"], "the card is missing"), ([" \t", "3", "5"], "the card is missing"),
    (["a\u{0}b", "3", "5"], "the card “ab” has a control character in it"),
    (["\u{1B}[31m", "3", "5"], "the card “[31m” has a control character in it"),
    (["1", "3"], "it has 2 fields, and the header 3"),
    (["1", "3", "5", "6"], "it has 4 fields, and the header 3"),
    (
      ["1", "3", "soon"],
      "the time “soon” is neither ISO 8601, like 2026-11-21T21:14:00Z, nor milliseconds since 1970"
    ),
  ])
  func badRecordsAreTold(_ record: [String], text: String) {
    #expect(problem([["card_id", "review_rating", "review_time"], record]) == text)
  }

  @Test(arguments: [
    (
      ["card_id", "review_time"],
      "it names no column review_rating, separated by commas, semicolons or tabs"
    ),
    (["id", "cid"], "it names no column ease, separated by commas, semicolons or tabs"),
    (
      ["x"],
      "it names no column card_id, review_rating, review_time, separated by commas, semicolons or tabs"
    ),
    (
      ["card_id", "card_id", "review_rating", "review_time"], "there are two columns card_id"
    ),
  ])
  func badHeadersAreTold(_ header: [String], text: String) { #expect(problem([header]) == text) }

  @Test func ankisTypesAreChecked() {
    let header = ["id", "cid", "ease", "type"]
    #expect(
      problem([header, ["1", "1", "3", "6"]]) == "the type “6” is not one of Anki's, 0 to 5")
  }

  @Test func reviewsAreSortedByTimeAndDatedByTheLocalDay() throws {
    let log = try log([
      ["card_id", "review_rating", "review_time"],
      ["a", "1", "1970-01-03T03:59:59.999Z"], ["b", "2", "1970-01-02T04:00:00Z"],
      ["c", "3", "1970-01-03T04:00:00Z"], ["d", "4", "1970-01-03T04:00:00Z"],
    ])
    let dated = log.dated(rolloverHour: 4, offsetMinutes: 0)
    #expect(dated.map(\.card) == [1, 0, 2, 3])
    #expect(dated.map(\.day) == [1, 1, 2, 2])
    #expect(log.dated(rolloverHour: 4, offsetMinutes: -1).map(\.day) == [0, 1, 1, 1])
    #expect(log.dated(rolloverHour: 0, offsetMinutes: 0).map(\.day) == [1, 2, 2, 2])
  }

  @Test(arguments: [
    ("+05:30", 330), ("-04:00", -240), ("+00:00", 0), ("+18:00", 1080), ("+18:01", nil),
    ("5:30", nil), ("+5:30", nil), ("Z", 0), ("+05:60", nil), ("", nil), ("+", nil), ("+Z", nil),
    // Four digits after a sign are hours and minutes, one or two are hours.
    ("+0530", 330), ("-0400", -240), ("+0000", 0), ("+1800", 1080), ("+1801", nil),
    ("+0560", nil), ("-1080", nil), ("+05", 300), ("-04", -240), ("+18", 1080), ("-18", -1080),
    ("+5", 300), ("-9", -540), ("+0", 0), ("+00", 0), ("+19", nil), ("-23", nil), ("-90", nil),
    // Three digits are minutes.
    ("120", 120), ("330", 330), ("+330", 330), ("-240", -240), ("999", 999), ("+٣٣٠", nil),
    // Nothing else: it could be hours or minutes.
    ("5", nil), ("05", nil), ("0", 0), ("60", nil), ("1080", nil), ("ZZ", nil), ("+٥", nil),
  ])
  func offsetsAreRead(_ text: String, minutes: Int?) {
    #expect(ReviewLog.offsetMinutes(text) == minutes)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01 00:00", 0), ("1969-12-31T23:59:59.999", -1),
    ("2024-02-29T12:00:00Z", 1_709_208_000_000), ("2000-03-01T00:00:00Z", 951_868_800_000),
    ("2024-03-29T20:32:32.250000+00:00", 1_711_744_352_250),
    ("2024-03-29T22:32:32,25+02:00", 1_711_744_352_250),
    ("2024-03-29t15:02:32.2509-0530", 1_711_744_352_250), ("1970-01-01T00:00:00-01", 3_600_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999), ("1711744352250", 1_711_744_352_250),
    ("2023-02-29T12:00:00Z", nil), ("1900-02-29T12:00:00Z", nil), ("2024-13-01T00:00:00Z", nil),
    ("2024-00-01T00:00:00Z", nil), ("2024-01-00T00:00:00Z", nil), ("2024-04-31T00:00:00Z", nil),
    ("2024-01-01T24:00:00Z", nil), ("2024-01-01T00:60:00Z", nil), ("2024-01-01T00:00:61Z", nil),
    ("2024-01-01", nil), ("2024-01-01T", nil), ("2024-1-01T00:00:00Z", nil),
    ("24-01-01T00:00", nil),
    ("2024-01-01T00:00:00.Z", nil), ("2024-01-01T00:00:00+2", nil),
    ("2024-01-01T00:00:00+25:00", nil), ("2024-01-01T00:00:00 Z x", nil), ("1.7e12", nil),
    ("9223372036854775807", nil), ("-62135596800001", nil), ("", nil), ("١٢٣", nil),
    // Digits alone, however many.
    ("1970-01-01T00:00:00.123456789012345678901234Z", 123),
    ("1970-01-01T00:00:00.123456789012345678junk", nil), ("1970-01-01T00:00:00.1 Z", nil),
    // A leap second is the last of a day of UTC.
    ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("2017-01-01T00:59:60.5+01", 1_483_228_800_500),
    ("2016-12-31T23:58:60Z", nil), ("2016-12-31T23:59:60+01:00", nil),
    ("2017-01-01T00:59:60Z", nil), ("2016-12-31T23:59:61Z", nil), ("1969-12-31T23:59:60Z", 0),
    ("0000-01-01T00:00:00Z", nil), ("2024-01-01T0٠:00:00Z", nil),
  ])
  func timesAreRead(_ text: String, milliseconds: Int64?) {
    #expect(Timestamp.milliseconds(text) == milliseconds)
  }

  // MARK: Days as the file counts them

  private func days(
    _ fields: [(zone: String, start: String)], at hour: Int64, rolloverHour: Int? = nil,
    offsetMinutes: Int? = nil
  ) throws -> [Int] {
    var log = try ReviewLog(
      header: ["card_id", "review_rating", "review_time", "timezone", "day_start"],
      offsetIn: { zone, time in zone == "Here/There" ? (time < 100 * 3_600_000 ? 60 : 120) : nil })
    for (index, field) in fields.enumerated() {
      try log.add(["\(index)", "3", "\(hour * 3_600_000)", field.zone, field.start])
    }
    return log.dated(rolloverHour: rolloverHour, offsetMinutes: offsetMinutes).map(\.day)
  }

  @Test func daysAreCountedByTheFilesOwnColumns() throws {
    let fields = [
      ("", ""), ("+01:00", ""), ("UTC+1", "3"), ("UTC", "3"), ("Here/There", "4.0"),
      ("-060", "02:00"),
    ]
    // At 03:00 UTC.
    #expect(try days(fields, at: 3) == [-1, 0, 0, 0, 0, 0])
    // Two hours ahead by then, and before that one.
    #expect(try days([("Here/There", "6")], at: 28) == [0])
    #expect(try days([("Here/There", "6")], at: 100) == [4])
    #expect(try days(fields, at: 3, rolloverHour: 0) == [0, 0, 0, 0, 0, 0])
    #expect(try days(fields, at: 3, offsetMinutes: 120) == [0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: [
    ("Nowhere/Else", "", "the timezone “Nowhere/Else” is not known here"),
    ("", "24", "the day_start “24” is not an hour"), ("", "x", "the day_start “x” is not an hour"),
  ])
  func whatSaysNoWayToCountDaysIsTold(zone: String, start: String, reason: String) {
    let error = #expect(throws: ReviewLog.Problem.self) { try days([(zone, start)], at: 0) }
    #expect(error?.text.hasPrefix(reason) == true)
  }
}
