/// Where a card stands. A new card with a memory, or a learned one without, cannot be written.
public enum CardState: Equatable, Codable, Sendable {
  case new
  /// In the short steps of a first day, or of a day on which it was forgotten.
  case stepping(Memory, StepKind, step: Int, due: Int64, last: Moment)
  /// Between days.
  case review(Memory, dueDay: Int, last: Moment)

  public enum StepKind: String, Codable, Sendable {
    case learning
    case relearning
  }

  /// The memory, nil for a new card.
  public var memory: Memory? {
    switch self {
    case .new: nil
    case .stepping(let memory, _, _, _, _), .review(let memory, _, _): memory
    }
  }

  /// When it was last answered.
  public var last: Moment? {
    switch self {
    case .new: nil
    case .stepping(_, _, _, _, let last), .review(_, _, let last): last
    }
  }
}
