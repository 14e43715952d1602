/// A point in time as the log keeps it: when, where in the world, and which day it counted as.
/// What is set outside its range is moved to its end.
public struct Moment: Equatable, Codable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var milliseconds: Int64 {
    didSet { milliseconds = milliseconds.clamped(to: Self.millisecondsRange) }
  }
  /// Local time minus UTC, in minutes.
  public var offsetMinutes: Int {
    didSet { offsetMinutes = offsetMinutes.clamped(to: Self.offsetRange) }
  }
  /// The logical day: days since 1970-01-01 of the local date, the day beginning at the rollover.
  /// It is decided once, when something happens, and never worked out again.
  public var day: Int { didSet { day = day.clamped(to: Self.dayRange) } }

  /// What a time can be, in milliseconds since 1970 UTC: 100 million days either way, so that no
  /// sum of times can overflow, whatever a damaged log says.
  public static let millisecondsRange: ClosedRange<Int64> =
    -8_640_000_000_000_000...8_640_000_000_000_000
  /// What an offset can be, in minutes.
  public static let offsetRange = -1439...1439
  /// What a logical day can be.
  public static let dayRange = -100_000_000...100_000_000

  /// A moment whose logical day has been decided; what lies outside its range is moved to its end.
  public init(milliseconds: Int64, offsetMinutes: Int, day: Int) {
    self.milliseconds = milliseconds.clamped(to: Self.millisecondsRange)
    self.offsetMinutes = offsetMinutes.clamped(to: Self.offsetRange)
    self.day = day.clamped(to: Self.dayRange)
  }

  /// The moment `milliseconds` after 1970 UTC, where clocks show UTC + `offsetMinutes` and a day
  /// begins at `rolloverHour` o'clock, moved into 0…23.
  public init(milliseconds: Int64, offsetMinutes: Int, rolloverHour: Int = 4) {
    let milliseconds = milliseconds.clamped(to: Self.millisecondsRange)
    let offsetMinutes = offsetMinutes.clamped(to: Self.offsetRange)
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    let rollover = Int64(rolloverHour.clamped(to: 0...23)) * 3_600_000
    self.init(
      milliseconds: milliseconds, offsetMinutes: offsetMinutes,
      day: Int((local - rollover).flooredDivision(by: 86_400_000)))
  }

  /// Reads what was encoded, within the ranges.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      milliseconds: try container.decode(Int64.self, forKey: .milliseconds),
      offsetMinutes: try container.decode(Int.self, forKey: .offsetMinutes),
      day: try container.decode(Int.self, forKey: .day))
  }

  private enum CodingKeys: String, CodingKey {
    case milliseconds, offsetMinutes, day
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

extension Comparable {
  /// The value nearest to this one in a range.
  func clamped(to range: ClosedRange<Self>) -> Self {
    self < range.lowerBound ? range.lowerBound : self > range.upperBound ? range.upperBound : self
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
