/// Where logical days begin and end in a place whose clocks may be put forward and back.
///
/// A day begins when clocks there first show the rollover hour of its date: at the change itself
/// where they are put past that hour, and only the first time where they show it twice. So days
/// follow each other without gap, whatever the clocks do, and none is ever worked out by adding
/// 24 hours. A date that a place skipped is the day between the skip and the next rollover, of no
/// length when the rollover is midnight.
public struct LocalTime {
  /// The hour at which a day begins, 0…23.
  public let rolloverHour: Int
  private let offsetAt: (Int64) -> Int

  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 86_400_000

  /// The time of a place.
  /// - Parameters:
  ///   - rolloverHour: the hour at which a day begins, moved into 0…23.
  ///   - offsetAt: local time minus UTC, in minutes, at a time in milliseconds since 1970 UTC;
  ///     moved into `Moment.offsetRange`. It is taken to change at most once an hour.
  public init(rolloverHour: Int = 4, offsetAt: @escaping (Int64) -> Int) {
    self.rolloverHour = rolloverHour.clamped(to: 0...23)
    self.offsetAt = { offsetAt($0).clamped(to: Moment.offsetRange) }
  }

  /// A time as the log keeps it, with the day it counts as.
  public func moment(_ milliseconds: Int64) -> Moment {
    let milliseconds = milliseconds.clamped(to: Moment.millisecondsRange)
    let offset = offsetAt(milliseconds)
    var moment = Moment(
      milliseconds: milliseconds, offsetMinutes: offset, rolloverHour: rolloverHour)
    // Clocks put back before the rollover show the day before once more; it stays over.
    if offsetAt(milliseconds - Self.day) > offset, begin(ofDay: moment.day + 1) <= milliseconds {
      moment.day += 1
    }
    return moment
  }

  /// When a logical day begins, in milliseconds since 1970 UTC.
  public func begin(ofDay day: Int) -> Int64 {
    // The day after the last is one of which to ask, too.
    let range = Moment.dayRange.lowerBound...Moment.dayRange.upperBound + 1
    let day = Int64(day.clamped(to: range))
    let rollover = day * Self.day + Int64(rolloverHour) * Self.hour
    var start = rollover - Self.day
    while true {
      // Within a stretch of one offset, clocks show the rollover at one time only.
      let offset = offsetAt(start)
      let change = change(from: start, offset)
      let begin = max(start, rollover - Int64(offset) * Self.minute)
      if begin < change { return begin }
      start = change
    }
  }

  /// When the logical day after that of a time begins, in milliseconds since 1970 UTC; always later
  /// than the time.
  public func nextRollover(after milliseconds: Int64) -> Int64 {
    begin(ofDay: moment(milliseconds).day + 1)
  }

  /// The first time within an hour after `start` at which the offset is another, or the hour's end.
  private func change(from start: Int64, _ offset: Int) -> Int64 {
    var same = start
    var other = start + Self.hour
    guard offsetAt(other) != offset else { return other }
    while other - same > 1 {
      let middle = same + (other - same) / 2
      if offsetAt(middle) == offset { same = middle } else { other = middle }
    }
    return other
  }
}
