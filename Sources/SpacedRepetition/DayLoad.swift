/// How many cards are due on each day, and how much of a full day's work each weekday may have:
/// what `Fuzz` chooses days by.
///
/// A pure value. Devices that count the same cards choose the same days.
public struct DayLoad: Equatable, Codable, Sendable {
  /// The share of work of each weekday.
  public var shares: WeekdayShares
  /// The logical day of the first count.
  private var first = 0
  private var counts: [Int] = []

  /// The longest time, in days, over which cards are counted: about 200 years.
  private static let longest = 73_000

  /// No cards yet.
  public init(shares: WeekdayShares = WeekdayShares()) { self.shares = shares }

  /// Whether every day is as good as every other.
  var isEven: Bool { counts.isEmpty && shares.isFull }

  /// How many cards are due on a logical day.
  public subscript(day: Int) -> Int {
    guard day >= first, day - first < counts.count else { return 0 }
    return counts[day - first]
  }

  /// How likely, in proportion, a card comes to be due `interval` days after the logical day
  /// `today`; see `Fuzz.days(_:dice:maximum:from:load:)`.
  func weight(of interval: Int, from today: Int) -> Double {
    let share = shares[today + interval]
    let count = self[today + interval]
    guard count > 0 else { return share }
    let fullness = share / Double(count)
    return share * fullness * fullness / Double(interval)
  }

  /// Counts one card more on a logical day.
  public mutating func add(_ day: Int) {
    // What a broken clock filed centuries away is not worth the room.
    guard Moment.dayRange.contains(day) else { return }
    if counts.isEmpty { first = day }
    guard abs(day - first) < Self.longest else { return }
    if day < first {
      counts = repeatElement(0, count: first - day) + counts
      first = day
    } else if day - first >= counts.count {
      counts += repeatElement(0, count: day - first + 1 - counts.count)
    }
    counts[day - first] += 1
  }

  /// Counts one card less on a logical day, down to none.
  public mutating func remove(_ day: Int) {
    guard self[day] > 0 else { return }
    counts[day - first] -= 1
  }
}
