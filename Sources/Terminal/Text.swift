import CTerminal

/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  public var width: Int { Width.of(text) }
}

/// One row of spans.
public struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  public var spans: [Span]

  public init(_ spans: [Span] = []) { self.spans = spans }
  public init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }
  public init(stringLiteral text: String) { self.init(text) }

  public static let blank = Line()

  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  public static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

  /// The line moved right by `columns`.
  public func indented(_ columns: Int) -> Line {
    columns > 0 ? Line([Span(String(repeating: " ", count: columns))] + spans) : self
  }

  /// The line filled with spaces, or cut with an ellipsis, to exactly `columns`.
  public func fitted(_ columns: Int) -> Line {
    let short = clipped(columns)
    let missing = columns - short.width
    return missing > 0 ? Line(short.spans + [Span(String(repeating: " ", count: missing))]) : short
  }

  /// The line cut with an ellipsis where it is longer than `columns`.
  public func clipped(_ columns: Int) -> Line {
    guard width > columns else { return self }
    var left = columns
    var kept: [Span] = []
    for span in spans where left > 0 {
      if span.width < left {
        kept.append(span)
        left -= span.width
      } else {
        // It leaves no column for the ellipsis, and there is more behind it or in it.
        var text = Width.clip(span.text, to: left - 1)
        while text.last == " " { text.removeLast() }
        kept.append(Span(text + "…", span.style))
        left = 0
      }
    }
    return Line(kept)
  }

  /// This at the left and `other` at the right edge of `columns`; the right one yields when both
  /// do not fit.
  public func justified(with other: Line, columns: Int) -> Line {
    let gap = columns - width - other.width
    guard gap >= 1 else { return clipped(columns) }
    return Line(spans + [Span(String(repeating: " ", count: gap))] + other.spans)
  }
}

/// Columns on a terminal.
public enum Width {
  public static func of(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  /// 0, 1 or 2. Characters that cannot be shown count as the sign that stands for them.
  public static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    guard let first = character.unicodeScalars.first else { return 0 }
    return max(1, Int(ct_width(first.value)))
  }

  /// The longest beginning of `text` that fits in `columns`.
  static func clip(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var left = columns
    return String(
      text.prefix { character in
        left -= of(character)
        return left >= 0
      })
  }
}

/// Breaking text into rows.
public enum Wrap {
  /// Rows of at most `columns`, broken between words; a longer word is broken anywhere.
  /// - Parameter first: columns of the first row, where something stands before it.
  public static func rows(_ text: String, columns: Int, first: Int? = nil) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, line in
        paragraph(String(line), columns: columns, first: index == 0 ? first ?? columns : columns)
      }
  }

  private static func paragraph(_ text: String, columns: Int, first: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var used = 0
    var limit = first
    for word in text.split(separator: " ").map(String.init) {
      let width = Width.of(word)
      if used > 0, used + 1 + width <= limit {
        row += " " + word
        used += 1 + width
        continue
      }
      if used > 0 || width > limit && limit < columns {
        rows.append(row)
        row = ""
        used = 0
        limit = columns
      }
      guard width > columns else {
        (row, used) = (word, width)
        continue
      }
      // A character wider than the column has no place at all.
      guard var pieces = pieces(of: word, columns: columns), let last = pieces.popLast() else {
        return rows
      }
      rows += pieces.map(\.text)
      limit = columns
      (row, used) = last
    }
    rows.append(row)
    return rows
  }

  /// A word that is longer than a row, in pieces that fit, each with its width. A note may be one
  /// such word: every character is measured once.
  private static func pieces(of word: String, columns: Int) -> [(text: String, width: Int)]? {
    var pieces: [(text: String, width: Int)] = []
    var piece = ""
    var used = 0
    for character in word {
      let width = Width.of(character)
      if used + width > columns {
        guard width <= columns else { return nil }
        pieces.append((piece, used))
        (piece, used) = ("", 0)
      }
      piece.append(character)
      used += width
    }
    return pieces + [(piece, used)]
  }

  /// A line for a terminal that is written to and not drawn on, in rows of at most `columns`: what
  /// stands before the last gap of two spaces or more in its first half is a label, beside which
  /// the rest hangs.
  public static func hanging(_ line: String, columns: Int) -> [String] {
    guard Width.of(line) > columns else { return [line] }
    var lead = ""
    var seen = ""
    for character in Width.clip(line, to: columns / 2) {
      if character != " ", seen.hasSuffix("  ") || seen.allSatisfy({ $0 == " " }) { lead = seen }
      seen.append(character)
    }
    let hang = Width.of(lead)
    return rows(String(line.dropFirst(lead.count)), columns: columns - hang).enumerated()
      .map { index, row in
        (index == 0 ? lead : String(repeating: " ", count: hang)) + row
      }
  }

  /// `text` as lines in one style, the first after `lead`, the others below it.
  /// - Parameter hang: how far the others are indented: as far as the lead goes, if not said.
  public static func lines(
    _ text: String, columns: Int, style: Style = .plain, lead: Line = .blank, hang: Int? = nil
  ) -> [Line] {
    let indent = hang ?? lead.width
    let rows = rows(text, columns: max(1, columns - indent), first: max(1, columns - lead.width))
    return rows.enumerated().map { index, row in
      index == 0 ? lead + Line(row, style) : Line(row, style).indented(indent)
    }
  }
}
