import EmotionCore
import SpacedRepetition

extension Talk {
  /// Practices what is due, question by question, until the time is over.
  /// - Returns: how many answers were saved; nil when one could not be.
  public func practice(_ world: inout World) -> Int? {
    guard clockIsRight(world) else { return 0 }
    tick(&world)
    var end = world.uptime + Int64(world.minutes) * 60_000
    var answered = 0
    var wasAsked = false
    var slipping: [Leech] = []
    var pace = world.openingPace
    var paces: [SessionPace] = []
    var queue = world.queue()
    // Why each card was asked that didn't wait; nil while there are some that do.
    var further: [PracticeQueue.Pick.Reason]?
    asking: while true {
      let pick = pace.next(
        queue, at: world.now, lexicon: world.library.lexicon, timeLeft: max(0, end - world.uptime),
        further: further.map { world.further(after: $0) })
      guard let pick,
        let exercise = ExerciseMaker(library: world.library).exercise(
          for: pick.card, repetition: world.ledger.card(pick.card).repetitions, dice: &world.dice)
      else {
        guard wantsMore(answered: wasAsked ? answered : nil, world) else { break }
        tick(&world)
        end = world.uptime + Int64(world.minutes) * 60_000
        queue.refresh(world.ledger, now: world.now)
        if pace.next(queue, at: world.now, lexicon: world.library.lexicon) == nil { further = [] }
        continue
      }
      if !wasAsked { say("“u” takes the last answer back, “q” stops.") }
      wasAsked = true
      let lapses = world.ledger.card(pick.card).lapses
      let outcome = question(exercise, pick, &world)
      switch outcome {
      case .unsaved: return nil
      case .inputEnded:
        tellEnd(answered)
        break asking
      case .takenBack:
        if let before = paces.popLast() { (pace, answered) = (before, answered - 1) }
        queue.refresh(world.ledger, now: world.now)
        continue
      case .answered(let grade):
        answered += 1
        paces.append(pace)
        let isDone = if case .review = world.ledger.card(pick.card).state { true } else { false }
        pace.answered(pick, missed: grade == .again, isDone: isDone)
        further?.append(pick.reason)
        queue.answered(pick.card, world.ledger, now: world.now)
      }
      if let leech = leech(pick.card, since: lapses, world) {
        slipping.append(leech)
        tellApart(leech, &world)
      }
      tick(&world)
      queue.refresh(world.ledger, now: world.now)
    }
    for leech in slipping {
      say("\(world.text(leech.word)) and \(world.text(leech.rival)) change places.")
    }
    return answered
  }

  /// Tells that the session is over, and asks whether to go on all the same, while there is anything.
  /// - Parameter answered: nil when nothing was asked.
  private func wantsMore(answered: Int?, _ world: World) -> Bool {
    tellEnd(answered)
    guard world.due.total > 0 || !world.further().isEmpty else { return false }
    return isYes(ask("Practice more anyway? y for yes, Enter to stop: "))
  }

  private func tellEnd(_ answered: Int?) {
    paragraph(answered.map { "Done for now: \($0) answered." } ?? "Nothing's due right now.")
  }

  /// Tells when the clock is behind, and asks when it is by days.
  private func clockIsRight(_ world: World) -> Bool {
    let clock = ClockTrouble(now: world.now, newest: world.newest)
    if let notice = clock.notice { say(notice) }
    guard let question = clock.question(now: world.now) else { return true }
    say(question)
    if isYes(ask("Practice anyway? y for yes: ")) { return true }
    say("Nothing was changed. Set the clock, then practice.")
    return false
  }

  private func isYes(_ line: String?) -> Bool { line?.lowercased().hasPrefix("y") ?? false }

  private func leech(_ card: CardKey, since lapses: Int, _ world: World) -> Leech? {
    let now = world.ledger.card(card).lapses
    guard now > lapses, Leech.isNoticed(lapses: now) else { return nil }
    return Leech(card.word, world.ledger, world.library.lexicon)
  }

