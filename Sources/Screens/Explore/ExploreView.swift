import EmotionCore
import Terminal

extension Explore {
  func content(_ world: World, _ area: Area) -> Content {
    search == nil ? browsing(world, area) : searching(world, area)
  }

  private func browsing(_ world: World, _ area: Area) -> Content {
    let columns = columns(world)
    let text = about(world, area)
    let rows = area.rows - text.count
    var lines: [Line]
    if area.isCompact {
      lines = list(columns.last ?? [], chosen: path.last, columns: area.columns, rows: rows)
    } else {
      lines = [.blank] + miller(columns, world, area, rows: rows - 2)
    }
    while lines.count < rows { lines.append(.blank) }
    lines += text
    let aside = purpose == .cue ? "Enter adds it as a cue" : "Esc back"
    return Content(title: title(columns, area), aside: Line(aside, .faint), lines: lines)
  }

  /// "Explore › Roberts' word wheel › bad › stressed"
  private func title(_ columns: [[Node]], _ area: Area) -> Line {
    var steps: [String] = []
    for (column, row) in zip(columns, path.dropLast()) where column.indices.contains(row) {
      steps.append(column[row].text)
    }
    guard let last = steps.last else { return Line("Explore", .strong) }
    if area.isCompact { return Line(steps.suffix(2).joined(separator: " › "), .strong) }
    return Line([
      Span("Explore › " + steps.dropLast().map { $0 + " › " }.joined(), .faint),
      Span(last, .strong),
    ])
  }

  private func miller(
    _ columns: [[Node]], _ world: World, _ area: Area, rows: Int
  ) -> [Line] {
    // The column of what is chosen is shown too, so that one sees where → leads.
    let preview = chosen(world).map { children(of: $0, world) } ?? []
    let shown = columns + (preview.isEmpty ? [] : [preview])
    let widths = Self.widths(of: shown.suffix(3).map(\.self), within: area.columns - 2)
    var joined: [Line] = []
    var used = 0
    for (place, (depth, column)) in shown.enumerated().suffix(3).enumerated() {
      let lines = list(
        column, chosen: depth < path.count ? path[depth] : nil, columns: widths[place],
        rows: rows, isCurrent: depth == path.count - 1)
      joined =
        place == 0 ? lines : Widgets.columns(joined, lines, leftColumns: used, gap: 1)
      used += widths[place] + (place == 0 ? 0 : 1)
    }
    return joined
  }

  /// As wide as the longest name in each column; where that is too much, the widest give way.
  private static func widths(of columns: [[Node]], within most: Int) -> [Int] {
    var widths = columns.map { column in
      // The mark before a name, and the sign after it that there is more behind it.
      max(12, 3 + (column.map { Width.of($0.text) + ($0.isLeaf ? 0 : 2) }.max() ?? 0))
    }
    while widths.reduce(0, +) > most,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    return widths
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
        Widgets.marker(isChosen && isCurrent), Span(node.text, style),
        Span(node.isLeaf ? "" : " ›", .faint),
      ]).fitted(columns)
    }
  }

  /// What the chosen place means, in the last two rows.
  private func about(_ world: World, _ area: Area) -> [Line] {
    guard let node = chosen(world) else { return [] }
    let word = node.word.flatMap { world.library.lexicon[$0] }
    let name = word?.word ?? node.text
    let lines = Wrap.lines(
      word?.meaning ?? node.about, columns: area.columns, lead: Line("\(name): ", .strong), hang: 0)
    return lines.cut(to: area.isCompact ? 2 : 3, columns: area.columns)
  }

  private func searching(_ world: World, _ area: Area) -> Content {
    let field = search ?? TextField()
    let (shown, cursor) = field.view(columns: area.columns - 4)
    var lines = [Line([Span("/ ", .chosen), Span(shown)])]
    if !area.isCompact { lines.append(.blank) }
    let results = results(world)
    // The chosen meaning is shown whole, and that may take a few rows.
    let rows = area.rows - lines.count
    let most = max(1, rows - 2)
    let start = max(0, min(row - most / 2, results.count - most))
    lines += Widgets.glossed(
      results.enumerated().dropFirst(start).prefix(most).map { index, word in
        let isChosen = index == row
        return (
          label: Line([
            Widgets.marker(isChosen), Span(word.word, isChosen ? .chosen : .strong),
          ]), gloss: word.meaning, style: isChosen ? .plain : .faint
        )
      }, chosen: row - start, columns: area.columns, rows: rows
    ).prefix(rows)
    if results.isEmpty { lines.append(Line("No word of that name, or near it.", .faint)) }
    return Content(
      title: Line([Span("Explore", .strong), Span(" › search", .faint)]),
      aside: Line("\(results.count) word\(results.count == 1 ? "" : "s")", .faint), lines: lines,
      cursor: (0, 2 + cursor))
  }
}
