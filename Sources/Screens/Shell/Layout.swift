import Terminal

/// Puts a screen's content into a frame: title, content, notice, footer.
struct Layout {
  static let smallest = Size(columns: 40, rows: 12)

  let size: Size
  /// Set where things stand side by side, which takes more room than reading text does.
  var isWide = false

  var isLargeEnough: Bool {
    size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows
  }

  private var isNarrow: Bool { size.columns < 60 }
  private var isLow: Bool { size.rows < 18 }
  private var widest: Int { isWide ? 100 : 76 }
  private var margin: Int { isNarrow ? 1 : max(2, (size.columns - widest) / 2) }
  private var width: Int { min(size.columns - 2 * margin, widest) }
  private var titleRow: Int { size.rows >= 22 ? 1 : 0 }
  private var top: Int { isLow ? 1 : titleRow + 2 }
  private var footerRow: Int { size.rows >= 22 ? size.rows - 2 : size.rows - 1 }
  private var bottom: Int { isLow ? footerRow : footerRow - 1 }

  /// The room for content.
  func area(noticeRows: Int = 0) -> Area {
    Area(columns: width, rows: bottom - noticeRows - top, isCompact: isNarrow || isLow)
  }

  func frame(
    hints: [KeyHint], typing: Typing, notice: String?, _ content: (Area) -> Content
  ) -> Frame {
    var frame = Frame(size: size)
    guard isLargeEnough else {
      frame.put(
        Line("\(size.columns)×\(size.rows); Inkling needs 40×12.").clipped(size.columns), row: 0)
      return frame
    }
    let notices = notice.map { Wrap.lines($0, columns: width, style: .strong) } ?? []
    let end = bottom - notices.count
    let area = area(noticeRows: notices.count)
    let content = content(area)

    frame.put(
      content.title.justified(with: content.aside, columns: width), row: titleRow, column: margin)
    let first = firstLine(content, rows: area.rows)
    frame.put(
      content.lines.dropFirst(first).map { $0.clipped(width) }, row: top, column: margin, end: end)
    if first > 0 || content.lines.count - first > area.rows {
      markMore(&frame, content.lines.count, first, area.rows)
    }
    frame.put(notices, row: end, column: margin, end: bottom)
    let isExitShown = content.aside.spans.contains { $0.text.contains("Esc") }
    frame.put(
      footer(hints, typing, isExitShown: isExitShown), row: footerRow, column: margin)
    if let cursor = content.cursor, (first..<first + area.rows).contains(cursor.line) {
      frame.cursor = (
        top + cursor.line - first, min(margin + cursor.column, size.columns - 1)
      )
    }
    return frame
  }

  private func exitKey(_ hint: KeyHint) -> String {
    hint.inFooter || !hint.keys.contains(.escape) ? hint.shown : Key.escape.name
  }

  /// Scrolls as little as keeps the focus in view with a line around it.
  private func firstLine(_ content: Content, rows: Int) -> Int {
    let hidden = content.lines.count - rows
    if let scroll = content.scroll { return min(max(scroll, 0), max(hidden, 0)) }
    guard hidden > 0, let focus = content.focus ?? content.cursor?.line else { return 0 }
    return min(hidden, max(0, focus - rows + 2))
  }

  /// Signs at the right edge that there is more above or below.
  private func markMore(_ frame: inout Frame, _ count: Int, _ first: Int, _ rows: Int) {
    // Apart from the text where there is a column to spare.
    let column = min(margin + width + 1, size.columns - 1)
    guard column >= margin + width else { return }
    if first > 0 { frame.put(Line("↑", .faint), row: top, column: column) }
    if count - first > rows { frame.put(Line("↓", .faint), row: top + rows - 1, column: column) }
  }

  /// As many keys as fit, the way out and help always among them; the help page has them all.
  private func footer(_ hints: [KeyHint], _ typing: Typing, isExitShown: Bool) -> Line {
    let gap = isNarrow ? 2 : 3
    func cell(_ shown: String, _ label: String) -> [Span] {
      [Span(shown, .chosen), Span(" " + label, .faint)]
    }
    let help = typing == .text ? [] : cell("?", isNarrow ? "" : "help")
    var line = Line()
    var reserve = help.isEmpty ? 0 : Line(help).width + gap
    let way = hints.first { $0.keys.contains(.escape) } ?? hints.first { $0.label == "quit" }
    // Enter leaves some screens too, and stands for both keys.
    let exit = isExitShown ? nil : way.map { ($0, cell(exitKey($0), $0.label)) }
    if let exit { reserve += Line(exit.1).width + gap }
    for hint in hints where hint.inFooter || hint == exit?.0 {
      let isExit = hint == exit?.0
      let next = isExit ? exit?.1 ?? [] : cell(hint.shown, hint.label)
      let lead = line.spans.isEmpty ? 0 : gap
      if isExit { reserve -= Line(next).width + gap }
      guard line.width + lead + Line(next).width + reserve <= width else { continue }
      if lead > 0 { line.spans.append(Span(String(repeating: " ", count: lead))) }
      line.spans += next
    }
    if !help.isEmpty {
      if !line.spans.isEmpty { line.spans.append(Span(String(repeating: " ", count: gap))) }
      line.spans += help
    }
    return line
  }
}
