public import SpacedRepetition

/// What a session has asked so far, so that it neither drums one word in nor asks for ever.
///
/// - A missed word comes back after others, and after three misses it rests until another day; a
///   word that was known comes back when its time has come and not before.
/// - A new word is followed, once, by its nearest neighbor that is new too. Otherwise a word and
///   its neighbors, a contrast set, never come one after the other while any other card waits.
/// - No card is begun that there is no time for; what was missed may still be settled.
public struct SessionPace: Equatable, Sendable {
  /// Misses after which a word rests.
  public static let missesBeforeRest = 3
  /// Answers after the time is over that may settle what was missed.
  public static let settlingAnswers = 2

  private var misses: [CardKey: Int] = [:]
  /// Missed, and not known since.
  private var open: Set<CardKey> = []
  /// Words asked last, the newest last.
  private var recent: [WordID] = []
  /// A word that was just begun, whose neighbor may stand beside it.
  private var begun: WordID?
  private var settled = 0

  /// A session in which nothing was asked yet.
  public init() {}

  /// Notes an answer.
  public mutating func answered(_ pick: PracticeQueue.Pick, missed: Bool) {
    let card = pick.card
    if missed {
      misses[card, default: 0] += 1
      open.insert(card)
    } else {
      open.remove(card)
    }
    recent = Array((recent + [card.word]).suffix(2))
    begun = pick.reason == .new && card.skill == Skill.allCases.first ? card.word : nil
    if pick.reason == .settling { settled += 1 }
  }

  /// How often a card was missed.
  public func misses(of card: CardKey) -> Int { misses[card] ?? 0 }

  /// The card to ask next, nil when the session has nothing more to ask.
  /// - Parameter timeLeft: milliseconds; nil for a session without an end. The first card of a
  ///   session is asked whatever it needs.
  public func next(
    _ queue: PracticeQueue, at now: Moment, lexicon: Lexicon, timeLeft: Int64? = nil
  ) -> PracticeQueue.Pick? {
    let pick = next(queue, now, lexicon)
    guard let timeLeft, !recent.isEmpty, let pick, queue.estimate(pick.card.skill) > timeLeft else {
      return pick
    }
    return settling(queue, now, lexicon)
  }

  private func next(
    _ queue: PracticeQueue, _ now: Moment, _ lexicon: Lexicon
  ) -> PracticeQueue.Pick? {
    if let begun, let card = queue.companion(of: begun, lexicon) {
      return PracticeQueue.Pick(card: card, reason: .beside(begun))
    }
    for words in avoided(lexicon) {
      let pick = queue.next(
        at: now, avoiding: words, resting: resting, ahead: open.subtracting(resting))
      if let pick { return pick }
    }
    return nil
  }

  /// What to avoid, from what would be best to what there is no way around.
  private func avoided(_ lexicon: Lexicon) -> [Set<WordID>] {
    guard let last = recent.last else { return [[]] }
    let set = Set(lexicon.neighbors(of: last).map(\.word) + [last])
    return [set.union(recent), set, [last], []]
  }

  private var resting: Set<CardKey> {
    Set(misses.lazy.filter { $0.value >= Self.missesBeforeRest }.map(\.key))
  }

  private func settling(
    _ queue: PracticeQueue, _ now: Moment, _ lexicon: Lexicon
  ) -> PracticeQueue.Pick? {
    guard settled < Self.settlingAnswers else { return nil }
    let waiting = open.subtracting(resting)
    for words in avoided(lexicon) {
      let card = queue.early(at: now) { waiting.contains($0) && !words.contains($0.word) }
      if let card { return PracticeQueue.Pick(card: card, reason: .settling) }
    }
    return nil
  }
}
