public import SpacedRepetition

/// What is to be practiced, and in which order.
public struct PracticeQueue {
  public let ledger: Ledger
  public let words: [WordID]
  public let now: Moment
  public let limits: Limits
  private let model: FSRS6
  /// The cards that were ever answered and whose words are still there.
  private let known: [(CardKey, Ledger.Card)]

  /// How much at once.
  public struct Limits: Equatable, Sendable {
    /// New cards begun in a day.
    public var newPerDay = 8
    /// How far ahead of its time a card in its first steps may be shown when nothing else is
    /// left, in milliseconds.
    public var learnAhead: Int64 = 20 * 60_000

    public init() {}
  }

  /// - Parameter words: those that may be introduced, the most useful first.
  public init(
    ledger: Ledger, words: [WordID], now: Moment, limits: Limits = Limits(), model: FSRS6 = FSRS6()
  ) {
    self.ledger = ledger
    self.words = words
    self.now = now
    self.limits = limits
    self.model = model
    let present = Set(words)
    known = ledger.cards.compactMap { key, card in
      present.contains(key.word) ? (key, card) : nil
    }
  }

  /// How much waits today.
  public struct Due: Equatable, Sendable {
    /// Everything: reviews, cards in their steps, and new ones.
    public var total: Int
    /// Those never practiced before.
    public var new: Int
    /// When something is due next, nil when it is now, or never. Milliseconds since 1970 UTC,
    /// or a logical day.
    public var next: Next?
  }

  public enum Next: Equatable, Sendable {
    case time(Int64)
    case day(Int)
  }

  public func due() -> Due {
    let waiting = stepping(until: now.milliseconds).count + reviews().count
    let new = newCards().count
    return Due(total: waiting + new, new: new, next: waiting + new > 0 ? nil : upcoming())
  }

  /// The card to show now.
  /// - Parameters:
  ///   - avoiding: words just shown, and their neighbors: another is preferred.
  ///   - resting: cards that are not shown at all.
  ///   - ahead: the cards in their steps that may be shown before their time when nothing else is
  ///     left; all of them, when not said.
  public func next(
    avoiding: Set<WordID> = [], resting: Set<CardKey> = [], ahead: Set<CardKey>? = nil
  ) -> CardKey? {
    func allowed(_ cards: [CardKey]) -> [CardKey] { cards.filter { !resting.contains($0) } }
    let due = allowed(stepping(until: now.milliseconds) + interleaved(reviews(), newCards()))
    let early = allowed(stepping(until: now.milliseconds + limits.learnAhead))
      .filter { ahead?.contains($0) ?? true }
    return due.first { !avoiding.contains($0.word) }
      ?? due.first ?? early.first { !avoiding.contains($0.word) } ?? early.first
  }

  /// One new card after every two reviews, so that a session is neither all new nor all old.
  private func interleaved(_ reviews: [CardKey], _ new: [CardKey]) -> [CardKey] {
    guard !reviews.isEmpty, let first = new.first else { return reviews + new }
    let answered = ledger.begun.day == now.day ? ledger.begun.count : 0
    let reviewed = ledger.cards.values.count { card in
      card.repetitions > 1 && card.state.last?.day == now.day
    }
    return reviewed >= answered * 2 + 2 ? [first] + reviews + new.dropFirst() : reviews + new
  }

  /// Cards in their first steps whose time comes before `time`, the earliest first.
  private func stepping(until time: Int64) -> [CardKey] {
    known.compactMap { key, card -> (CardKey, Int64)? in
      guard case .stepping(_, _, _, let due, _) = card.state, due <= time else { return nil }
      return (key, due)
    }
    .sorted { ($0.1, $0.0.description) < ($1.1, $1.0.description) }
    .map(\.0)
  }

  /// Cards due today, the likeliest to be forgotten first. One card of a word a day: its siblings
  /// rest when it was answered, and before that while another of them waits.
  private func reviews() -> [CardKey] {
    var seen = Set(stepping(until: now.milliseconds).map(\.word))
    return known.compactMap { key, card -> (CardKey, Double)? in
      guard case .review(let trace, let dueDay, let last) = card.state, dueDay <= now.day,
        ledger.lastAnswered[key.word] != now.day
      else { return nil }
      let elapsed = Elapsed(from: last, to: now)
      return (key, model.retrievability(of: trace, after: elapsed))
    }
    .sorted { ($0.1, $0.0.description) < ($1.1, $1.0.description) }
    .map(\.0)
    .filter { seen.insert($0.word).inserted }
  }

  /// Cards to begin today: the next skill of words already known, then words that were named or
  /// kept, the newest first, then the others in their order.
  private func newCards() -> [CardKey] {
    let begun = ledger.begun.day == now.day ? ledger.begun.count : 0
    let room = limits.newPerDay - begun
    guard room > 0 else { return [] }
    let enrolled = Set(ledger.enrolled)
    let order = ledger.enrolled.reversed() + words.filter { !enrolled.contains($0) }
    let known = Set(words)
    let waiting = Set(reviews().map(\.word))
    var cards: [CardKey] = []
    for word in order
    where known.contains(word) && !waiting.contains(word) && ledger.lastAnswered[word] != now.day {
      guard cards.count < room else { break }
      if let skill = opening(word) { cards.append(CardKey(word: word, skill: skill)) }
    }
    return cards
  }

  /// The next skill of a word, once the one before it has left its first steps.
  private func opening(_ word: WordID) -> Skill? {
    for skill in Skill.allCases {
      switch ledger.card(CardKey(word: word, skill: skill)).state {
      case .new: return skill
      case .stepping: return nil
      case .review: continue
      }
    }
    return nil
  }

  private func upcoming() -> Next? {
    var time: Int64?
    var day: Int?
    for (key, card) in known {
      switch card.state {
      case .new: continue
      case .stepping(_, _, _, let due, _): time = min(time ?? due, due)
      case .review(_, let dueDay, _):
        let free = ledger.lastAnswered[key.word] == now.day ? max(dueDay, now.day + 1) : dueDay
        day = min(day ?? free, free)
      }
    }
    if let time { return .time(time) }
    // What may not be begun today may be tomorrow.
    if limits.newPerDay > 0, words.contains(where: { opening($0) != nil }) { day = now.day + 1 }
    return day.map(Next.day)
  }
}
