/// The time, in days, after which the probability of recall has fallen to 90 %. 0.001…36500.
public typealias Stability = Double
/// How hard a card is to make more stable. 1…10.
public typealias Difficulty = Double
/// The probability of recall. 0…1.
public typealias Retrievability = Double

/// What a learner has of one card.
public enum Memory<Trace: Equatable & Codable & Sendable>: Equatable, Codable, Sendable {
  /// Never answered.
  case new
  /// Answered, and what that left.
  case reviewed(Trace)

  /// What the answers left, nil when there were none.
  @inlinable
  public var trace: Trace? {
    switch self {
    case .new: nil
    case .reviewed(let trace): trace
    }
  }
}

/// What the answers to a card left: two of the three variables of the DSR model (difficulty,
/// stability, retrievability), the third following from them and the time. Anki and fsrs-rs call it
/// the memory state.
public struct MemoryTrace: Equatable, Codable, Sendable {
  /// Days until recall is 90 % likely.
  public var stability: Stability
  /// 1 (easy) … 10 (hard).
  public var difficulty: Difficulty

  /// A trace of these two variables; neither is checked.
  @inlinable
  public init(stability: Stability, difficulty: Difficulty) {
    self.stability = stability
    self.difficulty = difficulty
  }

  /// Reads what was encoded.
  /// - Throws: `DecodingError` where one of the two is not what it can be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    stability = try container.decode(Stability.self, forKey: .stability)
    difficulty = try container.decode(Difficulty.self, forKey: .difficulty)
    guard FSRS6.stabilityRange.contains(stability), FSRS6.difficultyRange.contains(difficulty)
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no memory is like that"))
    }
  }

  private enum CodingKeys: String, CodingKey {
    case stability, difficulty
  }
}
