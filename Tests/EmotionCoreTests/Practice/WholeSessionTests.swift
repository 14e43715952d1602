import SpacedRepetition
import Testing

@testable import EmotionCore

/// Weeks of sessions by people who know more or less, each step held against what the rules say of
/// the ledger alone.
@Suite struct WholeSessionTests {
  private static let library = RealDataWords()

  struct Person: CustomTestStringConvertible, Sendable {
    let seed: UInt64
    let missing: Double
    let seconds: ClosedRange<Int>
    let minutes: Int
    let newPerDay: Int
    /// Days between sessions.
    let pause: Int

    var testDescription: String { "person \(seed)" }
  }

  static let people = [
    Person(seed: 1, missing: 0.1, seconds: 2...9, minutes: 5, newPerDay: 8, pause: 1),
    Person(seed: 2, missing: 0.4, seconds: 4...30, minutes: 5, newPerDay: 8, pause: 1),
    Person(seed: 3, missing: 0.9, seconds: 5...10, minutes: 3, newPerDay: 20, pause: 2),
    Person(seed: 4, missing: 0.2, seconds: 1...5, minutes: 30, newPerDay: 3, pause: 5),
    Person(seed: 5, missing: 0.3, seconds: 8...60, minutes: 3, newPerDay: 100, pause: 1),
  ]

  /// Plays sessions, and hands each question to `check` before it is answered.
  private func play(_ person: Person, days: Int = 40, _ check: (Step) throws -> Void) rethrows {
    var dice = SeededDice(person.seed)
    var ledger = Ledger()
    let limits = PracticeLimits(Plan(newPerDay: person.newPerDay), minutes: person.minutes)
    for session in 0..<days {
      var now = Moment.noon(of: 20_000 + session * person.pause)
      let end = now.milliseconds + limits.session
      var step = Step(
        ledger: ledger, now: now, limits: limits,
        queue: PracticeQueue(ledger: ledger, words: Self.library.order, now: now, limits: limits))
      while let pick = step.pace.next(
        step.queue, at: now, lexicon: Self.library.lexicon, timeLeft: end - now.milliseconds)
      {
        step.pick = pick
        step.timeLeft = end - now.milliseconds
        try check(step)
        let isMissed = Double.random(in: 0..<1, using: &dice) < person.missing
        let milliseconds = Int.random(in: person.seconds, using: &dice) * 1000
        now.milliseconds += Int64(milliseconds)
        ledger.apply(
          .reviewed(
            Review(
              card: pick.card, grade: isMissed ? .again : .good, milliseconds: milliseconds)),
          id: "", at: now)
        step.queue.answered(pick.card, ledger, now: now)
        step.pace.answered(pick, missed: isMissed)
        step.note(pick, isMissed: isMissed)
        now.milliseconds += Int64.random(in: 500...6000, using: &dice)
        (step.ledger, step.now) = (ledger, now)
      }
    }
  }

  /// A question of a session, before it is answered.
  struct Step {
    var ledger: Ledger
    var now: Moment
    let limits: PracticeLimits
    var queue: PracticeQueue
    var pace = SessionPace()
    var pick: PracticeQueue.Pick?
    var timeLeft: Int64 = 0
    private(set) var before: [PracticeQueue.Pick] = []
    private var misses: [CardKey: Int] = [:]
    private(set) var open: Set<CardKey> = []

    init(ledger: Ledger, now: Moment, limits: PracticeLimits, queue: PracticeQueue) {
      self.ledger = ledger
      self.now = now
      self.limits = limits
      self.queue = queue
    }

    mutating func note(_ pick: PracticeQueue.Pick, isMissed: Bool) {
      before.append(pick)
      if isMissed {
        misses[pick.card, default: 0] += 1
        open.insert(pick.card)
      } else {
        open.remove(pick.card)
      }
    }

    private func rests(_ card: CardKey) -> Bool { (misses[card] ?? 0) >= 3 }

    private var library: RealDataWords { WholeSessionTests.library }

    var fresh: PracticeQueue {
      PracticeQueue(ledger: ledger, words: library.order, now: now, limits: limits)
    }

    /// The words of all cards that could be asked, found without a queue.
    var available: Set<WordID> {
      var words: Set<WordID> = []
      var stepping: Set<WordID> = []
      for (key, card) in ledger.cards {
        guard case .stepping(_, _, _, let due, _) = card.state else { continue }
        stepping.insert(key.word)
        let isOpen = open.contains(key) && due <= now.milliseconds + limits.learnAhead
        if due <= now.milliseconds || isOpen, !rests(key) { words.insert(key.word) }
      }
      var work: Int64 = 0
      var reviews: [WordID: (Double, Int64)] = [:]
      for (key, card) in ledger.cards {
        guard case .review(let memory, let day, let last) = card.state, day <= now.day,
          !stepping.contains(key.word), ledger.lastAnswered[key.word] != now.day
        else { continue }
        let recall = ledger.scheduler.model.retrievability(
          of: memory.stability, elapsedDays: Double(now.day - last.day))
        if let other = reviews[key.word], other.0 < recall { continue }
        reviews[key.word] = (recall, ledger.pace.estimate(key.skill))
      }
      for (word, review) in reviews {
        words.insert(word)
        work += review.1
      }
      let room = limits.allowance(work: work) - ledger.days[now.day].begun
      if room > 0 {
        words.formUnion(
          library.order.filter { word in
            let states = Skill.allCases.map {
              ledger.card(CardKey(word: word, skill: $0)).state
            }
            return states.contains(.new) && !stepping.contains(word) && reviews[word] == nil
              && ledger.lastAnswered[word] != now.day
          })
      }
      return words
    }
  }

