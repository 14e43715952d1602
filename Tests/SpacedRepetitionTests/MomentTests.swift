import SpacedRepetition
import Testing

/// Milliseconds since 1970 of a time in UTC, worked out with `date --utc +%s`.
private enum Instant {
  /// 2026-03-29 03:59:59.999
  static let beforeRollover: Int64 = 1_774_756_799_999
  /// 2026-03-29 04:00
  static let rollover: Int64 = 1_774_756_800_000
  /// 1969-12-31 03:59:59.999
  static let beforeRolloverBefore1970: Int64 = -72_000_001
  /// 1969-12-31 04:00
  static let rolloverBefore1970: Int64 = -72_000_000
}

struct MomentTests {
  struct Row: Sendable {
    let milliseconds: Int64
    let offset: Int
    let day: Int
    let date: Int
    let minute: Int
  }

  @Test(arguments: [
    // 2026-03-29 is day 20541.
    Row(milliseconds: Instant.beforeRollover, offset: 0, day: 20540, date: 20541, minute: 239),
    Row(milliseconds: Instant.rollover, offset: 0, day: 20541, date: 20541, minute: 240),
    // 04:00 UTC is 23:00 of the day before in New York in winter, and 17:45 on the Chatham Islands.
    Row(milliseconds: Instant.rollover, offset: -300, day: 20540, date: 20540, minute: 1380),
    Row(milliseconds: Instant.rollover, offset: 825, day: 20541, date: 20541, minute: 1065),
    // The rollover itself where clocks show +13:45 and −03:30.
    Row(
      milliseconds: Instant.rollover - 825 * 60_000 - 1, offset: 825, day: 20540, date: 20541,
      minute: 239),
    Row(
      milliseconds: Instant.rollover - 825 * 60_000, offset: 825, day: 20541, date: 20541,
      minute: 240),
    Row(
      milliseconds: Instant.rollover + 210 * 60_000 - 1, offset: -210, day: 20540, date: 20541,
      minute: 239),
    Row(
      milliseconds: Instant.rollover + 210 * 60_000, offset: -210, day: 20541, date: 20541,
      minute: 240),
    // Midnight changes the date, not the day.
    Row(milliseconds: 0, offset: 0, day: -1, date: 0, minute: 0),
    Row(milliseconds: -1, offset: 0, day: -1, date: -1, minute: 1439),
    Row(milliseconds: 0, offset: -210, day: -1, date: -1, minute: 1230),
    // Before 1970.
    Row(
      milliseconds: Instant.beforeRolloverBefore1970, offset: 0, day: -2, date: -1, minute: 239),
    Row(milliseconds: Instant.rolloverBefore1970, offset: 0, day: -1, date: -1, minute: 240),
    Row(milliseconds: -86_400_000, offset: 0, day: -2, date: -1, minute: 0),
    Row(milliseconds: -86_400_001, offset: 0, day: -2, date: -2, minute: 1439),
  ])
  func dayDateAndMinute(row: Row) {
    let moment = Moment(milliseconds: row.milliseconds, offsetMinutes: row.offset)
    #expect(moment.day == row.day)
    #expect(moment.localDate == row.date)
    #expect(moment.minuteOfDay == row.minute)
    #expect(moment.milliseconds == row.milliseconds)
    #expect(moment.offsetMinutes == row.offset)
  }

  @Test(arguments: [(0, 20541), (3, 20541), (4, 20541), (5, 20540), (23, 20540)])
  func dayBeginsAtTheChosenHour(rolloverHour: Int, day: Int) {
    let moment = Moment(
      milliseconds: Instant.rollover, offsetMinutes: 0, rolloverHour: rolloverHour)
    #expect(moment.day == day)
  }

  @Test func aDayOnceDecidedStays() {
    let moment = Moment(milliseconds: Instant.rollover, offsetMinutes: 60, day: 7)
    #expect(moment.day == 7)
    #expect(moment.localDate == 20541)
  }

  @Test func whatIsSetOutsideItsRangeIsMovedToItsEnd() {
    var moment = Moment.noon(ofDay: 20_000)
    moment.milliseconds = .max
    moment.offsetMinutes = .min
    moment.day = .max
    #expect(moment.milliseconds == Moment.millisecondsRange.upperBound)
    #expect(moment.offsetMinutes == -1439)
    #expect(moment.day == Moment.dayRange.upperBound)
    for hour in [Int.max, .min] {
      #expect(
        Moment(milliseconds: 0, offsetMinutes: 0, rolloverHour: hour)
          == Moment(milliseconds: 0, offsetMinutes: 0, rolloverHour: hour > 0 ? 23 : 0))
    }
    // Whatever the time, a card is scheduled, and can be saved.
    let scheduler = Scheduler()
    for grade in Grade.allCases {
      for state in [CardState.new, scheduler.next(.new, .easy, at: moment, dice: 0)] {
        switch scheduler.next(state, grade, at: moment, dice: 0) {
        case .new: Issue.record("answered")
        case .stepping(_, _, _, let due, _): #expect(Moment.millisecondsRange.contains(due))
        case .review(_, let dueDay, _): #expect(Moment.dayRange.contains(dueDay))
        }
      }
    }
  }
}
