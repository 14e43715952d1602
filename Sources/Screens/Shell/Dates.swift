import EmotionCore
import SpacedRepetition

/// Calendar dates from days since 1970-01-01, without a time zone.
public enum Dates {
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// 0 Monday … 6 Sunday.
  static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  /// "2026-11-21".
  public static func iso(_ day: Int) -> String { CalendarDay(daysSince1970: day).iso }

  /// "Sat 21 Nov".
  public static func short(_ day: Int) -> String {
    let date = CalendarDay(daysSince1970: day)
    return "\(weekdays[weekday(day)]) \(date.day) \(months[date.month - 1])"
  }

  /// The same, and "Mon 11 Nov 2019" of another year than that of the day `now`.
  static func short(_ day: Int, now: Int) -> String {
    let year = CalendarDay(daysSince1970: day).year
    return year == CalendarDay(daysSince1970: now).year ? short(day) : "\(short(day)) \(year)"
  }

  /// "13:02".
  static func time(_ moment: Moment) -> String {
    let minute = moment.minuteOfDay
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  /// "today 13:02", "yesterday 09:10", "Tue 18 Nov 09:10".
  static func relative(_ moment: Moment, now: Moment) -> String {
    switch now.localDate - moment.localDate {
    case 0: "today \(time(moment))"
    case 1: "yesterday \(time(moment))"
    default: "\(short(moment.localDate, now: now.localDate)) \(time(moment))"
    }
  }

  /// "in 10 minutes", "tomorrow", "in 4 days".
  static func until(_ state: CardState<MemoryTrace>, now: Moment) -> String {
    switch state {
    case .new: "now"
    case .stepping(_, _, _, let due, _):
      minutes(Int((due - now.milliseconds + 59_999) / 60_000))
    case .review(_, let dueDay, _): days(dueDay - now.day)
    }
  }

  /// "at 21:24", "tomorrow", "in 4 days".
  static func until(_ next: Due.Next, now: Moment) -> String {
    switch next {
    case .time(let milliseconds):
      // A minute that has begun is not over: at that time it must be so.
      "at "
        + time(
          Moment(
            milliseconds: (milliseconds + 59_999) / 60_000 * 60_000,
            offsetMinutes: now.offsetMinutes, day: now.day))
    case .day(let day): days(day - now.day)
    }
  }

  private static func minutes(_ count: Int) -> String {
    count <= 1 ? "in a minute" : count < 60 ? "in \(count) minutes" : "later today"
  }

  private static func days(_ count: Int) -> String {
    switch count {
    case ...0: "today"
    case 1: "tomorrow"
    case ..<60: "in \(count) days"
    case ..<700: "in \((count + 15) / 30) months"
    default: "in \((count + 182) / 365) years"
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
