import EmotionCore
import SpacedRepetition
import Terminal

extension Practice {
  func content(_ world: World, _ area: Area) -> Content {
    let lines: [Line] =
      switch stage {
      case .clock(let question): clock(question, area)
      case .drilling(let drill, _): drilling(drill, world, area)
      case .asking(let question): asking(question, world, area)
      case .answered(let answered): explained(answered, world, area)
      case .grading(let answered):
        explained(answered, world, area) + [.blank, Line("How well did you know it?", .strong)]
      case .summary(let nothingDue): summary(nothingDue, world, area)
      }
    var cursor: (line: Int, column: Int)?
    if case .asking(let question) = stage, question.exercise.answering == .typing {
      cursor = (lines.count - (area.isCompact ? 1 : 2), inputCursor(question, area))
    }
    return Content(
      title: title(world), aside: aside(world, area), lines: lines,
      focus: focus(lines.count), scroll: scroll, cursor: cursor)
  }

  private var scroll: Int? { if case .summary = stage { summaryScroll } else { nil } }

  private func focus(_ count: Int) -> Int? {
    switch stage {
    case .grading: count - 1
    default: nil
    }
  }

  private func aside(_ world: World, _ area: Area) -> Line {
    switch stage {
    case .summary, .clock: return Line("Esc back", .faint)
    case .drilling(let drill, _):
      return Line("\(drill.index + 1) of \(drill.drill.questions.count)", .faint)
    case .asking, .answered, .grading: break
    }
    let minutes = (timeLeft(world) + 59_999) / 60_000
    let left = Span(minutes > 0 ? "\(minutes) min left" : "finishing", .faint)
    // Of the words of this session, those that need no more today.
    let asked = Set(answers.map(\.review.card))
    let done = Set(answers.filter { $0.review.grade > .again }.map(\.review.card)).count
    // Of what waits, as much as there is time for.
    let fit = Int(timeLeft(world) / max(queue.estimate(.recognize), 1))
    let waiting = isFurther ? fit : min(queue.count(at: world.now), max(fit, 1))
    let ahead = waiting + asked.count - done
    let cells = area.isCompact ? 8 : 12
    let full = done == 0 ? 0 : max(1, done * cells / max(done + ahead, 1))
    return Line([Widgets.dots(full, of: cells), Span("  "), left])
  }

  private func title(_ world: World) -> Line {
    guard case .drilling(let drill, _) = stage else { return Line("Practice", .strong) }
    return Line(drill.options.map { world.text($0) }.joined(separator: " or ") + "?", .strong)
  }

  func indent(_ area: Area) -> Int { area.isCompact ? 0 : 2 }

  func prompt(_ exercise: Exercise, _ area: Area) -> [Line] {
    let text =
      switch exercise.prompt {
      case .situation(let situation): situation.text
      case .meaning(let meaning): meaning
      }
    return wrapped(text, area)
  }

  func wrapped(_ text: String, _ area: Area, style: Style = .plain) -> [Line] {
    Wrap.lines(text, columns: min(area.columns - indent(area), 72), style: style)
      .map { $0.indented(indent(area)) }
  }

  // MARK: The question

  private func asking(_ question: Question, _ world: World, _ area: Area) -> [Line] {
    let gap: [Line] = area.isCompact ? [] : [.blank]
    var lines = gap + prompt(question.exercise, area) + gap
    switch question.exercise.answering {
    case .choosing(let options):
      if !area.isCompact {
        lines += [Line("Which word fits best?", .faint).indented(2), .blank]
      }
      for (index, option) in options.enumerated() {
        lines.append(row(option, number: index + 1, isChosen: index == question.row, world, area))
      }
    case .typing:
      lines.append(callToType(question).indented(indent(area)))
      lines += gap
      let (shown, _) = question.field.view(columns: area.columns - 6)
      lines.append(Line([Span("› ", .chosen), Span(shown)]).indented(indent(area)))
      if !area.isCompact {
        lines.append(question.isHinted ? hint(question, world).indented(4) : .blank)
      } else if question.isHinted {
        lines[lines.count - 2] = hint(question, world)
      }
    }
    return lines
  }

  func row(
    _ option: WordID, number: Int, isChosen: Bool, _ world: World, _ area: Area
  ) -> Line {
    Line([
      Widgets.marker(isChosen), Span("\(number)  ", .faint),
      Span(world.text(option), isChosen ? .chosen : .strong),
    ]).indented(indent(area))
  }

  private func callToType(_ question: Question) -> Line {
    switch question.exercise.prompt {
    case .situation: Line("What would you call it?", .faint)
    case .meaning: Line("Which word is it?", .faint)
    }
  }

