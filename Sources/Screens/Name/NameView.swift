import EmotionCore
import Terminal

extension Name {
  func content(_ world: World, _ area: Area) -> Content {
    switch stage {
    case .asking where isCalling: care(world, area)
    case .choosing where isStuck: stuck(world, area)
    case .asking: area.isCompact ? narrow(world, area) : wideAsking(world, area)
    case .choosing: area.isCompact ? narrow(world, area) : wideChoosing(world, area)
    case .owning(let field): own(field, area)
    case .saved(let editor): editor.content(world, area, title: "Saved")
    }
  }

  var title: Line { Line("Name a feeling", .strong) }

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

  // MARK: The first word, and beside it where it leads

  private func wideAsking(_ world: World, _ area: Area) -> Content {
    let firsts = firsts(world)
    // A sentence wants the whole width.
    let (shown, cursor) = field.view(columns: area.columns - 2)
    let top = [
      Line("What would you say?", .strong),
      Line([Span("› ", .chosen), Span(shown, .plain)]),
    ]
    let heard = heard(world, columns: area.columns) + [.blank]
    let rows = area.rows - top.count - heard.count
    let leftColumns = min(24, max(20, 2 + (firsts.map { Width.of($0.text) }.max() ?? 0)))
    let left = list(
      firsts, rows: rows, columns: firsts.isEmpty ? min(area.columns, 64) : leftColumns)
    let right = preview(world, firsts, columns: area.columns - leftColumns - 3, rows: rows)
    return Content(
      title: title, aside: Line("Esc back", .faint),
      lines: top + heard
        + (firsts.isEmpty ? left : Widgets.columns(left, right, leftColumns: leftColumns)),
      cursor: (1, 2 + cursor))
  }

  private func preview(
    _ world: World, _ firsts: [First], columns: Int, rows: Int
  ) -> [Line] {
    let suggestions = suggestions(world, firsts: firsts)
    guard !suggestions.isEmpty else { return [] }
    let lines =
      [Line("It could be", .faint)]
      + entries(suggestions, chosen: nil, world, columns: columns, rows: rows - 1)
    return lines
      + explanation(of: 0, suggestions, world, columns: columns, rows: rows - lines.count)
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

  func chips(_ world: World, columns: Int) -> [Line] {
    let ruledOut = cues.reduce(0) { if case .notThese(let ids) = $1 { $0 + ids.count } else { $0 } }
    var chips = cues.compactMap { world.chip($0) }.map { "[\($0)]" }
    if ruledOut > 0 { chips.append("[not \(ruledOut) other\(ruledOut == 1 ? "" : "s")]") }
    return Wrap.rows(chips.joined(separator: " "), columns: columns).map { Line($0) }
  }

  // MARK: The shortlist

  private func wideChoosing(_ world: World, _ area: Area) -> Content {
    let suggestions = suggestions(world)
    // More cues beside those there are, and what is about the chosen word beside the words.
    let more = Self.keys([("b", "body"), ("t", "taxonomy")])
    let about = Self.keys([("w", "all about it"), ("-", "not this")])
    let chips = chips(world, columns: area.columns - more.width - 3)
    var lines = [(chips.first ?? .blank).justified(with: more, columns: area.columns)]
    lines += chips.dropFirst()
    lines += [.blank, Line("It could be", .faint).justified(with: about, columns: area.columns)]
    lines += entries(
      suggestions, chosen: row, world, columns: area.columns, rows: area.rows - lines.count)
    lines += explanation(
      of: row, suggestions, world, columns: min(area.columns, 76), rows: area.rows - lines.count)
    return Content(title: title, aside: Line("Esc back", .faint), lines: lines)
  }

  private static func keys(_ keys: [(key: String, label: String)]) -> Line {
    Line(
      keys.enumerated().flatMap { index, item in
        [
          Span(index == 0 ? "" : "   "), Span(item.key, .chosen), Span(" " + item.label, .faint),
        ]
      })
  }

  /// The words, each with why it may be it.
  private func entries(
    _ suggestions: [Suggestion], chosen: Int?, _ world: World, columns: Int, rows: Int
  ) -> [Line] {
    Widgets.glossed(
      suggestions.enumerated().map { index, suggestion in
        (
          label: label(suggestion.word, isChosen: index == chosen, world), gloss: suggestion.why,
          style: index == chosen ? .plain : .faint
        )
      }, chosen: chosen, columns: columns, rows: rows)
  }

  /// "› ● overwhelmed": the place for marks is there once a word is marked.
  private func label(_ word: WordID, isChosen: Bool, _ world: World) -> Line {
    var spans = [Widgets.marker(isChosen)]
    if !taken.isEmpty { spans.append(Span(taken.contains(word) ? "● " : "  ", .chosen)) }
    return Line(spans + [Span(world.text(word), isChosen ? .chosen : .strong)])
  }

  /// Says what a word means, and what tells it from its nearest rival in the list: as much as is
  /// whole within `rows`.
  private func explanation(
    of index: Int, _ suggestions: [Suggestion], _ world: World, columns: Int, rows: Int
  ) -> [Line] {
    guard suggestions.indices.contains(index) else { return [] }
    let (word, why) = (suggestions[index].word, suggestions[index].why)
    let meaning = world.library.lexicon[word]?.meaning ?? ""
    let parts = [
      why == meaning ? [] : Wrap.lines(meaning, columns: columns),
      difference(word, suggestions, world, columns: columns),
    ]
    return parts.filter { !$0.isEmpty }.reduce(into: []) { lines, part in
      if lines.count + 1 + part.count <= rows { lines += [.blank] + part }
    }
  }

  private func difference(
    _ word: WordID, _ suggestions: [Suggestion], _ world: World, columns: Int
  ) -> [Line] {
    let lexicon = world.library.lexicon
    let rival = suggestions.first { $0.word != word && lexicon.contrast(word, $0.word) != nil }
    guard let rival, let contrast = lexicon.contrast(word, rival.word) else { return [] }
    return [Line("\(world.text(word)) or \(world.text(rival.word))?", .strong)]
      + [(word, contrast.ownLine), (rival.word, contrast.itsLine)].flatMap { name, line in
        Wrap.lines(
          line, columns: columns, lead: Line("  \(world.text(name)): ", .faint), hang: 4)
      }
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
      lines += entries(
        suggestions, chosen: row, world, columns: area.columns, rows: suggestions.count)
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
