/// A point in time as the log keeps it: when, where in the world, and which day it counted as.
public struct Moment: Equatable, Codable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var milliseconds: Int64
  /// Local time minus UTC, in minutes.
  public var offsetMinutes: Int
  /// The logical day: days since 1970-01-01 of the local date, the day beginning at the rollover.
  /// It is decided once, when something happens, and never worked out again.
  public var day: Int

  public init(milliseconds: Int64, offsetMinutes: Int, day: Int) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
    self.day = day
  }

  /// The moment `milliseconds` after 1970 UTC, where clocks show UTC + `offsetMinutes` and a day
  /// begins at `rolloverHour` o'clock.
  public init(milliseconds: Int64, offsetMinutes: Int, rolloverHour: Int = 4) {
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    self.init(
      milliseconds: milliseconds, offsetMinutes: offsetMinutes,
      day: Int((local - Int64(rolloverHour) * 3_600_000).flooredDivision(by: 86_400_000)))
  }

  /// Minutes since local midnight, 0…1439.
  public var minuteOfDay: Int {
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    let minutes = local.flooredDivision(by: 60_000)
    return Int(minutes - minutes.flooredDivision(by: 1440) * 1440)
  }

  /// The local calendar date, whatever the rollover, as days since 1970-01-01.
  public var localDate: Int {
    Int((milliseconds + Int64(offsetMinutes) * 60_000).flooredDivision(by: 86_400_000))
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
