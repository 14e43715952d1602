import Foundation
import SpacedRepetition
import Testing

struct LocalTimeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let zone: String
    let date: String
    var hour = 4
    /// In UTC.
    let begin: String

    var testDescription: String { "\(zone) \(date) \(hour):00" }
  }

  @Test(arguments: [
    Row(zone: "UTC", date: "2026-03-29", begin: "2026-03-29T04:00"),
    Row(zone: "UTC", date: "1969-12-31", begin: "1969-12-31T04:00"),
    // Before, on and after the days on which clocks are put back and forward.
    Row(zone: "Pacific/Chatham", date: "2026-04-04", begin: "2026-04-03T14:15"),
    Row(zone: "Pacific/Chatham", date: "2026-04-05", begin: "2026-04-04T15:15"),
    Row(zone: "Pacific/Chatham", date: "2026-04-06", begin: "2026-04-05T15:15"),
    Row(zone: "Pacific/Chatham", date: "2026-09-26", begin: "2026-09-25T15:15"),
    Row(zone: "Pacific/Chatham", date: "2026-09-27", begin: "2026-09-26T14:15"),
    Row(zone: "America/St_Johns", date: "2026-03-07", begin: "2026-03-07T07:30"),
    Row(zone: "America/St_Johns", date: "2026-03-08", begin: "2026-03-08T06:30"),
    Row(zone: "America/St_Johns", date: "2026-10-31", begin: "2026-10-31T06:30"),
    Row(zone: "America/St_Johns", date: "2026-11-01", begin: "2026-11-01T07:30"),
    Row(zone: "America/New_York", date: "2026-03-07", begin: "2026-03-07T09:00"),
    Row(zone: "America/New_York", date: "2026-03-08", begin: "2026-03-08T08:00"),
    Row(zone: "America/New_York", date: "2026-10-31", begin: "2026-10-31T08:00"),
    Row(zone: "America/New_York", date: "2026-11-01", begin: "2026-11-01T09:00"),
    Row(zone: "Europe/Berlin", date: "2026-03-28", begin: "2026-03-28T03:00"),
    Row(zone: "Europe/Berlin", date: "2026-03-29", begin: "2026-03-29T02:00"),
    Row(zone: "Europe/Berlin", date: "2026-10-24", begin: "2026-10-24T02:00"),
    Row(zone: "Europe/Berlin", date: "2026-10-25", begin: "2026-10-25T03:00"),
    Row(zone: "Australia/Lord_Howe", date: "2026-04-04", begin: "2026-04-03T17:00"),
    Row(zone: "Australia/Lord_Howe", date: "2026-04-05", begin: "2026-04-04T17:30"),
    Row(zone: "Australia/Lord_Howe", date: "2026-10-03", begin: "2026-10-02T17:30"),
    Row(zone: "Australia/Lord_Howe", date: "2026-10-04", begin: "2026-10-03T17:00"),
    Row(zone: "Asia/Kathmandu", date: "1985-12-31", begin: "1985-12-30T22:30"),
    Row(zone: "Asia/Kathmandu", date: "1986-01-01", begin: "1985-12-31T22:15"),
    Row(zone: "America/Sao_Paulo", date: "2018-11-04", begin: "2018-11-04T06:00"),
    Row(zone: "America/Sao_Paulo", date: "2019-02-17", begin: "2019-02-17T07:00"),
    Row(zone: "Africa/Casablanca", date: "2026-02-14", begin: "2026-02-14T03:00"),
    Row(zone: "Africa/Casablanca", date: "2026-02-15", begin: "2026-02-15T04:00"),
    Row(zone: "Africa/Casablanca", date: "2026-03-22", begin: "2026-03-22T03:00"),
    // A date that was skipped lasts from midnight to the next rollover.
    Row(zone: "Pacific/Apia", date: "2011-12-29", begin: "2011-12-29T14:00"),
    Row(zone: "Pacific/Apia", date: "2011-12-30", begin: "2011-12-30T10:00"),
    Row(zone: "Pacific/Apia", date: "2011-12-31", begin: "2011-12-30T14:00"),
    // Clocks go from 03:00 to 04:00, and, at 04:00, to 03:00.
    Row(zone: "Pacific/Apia", date: "2011-09-24", begin: "2011-09-24T14:00"),
    Row(zone: "Pacific/Apia", date: "2012-04-01", begin: "2012-03-31T15:00"),
    // From 02:00 to 05:00, and, at 04:00, to 01:00.
    Row(zone: "Antarctica/Casey", date: "2009-10-18", begin: "2009-10-17T18:00"),
    Row(zone: "Antarctica/Casey", date: "2012-02-22", begin: "2012-02-21T20:00"),
    // 02:00 does not exist, and exists twice.
    Row(zone: "Europe/Berlin", date: "2026-03-29", hour: 2, begin: "2026-03-29T01:00"),
    Row(zone: "Europe/Berlin", date: "2026-10-25", hour: 2, begin: "2026-10-25T00:00"),
    Row(zone: "America/New_York", date: "2026-11-01", hour: 1, begin: "2026-11-01T05:00"),
    Row(zone: "America/Sao_Paulo", date: "2018-11-04", hour: 0, begin: "2018-11-04T03:00"),
    Row(zone: "America/Sao_Paulo", date: "2019-02-16", hour: 23, begin: "2019-02-17T01:00"),
  ])
  func daysBeginWhenClocksShowTheHour(row: Row) throws {
    let local = try Zone.named(row.zone).local(rolloverHour: row.hour)
    let begin = local.begin(ofDay: day(row.date))
    #expect(begin == utc(row.begin), "\(Double(begin - utc(row.begin)) / 3_600_000) hours off")
    #expect(local.moment(begin).day == day(row.date))
    #expect(local.moment(begin - 1).day == day(row.date) - 1)
    #expect(local.nextRollover(after: begin - 1) == begin)
  }

  /// Against a search minute by minute, on the days around every change.
  @Test(arguments: Zone.all, [0, 1, 2, 3, 4, 5, 23])
  func daysFollowEachOtherWithoutGap(zone: Zone, hour: Int) {
    let local = zone.local(rolloverHour: hour)
    let minute: Int64 = 60_000
    let skipped = day("2011-12-30")
    for change in zone.times + [utc("2026-06-01T00:00")] {
      let middle = Moment(milliseconds: change, offsetMinutes: 0).day
      for day in (middle - 2)...(middle + 2) {
        let rollover = Int64(day) * 86_400_000 + Int64(hour) * 60 * minute
        var first = rollover - 1440 * minute
        while first + Int64(zone.offset(at: first)) * minute < rollover { first += minute }
        #expect(local.begin(ofDay: day) == first, "day \(day)")

        let next = local.begin(ofDay: day + 1)
        let isSkipped = zone.name == "Pacific/Apia" && hour == 0 && day == skipped
        #expect(isSkipped ? first == next : first < next, "day \(day)")
        guard !isSkipped else { continue }
        for time in stride(from: first, to: next, by: 25 * Int(minute)) {
          #expect(local.moment(time).day == day, "day \(day), \(time)")
          #expect(local.nextRollover(after: time) == next, "day \(day), \(time)")
        }
        #expect(local.nextRollover(after: next - 1) == next, "day \(day)")
      }
    }
  }

  @Test func aDayIsNotAlwaysADayLong() throws {
    func hours(_ name: String, _ date: String) throws -> Double {
      let local = try Zone.named(name).local()
      let begin = local.begin(ofDay: day(date))
      return Double(local.nextRollover(after: begin) - begin) / 3_600_000
    }
    #expect(try hours("Europe/Berlin", "2026-03-28") == 23)
    #expect(try hours("Europe/Berlin", "2026-10-24") == 25)
    #expect(try hours("Australia/Lord_Howe", "2026-04-04") == 24.5)
    #expect(try hours("Pacific/Apia", "2011-12-30") == 4)
    #expect(try hours("Antarctica/Casey", "2009-10-17") == 22)
  }

  /// Clocks show 02:59, then 02:00 once more: a day that began stays begun.
  @Test func anHourThatComesTwiceBelongsToOneDay() throws {
    let local = try Zone.named("Europe/Berlin").local(rolloverHour: 3)
    let twice = utc("2026-10-25T01:00")
    #expect(local.moment(twice - 1).day == day("2026-10-24"))
    #expect(local.moment(twice).day == day("2026-10-24"))
    let early = try Zone.named("Antarctica/Casey").local(rolloverHour: 0)
    // Midnight has passed, then clocks are put back to 23:00.
    let back = utc("2010-03-04T15:00")
    #expect(early.moment(back - 1).day == day("2010-03-05"))
    #expect(
      Moment(milliseconds: back, offsetMinutes: 480, rolloverHour: 0).day == day("2010-03-04"))
    #expect(early.moment(back).day == day("2010-03-05"))
    #expect(early.moment(utc("2010-03-04T16:30")).day == day("2010-03-05"))
  }

  @Test func momentsKeepTimeAndOffset() throws {
    let zone = try Zone.named("Pacific/Chatham")
    let moment = zone.local().moment(utc("2026-12-24T00:00"))
    #expect(
      moment
        == Moment(milliseconds: utc("2026-12-24T00:00"), offsetMinutes: 825, day: day("2026-12-24"))
    )
  }

  /// Nothing a clock or a library may say leads to a trap or to a search without end.
  @Test(arguments: [Int.min, -100_000, -1439, 0, 1439, 100_000, Int.max])
  func impossibleOffsetsAndTimes(offset: Int) {
    let local = LocalTime(rolloverHour: offset) { _ in offset }
    #expect((0...23).contains(local.rolloverHour))
    for time in [Int64.min, -1, 0, Int64.max] {
      let moment = local.moment(time)
      #expect(Moment.offsetRange.contains(moment.offsetMinutes))
      #expect(Moment.millisecondsRange.contains(moment.milliseconds))
      #expect(local.nextRollover(after: time) > moment.milliseconds)
    }
    #expect(local.begin(ofDay: .min) < local.begin(ofDay: .max))
  }

  /// The tables here against the machine's own.
  @Test(arguments: Zone.all)
  func theMachineKnowsTheSameOffsets(zone: Zone) throws {
    let known = try #require(
      TimeZone(identifier: zone.name), "this machine has no time zone data for \(zone.name)")
    let first = zone.times.first ?? utc("2026-01-01T00:00")
    let last = zone.times.last ?? utc("2026-12-01T00:00")
    let week: Int64 = 7 * 86_400_000
    let around = zone.times.flatMap { [$0 - 1000, $0] }
    for time in around + stride(from: first - week, to: last + week, by: 6 * 3_600_000) {
      let date = Date(timeIntervalSince1970: Double(time) / 1000)
      #expect(known.secondsFromGMT(for: date) / 60 == zone.offset(at: time), "\(date)")
    }
  }
}
