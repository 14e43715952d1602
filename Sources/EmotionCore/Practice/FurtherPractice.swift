public import SpacedRepetition

/// Chooses cards for someone who has done all that waits and wants more: two that would be due
/// soonest, then a new one, and so on; where one of the two has run out, only the other.
///
/// Made anew for each question, in O(n) of the cards.
public struct FurtherPractice: Sendable {
  /// Cards by when they are due, the soonest first.
  private let soonest: [CardKey]
  /// Cards that could be begun, in their order.
  private let new: [CardKey]
  private let isTurnOfNew: Bool

  /// - Parameters:
  ///   - words: those that may be introduced, the most useful first.
  ///   - asked: why each card that was asked beyond what waited was, the newest last.
  public init(
    _ ledger: Ledger, words: [WordID], now: Moment, asked: [PracticeQueue.Pick.Reason] = []
  ) {
    let present = Set(words)
    let standing = Standing(ledger, words: present, now: now)
    // What was answered today rests, as always; a card in its steps isn't done with today.
    let reviews = ledger.cards.compactMap { key, card -> (due: Int, card: CardKey)? in
      guard case .review(_, let day, _) = card.state, present.contains(key.word),
        !ledger.rests(key.word, on: now.day), !standing.stepping.contains(key.word)
      else { return nil }
      return (day, key)
    }
    soonest =
      standing.steps.sorted { ($0.due, $0.card) < ($1.due, $1.card) }.map(\.card)
      + reviews.sorted { ($0.due, $0.card) < ($1.due, $1.card) }.map(\.card)
    let waiting = Set(reviews.filter { $0.due <= now.day }.map(\.card.word))
    new = ledger.beginnings(
      Self.newAtOnce, words: words, present: present, waiting: waiting, day: now.day)
    isTurnOfNew = asked.suffix(2).count == 2 && !asked.suffix(2).contains(.new)
  }

  /// New cards that are looked for: enough to find one that is allowed.
  private static let newAtOnce = 24

  /// True when there is nothing more.
  public var isEmpty: Bool { soonest.isEmpty && new.isEmpty }

  /// The card to ask; nil when none is allowed.
  func next(avoiding: Set<WordID>, resting: Set<CardKey>) -> PracticeQueue.Pick? {
    func first(_ cards: [CardKey], _ reason: PracticeQueue.Pick.Reason) -> PracticeQueue.Pick? {
      cards.first { !resting.contains($0) && !avoiding.contains($0.word) }
        .map { PracticeQueue.Pick(card: $0, reason: reason) }
    }
    return isTurnOfNew
      ? first(new, .new) ?? first(soonest, .ahead) : first(soonest, .ahead) ?? first(new, .new)
  }
}

extension Ledger {
  /// Cards whose last answer was a miss, and which are due within minutes: a session that ends and
  /// is opened again goes on with them.
  public func missed(now: Moment, limits: PracticeLimits) -> Set<CardKey> {
    Set(
      cards.lazy.filter { _, card in
        guard case .stepping(_, let kind, 0, let due, let last) = card.state,
          due > now.milliseconds, due <= now.milliseconds + limits.learnAhead
        else { return false }
        // A miss waits for the first step; any better answer waits longer.
        return due - last.milliseconds <= scheduler.firstStep(kind)
      }.map(\.key))
  }
}
