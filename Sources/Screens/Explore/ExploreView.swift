import EmotionCore
import Terminal

extension Explore {
  func content(_ world: World, _ area: Area) -> Content {
    search == nil ? browsing(world, area) : searching(world, area)
  }

  private func browsing(_ world: World, _ area: Area) -> Content {
    let columns = columns(world)
    var lines: [Line]
    if area.isCompact {
      lines = list(
        columns.last ?? [], chosen: path.last, columns: area.columns, rows: area.rows - 2)
    } else {
      lines = [.blank] + miller(columns, world, area, rows: area.rows - 5)
    }
    while lines.count < area.rows - 2 { lines.append(.blank) }
    lines += about(world, area)
    let aside =
      purpose == .cue ? "Enter adds it as a cue" : area.isCompact ? "Esc back" : note(world)
    return Content(title: title(columns, world, area), aside: Line(aside, .faint), lines: lines)
  }

  private func note(_ world: World) -> String {
    taxonomy(world).map { "\($0.words.count) words, \($0.year)" } ?? ""
  }

  /// "Explore › Roberts' word wheel › bad › stressed"
  private func title(_ columns: [[Node]], _ world: World, _ area: Area) -> Line {
    let name = taxonomy(world)?.name ?? ""
    var steps = [name]
    for (column, row) in zip(columns, path.dropLast()) where column.indices.contains(row) {
      steps.append(column[row].text)
    }
    if area.isCompact { return Line(steps.suffix(2).joined(separator: " › "), .strong) }
    return Line([
      Span("Explore", .strong), Span(" › " + steps.joined(separator: " › "), .faint),
    ])
  }

  private func miller(
    _ columns: [[Node]], _ world: World, _ area: Area, rows: Int
  ) -> [Line] {
    // The column of what is chosen is shown too, so that one sees where → leads.
    let preview = chosen(world)?.children ?? []
    let shown = columns.map(\.self) + (preview.isEmpty ? [] : [preview])
    let width = (area.columns - 4) / 3
    var joined: [Line] = []
    for (depth, column) in shown.enumerated().suffix(3) {
      let chosen = depth < path.count ? path[depth] : nil
      let isCurrent = depth == path.count - 1
      let lines = list(
        column, chosen: chosen, columns: width, rows: rows, isCurrent: isCurrent)
      let used = joined.map(\.width).max() ?? 0
      joined = used == 0 ? lines : Widgets.columns(joined, lines, leftColumns: used, gap: 2)
    }
    return joined
  }

  private func list(
    _ nodes: [Node], chosen: Int?, columns: Int, rows: Int, isCurrent: Bool = true
  ) -> [Line] {
    let start = max(0, min((chosen ?? 0) - rows / 2, nodes.count - rows))
    return nodes.enumerated().dropFirst(start).prefix(rows).map { index, node in
      let isChosen = index == chosen
      let style: Style =
        isChosen ? (isCurrent ? .chosen : .strong) : chosen == nil ? .faint : .plain
      return Line([
        isChosen && isCurrent ? Widgets.marker(true) : Span("  "), Span(node.text, style),
        Span(node.children.isEmpty ? "" : " ›", .faint),
      ]).fitted(columns)
    }
  }

  /// The meaning of the chosen word, in the last two rows.
  private func about(_ world: World, _ area: Area) -> [Line] {
    guard let node = chosen(world) else { return [] }
    if let id = node.word, let word = world.library.lexicon[id] {
      return Wrap.lines(
        word.meaning, columns: area.columns, lead: Line("\(word.word): ", .strong), hang: 0
      ).prefix(2).map(\.self)
    }
    let text =
      node.vague != nil
      ? "a first word; what lies under it is to the right"
      : "words made of two others"
    return [Line("\(node.text): ", .strong) + Line(text, .faint)]
  }

  private func searching(_ world: World, _ area: Area) -> Content {
    let field = search ?? TextField()
    let (shown, cursor) = field.view(columns: area.columns - 4)
    var lines = [Line([Span("/ ", .chosen), Span(shown)])]
    if !area.isCompact { lines.append(.blank) }
    let results = results(world)
    let rows = area.rows - lines.count
    let start = max(0, min(row - rows / 2, results.count - rows))
    for (index, word) in results.enumerated().dropFirst(start).prefix(rows) {
      lines.append(
        (Line([
          Widgets.marker(index == row), Span(word.word, index == row ? .chosen : .strong),
        ]).fitted(18) + Line(" " + word.meaning, .faint)).clipped(area.columns))
    }
    if results.isEmpty { lines.append(Line("No word of that name, or near it.", .faint)) }
    return Content(
      title: Line([Span("Explore", .strong), Span(" › search", .faint)]),
      aside: Line("\(results.count) word\(results.count == 1 ? "" : "s")", .faint), lines: lines,
      cursor: (0, 2 + cursor))
  }
}
