/// The time, in days, after which the probability of recall has fallen to 90 %. 0.001…36500.
public typealias Stability = Double
/// How hard a card is to make more stable. 1…10.
public typealias Difficulty = Double
/// The probability of recall. 0…1.
public typealias Retrievability = Double

/// What a learner has of one card: the two variables of the DSR model.
public struct Memory: Equatable, Codable, Sendable {
  /// Days until recall is 90 % likely.
  public var stability: Stability
  /// 1 (easy) … 10 (hard).
  public var difficulty: Difficulty

  public init(stability: Stability, difficulty: Difficulty) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
