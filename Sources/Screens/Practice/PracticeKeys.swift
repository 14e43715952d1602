import EmotionCore
import SpacedRepetition
import Terminal

extension Practice {
  func bindings(_ world: World) -> [Binding<Action>] {
    switch stage {
    case .clock: clockBindings
    case .drilling(let drill, _): drillBindings(drill)
    case .asking(let question):
      switch question.exercise.answering {
      case .choosing(let options): choosingBindings(options.count, world)
      case .typing: typingBindings
      }
    case .answered(let answered): answeredBindings(answered)
    case .grading: gradingBindings
    case .summary: summaryBindings
    }
  }

  private var undoBinding: Binding<Action> {
    Binding(
      [.character("u")], label: "undo", help: "Take back the last answer and ask again.",
      inFooter: !answers.isEmpty, asksAlone: true, action: .undo)
  }

  private func leaveBinding(inFooter: Bool = true) -> Binding<Action> {
    Binding(
      [.escape], label: answers.isEmpty ? "leave" : "stop",
      help: answers.isEmpty
        ? "Leave practice."
        : "Stop here, and see what it came to; once more leaves. Every answer is saved.",
      inFooter: inFooter, action: .leave)
  }

  private var clockBindings: [Binding<Action>] {
    [
      Binding(
        [.enter], label: "practice anyway", help: "File the answers on the day the clock shows.",
        action: .practiceAnyway),
      Binding(
        [.escape], label: "leave", help: "Leave, to set the clock first.", action: .leave),
    ]
  }

  private var tellApartBinding: Binding<Action> {
    Binding(
      [.character("t")], label: "tell apart",
      help: "A few cases of the two words that change places.", action: .tellApart)
  }

  private func drillBindings(_ drill: Drill) -> [Binding<Action>] {
    let leave = Binding(
      [.escape], label: "leave", help: "Back to practice.", action: Action.leave)
    guard drill.chosen == nil else {
      return [
        Binding([.enter, .character(" ")], label: "go on", help: "The next case.", action: .goOn),
        leave,
      ]
    }
    return optionBindings(drill.options.count) + [leave]
      + Move.bindings("choose", help: "The other word.", Action.move)
  }

  private func optionBindings(_ count: Int) -> [Binding<Action>] {
    (1...max(count, 1)).map { number in
      Binding(
        [.character(Character("\(number)"))], shown: "1–\(count)",
        label: number == 1 ? "answer" : "", help: number == 1 ? "Answer with that word." : "",
        listed: "1–\(count)", inFooter: number == 1,
        action: .pick(number))
    }
      + [
        Binding(
          [.enter, .character(" ")], label: "this one", help: "Answer with the chosen word.",
          inFooter: false, action: .answer)
      ]
  }

  private func choosingBindings(_ count: Int, _ world: World) -> [Binding<Action>] {
    optionBindings(count)
      + [
        Binding(
          // Short, so that a narrow terminal shows it too.
          [.character("0")], label: world.size.columns < 60 ? "no idea" : "don't know",
          help: "See the answer; the word comes back soon.", action: .giveUp),
        undoBinding, leaveBinding(),
      ]
      + Move.bindings("choose", help: "Another word.", Action.move)
  }

  private var typingBindings: [Binding<Action>] {
    [
      Binding(
        [.enter], label: "answer", help: "Answer; with nothing typed, see the word.",
        action: .answer),
      Binding([.tab], label: "hint", help: "Show the first letter.", action: .hint),
      leaveBinding(),
    ]
  }

  private func answeredBindings(_ answered: Answered) -> [Binding<Action>] {
    // Whoever gave no answer has none that could fit.
    let canClaim = answered.review.grade == .again && answered.verdict.other != nil
    return [
      Binding(
        [.enter, .character(" ")], label: "go on", help: "The next question.", action: .goOn)
    ] + (answered.leech == nil ? [] : [tellApartBinding]) + [
      undoBinding,
      Binding(
        [.character("m")], label: "another case", help: "Another situation for this word.",
        action: .another),
      Binding(
        [.character("c")], label: "mine fits", help: "Count your answer as right.",
        inFooter: canClaim, action: .mineFits),
      Binding(
        [.character("g")], label: "grade", help: "Change how well you knew it.",
        action: .changeGrade),
      leaveBinding(inFooter: false),
    ]
  }

  private var gradingBindings: [Binding<Action>] {
    [
      (Grade.again, "forgot", "Not recalled."), (.hard, "hard", "Recalled, with effort."),
      (.good, "good", "Recalled."), (.easy, "easy", "Recalled at once."),
    ].map { grade, label, help in
      Binding(
        [.character(Character("\(grade.rawValue)"))], label: label, help: help,
        action: .grade(grade))
    }
      + [
        Binding([.escape, .enter], label: "keep", help: "Keep the grade.", action: .keepGrade)
      ]
  }

  private var summaryBindings: [Binding<Action>] {
    [
      Binding(
        [.enter, .escape, .character("q")], label: "done", help: "Leave practice.", action: .leave),
      Binding(
        [.character("p")], label: answers.isEmpty ? "practice anyway" : "practice more",
        help: "Go on: with what waits, or else with what's due soonest and new words.",
        action: .more),
      undoBinding,
    ] + (leeches.isEmpty ? [] : [tellApartBinding])
      + Move.bindings("scroll", help: "Read on.", Action.move)
  }
}
