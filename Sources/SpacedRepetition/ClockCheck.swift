/// Whether the clock can be believed: what it shows against the newest time in the log.
public enum ClockCheck: Equatable, Sendable {
  /// Nothing to say: later than the log, or less than 5 minutes before its newest time.
  case fine
  /// So many milliseconds before the log's newest time, more than 5 minutes and at most a day: worth
  /// a warning.
  case behind(milliseconds: Int64)
  /// So many whole days of 24 hours before the log's newest time, 1 or more: what is filed now
  /// stays behind it, so a person is to be asked first.
  case dayBehind(days: Int)

  /// Compares times, not logical days: those also run backwards for who travels west.
  /// - Parameter newest: the newest moment in the log, nil for an empty one.
  public init(newest: Moment?, now: Moment) {
    let behind = newest.map { $0.milliseconds - now.milliseconds } ?? 0
    if behind > 86_400_000 {
      self = .dayBehind(days: Int(behind / 86_400_000))
    } else if behind > 5 * 60_000 {
      self = .behind(milliseconds: behind)
    } else {
      self = .fine
    }
  }
}
