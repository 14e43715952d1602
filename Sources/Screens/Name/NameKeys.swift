import Terminal

extension Name {
  func bindings(_ world: World) -> [Binding<Action>] {
    switch stage {
    case .asking: isCalling ? careBindings : askingBindings
    case .choosing: isStuck ? stuckBindings(world) : choosingBindings(marked: taken.count)
    case .owning: ownBindings
    case .saved(let editor): savedBindings(editor)
    }
  }

  private var careBindings: [Binding<Action>] {
    // The shell opens the page itself.
    [
      Binding(
        [.enter], label: "someone to talk to", help: "People to call.", action: .take),
      Binding([.escape], label: "back", help: "Leave.", action: .back),
    ]
  }

  private var askingBindings: [Binding<Action>] {
    [
      Binding(
        [.enter], label: "this one", help: "Take the chosen word as what you would say.",
        action: .take)
    ]
      + Move.bindings(
        "choose", help: "Another first word.", letters: false, Action.move)
      + [
        Binding(
          [.tab], label: "browse", help: "Start from a taxonomy instead of a word.",
          action: .taxonomy),
        Binding(
          [.backTab], label: "body", help: "Start from what you notice in the body.",
          inFooter: false, action: .body),
        Binding([.escape], label: "back", help: "Leave without saving.", action: .back),
      ]
  }

  private func choosingBindings(marked: Int) -> [Binding<Action>] {
    [
      Binding(
        [.enter], label: marked == 0 ? "save" : "save \(marked) marked",
        help: "Save the chosen word, or all that are marked.",
        action: .take),
      Binding(
        [.character(" ")], label: "several",
        help: "Mark a word; feelings mix. Enter then saves all marked ones.", action: .toggle),
      Binding(
        [.character("0")], label: "none", help: "None of these: show others.", action: .none),
      Binding(
        [.character("b")], label: "body", help: "Add what you notice in the body.", action: .body),
    ]
      + Move.bindings("choose", help: "Another word.", Action.move)
      + [
        Binding(
          [.character("t")], label: "taxonomy", help: "Add a branch of a taxonomy as a cue.",
          action: .taxonomy),
        Binding(
          [.character("-")], label: "not this", help: "Not the chosen word.", inFooter: false,
          action: .notThis),
        Binding(
          [.character("w"), .right, .character("l")], label: "word",
          help: "All about the chosen word.", inFooter: false, action: .open),
      ]
      + (1...6).map { number in
        Binding(
          [.character(Character("\(number)"))], label: "",
          help: number == 1 ? "Save that word at once; mark it, where words are marked." : "",
          listed: "1–6", inFooter: false, action: Action.digit(number))
      }
      + [
        Binding(
          [.escape, .left, .character("h"), .character("u")], label: "back",
          help: "Take back the last cue; with none left, leave.", inFooter: false, action: .back)
      ]
  }

  private func savedBindings(_ editor: EntryEditor) -> [Binding<Action>] {
    editor.bindings.map { binding in
      Binding<Action>(
        binding.keys, shown: binding.shown, label: binding.label, help: binding.help,
        listed: binding.listed, inFooter: binding.inFooter, action: .editor(binding.action))
    }
      + [
        Binding(
          [.enter, .escape], label: "done", help: "Keep it so and leave.", action: .done)
      ]
      + (editor.typing == .none
        ? [
          Binding(
            [.character("u")], label: "undo", help: "Take the entry back.", asksAlone: true,
            action: .undo)
        ]
        : [])
  }
}
