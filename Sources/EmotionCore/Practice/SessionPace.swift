public import SpacedRepetition

/// What a session has asked so far, so that it neither drums one word in nor asks for ever.
///
/// - A missed word comes back after others, and after three misses it rests until another day; a
///   word that was known comes back when its time has come and not before.
/// - A word that has left its steps is done with, also where a day begins meanwhile.
/// - A new word is followed, once, by its nearest neighbor that is new too and as common. Otherwise
///   a word and its neighbors, a contrast set, never come one after the other while any other card
///   waits.
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
  /// Words of which a card has left its steps.
  private var done: Set<WordID> = []

  /// A session in which nothing was asked yet.
  /// - Parameter open: cards that were missed shortly before, and not known since: it goes on with
  ///   them.
  public init(open: Set<CardKey> = []) { self.open = open }

  /// Notes an answer.
  /// - Parameter isDone: whether the card has left its steps.
  public mutating func answered(
    _ pick: PracticeQueue.Pick, missed: Bool, isDone: Bool = false
  ) {
    let card = pick.card
    if isDone { done.insert(card.word) }
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

  /// The same for a session that is opened anew: what was missed stays missed, and what rests rests.
  public var reopened: SessionPace {
    var pace = self
    pace.begun = nil
    pace.settled = 0
    return pace
  }

  /// How often a card was missed.
  public func misses(of card: CardKey) -> Int { misses[card] ?? 0 }

  /// The card to ask next, nil when the session has nothing more to ask.
  /// - Parameters:
  ///   - timeLeft: milliseconds; nil for a session without an end. The first card of a session is
  ///     asked whatever it needs.
  ///   - further: what to ask when all that waits is done, where the person wants more.
  public func next(
    _ queue: PracticeQueue, at now: Moment, lexicon: Lexicon, timeLeft: Int64? = nil,
    further: FurtherPractice? = nil
  ) -> PracticeQueue.Pick? {
    let pick = next(queue, now, lexicon) ?? further.flatMap { next($0, lexicon) }
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

  private func next(_ further: FurtherPractice, _ lexicon: Lexicon) -> PracticeQueue.Pick? {
    avoided(lexicon).lazy.compactMap { further.next(avoiding: $0, resting: resting) }.first
  }

  /// What to avoid, from what would be best to what there is no way around.
  private func avoided(_ lexicon: Lexicon) -> [Set<WordID>] {
    guard let last = recent.last else { return [done] }
    let set = Set(lexicon.neighbors(of: last).map(\.word) + [last])
    return [set.union(recent), set, [last], []].map(done.union)
  }

  /// Cards that were missed so often that this session leaves them alone.
  public var resting: Set<CardKey> {
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
