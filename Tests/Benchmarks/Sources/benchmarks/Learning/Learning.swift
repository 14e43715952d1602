import EmotionCore
import SpacedRepetition

/// Ninety days of five minutes each, by several ways of scheduling, and a month without practice.
///
/// Every row has the same learners, the same minutes, the same two skills of each word and the same
/// grading. "Recalled" is the number of words that would be typed from their meaning, the sum of
/// the chances over all words; "than first" is the mean difference at the end of the month, learner
/// by learner, from the table's first row.
///
/// The learners are simulated. The constants of the foreign words and of the cascade were fixed
/// before any result was seen; those of the real log were fitted to it, and to nothing here, later.
enum Learning {
  private static let days = 90
  private static let pause = 30
  private static let minutes = 5.0
  private static let learners: Range<UInt64> = 1..<21
  /// A word counts as known from this chance of recall.
  private static let known = 0.8

  private struct Outcome {
    var recalledAtEnd = 0.0
    var knownAtEnd = 0.0
    var recalledLater = 0.0
    var knownLater = 0.0
    var words = 0.0
    var answers = 0.0
    var hits = 0.0
    var minutes = 0.0
  }

  /// - Parameter settings: compares settings of Inkling instead of methods.
  static func show(settings: Bool) {
    let vocabulary = Vocabulary(Workshop.library())
    let courses = settings ? Self.settings(vocabulary) : Self.courses(vocabulary)
    show("power law, real log", PowerLawTrace<RealLog>.self, vocabulary, courses)
    show("power law, foreign words", PowerLawTrace<PairedAssociates>.self, vocabulary, courses)
    show("leaky cascade", CascadeTrace.self, vocabulary, courses)
  }

  private static func show<Memory: Trace>(
    _ name: String, _ memory: Memory.Type, _ vocabulary: Vocabulary,
    _ courses: [(String, Make)]
  ) {
    var table = Table(
      "\(name), \(vocabulary.words.count) words", "recalled d\(days)", "±", "p ≥ \(known.text(1))",
      "recalled d\(days + pause)", "±", "p ≥ \(known.text(1))", "than first", "±", "begun",
      "answers/day", "right", "min/day", "s")
    var first: [Outcome] = []
    for (method, course) in courses {
      var outcomes: [Outcome] = []
      let time = duration {
        outcomes = learners.map { outcome(course($0), Learner<Memory>(vocabulary, seed: $0)) }
      }
      if first.isEmpty { first = outcomes }
      // Of the same learners, which differ more among themselves than the methods do.
      let differences = zip(outcomes, first).map { $0.recalledLater - $1.recalledLater }
      func mean(_ path: KeyPath<Outcome, Double>) -> Double {
        outcomes.map { $0[keyPath: path] }.mean
      }
      table.add(
        method,
        mean(\.recalledAtEnd).text(1), outcomes.map(\.recalledAtEnd).standardError.text(1),
        mean(\.knownAtEnd).text(0),
        mean(\.recalledLater).text(1), outcomes.map(\.recalledLater).standardError.text(1),
        mean(\.knownLater).text(0),
        differences.mean.text(1), differences.standardError.text(1),
        mean(\.words).text(0), (mean(\.answers) / Double(days)).text(1),
        (mean(\.hits) / mean(\.answers)).text(2), (mean(\.minutes) / Double(days)).text(1),
        (time / 1e9).text(1))
    }
    table.show()
  }

  private typealias Make = (_ seed: UInt64) -> any Course

  private static func courses(_ vocabulary: Vocabulary) -> [(String, Make)] {
    [
      ("Inkling", { _ in InklingCourse(vocabulary) }),
      ("SM-2, 8 new a day", { _ in Deck(SuperMemo2(), vocabulary, .limited) }),
      ("SM-2, fewer new when behind", { _ in Deck(SuperMemo2(), vocabulary, .throttled) }),
      ("SM-2, any number of new", { _ in Deck(SuperMemo2(), vocabulary, .unlimited) }),
      ("Leitner, 8 new a day", { _ in Deck(Leitner(), vocabulary, .limited) }),
      ("Leitner, fewer new when behind", { _ in Deck(Leitner(), vocabulary, .throttled) }),
      ("Leitner, any number of new", { _ in Deck(Leitner(), vocabulary, .unlimited) }),
      ("by chance, 8 new a day", { AtRandom(vocabulary, .limited, seed: $0 + 1000) }),
      ("by chance, any number of new", { AtRandom(vocabulary, .unlimited, seed: $0 + 1000) }),
      ("one word after the other", { _ in Blocked(vocabulary) }),
    ]
  }

  private static func settings(_ vocabulary: Vocabulary) -> [(String, Make)] {
    let plans = [
      ("as usual", Plan()), ("retention .95", Plan(retention: 0.95)),
      ("retention .85", Plan(retention: 0.85)), ("retention .8", Plan(retention: 0.8)),
      ("retention .7", Plan(retention: 0.7)), ("4 new a day", Plan(newPerDay: 4)),
      ("5 new a day", Plan(newPerDay: 5)), ("12 new a day", Plan(newPerDay: 12)),
      ("20 new a day", Plan(newPerDay: 20)),
    ]
    let orders: [(String, PlainFSRS.Order)] = [
      ("due first", .due), ("likeliest forgotten first", .likeliestForgotten),
      ("likeliest remembered first", .likeliestRemembered),
    ]
    let newness: [(String, Newness)] = [
      ("8 new a day", .limited), ("fewer new when behind", .throttled),
    ]
    let plain = newness.flatMap { newness in
      orders.map { order in
        (
          "FSRS-6 alone, \(newness.0), \(order.0)",
          { (_: UInt64) -> any Course in Deck(PlainFSRS(order.1), vocabulary, newness.1) }
        )
      }
    }
    return plans.map { plan in ("Inkling, \(plan.0)", { _ in InklingCourse(vocabulary, plan.1) }) }
      + plain
  }

  private static func outcome<Memory: Trace>(
    _ course: any Course, _ learner: Learner<Memory>
  ) -> Outcome {
    var (course, learner, now, outcome) = (course, learner, Instant(), Outcome())
    for day in 0..<days {
      now.skip(to: day)
      learner.beginSession()
      course.beginSession(at: now)
      let end = now.seconds + minutes * 60
      while now.seconds < end, let item = course.next(at: now, timeLeft: end - now.seconds) {
        let answer = learner.answer(item, at: now)
        outcome.answers += 1
        outcome.hits += answer.grade >= .good ? 1 : 0
        outcome.minutes += answer.seconds / 60
        var answered = now
        answered.practice(for: answer.latency)
        course.answered(item, answer, at: answered)
        now.practice(for: answer.seconds)
      }
    }
    now.skip(to: days)
    let atEnd = learner.recall(at: now)
    now.skip(to: days + pause)
    let later = learner.recall(at: now)
    outcome.recalledAtEnd = atEnd.reduce(0, +)
    outcome.knownAtEnd = Double(atEnd.count { $0 >= known })
    outcome.recalledLater = later.reduce(0, +)
    outcome.knownLater = Double(later.count { $0 >= known })
    outcome.words = Double(learner.wordsMet)
    return outcome
  }
}
