/// How much of a full day's work each weekday may have: 1 as much as any, 0 none where it can be
/// helped.
public struct WeekdayShares: Equatable, Sendable {
  private var shares: InlineArray<7, Double>
  /// Whether no weekday is lighter.
  let isFull: Bool

  /// Every weekday a full one.
  public init() {
    shares = InlineArray(repeating: 1)
    isFull = true
  }

  /// A share for each weekday, Monday first, each moved into 0…1.
  /// - Returns: nil unless there are seven numbers.
  public init?(fromMonday shares: [Double]) {
    guard shares.count == 7, !shares.contains(where: \.isNaN) else { return nil }
    self.shares = InlineArray { min(max(shares[$0], 0), 1) }
    isFull = shares.allSatisfy { $0 >= 1 }
  }

  /// The shares from Monday to Sunday, 0…1.
  public var fromMonday: [Double] { shares.indices.map { shares[$0] } }

  /// The share of the weekday of a logical day, 0…1.
  public subscript(day: Int) -> Double { shares[Self.weekday(of: day)] }

  /// The weekday of a logical day, 0 Monday … 6 Sunday; day 0, 1970-01-01, is a Thursday.
  public static func weekday(of day: Int) -> Int {
    let remainder = (day % 7 + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// Whether the shares are the same.
  public static func == (left: WeekdayShares, right: WeekdayShares) -> Bool {
    left.fromMonday == right.fromMonday
  }
}

/// Seven numbers, Monday first.
extension WeekdayShares: Codable {
  /// - Throws: `DecodingError` unless there are seven numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let shares = WeekdayShares(fromMonday: try container.decode([Double].self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a week has seven shares")
    }
    self = shares
  }

  /// Writes seven numbers, Monday first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fromMonday)
  }
}
