public import SpacedRepetition

/// What the coming days would bring if all that is due were practiced: the queue, the scheduler
/// and the plan themselves, played on with answers drawn from the model.
///
/// The draws come from each card and repetition alone, so that the same ledger gives the same
/// forecast, and two plans meet the same luck.
public struct Forecast: Equatable, Sendable {
  /// A day, as the mean over the runs.
  public struct Day: Equatable, Sendable {
    /// The logical day.
    public var day: Int
    /// Answers between days and in steps.
    public var answers: Double
    /// Cards, each once.
    public var cards: Double
    /// Cards begun.
    public var new: Double
    /// At the person's own pace.
    public var minutes: Double
  }

  /// One after the other, the first that of `now`.
  public internal(set) var days: [Day] = []
  /// Words that would be recognized on the last day: the sum over all words of the chance.
  public internal(set) var wordsKnown = 0.0

  /// How likely the first answer to a card is right, from nothing but four options.
  public static let firstRecall = 0.75

  /// - Parameters:
  ///   - words: those that may be introduced, the most useful first.
  ///   - now: the first day is that of `now`.
  ///   - runs: how often the days are played, 1 or more.
  public init(
    _ ledger: Ledger, words: [WordID], now: Moment, limits: PracticeLimits? = nil, days: Int = 30,
    runs: Int = 3
  ) {
    for run in 0..<max(runs, 1) {
      var course = Course(ledger: ledger, words: words, limits: limits, run: run)
      for ahead in 0..<max(days, 0) {
        let played = course.play(now.later(days: ahead))
        if run == 0 { self.days.append(played) } else { self.days[ahead] += played }
      }
      wordsKnown += course.wordsKnown(on: now.day + max(days - 1, 0))
    }
    let share = 1 / Double(max(runs, 1))
    self.days = self.days.map { $0 * share }
    wordsKnown *= share
  }

  /// Cards a day, over all days.
  public var cardsADay: Double { mean(\.cards) }
  /// Minutes a day, over all days.
  public var minutesADay: Double { mean(\.minutes) }

  private func mean(_ value: (Day) -> Double) -> Double {
    days.isEmpty ? 0 : days.reduce(0) { $0 + value($1) } / Double(days.count)
  }

  /// One run.
  private struct Course {
    var ledger: Ledger
    let words: [WordID]
    let limits: PracticeLimits?
    let run: Int
    /// It stays as it is: answers that were not given say nothing of how long they take.
    let pace: AnswerPace

    init(ledger: Ledger, words: [WordID], limits: PracticeLimits?, run: Int) {
      self.ledger = ledger
      self.words = words
      self.limits = limits
      self.run = run
      pace = ledger.pace
    }

    /// Answers all that waits on a day.
    mutating func play(_ morning: Moment) -> Day {
      var day = Day(day: morning.day, answers: 0, cards: 0, new: 0, minutes: 0)
      var queue = PracticeQueue(ledger: ledger, words: words, now: morning, limits: limits)
      while let pick = queue.next(at: morning, ahead: []) {
        let begun = ledger.days[morning.day].begun
        let answers = answer(pick.card, from: morning)
        queue.answered(pick.card, ledger, now: morning)
        day.cards += 1
        day.answers += Double(answers)
        day.new += Double(ledger.days[morning.day].begun - begun)
        day.minutes += Double(pace.estimate(pick.card.skill)) * Double(answers) / 60_000
      }
      return day
    }

    /// Answers a card until it waits for another day. Only the first answer of a day can be wrong:
    /// within a day the model forgets nothing.
    /// - Returns: how many answers it took.
    private mutating func answer(_ key: CardKey, from morning: Moment) -> Int {
      var now = morning
      var grade: Grade = isForgotten(key, now) ? .again : .good
      var answers = 0
      while true {
        ledger.apply(
          .reviewed(Review(card: key, grade: grade, milliseconds: 0)), id: "", at: now)
        ledger.pace = pace
        answers += 1
        guard case .stepping(_, _, _, let due, _) = ledger.card(key).state else { return answers }
        now.milliseconds = due
        grade = .good
      }
    }

    private func isForgotten(_ key: CardKey, _ now: Moment) -> Bool {
      let card = ledger.card(key)
      let chance =
        switch card.state {
        case .new: Forecast.firstRecall
        case .stepping(let memory, _, _, _, let last), .review(let memory, _, let last):
          ledger.scheduler.model.retrievability(of: memory, after: Elapsed(from: last, to: now))
        }
      return Fuzz.dice(card: "\(run) \(key)", repetition: card.repetitions) >= chance
    }

    /// Summed in the order of the words: sums of the same numbers in another order differ.
    func wordsKnown(on day: Int) -> Double {
      guard let skill = Skill.allCases.first else { return 0 }
      return words.reduce(0) { sum, word in
        guard
          case .review(let memory, _, let last) = ledger.card(CardKey(word: word, skill: skill))
            .state
        else { return sum }
        return sum
          + ledger.scheduler.model.retrievability(of: memory, after: .days(day - last.day))
      }
    }
  }
}

extension Forecast.Day {
  fileprivate static func += (left: inout Self, right: Self) {
    left.answers += right.answers
    left.cards += right.cards
    left.new += right.new
    left.minutes += right.minutes
  }

  fileprivate static func * (day: Self, factor: Double) -> Self {
    Self(
      day: day.day, answers: day.answers * factor, cards: day.cards * factor,
      new: day.new * factor, minutes: day.minutes * factor)
  }
}

extension Moment {
  /// The same time of day, some days later.
  fileprivate func later(days: Int) -> Moment {
    Moment(
      milliseconds: milliseconds + Int64(days) * 86_400_000, offsetMinutes: offsetMinutes,
      day: day + days)
  }
}
