import Terminal

/// Every key of the screen it was opened from.
struct Help: Scene {
  let about: String
  let hints: [KeyHint]
  /// True where that screen has a field to type in.
  var isTyping = false
  var scroll = 0

  enum Action {
    case move(Move)
    case care
    case close
  }

  func bindings(_ world: World) -> [Binding<Action>] {
    Move.bindings("scroll", help: "Read on.", Action.move)
      + [
        Binding(
          [.escape, .enter, .character("q"), .character("?")], label: "back",
          help: "Go back to where you were.", action: .close),
        Binding(
          [.character("c")], label: "someone to talk to",
          help: "People to call when it's more than a word.", action: .care),
      ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .move(let move):
      let area = Layout(size: world.size).area()
      scroll = move.applied(
        to: scroll, count: content(world, area).lines.count - area.rows + 1, page: area.rows - 1)
    case .care: return [.open(.care(CarePage(.asked)))]
    case .close: return [.close]
    }
    return []
  }

  func content(_ world: World, _ area: Area) -> Content {
    let label = 14
    func row(_ keys: String, _ help: String) -> [Line] {
      Wrap.lines(help, columns: area.columns, lead: Line(keys, .chosen).fitted(label))
    }
    var lines = hints.filter { !$0.help.isEmpty }.flatMap { hint in
      row(hint.listed ?? hint.keys.map(\.name).joined(separator: " "), hint.help)
    }
    if isTyping {
      lines += [.blank, Line("Where you type", .faint)]
      for (keys, help) in TextField.editingHelp { lines += row(keys, help) }
    }
    lines.append(.blank)
    lines.append(Line("Everywhere", .faint))
    lines += row("? c", "Someone to talk to, when it's more than a word.")
    lines += row("Esc", "Go back one step. It never quits from home.")
    lines += row("Ctrl-C", "Leave at once; everything answered is saved.")
    lines += row("Ctrl-L", "Draw the screen again.")
    lines += row("Ctrl-Z", "Put Inkling to sleep; fg brings it back.")
    return Content(
      title: Line([Span("Keys", .strong), Span("  \(about)", .faint)]),
      aside: Line("Esc back", .faint), lines: lines, scroll: scroll)
  }
}
