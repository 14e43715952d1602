import Terminal

extension [Line] {
  /// The first `rows`, the last of which tells with an ellipsis that there are more.
  func cut(to rows: Int, columns: Int) -> [Line] {
    guard count > rows, rows > 0 else { return Array(prefix(rows)) }
    return prefix(rows - 1) + [(self[rows - 1] + Line("…")).clipped(columns)]
  }
}

/// Small pieces that several screens share.
enum Widgets {
  /// The mark before a row of a list.
  static func marker(_ isChosen: Bool) -> Span {
    isChosen ? Span("› ", .chosen) : Span("  ")
  }

  /// "●●●○○".
  static func dots(_ count: Int, of total: Int) -> Span {
    Span(
      String(repeating: "●", count: min(count, total))
        + String(repeating: "○", count: max(0, total - count)), .accent)
  }

  static func bar(_ part: Double, columns: Int) -> Line {
    let full = Int((min(max(part, 0), 1) * Double(columns)).rounded())
    return Line([
      Span(String(repeating: "█", count: full), .accent),
      Span(String(repeating: "░", count: columns - full), .faint),
    ])
  }

  /// Left and right side by side, the left one `columns` wide, with a gap.
  static func columns(_ left: [Line], _ right: [Line], leftColumns: Int, gap: Int = 3) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row] : .blank
      guard row < right.count, !right[row].spans.isEmpty else { return first.clipped(leftColumns) }
      return first.fitted(leftColumns) + Line(String(repeating: " ", count: gap)) + right[row]
    }
  }

  /// A labeled value: the label faint in a column of its own, the value wrapped beside it.
  static func labeled(
    _ label: String, _ value: String, labelColumns: Int, columns: Int, style: Style = .plain
  ) -> [Line] {
    Wrap.lines(
      value, columns: columns, style: style, lead: Line(label, .faint).fitted(labelColumns))
  }

  /// Rows of a list that each have a label, and beside it what it means. Where there is room for all
  /// of that, each is shown whole; else the chosen one is, and the others are cut to a row.
  static func glossed(
    _ items: [(label: Line, gloss: String, style: Style)], chosen: Int?, columns: Int, rows: Int
  ) -> [Line] {
    let widest = items.map(\.label.width).max() ?? 0
    let labels = min(max(16, widest + 2), max(16, columns / 2))
    let whole = items.map { item in
      Wrap.lines(
        item.gloss, columns: columns, style: item.style, lead: item.label.fitted(labels))
    }
    if whole.reduce(0, { $0 + $1.count }) <= rows { return whole.flatMap(\.self) }
    let room = max(1, rows - items.count + 1)
    return whole.enumerated().flatMap { index, lines in
      lines.cut(to: index == chosen ? room : 1, columns: columns)
    }
  }

  /// Moves an index within a list, stopping at its ends.
  static func moved(_ index: Int, by step: Int, count: Int) -> Int {
    count <= 0 ? 0 : min(max(index + step, 0), count - 1)
  }
}
