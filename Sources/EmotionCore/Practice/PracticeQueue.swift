public import SpacedRepetition

/// What is to be practiced today, and in which order: made once for a session, kept up to date
/// after each answer.
///
/// Reviews come by retrievability, the highest first, one card of a word a day; a new card comes
/// after every two other answers, while there are any.
///
/// Where there is time for all that is due, the order hardly matters. Where there is not, minutes go
/// further on what is still remembered: a hit takes less of them than a miss. A month later all
/// three kinds of simulated learners, none of which is FSRS, have kept more words than with the
/// likeliest forgotten first (`Tests/Benchmarks/README.md`).
public struct PracticeQueue: Sendable {
  /// A card to ask, and what makes it one.
  public struct Pick: Equatable, Sendable {
    /// What to ask.
    public let card: CardKey
    /// Why it is asked.
    public let reason: Reason

    /// Why a card is asked.
    public enum Reason: Equatable, Sendable {
      /// It is due, in its steps or between days.
      case due
      /// It is in its steps and nothing else is left.
      case early
      /// It was never asked before.
      case new
      /// It is new, and stands beside the neighbor that was new before it.
      case beside(WordID)
      /// The time is over, but it was missed and one more answer may settle it.
      case settling
      /// All that waits is done, and the person wanted more: it would be due soonest.
      case ahead
    }
  }

  private let words: [WordID]
  private let fixedLimits: PracticeLimits?
  private var cards: ReviewQueue<CardKey>
  private var stamp: Stamp
  private var limits: PracticeLimits
  private var pace: AnswerPace
  /// Answers given today, and how many of them began a card.
  private var answered: Int
  private var begun: Int
  /// How many reviews of each skill wait.
  private var waiting: [Skill: Int]

  /// By what a queue knows that it is still true of a ledger.
  private struct Stamp: Equatable {
    var answers: Int
    let day: Int
    let plan: Plan

    init(_ ledger: Ledger, _ now: Moment) {
      answers = ledger.answers
      day = now.day
      plan = ledger.plan
    }
  }

  /// O(n log n) in the cards.
  /// - Parameters:
  ///   - words: those that may be introduced, the most useful first.
  ///   - limits: those of the ledger's plan, if not said.
  public init(
    ledger: Ledger, words: [WordID], now: Moment, limits: PracticeLimits? = nil
  ) {
    self.words = words
    fixedLimits = limits
    self.limits = limits ?? PracticeLimits(ledger.plan)
    let present = Set(words)
    let standing = Standing(ledger, words: present, now: now)
    let reviews = standing.oneOfEachWord()
    let beginnings = ledger.beginnings(
      words: words, present: present, waiting: Set(reviews.keys), day: now.day)
    cards = ReviewQueue(
      steps: standing.steps, reviews: Array(reviews.values), new: beginnings)
    stamp = Stamp(ledger, now)
    pace = ledger.pace
    answered = ledger.days[now.day].answered
    begun = ledger.days[now.day].begun
    waiting = reviews.values.reduce(into: [:]) { $0[$1.card.skill, default: 0] += 1 }
  }

  /// Takes in an answer that the ledger has already. O(1), or as long as making the queue when
  /// something else has changed as well: a day began, or another program wrote.
  public mutating func answered(_ card: CardKey, _ ledger: Ledger, now: Moment) {
    var expected = stamp
    expected.answers += 1
    guard Stamp(ledger, now) == expected else { return rebuild(ledger, now: now) }
    stamp = expected
    // Its siblings, which rest for the day, never were in the same queue.
    if cards.removeReview(card) { waiting[card.skill, default: 1] -= 1 }
    cards.removeNew(card)
    if case .stepping(_, _, _, let due, _) = ledger.card(card).state {
      cards.setStep(card, due: due)
    } else {
      cards.setStep(card, due: nil)
    }
    pace = ledger.pace
    answered = ledger.days[now.day].answered
    begun = ledger.days[now.day].begun
  }

  /// Makes the queue anew when the ledger or the day is another than it was made for.
  public mutating func refresh(_ ledger: Ledger, now: Moment) {
    if Stamp(ledger, now) != stamp { rebuild(ledger, now: now) }
  }

  private mutating func rebuild(_ ledger: Ledger, now: Moment) {
    self = PracticeQueue(ledger: ledger, words: words, now: now, limits: fixedLimits)
  }

  /// How many cards may still be begun today.
  private var room: Int {
    let work = waiting.reduce(0) { $0 + pace.estimate($1.key) * Int64($1.value) }
    return max(0, limits.allowance(work: work) - begun)
  }

  /// Everything that waits now.
  public func count(at now: Moment) -> Int {
    cards.stepCount(until: now.milliseconds) + cards.reviewCount + min(room, cards.newCount)
  }

  /// How long a question of a skill takes this person with reading what comes after it, in
  /// milliseconds.
  public func estimate(_ skill: Skill) -> Int64 { pace.estimate(skill) }

  /// The card to show now, nil when there is none that is allowed.
  /// - Parameters:
  ///   - avoiding: words that are not shown.
  ///   - resting: cards that are not shown.
  ///   - ahead: the cards in their steps that may be shown before their time when nothing else is
  ///     left; all of them, when not said.
  public func next(
    at now: Moment, avoiding: Set<WordID> = [], resting: Set<CardKey> = [],
    ahead: Set<CardKey>? = nil
  ) -> Pick? {
    func isAllowed(_ card: CardKey) -> Bool {
      !resting.contains(card) && !avoiding.contains(card.word)
    }
    if let card = cards.step(until: now.milliseconds, where: isAllowed) {
      return Pick(card: card, reason: .due)
    }
    let new = room > 0 ? cards.new(where: isAllowed) : nil
    let isTurnOfNew = answered - begun >= begun * 2 + 2
    if isTurnOfNew, let new { return Pick(card: new, reason: .new) }
    if let card = cards.review(where: isAllowed) { return Pick(card: card, reason: .due) }
    if let new { return Pick(card: new, reason: .new) }
    return early(at: now) { (ahead?.contains($0) ?? true) && isAllowed($0) }
      .map { Pick(card: $0, reason: .early) }
  }

  /// The earliest allowed card in its steps that may be shown ahead of its time.
  func early(at now: Moment, where isAllowed: (CardKey) -> Bool) -> CardKey? {
    cards.step(until: now.milliseconds + limits.learnAhead, where: isAllowed)
  }

  /// The card that is begun beside a word that was just begun: the first skill of its nearest
  /// neighbor that is new too and no rarer; nil when there is none, or no room for it today.
  func companion(of word: WordID, _ lexicon: Lexicon) -> CardKey? {
    guard room > 0, let skill = Skill.allCases.first, let level = lexicon[word]?.everyday else {
      return nil
    }
    return lexicon.nearestNeighbors(of: word).lazy
      .filter { (lexicon[$0]?.everyday ?? 0) >= min(level, Self.everydayEnough) }
      .map { CardKey(word: $0, skill: skill) }
      .first(where: cards.canBegin)
  }

  /// A neighbor this common, 1…5, stands beside any word: what nobody says is no help in telling
  /// apart what everybody says.
  private static let everydayEnough = 3
}
