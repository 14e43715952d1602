import EmotionCore
import Terminal

extension Name {
  func content(_ world: World, _ area: Area) -> Content {
    switch stage {
    case .asking where isCalling: care(world, area)
    case .asking, .choosing:
      area.isCompact ? narrow(world, area) : wide(world, area)
    case .saved(let editor): editor.content(world, area, title: "Saved")
    }
  }

  private var title: Line { Line("Name a feeling", .strong) }

  /// Nothing but people to call, and the field to go on typing.
  private func care(_ world: World, _ area: Area) -> Content {
    let text = CareText(
      occasion: .word, support: world.library.support(in: world.territory))
    let numbers = text.numbers(isShort: area.isCompact)
    let label = (numbers.map(\.number.count).max() ?? 0) + 2
    let called = numbers.flatMap { number, about in
      Wrap.lines(about, columns: area.columns, lead: Line(number, .chosen).fitted(label))
    }
    let (shown, cursor) = field.view(columns: area.columns - 4)
    let gap: [Line] = area.isCompact ? [] : [.blank]
    return Content(
      title: title, aside: Line("Esc back", .faint),
      lines: [Line([Span("› ", .chosen), Span(shown)])] + gap
        + Wrap.lines(text.request, columns: min(area.columns, 72)) + called
        + Wrap.lines(text.closing, columns: min(area.columns, 72)),
      cursor: (0, 2 + cursor))
  }

  // MARK: Two columns

  private func wide(_ world: World, _ area: Area) -> Content {
    let leftColumns = 25
    let rightColumns = area.columns - leftColumns - 3
    let firsts = stage == .asking ? firsts(world) : []
    let left = stage == .asking ? askColumn(world, firsts, rows: area.rows) : cueColumn(world)
    let right = shortlist(world, firsts, columns: rightColumns)
    return Content(
      title: title, aside: Line("Esc back", .faint),
      lines: Widgets.columns(left.lines, right, leftColumns: leftColumns),
      focus: nil, cursor: left.cursor)
  }

  private func askColumn(
    _ world: World, _ firsts: [First], rows: Int
  ) -> (lines: [Line], cursor: (line: Int, column: Int)?) {
    let (shown, cursor) = field.view(columns: 22)
    var lines = [
      Line("What would you say?", .strong),
      Line([Span("› ", .chosen), Span(shown, .plain)]),
      .blank,
    ]
    lines += heard(world, columns: 25)
    lines += list(firsts, rows: rows - lines.count)
    return (lines, (1, 2 + cursor))
  }

  /// "Heard “tired” · “empty”", above what was made of it.
  private func heard(_ world: World, columns: Int) -> [Line] {
    guard let words = heardWords(world) else { return [] }
    let text = words.map { "“\($0)”" }.joined(separator: " · ")
    return Wrap.lines(text, columns: columns, style: .faint, lead: Line("Heard ", .faint))
  }

  private func list(_ firsts: [First], rows: Int, columns: Int = 24) -> [Line] {
    guard !firsts.isEmpty else {
      // Whoever is just now writing something that calls for people isn't told about words.
      if Care.isCalledFor(by: field.text) { return [] }
      return Wrap.lines(nothingHeard, columns: columns, style: .faint)
    }
    let start = max(0, min(first - rows / 2, firsts.count - rows))
    return firsts.enumerated().dropFirst(start).prefix(rows).map { index, item in
      Line([
        Widgets.marker(index == first), Span(item.text, index == first ? .chosen : .plain),
      ])
    }
  }

  private func cueColumn(
    _ world: World
  ) -> (lines: [Line], cursor: (line: Int, column: Int)?) {
    func key(_ key: String, _ text: String) -> Line {
      Line([Span("  \(key)  ", .chosen), Span(text)])
    }
    let lines =
      [
        Line("So far", .faint)
      ] + chips(world, columns: 25) + [
        .blank,
        Line("Add a cue, in any order", .faint),
        key("b", "body"),
        key("t", "browse a taxonomy"),
        .blank,
        Line("About the chosen word", .faint),
        key("w", "all about it"),
        key("-", "not this"),
        key("0", "none of these"),
      ]
    return (lines, nil)
  }

  private func chips(_ world: World, columns: Int) -> [Line] {
    let ruledOut = cues.reduce(0) { if case .notThese(let ids) = $1 { $0 + ids.count } else { $0 } }
    var chips = cues.compactMap { world.chip($0) }.map { "[\($0)]" }
    if ruledOut > 0 { chips.append("[not \(ruledOut) other\(ruledOut == 1 ? "" : "s")]") }
    return Wrap.rows(chips.joined(separator: " "), columns: columns).map { Line($0) }
  }

