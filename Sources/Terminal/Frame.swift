import CTerminal

/// The size of a terminal in character cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A picture of the whole terminal: a grid of styled cells. It is all that a screen produces.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row after row.
  private var cells: [Cell]
  /// Where text is being typed.
  public var cursor: (row: Int, column: Int)?

  /// One cell. A character two columns wide takes one cell and leaves the next one empty.
  public struct Cell: Hashable, Sendable {
    public var character: Character?
    public var style: Style

    public static let blank = Cell(character: " ", style: .plain)
  }

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns * size.rows))
  }

  public static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.cells == right.cells && left.cursor?.row == right.cursor?.row
      && left.cursor?.column == right.cursor?.column
  }

  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Puts a line at a place; what does not fit is cut off.
  public mutating func put(_ line: Line, row: Int, column start: Int = 0) {
    guard (0..<size.rows).contains(row) else { return }
    var column = start
    for span in line.spans {
      for character in span.text {
        let shown = Printable.character(character)
        let width = Width.of(shown)
        guard column >= 0, column + width <= size.columns else { return }
        let cell = row * size.columns + column
        // Half of a wide character must not stay: it would move the rest of the row.
        if cells[cell].character == nil { cells[cell - 1].character = " " }
        cells[cell] = Cell(character: shown, style: span.style)
        if width == 2 { cells[cell + 1] = Cell(character: nil, style: span.style) }
        column += width
        if column < size.columns, cells[cell + width].character == nil {
          cells[cell + width].character = " "
        }
      }
    }
  }

  /// Puts lines below each other, as many as there are rows before `end`.
  public mutating func put(_ lines: [Line], row: Int, column: Int = 0, end: Int) {
    for (index, line) in lines.enumerated() where row + index < end {
      put(line, row: row + index, column: column)
    }
  }

  /// The row as text, without trailing spaces.
  public func text(row: Int) -> String {
    var text = String((0..<size.columns).compactMap { self[row, $0].character })
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The frame with every character replaced by one of ASCII that means the same.
  public func ascii() -> Frame {
    var result = self
    for index in cells.indices {
      guard let character = cells[index].character, !character.isASCII else { continue }
      result.cells[index].character = Printable.ascii(character)
      if Width.of(character) == 2 { result.cells[index + 1].character = " " }
    }
    return result
  }
}

/// Making any text harmless on a terminal.
public enum Printable {
  /// `text` without what could drive a terminal or turn its direction.
  public static func text(_ text: String) -> String { String(text.map(character)) }

  /// `text` on one line, for a terminal that is written to and not drawn on: without what could
  /// command it or turn its direction, and otherwise as it is.
  public static func line(_ text: String) -> String { harmless(text, keeping: []) }

  /// The same for a text of many lines.
  public static func lines(_ text: String) -> String {
    harmless(text, keeping: ["\n", "\r", "\t"])
  }

  private static func harmless(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    // Most texts are plain, and an export may be long.
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if kept.contains(scalar) {
        result.append(scalar)
      } else if isSpace(scalar) {
        result.append(" ")
      } else {
        result.append(acts(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Control characters, and what turns the direction of what follows. Joiners and variants stay:
  /// emoji and some scripts are written with them.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The character itself; a sign that stands for it where it would move the cursor, turn the
  /// writing direction, or be wider on some terminals than on others.
  public static func character(_ character: Character) -> Character {
    if character.isASCII {
      // A note of several paragraphs is shown on one line.
      if character.isWhitespace { return " " }
      guard let value = character.asciiValue, value >= 0x20, value < 0x7f else { return "?" }
      return character
    }
    guard let first = character.unicodeScalars.first, ct_width(first.value) > 0,
      !isDirectional(first)
    else { return "\u{FFFD}" }
    let marks = character.unicodeScalars.dropFirst()
    if marks.isEmpty { return character }
    // A cell holds one spacing character and marks upon it: no joined families, no variants.
    var kept = String.UnicodeScalarView([first])
    for mark in marks.prefix(4) where ct_width(mark.value) == 0 && isMark(mark) {
      kept.append(mark)
    }
    return String(kept).first ?? "\u{FFFD}"
  }

  /// `text` in ASCII, with signs that stand for what is not.
  public static func ascii(_ text: String) -> String { String(text.map { ascii($0) }) }

  static func ascii(_ character: Character) -> Character {
    table[character] ?? character.unicodeScalars.first.flatMap { base in
      base.isASCII ? Character(base) : nil
    } ?? "?"
  }

  private static let table: [Character: Character] = [
    "›": ">", "‹": "<", "·": "-", "●": "*", "○": "o", "█": "#", "░": ".", "✓": "+", "✗": "x",
    "…": "~", "↑": "^", "↓": "v", "←": "<", "→": ">", "–": "-", "—": "-", "−": "-", "’": "'",
    "‘": "'", "“": "\"", "”": "\"", "×": "x", "│": "|", "─": "-", "é": "e", "è": "e", "ï": "i",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !(0xFE00...0xFE0F).contains(scalar.value)
    default: false
    }
  }

  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }
}