  private func hint(_ question: Question, _ world: World) -> Line {
    let word = world.text(question.exercise.word)
    return Line("It begins with \(word.prefix(1)) and has \(word.count) letters.", .faint)
  }

  private func inputCursor(_ question: Question, _ area: Area) -> Int {
    indent(area) + 2 + question.field.view(columns: area.columns - 6).cursor
  }

  // MARK: The answer

  private func explained(_ answered: Answered, _ world: World, _ area: Area) -> [Line] {
    let exercise = answered.question.exercise
    let lexicon = world.library.lexicon
    let columns = min(area.columns - indent(area), 72)
    func wrapped(_ text: String, lead: Line = .blank, hang: Int? = nil) -> [Line] {
      Wrap.lines(text, columns: columns, lead: lead, hang: hang)
    }
    let gap: [Line] = area.isCompact ? [] : [.blank]

    var lines = gap
    if !area.isCompact { lines += prompt(exercise, area).map { faded($0) } + gap }
    var answer = verdictLines(answered, world)
    let offer = answered.leech.map { wrapped($0.explanation(world) + " t tells them apart.") } ?? []
    // Where there is little room the offer comes before what may be cut off.
    if area.isCompact { answer += offer }
    // After a question that gave the meaning, it would only be said twice.
    if case .situation = exercise.prompt {
      answer += wrapped(lexicon[exercise.word]?.meaning ?? "", lead: Line("  "))
    } else if area.isCompact {
      answer += wrapped(lexicon[exercise.word]?.meaning ?? "", lead: Line("  "))
    }
    if let other = answered.verdict.other, !answered.isClaimed,
      let reason = exercise.reason(against: other, lexicon: lexicon)
    {
      // Of the case it says why not; of the word, what that would be.
      let lead = reason.isOfCase ? "Not \(world.text(other)): " : "\(world.text(other)): "
      answer += gap + wrapped(reason.text, lead: Line(lead, .strong), hang: 0)
    } else if case .situation = exercise.prompt {
      if let why = exercise.why(lexicon: lexicon) { answer += gap + wrapped(why) }
    } else if let example = world.library.situations(of: exercise.word).first {
      answer += gap + wrapped(example.text, lead: Line("For example: ", .faint), hang: 0)
    }
    answer += gap
    let pair = sideBySide(answered.question.pick, world, columns: columns)
    if !pair.isEmpty { answer += pair + gap }
    if !area.isCompact, !offer.isEmpty { answer += offer + gap }
    for situation in furtherCases(answered, world) {
      answer += wrapped(situation.text, lead: Line("Another case: ", .faint), hang: 0) + gap
    }
    answer.append(
      Line(
        "\(Self.gradeNames[answered.review.grade] ?? ""). Again \(Dates.until(answered.state, now: world.now)).",
        .faint))
    return lines + answer.map { $0.indented(indent(area)) }
  }

  /// Two words that were begun one after the other, each with its line; shown this once.
  private func sideBySide(
    _ pick: PracticeQueue.Pick, _ world: World, columns: Int
  ) -> [Line] {
    guard case .beside(let word) = pick.reason,
      let contrast = world.library.lexicon.contrast(pick.card.word, word)
    else { return [] }
    return Wrap.lines(
      contrast.itsLine, columns: columns, lead: Line("\(world.text(word)): ", .strong), hang: 0)
      + Wrap.lines(
        contrast.ownLine, columns: columns,
        lead: Line("\(world.text(pick.card.word)): ", .strong), hang: 0)
  }

  private func faded(_ line: Line) -> Line { Line(line.spans.map { Span($0.text, .faint) }) }

  private static let gradeNames: [Grade: String] = [
    .again: "Not yet", .hard: "With effort", .good: "Good", .easy: "At once",
  ]