  /// The list, and under it the line that tells the chosen word from its nearest rival.
  private func shortlist(_ world: World, _ firsts: [First], columns: Int) -> [Line] {
    let suggestions = suggestions(world, firsts: firsts)
    guard !suggestions.isEmpty else { return [] }
    let chosen = stage == .choosing ? row : nil
    var lines = [Line("It could be", .faint)]
    for (index, suggestion) in suggestions.enumerated() {
      lines += entry(suggestion, index == chosen, world, columns: columns)
    }
    lines.append(.blank)
    return lines + difference(suggestions, world, columns: columns)
  }

  private func entry(
    _ suggestion: Suggestion, _ isChosen: Bool, _ world: World, columns: Int
  ) -> [Line] {
    let mark = Span(taken.contains(suggestion.word) ? "●" : " ", .chosen)
    let name = Line([
      Span(isChosen ? "›" : " ", .chosen), mark,
      Span(world.text(suggestion.word), isChosen ? .chosen : .strong),
    ])
    let label = name.width >= 15 ? name + Line("  ") : name.fitted(16)
    return [label + Line(suggestion.why, isChosen ? .plain : .faint)].map { $0.clipped(columns) }
  }

  private func difference(
    _ suggestions: [Suggestion], _ world: World, columns: Int
  ) -> [Line] {
    let current = stage == .choosing ? row : 0
    guard suggestions.indices.contains(current) else { return [] }
    let word = suggestions[current].word
    let meaning = world.library.lexicon[word]?.meaning ?? ""
    let why = suggestions[current].why
    var lines = why == meaning ? [] : Wrap.lines("“\(why)”", columns: columns)
    lines += Wrap.lines(meaning, columns: columns, style: lines.isEmpty ? .plain : .faint)
    let rival = suggestions.first { other in
      other.word != word && world.library.lexicon.contrast(word, other.word) != nil
    }
    guard let rival, let contrast = world.library.lexicon.contrast(word, rival.word) else {
      return lines
    }
    lines.append(.blank)
    lines.append(Line("\(world.text(word)) or \(world.text(rival.word))?", .strong))
    for (name, line) in [(word, contrast.ownLine), (rival.word, contrast.itsLine)] {
      lines += Wrap.lines(
        line, columns: columns, lead: Line("  \(world.text(name)): ", .faint), hang: 4)
    }
    return lines
  }

  // MARK: One column

  private func narrow(_ world: World, _ area: Area) -> Content {
    var lines: [Line] = []
    var cursor: (line: Int, column: Int)?
    if stage == .asking {
      let (shown, position) = field.view(columns: area.columns - 4)
      lines.append(Line([Span("› ", .chosen), Span(shown)]))
      cursor = (0, 2 + position)
      let firsts = firsts(world)
      lines += heard(world, columns: area.columns)
      lines += list(firsts, rows: area.rows - lines.count - 2, columns: area.columns)
      let preview = suggestions(world, firsts: firsts, count: 3).map { world.text($0.word) }
      while lines.count < area.rows - 1 { lines.append(.blank) }
      if !preview.isEmpty {
        lines.append(Line(preview.joined(separator: " · ") + " …", .faint).clipped(area.columns))
      }
      let question = field.isEmpty ? Line("What would you say?", .faint) : .blank
      lines[0] = lines[0].justified(with: question, columns: area.columns)
    } else {
      let suggestions = suggestions(world)
      lines.append(chips(world, columns: area.columns).first ?? .blank)
      for (index, suggestion) in suggestions.enumerated() {
        lines += entry(suggestion, index == row, world, columns: area.columns)
      }
      lines += closing(suggestions, world, area, rows: area.rows - lines.count)
    }
    return Content(title: title, aside: Line("Esc back", .faint), lines: lines, cursor: cursor)
  }

  /// In the rows that are left: the contrast as two lines, or else the meaning.
  private func closing(
    _ suggestions: [Suggestion], _ world: World, _ area: Area, rows: Int
  ) -> [Line] {
    guard rows > 0, suggestions.indices.contains(row) else { return [] }
    let word = suggestions[row].word
    return Wrap.lines(
      suggestions[row].why, columns: area.columns, lead: Line("\(world.text(word)): ", .strong),
      hang: 0
    ).cut(to: rows, columns: area.columns)
  }
}
