import EmotionCore
import Terminal

/// Offers another way in, or the word as it is, once it was none of these twice.
extension Name {
  /// True when two lists in a row had nothing that fits. A third would be words that nothing speaks
  /// for.
  var isStuck: Bool {
    let lists = cues.reversed().prefix { if case .notThese = $0 { true } else { false } }
    return lists.count { if case .notThese(let ids) = $0 { ids.count > 1 } else { false } } >= 2
  }

  /// The first thing that was said, as it can be saved.
  func asSaid(_ world: World) -> CheckIn.Feeling? {
    cues.lazy.compactMap { world.said($0) }.first.flatMap {
      CheckIn.Feeling(own: $0, lexicon: world.library.lexicon)
    }
  }

  func stuckBindings(_ world: World) -> [Binding<Action>] {
    let said = asSaid(world)
    let marked = taken.count
    return
      (marked > 0
      ? [
        Binding(
          [.enter], label: "save \(marked) marked", help: "Save the words that are marked.",
          action: Action.take)
      ] : []) + [
        Binding(
          [.character("b")], label: "body", help: "Add what you notice in your body.",
          action: .body),
        Binding(
          [.character("l")], label: "plane", help: "Find a word on the map of all words.",
          action: .plane),
        Binding(
          [.character("t")], label: "taxonomy", help: "Add a branch of a taxonomy as a cue.",
          action: .taxonomy),
        Binding(
          [.character("o")], label: "own word", help: "Type the word you'd use yourself.",
          action: .ownWord),
      ]
      + (said.map { said in
        [
          Binding(
            [.character("s")], label: "save “\(said.word)”",
            help: "Save what you said first, as it is.", action: Action.saveSaid)
        ]
      } ?? [])
      + [
        Binding(
          [.escape, .left, .character("h"), .character("u")], label: "back",
          help: "Back to the last words.", inFooter: false, action: .back)
      ]
  }

  func stuck(_ world: World, _ area: Area) -> Content {
    func row(_ key: String, _ text: String) -> Line {
      Line([Span("  \(key)  ", .chosen), Span(text)])
    }
    var lines = chips(world, columns: area.columns)
    if !area.isCompact { lines.append(.blank) }
    lines += Wrap.lines(
      "None of those, then. Another way in might help.", columns: area.columns, style: .strong)
    if !area.isCompact { lines.append(.blank) }
    lines += [
      row("b", "what you notice in your body"), row("l", "where you are on the plane"),
      row("t", "a branch of a taxonomy"),
    ]
    if !area.isCompact { lines += [.blank, Line("Or save it as it is", .faint)] }
    lines.append(row("o", "in a word of your own"))
    if let said = asSaid(world) { lines.append(row("s", "as “\(said.word)”")) }
    if !taken.isEmpty {
      let marked = taken.map { world.text($0) }.joined(separator: " · ")
      lines +=
        (area.isCompact ? [] : [.blank])
        + Wrap.lines(marked, columns: area.columns, lead: Line("● ", .chosen))
    }
    return Content(
      title: title, aside: Line("Esc back", .faint), lines: lines.map { $0.clipped(area.columns) })
  }

  // MARK: A word of one's own

  var ownBindings: [Binding<Action>] {
    [
      Binding([.enter], label: "save", help: "Save it in that word.", action: .take),
      Binding([.escape], label: "back", help: "Back, without a word.", action: .back),
    ]
  }

  func own(_ field: TextField, _ area: Area) -> Content {
    let (shown, cursor) = field.view(columns: area.columns - 4)
    let gap: [Line] = area.isCompact ? [] : [.blank]
    let lines =
      gap + [Line("What would you call it?", .strong), Line([Span("› ", .chosen), Span(shown)])]
    return Content(
      title: title, aside: Line("Esc back", .faint),
      lines: lines + gap
        + Wrap.lines(
          "It's saved as you write it. Practice leaves it alone, since Inkling has nothing on it.",
          columns: min(area.columns, 64), style: .faint),
      cursor: (lines.count - 1, 2 + cursor))
  }

  mutating func owning(_ action: Action, _ field: TextField, _ world: World) -> [Command] {
    guard case .take = action else {
      stage = .choosing
      return []
    }
    let text = field.text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else { return [.notice("Type a word first, or Esc to go back.")] }
    guard let feeling = CheckIn.Feeling(own: text, lexicon: world.library.lexicon) else {
      return [
        .notice(
          "That's long for a word: \(CheckIn.Feeling.longestOwnWord) characters are the most. "
            + "There's room for the rest in the note, once it's saved.")
      ]
    }
    let marked = taken.map(world.feeling)
    return save(marked.filter { $0.id != feeling.id } + [feeling], world)
  }
}
