/// One card's reviews from its first on, in order: all that FSRS-6 knows of the past.
public struct ReviewHistory: Equatable, Sendable {
  /// One answer.
  public struct Review: Equatable, Sendable {
    /// How well the card was recalled.
    public var grade: Grade
    /// Whole days since the card's review before; 0 for its first, and within a day.
    public let elapsedDays: Int
    /// The review's place in the whole log, all cards together, the oldest 0.
    public let position: Int

    /// Days and positions below 0 count as 0.
    public init(grade: Grade, elapsedDays: Int, position: Int) {
      self.grade = grade
      self.elapsedDays = max(0, elapsedDays)
      self.position = max(0, position)
    }
  }

  /// The oldest first.
  public var reviews: [Review]

  /// - Parameter reviews: of one card, the oldest first.
  public init(_ reviews: [Review]) { self.reviews = reviews }

  /// The reviews a prediction is scored on: elapsed days ≥ 1, and not the card's first.
  var scored: [Review] { reviews.dropFirst().filter { $0.elapsedDays >= 1 } }

  /// Sorts a log into histories, in the order in which the cards first appear.
  /// - Parameter log: every review, oldest first; `day` is the logical day (`Moment.day`).
  ///   A day before the one of the card's last review counts as the same day.
  public static func histories<Card: Hashable>(
    of log: some Sequence<(card: Card, grade: Grade, day: Int)>
  ) -> [ReviewHistory] {
    var places: [Card: Int] = [:]
    var histories: [ReviewHistory] = []
    var lastDays: [Int] = []
    for (position, review) in log.enumerated() {
      if let place = places[review.card] {
        histories[place].reviews.append(
          Review(
            grade: review.grade, elapsedDays: review.day - lastDays[place], position: position))
        lastDays[place] = review.day
      } else {
        places[review.card] = histories.count
        histories.append(
          ReviewHistory([Review(grade: review.grade, elapsedDays: 0, position: position)]))
        lastDays.append(review.day)
      }
    }
    return histories
  }

  /// How many reviews of a log are the older part of it: `share` of them (0…1), fewer where the
  /// first of the newer part has the time of others before it, so that no moment is on both sides.
  /// - Parameter times: the time of every review, ascending.
  public static func olderCount(of times: [Int64], share: Double) -> Int {
    var count = min(max(Int(Double(times.count) * share), 0), times.count)
    guard count < times.count else { return count }
    while count > 0, times[count - 1] == times[count] { count -= 1 }
    return count
  }

  /// The reviews before a position in the log, nil if there are none.
  public func before(position: Int) -> ReviewHistory? {
    let older = reviews.prefix { $0.position < position }
    return older.isEmpty ? nil : ReviewHistory(Array(older))
  }
}
