/// The time between two answers to a card, both as the logical days that were stored and exactly.
/// FSRS-6 counts days; a model may use either.
public struct Elapsed: Equatable, Sendable {
  /// Whole logical days. ≥ 0; 0 within a day.
  public let days: Int
  /// Milliseconds. ≥ 0.
  public let milliseconds: Int64

  /// The time from one answer to the next; none where the clock or the day ran backwards.
  @inlinable
  public init(from last: Moment, to now: Moment) {
    days = max(0, now.day - last.day)
    milliseconds = max(0, now.milliseconds - last.milliseconds)
  }

  @usableFromInline
  init(days: Int) {
    self.days = max(0, days)
    milliseconds = Int64(clamping: self.days).multipliedClamping(by: 86_400_000)
  }

  /// As many whole days, of 24 hours. Fewer than none count as none.
  public static func days(_ days: Int) -> Elapsed { Elapsed(days: days) }
}

extension Int64 {
  fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
