/// Where a card stands. A new card with a memory, or a learned one without, cannot be written.
public enum CardState<Trace: Equatable & Codable & Sendable>: Equatable, Codable, Sendable {
  /// Never answered.
  case new
  /// In the short steps of a first day, or of a day on which it was forgotten: at the step of that
  /// number from 0, due in milliseconds since 1970 UTC.
  case stepping(Trace, StepKind, step: Int, due: Int64, last: Moment)
  /// Between days: due on a logical day.
  case review(Trace, dueDay: Int, last: Moment)

  /// What is known of the card.
  @inlinable
  public var memory: Memory<Trace> {
    switch self {
    case .new: .new
    case .stepping(let trace, _, _, _, _), .review(let trace, _, _): .reviewed(trace)
    }
  }

  /// When it was last answered, nil for a new card.
  @inlinable
  public var last: Moment? {
    switch self {
    case .new: nil
    case .stepping(_, _, _, _, let last), .review(_, _, let last): last
    }
  }
}

/// Which steps a card is in.
public enum StepKind: String, Codable, Sendable {
  /// The first ones.
  case learning
  /// Those after it was forgotten.
  case relearning
}
