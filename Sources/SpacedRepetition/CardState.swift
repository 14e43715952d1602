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

extension CardState {
  /// The same cases, whatever their numbers.
  private enum Encoded: Decodable {
    case new
    case stepping(Trace, StepKind, step: Int, due: Int64, last: Moment)
    case review(Trace, dueDay: Int, last: Moment)
  }

  /// Reads what was encoded.
  /// - Throws: `DecodingError` for a step below 0, and a time or day that none can be.
  public init(from decoder: any Decoder) throws {
    switch try Encoded(from: decoder) {
    case .new: self = .new
    case .stepping(let trace, let kind, let step, let due, let last)
    where step >= 0 && Moment.millisecondsRange.contains(due):
      self = .stepping(trace, kind, step: step, due: due, last: last)
    case .review(let trace, let dueDay, let last) where Moment.dayRange.contains(dueDay):
      self = .review(trace, dueDay: dueDay, last: last)
    case .stepping, .review:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no card stands like that"))
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
