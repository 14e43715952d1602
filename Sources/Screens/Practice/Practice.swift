import EmotionCore
import SpacedRepetition
import Terminal

/// A practice session: question, answer, explanation, and at the end a summary.
struct Practice: Scene {
  indirect enum Stage: Equatable {
    /// The clock is days behind: whether to practice anyway.
    case clock(question: String)
    case asking(Question)
    case answered(Answered)
    /// The person is choosing another grade.
    case grading(Answered)
    /// Telling two words apart, and what comes back after it.
    case drilling(Drill, before: Stage)
    case summary(nothingDue: Bool)

    var isSummary: Bool { if case .summary = self { true } else { false } }
  }

  /// An exercise on the screen.
  struct Question: Equatable {
    let exercise: Exercise
    let pick: PracticeQueue.Pick
    /// Times the card was forgotten before.
    let lapses: Int
    /// The clock when it was shown.
    let since: Int64
    var row = 0
    var field = TextField()
    var isHinted = false
    /// Enter was pressed with nothing typed.
    var isGivingUp = false
  }

  /// An answer that is on disk.
  struct Answered: Equatable {
    let question: Question
    let verdict: Verdict
    let review: Review
    /// The event that recorded it.
    let event: String
    /// Where the card stands now.
    let state: CardState<MemoryTrace>
    /// When the card slipped so often that it is worth a word.
    let leech: Leech?
    /// How many further cases of the word are shown.
    var cases = 0
    /// Whether the person counts an answer that is not the expected one as right.
    var isClaimed: Bool { verdict.other != nil && review.grade >= .good }
  }

  enum Action {
    case move(Move)
    case answer
    case pick(Int)
    case giveUp
    case hint
    case goOn
    case another
    case mineFits
    case changeGrade
    case grade(Grade)
    case keepGrade
    case tellApart
    case practiceAnyway
    case more
    case undo
    case leave
  }

  var stage: Stage
  /// Answers of this session that stand, oldest first.
  private(set) var answers: [Answered] = []
  /// Words that were told apart in this session.
  private(set) var drilled: Set<WordID> = []
  /// The first line shown of the summary.
  private(set) var summaryScroll = 0
  private(set) var startedAt: Int64
  private(set) var clock: ClockTrouble
  private(set) var queue: PracticeQueue
  private let minutes: Int
  /// The pace that earlier sessions have left.
  private var opening: SessionPace
  /// Counts the answers there were when the person asked for more than waits; nil before.
  private var moreAfter: Int?
  /// Set once the person practices although the clock is days behind.
  private var trustsClock = false
  private var pending: Pending?

  /// What is to happen once the disk has it.
  private enum Pending {
    case answer(Question, Verdict, Review)
    /// Undo, then ask again.
    case undo(Answered)
    /// Put the same answer with another grade in its place.
    case regrade(Answered, Verdict, Review)
  }

  init(_ world: inout World) {
    startedAt = world.uptime
    minutes = world.minutes
    queue = world.queue()
    opening = world.openingPace
    clock = ClockTrouble(now: world.now, newest: world.newest)
    stage = .summary(nothingDue: true)
    next(&world)
  }

  /// Opens practice, with a word on the clock where that is called for.
  static func opening(_ world: inout World) -> [Command] {
    let practice = Practice(&world)
    return [.open(.practice(practice))] + (practice.clock.notice.map { [.notice($0)] } ?? [])
  }

  var typing: Typing {
    if case .asking(let question) = stage, question.exercise.answering == .typing { return .word }
    return .none
  }

  var typed: Typed? {
    if case .asking(let question) = stage, typing != .none { return .word(question.field.text) }
    return nil
  }

  /// The question waits.
  mutating func heard() {
    guard case .asking(var question) = stage else { return }
    question.field = TextField()
    stage = .asking(question)
  }

  /// Milliseconds left of the session, not below zero.
  func timeLeft(_ world: World) -> Int64 {
    max(0, Int64(minutes) * 60_000 - (world.uptime - startedAt))
  }

