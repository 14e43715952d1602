public import SpacedRepetition

/// How much waits today: what a first screen needs, counted in one pass without putting anything in
/// order.
public struct Due: Equatable, Sendable {
  /// Everything: reviews, cards in their steps, and new ones.
  public var total: Int
  /// Those never practiced before.
  public var new: Int
  /// When something is due next; nil when it is now, or never.
  public var next: Next?

  /// When that is.
  public enum Next: Equatable, Sendable {
    /// Milliseconds since 1970 UTC.
    case time(Int64)
    /// A logical day.
    case day(Int)
  }

  /// What of it a person is asked for today.
  public struct Share: Equatable, Sendable {
    /// 0 when today's share is done.
    public var cards: Int
    /// What they take at the person's own pace, rounded up.
    public var minutes: Int
  }

  init(total: Int, new: Int, next: Next? = nil) {
    self.total = total
    self.new = new
    self.next = next
  }

  /// - Parameters:
  ///   - words: those that may be introduced, the most useful first.
  ///   - limits: those of the ledger's plan, if not said.
  ///   - early: cards in their steps that a session would ask before their time.
  ///   - resting: cards that it leaves alone.
  public init(
    _ ledger: Ledger, words: [WordID], now: Moment, limits: PracticeLimits? = nil,
    early: Set<CardKey> = [], resting: Set<CardKey> = []
  ) {
    let limits = limits ?? PracticeLimits(ledger.plan)
    let present = Set(words)
    let standing = Standing(ledger, words: present, now: now)
    let reviews = standing.oneOfEachWord()
    let steps = standing.steps.count {
      ($0.due <= now.milliseconds || early.contains($0.card)) && !resting.contains($0.card)
    }
    let waiting = steps + reviews.count
    let work = reviews.values.reduce(0) { $0 + ledger.pace.estimate($1.card.skill) }
    let room = limits.allowance(work: work) - ledger.days[now.day].begun
    let beginnings = ledger.beginnings(
      max(0, room), words: words, present: present, waiting: Set(reviews.keys), day: now.day)
    new = beginnings.count
    total = waiting + new
    if total == 0 {
      next = Self.upcoming(ledger, standing, words: words, present: present, now, limits)
    }
  }

  private static func upcoming(
    _ ledger: Ledger, _ standing: Standing, words: [WordID], present: Set<WordID>, _ now: Moment,
    _ limits: PracticeLimits
  ) -> Next? {
    if let time = standing.steps.map(\.due).min() { return .time(time) }
    // What may not be begun today may be tomorrow.
    let openings = limits.newPerDay > 0 ? words.filter { ledger.opening($0) != nil } : []
    let beginnings = openings.lazy.map { ledger.firstDay(of: $0, from: now.day + 1) }
    let reviews = ledger.cards.lazy.compactMap { key, card -> Int? in
      guard present.contains(key.word) else { return nil }
      if card.state.isMisdated(at: now) { return ledger.firstDay(of: key.word, from: now.day) }
      guard case .review(_, let dueDay, _) = card.state else { return nil }
      return ledger.firstDay(of: key.word, from: max(dueDay, now.day))
    }
    return [beginnings.min(), reviews.min()].compactMap(\.self).min().map(Next.day)
  }

  /// Today's share: as many cards as fit into a session at the person's own pace, without those
  /// that were answered today.
  public func share(_ ledger: Ledger, now: Moment, limits: PracticeLimits) -> Share {
    let each = Skill.allCases.map(ledger.pace.estimate).reduce(0, +) / Int64(Skill.allCases.count)
    let fit = max(1, Int(limits.session / max(each, 1)))
    let cards = min(total, max(0, fit - ledger.days[now.day].answered))
    return Share(cards: cards, minutes: Int((Int64(cards) * each + 59_999) / 60_000))
  }
}

extension Ledger {
  /// The first day, no earlier than `day`, on which a word does not rest.
  fileprivate func firstDay(of word: WordID, from day: Int) -> Int {
    var day = day
    while rests(word, on: day) { day += 1 }
    return day
  }
}
