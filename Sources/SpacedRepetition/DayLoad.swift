/// How many cards are due on each day, and how much of a full day's work each weekday may have:
/// what `Fuzz` chooses days by.
///
/// A pure value: which cards are counted decides, not the order in which they came. Devices that
/// count the same cards choose the same days.
public struct DayLoad: Sendable {
  /// The share of work of each weekday.
  public var shares: WeekdayShares
  /// All cards that are counted.
  private var total = 0
  /// From the logical day `first` on; days before and after have none.
  private var counts: [Int] = []
  private var first = 0

  /// The logical days on which cards are counted, 1970 to 2169. What a broken clock filed centuries
  /// away is not worth the room.
  public static let days = 0..<73_000

  /// No cards yet.
  public init(shares: WeekdayShares = WeekdayShares()) { self.shares = shares }

  /// Whether every day is as good as every other.
  var isEven: Bool { total == 0 && shares.isFull }

  /// How many cards are due on a logical day; 0 outside `days`.
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
    guard Self.days.contains(day) else { return }
    if counts.isEmpty { first = day }
    if day < first {
      counts = repeatElement(0, count: first - day) + counts
      first = day
    } else if day - first >= counts.count {
      counts += repeatElement(0, count: day - first + 1 - counts.count)
    }
    counts[day - first] += 1
    total += 1
  }

  /// Counts one card less on a logical day, down to none.
  public mutating func remove(_ day: Int) {
    guard self[day] > 0 else { return }
    counts[day - first] -= 1
    total -= 1
  }
}

extension DayLoad: Equatable {
  /// Whether the shares and the cards of every day are the same.
  public static func == (left: DayLoad, right: DayLoad) -> Bool {
    guard left.shares == right.shares, left.total == right.total else { return false }
    // As many cards in all: where every day of one is matched, the other has no more.
    return left.counts.indices.allSatisfy { left.counts[$0] == right[left.first + $0] }
  }
}
