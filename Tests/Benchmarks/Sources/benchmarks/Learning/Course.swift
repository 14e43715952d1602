import EmotionCore
import SpacedRepetition

/// A way of choosing what to ask next.
protocol Course {
  mutating func beginSession(at now: Instant)
  /// What to ask, nil when nothing is left for today.
  mutating func next(at now: Instant) -> Item?
  /// - Parameter now: when it was answered.
  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant)
}

/// Inkling itself: the ledger, the queue and the session's pace, as the program uses them.
struct InklingCourse: Course {
  private let vocabulary: Vocabulary
  private let limits: PracticeQueue.Limits
  private var ledger = Ledger()
  private var pace = SessionPace()

  /// - Parameter newPerDay: as usual, when not said.
  init(_ vocabulary: Vocabulary, retention: Double? = nil, newPerDay: Int? = nil) {
    var limits = PracticeQueue.Limits()
    if let newPerDay { limits.newPerDay = newPerDay }
    self.limits = limits
    self.vocabulary = vocabulary
    let plan = Plan(retention: retention, newPerDay: newPerDay)
    ledger.apply(.planned(plan), id: "plan", at: Self.moment(Instant()))
  }

  mutating func beginSession(at now: Instant) { pace = SessionPace() }

  mutating func next(at now: Instant) -> Item? {
    let queue = PracticeQueue(
      ledger: ledger, words: vocabulary.words, now: Self.moment(now), limits: limits)
    guard let card = pace.next(queue, lexicon: vocabulary.lexicon),
      let word = vocabulary.places[card.word]
    else { return nil }
    return Item(word: word, skill: card.skill)
  }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
    let review = Review(
      card: CardKey(word: vocabulary.words[item.word], skill: item.skill), grade: answer.grade,
      milliseconds: Int(answer.latency * 1000), instead: answer.instead.map { vocabulary.words[$0] }
    )
    ledger.apply(.reviewed(review), id: "review", at: Self.moment(now))
    pace.answered(review.card, missed: review.grade == .again)
  }

  /// Six in the evening, UTC, on days from 1 January 2026.
  private static func moment(_ now: Instant) -> Moment {
    Moment(
      milliseconds: 1_767_290_400_000 + Int64(now.seconds * 1000), offsetMinutes: 0)
  }
}