  @Test(arguments: people)
  func aKeptQueueIsAsGoodAsANewOne(_ person: Person) {
    play(person, days: 10) { step in
      let fresh = step.fresh
      #expect(step.queue.next(at: step.now) == fresh.next(at: step.now))
      let due = Due(step.ledger, words: Self.library.order, now: step.now, limits: step.limits)
      #expect(step.queue.count(at: step.now) == due.total)
    }
  }

  /// Two cards running are of one contrast set only if no other card could be asked, or where two
  /// words are begun together.
  @Test(arguments: people)
  func contrastSetsAreInterleaved(_ person: Person) throws {
    var pairs = 0
    var exceptions = 0
    try play(person) { step in
      guard let last = step.before.last, let pick = step.pick else { return }
      pairs += 1
      let set = Set(
        Self.library.lexicon.neighbors(of: last.card.word).map(\.word) + [last.card.word])
      switch pick.reason {
      case .beside, .settling: return
      case .due, .early, .new, .ahead: break
      }
      guard set.contains(pick.card.word) else { return }
      exceptions += 1
      let others = step.available.subtracting(set)
      try #require(others.isEmpty, "\(pick) after \(last), not \(others)")
    }
    #expect(pairs > 100)
    #expect(exceptions < pairs)
  }

  @Test(arguments: people)
  func whatIsAskedCouldBeAsked(_ person: Person) throws {
    try play(person, days: 10) { step in
      let word = try #require(step.pick).card.word
      #expect(step.available.contains(word))
    }
  }

  /// A new word is followed by its nearest neighbor that is new, and by one only; the limit holds.
  @Test(arguments: people)
  func neighborsAreIntroducedTogether(_ person: Person) throws {
    var together = 0
    try play(person) { step in
      let begun = step.ledger.days[step.now.day].begun
      #expect(begun <= person.newPerDay)
      let pick = try #require(step.pick)
      let isNew = step.ledger.card(pick.card).state == .new
      if isNew { #expect(begun < person.newPerDay) }
      guard case .beside(let word) = pick.reason else { return }
      together += 1
      let last = try #require(step.before.last)
      #expect(last.card == CardKey(word: word, skill: .recognize) && last.reason == .new)
      #expect(isNew && pick.card.skill == .recognize)
      let new = Self.library.lexicon.nearestNeighbors(of: word).filter {
        Self.library.order.contains($0) && step.ledger.lastAnswered[$0] == nil
          && step.ledger.opening($0) == .recognize
      }
      #expect(new.first == pick.card.word)
    }
    #expect(together > 3)
  }

  /// No card is begun that does not fit, and not more than two answers come after.
  @Test(arguments: people)
  func theSessionKeepsItsTime(_ person: Person) throws {
    try play(person) { step in
      let pick = try #require(step.pick)
      if pick.reason == .settling {
        #expect(step.open.contains(pick.card))
        #expect(step.before.count { $0.reason == .settling } < SessionPace.settlingAnswers)
      } else if !step.before.isEmpty {
        #expect(step.ledger.pace.estimate(pick.card.skill) <= step.timeLeft)
      }
    }
  }

  /// Reviews alone: the order is that of the model's own probability of recall.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func reviewsComeTheLikeliestRememberedFirst(_ seed: UInt64) throws {
    var dice = SeededDice(seed)
    var ledger = Ledger()
    for word in Self.library.order.prefix(200) {
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        ledger.learn("\(word)/recognize", at: .noon(of: .random(in: 18_000...19_900, using: &dice)))
      }
    }
    let now = Moment.noon(of: 21_000)
    var queue = PracticeQueue(
      ledger: ledger, words: Self.library.order, now: now,
      limits: PracticeLimits(Plan(newPerDay: 0)))
    var last = 1.0
    var asked = 0
    while let card = queue.next(at: now, ahead: [])?.card {
      guard case .review(let memory, _, let moment) = ledger.card(card).state else {
        Issue.record("\(card) is not in review")
        return
      }
      let recall = ledger.scheduler.model.retrievability(
        of: memory.stability, elapsedDays: Double(now.day - moment.day))
      #expect(recall <= last + 1e-12)
      last = recall
      asked += 1
      ledger.answer(card.description, .good, at: now)
      queue.answered(card, ledger, now: now)
    }
    #expect(asked > 100)
  }
}

/// Words and contrasts of the real data, once for all tests; few enough to be known after a while.
struct RealDataWords: Sendable {
  let lexicon = RealData.lexicon
  let order = Array(RealData.library().teachingOrder.prefix(120))
}
