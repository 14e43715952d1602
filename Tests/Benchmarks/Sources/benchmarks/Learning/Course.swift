import EmotionCore
import SpacedRepetition

/// A way of choosing what to ask next.
protocol Course {
  mutating func beginSession(at now: Instant)
  /// What to ask, nil when nothing is left for today.
  /// - Parameter timeLeft: of the session, in seconds.
  mutating func next(at now: Instant, timeLeft: Double) -> Item?
  /// - Parameter now: when it was answered.
  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant)
}

/// How many new items a course begins in a day.
enum Newness {
  /// As many as Inkling's limit is by itself.
  case limited
  /// Fewer when reviews wait, by Inkling's rule.
  case throttled
  case unlimited

  /// - Parameter work: how long the reviews take that wait, in seconds.
  func allowance(work: Double) -> Int {
    switch self {
    case .limited: PracticeLimits().newPerDay
    case .throttled: PracticeLimits().allowance(work: Int64(work * 1000))
    case .unlimited: .max
    }
  }
}

/// Inkling itself: the ledger, the queue and the session's pace, as the program uses them.
struct InklingCourse: Course {
  private let vocabulary: Vocabulary
  private var ledger = Ledger()
  private var queue: PracticeQueue
  private var pace = SessionPace()
  private var pick: PracticeQueue.Pick?

  init(_ vocabulary: Vocabulary, _ plan: Plan = Plan()) {
    self.vocabulary = vocabulary
    let now = Self.moment(Instant())
    ledger.apply(.planned(plan), id: "plan", at: now)
    queue = PracticeQueue(ledger: ledger, words: vocabulary.words, now: now)
  }

  mutating func beginSession(at now: Instant) {
    pace = SessionPace()
    queue.refresh(ledger, now: Self.moment(now))
  }

  mutating func next(at now: Instant, timeLeft: Double) -> Item? {
    pick = pace.next(
      queue, at: Self.moment(now), lexicon: vocabulary.lexicon, timeLeft: Int64(timeLeft * 1000))
    return pick.flatMap { pick in
      vocabulary.places[pick.card.word].map { Item(word: $0, skill: pick.card.skill) }
    }
  }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
    guard let pick else { return }
    let now = Self.moment(now)
    let review = Review(
      card: pick.card, grade: answer.grade, milliseconds: Int(answer.latency * 1000),
      instead: answer.instead.map { vocabulary.words[$0] })
    ledger.apply(.reviewed(review), id: "review", at: now)
    queue.answered(pick.card, ledger, now: now)
    pace.answered(pick, missed: review.grade == .again)
  }

  /// Six in the evening, UTC, on days from 1 January 2026.
  private static func moment(_ now: Instant) -> Moment {
    Moment(
      milliseconds: 1_767_290_400_000 + Int64(now.seconds * 1000), offsetMinutes: 0)
  }
}
