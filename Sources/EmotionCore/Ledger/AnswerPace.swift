/// How long answers take a person, from their own: means that forget what is long ago.
///
/// A fold: the same answers in the same order give the same pace on any machine.
public struct AnswerPace: Equatable, Sendable {
  /// From the question to the answer, by skill, in milliseconds.
  public internal(set) var answering: [Skill: Mean] = [:]
  /// From an answer to the next question, in milliseconds.
  public internal(set) var reading = Mean(milliseconds: 8000, count: 0)
  /// When the last answer was given, in milliseconds since 1970 UTC; 0 for never.
  public internal(set) var last: Int64 = 0

  /// What an answer is taken to need before any was given.
  static let usual = Mean(milliseconds: 12_000, count: 0)
  /// A longer pause than this, in milliseconds, is no reading.
  static let longestPause: Int64 = 120_000

  /// An exponentially weighted mean of times. What lasts longer than thrice the mean, or than a
  /// minute, counts as that: someone was at the door.
  public struct Mean: Equatable, Sendable {
    /// Milliseconds, above 0.
    public internal(set) var milliseconds: Double
    /// How many times it is of, ≥ 0.
    public internal(set) var count: Int

    /// The weight of a new time falls from a fifth, since the usual counts as four, to a
    /// thirtieth.
    mutating func add(_ time: Int64) {
      let counted = min(Double(max(0, time)), 3 * milliseconds, 60_000)
      count += 1
      milliseconds += (counted - milliseconds) / Double(min(count + 4, 30))
      // A mean of nothing could not grow again.
      milliseconds = max(milliseconds, 500)
    }
  }

  mutating func add(_ review: Review, at time: Int64) {
    let answering = Int64(min(max(0, review.milliseconds), 3_600_000))
    let (since, isTooLong) = time.subtractingReportingOverflow(last)
    if last > 0, !isTooLong, (answering...answering + Self.longestPause).contains(since) {
      reading.add(since - answering)
    }
    last = time
    self.answering[review.card.skill, default: Self.usual].add(answering)
  }

  /// How long a question of a skill takes with reading what comes after it, in milliseconds.
  public func estimate(_ skill: Skill) -> Int64 {
    Int64((answering[skill] ?? Self.usual).milliseconds + reading.milliseconds)
  }
}