  // MARK: What keys do

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch (stage, action) {
    case (.asking(var question), .move(let move)):
      if case .choosing(let options) = question.exercise.answering {
        question.row = move.applied(to: question.row, count: options.count)
      }
      stage = .asking(question)
    case (.asking(let question), .answer): return answer(question, world)
    case (.asking(let question), .pick(let number)):
      guard case .choosing(let options) = question.exercise.answering,
        options.indices.contains(number - 1)
      else { return [] }
      return record(
        question, check(world).judge(chosen: options[number - 1], in: question.exercise), world)
    case (.asking(let question), .giveUp): return record(question, .gaveUp, world)
    case (.asking(var question), .hint):
      question.isHinted = true
      stage = .asking(question)
    case (.clock, .practiceAnyway):
      trustsClock = true
      next(&world)
    case (.answered, .goOn): return goOn(&world)
    case (.summary, .more): return more(&world)
    case (.answered(var answered), .another):
      answered.cases += 1
      stage = .answered(answered)
    case (.answered(let answered), .mineFits):
      guard answered.verdict.other != nil else { return [.notice("There is no answer to count.")] }
      return regrade(answered, .good, verdict: answered.verdict.forgiven)
    case (.answered(let answered), .changeGrade): stage = .grading(answered)
    case (.grading(let answered), .grade(let grade)): return regrade(answered, grade)
    case (.grading(let answered), .keepGrade): stage = .answered(answered)
    case (.answered(let answered), .tellApart): drill(answered.leech, &world)
    case (.summary, .tellApart): drill(leeches.last, &world)
    case (.drilling(let drill, let before), let action):
      return handle(action, drill, before: before)
    case (.summary, .move(let move)):
      summaryScroll = move.applied(to: summaryScroll, count: answers.count)
    case (_, .undo): return undo()
    case (.asking, .leave), (.answered, .leave):
      guard answers.isEmpty else {
        stage = .summary(nothingDue: false)
        return []
      }
      return close(&world)
    case (_, .leave): return close(&world)
    default: break
    }
    return []
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    guard case .asking(var question) = stage else { return [] }
    _ = question.field.handle(key)
    question.isGivingUp = false
    stage = .asking(question)
    return []
  }

  private func check(_ world: World) -> AnswerCheck { AnswerCheck(lexicon: world.library.lexicon) }

  private mutating func answer(_ question: Question, _ world: World) -> [Command] {
    if question.exercise.answering == .typing, question.field.isEmpty, !question.isGivingUp {
      // A second Enter too many must not cost an answer.
      var question = question
      question.isGivingUp = true
      stage = .asking(question)
      return [.notice("Nothing typed yet. Enter once more shows the word.")]
    }
    switch question.exercise.answering {
    case .choosing(let options):
      return record(
        question, check(world).judge(chosen: options[question.row], in: question.exercise), world)
    case .typing:
      return record(
        question, check(world).judge(typed: question.field.text, in: question.exercise), world)
    }
  }

  private mutating func record(
    _ question: Question, _ verdict: Verdict, _ world: World
  ) -> [Command] {
    let review = Review(
      card: question.exercise.card, grade: verdict.grade(hinted: question.isHinted),
      milliseconds: Int(world.uptime - question.since), instead: verdict.other)
    pending = .answer(question, verdict, review)
    return [.append(.reviewed(review))]
  }

  private mutating func regrade(
    _ answered: Answered, _ grade: Grade, verdict: Verdict? = nil
  ) -> [Command] {
    stage = .answered(answered)
    guard grade != answered.review.grade else { return [] }
    var review = answered.review
    review.grade = grade
    pending = .regrade(answered, verdict ?? answered.verdict, review)
    return [.replace(answered.event, with: .reviewed(review))]
  }

  private mutating func undo() -> [Command] {
    guard let last = answers.last else { return [.undoLatest] }
    pending = .undo(last)
    return [.undo(last.event)]
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    let done = pending
    pending = nil
    switch done {
    case .answer(let question, let verdict, let review):
      take(question, verdict, review, id, world)
    case .undo(let answered):
      answers.removeLast()
      queue.refresh(world.ledger, now: world.now)
      let before = answered.question
      var question = Question(
        exercise: before.exercise, pick: before.pick, lapses: before.lapses, since: world.uptime)
      question.row = before.row
      stage = .asking(question)
      return [.notice("Undone.")]
    case .regrade(let answered, let verdict, let review):
      answers.removeLast()
      take(answered.question, verdict, review, id, world)
    case nil: break
    }
    return []
  }

  /// Takes in an answer that is on disk.
  private mutating func take(
    _ question: Question, _ verdict: Verdict, _ review: Review, _ event: String, _ world: World
  ) {
    queue.answered(review.card, world.ledger, now: world.now)
    let card = world.ledger.card(review.card)
    let isLeech = card.lapses > question.lapses && Leech.isNoticed(lapses: card.lapses)
    let answered = Answered(
      question: question, verdict: verdict, review: review, event: event, state: card.state,
      leech: isLeech ? Leech(review.card.word, world.ledger, world.library.lexicon) : nil)
    answers.append(answered)
    stage = .answered(answered)
  }

  mutating func resume(_ world: inout World) {
    queue.refresh(world.ledger, now: world.now)
    if answers.isEmpty { opening = world.openingPace }
    if case .summary(nothingDue: true) = stage { next(&world) }
  }

  private mutating func goOn(_ world: inout World) -> [Command] {
    let before = clock
    next(&world)
    // It was set back meanwhile.
    guard before == .none, let notice = clock.notice else { return [] }
    return [.notice(notice)]
  }

  /// Goes on after the end: with what waits, for as long again, or else with what doesn't wait yet.
  private mutating func more(_ world: inout World) -> [Command] {
    startedAt = world.uptime
    next(&world)
    guard stage.isSummary else { return [] }
    moreAfter = answers.count
    next(&world)
    guard stage.isSummary else { return [] }
    moreAfter = nil
    return [.notice("That's every word there is for today.")]
  }

  /// Leaves, so that the next session knows what this one asked.
  private func close(_ world: inout World) -> [Command] {
    if !answers.isEmpty { world.leftSession = LeftSession(pace, world) }
    return [.close]
  }

  private mutating func next(_ world: inout World) {
    clock = ClockTrouble(now: world.now, newest: world.newest)
    if !trustsClock, let question = clock.question(now: world.now) {
      stage = .clock(question: question)
      return
    }
    queue.refresh(world.ledger, now: world.now)
    let further = moreAfter.map { start in
      world.further(after: answers.dropFirst(start).map(\.question.pick.reason))
    }
    let pick = pace.next(
      queue, at: world.now, lexicon: world.library.lexicon, timeLeft: timeLeft(world),
      further: further)
    guard let pick, let question = question(pick, &world) else {
      stage = .summary(nothingDue: answers.isEmpty)
      return
    }
    stage = .asking(question)
  }

  /// True once the person asked for more than waits.
  var isFurther: Bool { moreAfter != nil }

  /// What the answers that stand say of the session.
  var pace: SessionPace {
    answers.reduce(into: opening) { pace, answered in
      let isDone = if case .review = answered.state { true } else { false }
      pace.answered(
        answered.question.pick, missed: answered.review.grade == .again, isDone: isDone)
    }
  }

  private func question(_ pick: PracticeQueue.Pick, _ world: inout World) -> Question? {
    let card = world.ledger.card(pick.card)
    let exercise = ExerciseMaker(library: world.library).exercise(
      for: pick.card, repetition: card.repetitions, dice: &world.dice)
    return exercise.map {
      Question(exercise: $0, pick: pick, lapses: card.lapses, since: world.uptime)
    }
  }

  // MARK: Telling apart

  /// The cards that slipped in this session and were not told apart yet, the newest last.
  var leeches: [Leech] {
    answers.compactMap(\.leech).filter { !drilled.contains($0.word) }
  }

  private mutating func drill(_ leech: Leech?, _ world: inout World) {
    guard let leech,
      let drill = ContrastDrill(leech, world.library, dice: &world.dice)
    else { return }
    stage = .drilling(Drill(drill), before: stage)
  }

  private mutating func handle(_ action: Action, _ drill: Drill, before: Stage) -> [Command] {
    var drill = drill
    switch action {
    case .move(let move) where drill.chosen == nil:
      drill.row = move.applied(to: drill.row, count: drill.options.count)
    case .pick(let number): drill.choose(number - 1)
    case .answer: drill.choose(drill.row)
    case .goOn where drill.goOn(): break
    case .goOn, .leave:
      stage = before
      guard drill.answered > 0 else { return [] }
      drilled.insert(drill.drill.word)
      let schedule = "The schedule is as it was."
      // Who leaves early is not told a score.
      let isWhole = drill.answered == drill.drill.questions.count
      return [
        .notice(
          isWhole ? "Told apart: \(drill.right) of \(drill.answered). \(schedule)" : schedule)
      ]
    default: break
    }
    stage = .drilling(drill, before: before)
    return []
  }
}

extension Verdict {
  /// The word that was given instead.
  var other: WordID? {
    switch self {
    case .near(let word), .wrong(let word): word
    default: nil
    }
  }

  /// The verdict once the person said that theirs fits too.
  var forgiven: Verdict {
    switch self {
    case .wrong(let word): .near(word)
    default: self
    }
  }
}
