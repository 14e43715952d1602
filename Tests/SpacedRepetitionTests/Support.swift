import SpacedRepetition
import Testing

extension Double {
  /// Whether two numbers differ by no more than `tolerance` of the larger.
  func isClose(to other: Double, tolerance: Double = 1e-9) -> Bool {
    abs(self - other) <= tolerance * max(abs(self), abs(other))
  }
}

extension Moment {
  /// A time in UTC, `seconds` after 1970, that counts as the logical day `day`.
  static func at(_ seconds: Int, day: Int) -> Moment {
    Moment(milliseconds: Int64(seconds) * 1000, offsetMinutes: 0, day: day)
  }

  /// Noon, UTC, of a logical day.
  static func noon(ofDay day: Int) -> Moment { at(day * 86400 + 43200, day: day) }
}

/// Reads "3 1 4", or "314", as good, again, easy.
func grades(_ text: String) throws -> [Grade] {
  try text.filter { $0 != " " }.map { digit in
    let value = try #require(digit.wholeNumberValue)
    return try #require(Grade(rawValue: value))
  }
}
