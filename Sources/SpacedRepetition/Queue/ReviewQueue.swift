/// The cards of a day in the order in which they are to be shown: those in their steps by the
/// clock, those due between days by their rank, and those to be begun.
///
/// A value made once and changed after each answer: O(n log n) to make; to look for a card, O(1)
/// and as many more as are not allowed; to change, O(1), and among k cards in their steps O(k).
public struct ReviewQueue<Card: Hashable & Comparable & Sendable>: Sendable {
  private struct Step: Comparable {
    let due: Int64
    let card: Card

    static func < (left: Step, right: Step) -> Bool {
      (left.due, left.card) < (right.due, right.card)
    }
  }

  private var steps: [Step]
  private var dues: [Card: Int64]
  private var reviews: CardLine<Card>
  private var new: CardLine<Card>

  /// - Parameters:
  ///   - steps: cards in their steps, each with when it is due, in milliseconds since 1970 UTC.
  ///   - reviews: cards due today, each with its rank: the lowest is shown first.
  ///   - new: cards never answered, in their order.
  public init(
    steps: [(card: Card, due: Int64)], reviews: [(card: Card, rank: Double)], new: [Card]
  ) {
    self.steps = steps.map { Step(due: $0.due, card: $0.card) }.sorted()
    dues = Dictionary(steps.map { ($0.card, $0.due) }, uniquingKeysWith: { first, _ in first })
    // Numbers are put in order, and cards looked at only where those are the same: where this is not
    // specialized, moving and comparing cards is what takes time.
    let ranks = reviews.map(\.rank)
    let order = ranks.indices.sorted { left, right in
      ranks[left] == ranks[right]
        ? reviews[left].card < reviews[right].card : ranks[left] < ranks[right]
    }
    self.reviews = CardLine(order.map { reviews[$0].card })
    self.new = CardLine(new)
  }

  /// Cards that are due today.
  public var reviewCount: Int { reviews.count }
  /// Cards that were never answered.
  public var newCount: Int { new.count }

  /// Cards in their steps that are due by `time`, in milliseconds since 1970 UTC. O(log k).
  public func stepCount(until time: Int64) -> Int {
    steps.partitioningIndex { $0.due > time }
  }

  /// The earliest allowed card in its steps that is due by `time`.
  public func step(until time: Int64, where isAllowed: (Card) -> Bool) -> Card? {
    for step in steps {
      guard step.due <= time else { return nil }
      if isAllowed(step.card) { return step.card }
    }
    return nil
  }

  /// The allowed card due today of the lowest rank.
  public func review(where isAllowed: (Card) -> Bool) -> Card? { reviews.first(where: isAllowed) }

  /// The first allowed card to begin.
  public func new(where isAllowed: (Card) -> Bool) -> Card? { new.first(where: isAllowed) }

  /// Whether a card waits to be begun.
  public func canBegin(_ card: Card) -> Bool { new.contains(card) }

  /// Takes a card out of the reviews.
  /// - Returns: whether it was there.
  @discardableResult
  public mutating func removeReview(_ card: Card) -> Bool { reviews.remove(card) }

  /// Takes a card out of those to begin.
  public mutating func removeNew(_ card: Card) { _ = new.remove(card) }

  /// Files a card in its steps; nil takes it out of them.
  /// - Parameter due: milliseconds since 1970 UTC.
  public mutating func setStep(_ card: Card, due: Int64?) {
    if let before = dues.removeValue(forKey: card) {
      steps.remove(at: place(of: Step(due: before, card: card)))
    }
    guard let due else { return }
    dues[card] = due
    let step = Step(due: due, card: card)
    steps.insert(step, at: place(of: step))
  }

  private func place(of step: Step) -> Int { steps.partitioningIndex { $0 >= step } }
}

extension Array {
  /// The first index of an array in order whose element belongs to the second part. O(log n).
  fileprivate func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