  private func verdictLines(_ answered: Answered, _ world: World) -> [Line] {
    let word = world.text(answered.question.exercise.word)
    let typed = answered.question.field.text
    func read(as other: WordID) -> [Line] {
      guard !typed.isEmpty,
        AnswerCheck(lexicon: world.library.lexicon).isGuess(typed, of: other)
      else { return [] }
      return [Line("  Inkling read “\(typed)” as \(world.text(other)).", .faint)]
    }
    let right = Line([Span("✓ ", .good), Span(word, .good)])
    let wrong = Line([Span("✗ ", .bad), Span("It's "), Span(word, .chosen)])
    switch answered.verdict {
    case .right: return [right]
    case .misspelled: return [right + Line("  (that is how it is spelled)", .faint)]
    case .near(let other) where answered.isClaimed:
      return [
        Line([
          Span("✓ ", .good), Span(world.text(other), .good), Span(" counts. Most would say "),
          Span(word, .chosen),
        ])
      ]
    case .near(let other):
      return [
        Line([
          Span("≈ ", .chosen), Span("\(world.text(other)) is close; closest is "),
          Span(word, .chosen),
        ])
      ] + read(as: other)
    case .wrong(let other):
      return [wrong + Line(", not \(world.text(other))", .faint)] + read(as: other)
    // Saying that one doesn't know is no mistake.
    case .gaveUp: return [Line([Span("It's "), Span(word, .chosen)]).indented(2)]
    case .unknown:
      return [wrong, Line("  Inkling doesn't know “\(answered.question.field.text)”.", .faint)]
    }
  }

  private func furtherCases(_ answered: Answered, _ world: World) -> [Situation] {
    let exercise = answered.question.exercise
    let all = world.library.situations(of: exercise.word)
    guard answered.cases > 0, !all.isEmpty else { return [] }
    // A question that gave the meaning has the first of them as its example, where there is room.
    let shown: Situation? = if case .situation(let now) = exercise.prompt { now } else { all.first }
    let others = all.filter { $0 != shown }
    return others.isEmpty ? [] : [others[(answered.cases - 1) % others.count]]
  }

  // MARK: The end

  private func summary(_ nothingDue: Bool, _ world: World, _ area: Area) -> [Line] {
    var lines: [Line] = area.isCompact ? [] : [.blank]
    guard !nothingDue else {
      lines.append(Line("Nothing's due right now.", .strong))
      lines.append(.blank)
      return lines
        + Wrap.lines(
          nextTime(world) + " If you'd like some practice anyway, press p: it takes the words that "
            + "are due soonest, and new ones.",
          columns: min(area.columns, 64), style: .faint)
    }
    let words = Set(answers.map(\.review.card.word)).count
    lines.append(Line("Done for now: \(words) word\(words == 1 ? "" : "s").", .strong))
    lines.append(.blank)
    for answered in lastOfEach() {
      lines.append(summaryRow(answered, world, area))
    }
    lines.append(.blank)
    for leech in leeches.suffix(1) {
      lines +=
        Wrap.lines(
          "\(world.text(leech.word)) and \(world.text(leech.rival)) change places: "
            + "t tells them apart.", columns: min(area.columns, 64)) + [.blank]
    }
    let isAllDone = queue.count(at: world.now) == 0
    let rest = lastOfEach().count(where: isResting)
    if rest > 0 {
      lines += Wrap.lines(
        "\(rest == 1 ? "One word rests" : "\(rest) words rest") after three misses, and "
          + "\(rest == 1 ? "comes" : "come") back another time.",
        columns: min(area.columns, 64), style: .faint)
    } else {
      let more = isAllDone ? nextTime(world) : "There's more whenever you like: p goes on."
      lines += Wrap.lines(more, columns: min(area.columns, 64), style: .faint)
    }
    return lines
  }

  private func nextTime(_ world: World) -> String {
    let next = world.due.next.map { "The next ones come \(Dates.until($0, now: world.now))." }
    return next ?? (world.due.total > 0 ? "There's more whenever you like." : "That's all for now.")
  }

  private func lastOfEach() -> [Answered] {
    answers.enumerated().filter { index, answered in
      !answers.dropFirst(index + 1).contains { $0.review.card == answered.review.card }
    }.map(\.element)
  }

  /// Whether it was missed too often to be asked once more in this session.
  private func isResting(_ answered: Answered) -> Bool {
    answered.review.grade == .again
      && pace.misses(of: answered.review.card) >= SessionPace.missesBeforeRest
  }

  private func missed(_ answered: Answered) -> String {
    switch pace.misses(of: answered.review.card) {
    case 0: ""
    case 1: ", missed once"
    case let count: ", missed \(count) times"
    }
  }

  private func summaryRow(_ answered: Answered, _ world: World, _ area: Area) -> Line {
    let sign =
      answered.review.grade > .again
      ? Span("✓ ", .good) : answered.verdict == .gaveUp ? Span("· ", .faint) : Span("✗ ", .bad)
    let again =
      isResting(answered) ? "rests" : "again \(Dates.until(answered.state, now: world.now))"
    return Line([sign, Span(world.text(answered.review.card.word))])
      .fitted(area.isCompact ? 18 : 24)
      + Line(again, .faint)
      + Line(area.isCompact ? "" : missed(answered), .faint)
  }
}
