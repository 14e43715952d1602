import EmotionCore
import SpacedRepetition

/// Ninety days of five minutes each, by several ways of scheduling, and a month without practice.
/// The learners are simulated; their constants were fixed before any result was seen.
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

  static func show() {
    let vocabulary = Vocabulary(Workshop.library())
    show("power law, real log", PowerLawTrace<RealLog>.self, vocabulary)
    show("power law, foreign words", PowerLawTrace<PairedAssociates>.self, vocabulary)
    show("leaky cascade", CascadeTrace.self, vocabulary)
  }

  private static func show<Memory: Trace>(
    _ name: String, _ memory: Memory.Type, _ vocabulary: Vocabulary
  ) {
    var table = Table(
      "\(name), \(vocabulary.words.count) words", "recalled d\(days)", "±", "p ≥ \(known.text(1))",
      "recalled d\(days + pause)", "±", "p ≥ \(known.text(1))", "begun", "answers/day", "right",
      "min/day", "s")
    for (method, course) in courses(vocabulary) {
      var outcomes: [Outcome] = []
      let time = duration {
        outcomes = learners.map { outcome(course($0), Learner<Memory>(vocabulary, seed: $0)) }
      }
      func mean(_ path: KeyPath<Outcome, Double>) -> Double {
        outcomes.map { $0[keyPath: path] }.mean
      }
      table.add(
        method,
        mean(\.recalledAtEnd).text(1), outcomes.map(\.recalledAtEnd).standardError.text(1),
        mean(\.knownAtEnd).text(0),
        mean(\.recalledLater).text(1), outcomes.map(\.recalledLater).standardError.text(1),
        mean(\.knownLater).text(0),
        mean(\.words).text(0), (mean(\.answers) / Double(days)).text(1),
        (mean(\.hits) / mean(\.answers)).text(2), (mean(\.minutes) / Double(days)).text(1),
        (time / 1e9).text(1))
    }
    table.show()
  }

  private typealias Make = (_ seed: UInt64) -> any Course

  private static func courses(_ vocabulary: Vocabulary) -> [(String, Make)] {
    let unthrottled = 1000
    return [
      ("Inkling", { _ in InklingCourse(vocabulary) }),
      ("SM-2", { _ in Deck(SuperMemo2(), vocabulary) }),
      ("SM-2, any number of new", { _ in Deck(SuperMemo2(), vocabulary, newPerDay: unthrottled) }),
      ("Leitner", { _ in Deck(Leitner(), vocabulary) }),
      ("Leitner, any number of new", { _ in Deck(Leitner(), vocabulary, newPerDay: unthrottled) }),
      ("by chance", { AtRandom(vocabulary, seed: $0 + 1000) }),
      (
        "by chance, any number of new",
        {
          AtRandom(vocabulary, newPerDay: unthrottled, seed: $0 + 1000)
        }
      ),
      ("one word after the other", { _ in Blocked(vocabulary) }),
    ]
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
      while now.seconds < end, let item = course.next(at: now) {
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