  /// Offers a contrast drill, which leaves the schedule as it is.
  private func tellApart(_ leech: Leech, _ world: inout World) {
    guard let drill = ContrastDrill(leech, world.library, dice: &world.dice) else { return }
    paragraph(leech.explanation(world))
    guard isYes(ask("Tell them apart now? It changes no schedule. y for yes, Enter to go on: "))
    else { return }
    let options = [drill.word, drill.rival]
    var right = 0
    for question in drill.questions {
      paragraph(question.situation.text)
      let names = options.enumerated().map { "\($0 + 1) \(world.text($1))" }
      guard let line = ask("\(names.joined(separator: ", ")); Enter to leave: "),
        let number = Int(line.filter(\.isNumber)), options.indices.contains(number - 1)
      else { return }
      let isRight = options[number - 1] == question.answer
      if isRight { right += 1 }
      let other = world.text(options.first { $0 != question.answer } ?? question.answer)
      say("\(isRight ? "Right" : "It is"): \(world.text(question.answer)).")
      say("Not \(other): \(question.line)")
    }
    say("Told apart: \(right) of \(drill.questions.count).")
  }

  private enum Outcome {
    case answered(Grade)
    case takenBack
    case inputEnded
    case unsaved
  }

  /// Asks, explains and saves.
  private func question(
    _ exercise: Exercise, _ pick: PracticeQueue.Pick, _ world: inout World
  ) -> Outcome {
    switch exercise.prompt {
    case .situation(let situation): paragraph(situation.text)
    case .meaning(let meaning): paragraph(meaning)
    }
    let since = world.uptime
    let verdict: Verdict
    switch reply(exercise, world) {
    case nil: return .inputEnded
    case .takeBack:
      if let what = undoLatest(&world) { say("Taken back: \(what).") }
      return .takenBack
    case .answer(let answer): verdict = answer
    }
    tick(&world)
    let review = Review(
      card: exercise.card, grade: verdict.grade(), milliseconds: Int(world.uptime - since),
      instead: verdict.other)
    guard append(.reviewed(review), &world) != nil else { return .unsaved }
    explain(verdict, exercise, world)
    if case .beside(let word) = pick.reason,
      let contrast = world.library.lexicon.contrast(exercise.word, word)
    {
      say(
        "\(world.text(word)): \(contrast.itsLine). \(world.text(exercise.word)): \(contrast.ownLine)."
      )
    }
    say("Again \(Dates.until(world.ledger.card(exercise.card).state, now: world.now)).")
    return .answered(review.grade)
  }

  private enum Reply {
    case answer(Verdict)
    case takeBack
  }

  private func reply(_ exercise: Exercise, _ world: World) -> Reply? {
    let check = AnswerCheck(lexicon: world.library.lexicon)
    guard case .choosing(let options) = exercise.answering else {
      guard let line = ask("Which word is it? 0 for don't know: "), !isLetter("q", line) else {
        return nil
      }
      return isLetter("u", line) ? .takeBack : .answer(check.judge(typed: line, in: exercise))
    }
    for (index, option) in options.enumerated() { say("\(index + 1). \(world.text(option))") }
    while let line = ask("Which fits best, 1 to \(options.count)? 0 for don't know: ") {
      if isLetter("q", line) { return nil }
      if isLetter("u", line) { return .takeBack }
      let number = check.isGivingUp(line) ? 0 : Int(line.filter(\.isNumber))
      guard let number, number <= options.count else {
        say("Please answer with a number from 0 to \(options.count).")
        continue
      }
      return .answer(
        number == 0 ? .gaveUp : check.judge(chosen: options[number - 1], in: exercise))
    }
    return nil
  }

  private func isLetter(_ letter: String, _ line: String) -> Bool {
    Spelling.normalized(line) == letter
  }

  private func explain(_ verdict: Verdict, _ exercise: Exercise, _ world: World) {
    let word = world.text(exercise.word)
    switch verdict {
    case .right, .misspelled: say("Right: \(word).")
    case .near(let other): say("\(world.text(other)) is close; closest is \(word).")
    case .wrong, .unknown, .gaveUp: say("It's \(word).")
    }
    if let meaning = world.library.lexicon[exercise.word]?.meaning { say(meaning) }
    if let other = verdict.other,
      let reason = exercise.reason(against: other, lexicon: world.library.lexicon)
    {
      say("\(reason.isOfCase ? "Not " : "")\(world.text(other)): \(reason.text)")
    }
  }
}
