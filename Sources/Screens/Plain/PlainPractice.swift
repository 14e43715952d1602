import EmotionCore
import SpacedRepetition

extension Talk {
  /// Practices what is due, question by question, until the time is over.
  /// - Returns: how many answers were saved; nil when one could not be.
  public func practice(_ world: inout World) -> Int? {
    let end = world.uptime + Int64(world.minutes) * 60_000
    var answered = 0
    var isAnythingDue = false
    var pace = SessionPace()
    while answered == 0 || world.uptime < end {
      tick(&world)
      guard let card = pace.next(world.queue, lexicon: world.library.lexicon),
        let exercise = ExerciseMaker(library: world.library).exercise(
          for: card, repetition: world.ledger.card(card).repetitions, dice: &world.dice)
      else { break }
      isAnythingDue = true
      let outcome = question(exercise, &world)
      switch outcome {
      case .unsaved: return nil
      case .inputEnded:
        paragraph("Done for now: \(answered) answered.")
        return answered
      case .answered(let grade):
        answered += 1
        pace.answered(card, missed: grade == .again)
      }
      tick(&world)
    }
    paragraph(isAnythingDue ? "Done for now: \(answered) answered." : "Nothing is due now.")
    return answered
  }

  private enum Outcome {
    case answered(Grade)
    case inputEnded
    case unsaved
  }

  /// Asks, explains and saves.
  private func question(_ exercise: Exercise, _ world: inout World) -> Outcome {
    switch exercise.prompt {
    case .situation(let situation): paragraph(situation.text)
    case .meaning(let meaning): paragraph(meaning)
    }
    let since = world.uptime
    guard let verdict = answer(exercise, world) else { return .inputEnded }
    tick(&world)
    let review = Review(
      card: exercise.card, grade: verdict.grade(), milliseconds: Int(world.uptime - since),
      instead: verdict.other)
    guard append(.reviewed(review), &world) != nil else { return .unsaved }
    explain(verdict, exercise, world)
    say("Again \(Dates.until(world.ledger.card(exercise.card).state, now: world.now)).")
    return .answered(review.grade)
  }

  private func answer(_ exercise: Exercise, _ world: World) -> Verdict? {
    let check = AnswerCheck(lexicon: world.library.lexicon)
    guard case .choosing(let options) = exercise.answering else {
      return ask("Which word is it? ").map { check.judge(typed: $0, in: exercise) }
    }
    for (index, option) in options.enumerated() { say("\(index + 1). \(world.text(option))") }
    while let line = ask("Which fits best, 1 to \(options.count)? 0 for don't know: ") {
      guard let number = Int(line.filter(\.isNumber)), number <= options.count else {
        say("Please answer with a number from 0 to \(options.count).")
        continue
      }
      return number == 0 ? .gaveUp : check.judge(chosen: options[number - 1], in: exercise)
    }
    return nil
  }

  private func explain(_ verdict: Verdict, _ exercise: Exercise, _ world: World) {
    let word = world.text(exercise.word)
    switch verdict {
    case .right, .misspelled: say("Right: \(word).")
    case .near(let other): say("\(world.text(other)) is close; closest is \(word).")
    case .wrong, .unknown, .gaveUp: say("It is \(word).")
    }
    if let meaning = world.library.lexicon[exercise.word]?.meaning { say(meaning) }
    if let other = verdict.other,
      let reason = exercise.reason(against: other, lexicon: world.library.lexicon)
    {
      say("Not \(world.text(other)): \(reason)")
    }
  }
}
