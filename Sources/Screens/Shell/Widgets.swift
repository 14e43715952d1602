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

  /// Moves an index within a list, stopping at its ends.
  static func moved(_ index: Int, by step: Int, count: Int) -> Int {
    count <= 0 ? 0 : min(max(index + step, 0), count - 1)
  }
}
