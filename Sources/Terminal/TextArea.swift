/// Several lines of typed text with a cursor in them, wrapped to the room there is.
public struct TextArea: Equatable, Sendable {
  private var field: TextField
  /// The column that moving up and down keeps to, while nothing else is pressed.
  private var column: Int?

  /// Characters that fit.
  public static let capacity = 250_000

  public init(_ text: String = "") { field = TextField(text) }

  public var text: String { field.text }
  public var isEmpty: Bool { field.isEmpty }
  private var count: Int { field.characters.count }

  /// Handles a key that edits or moves, in rows of `columns`.
  /// - Returns: false when the key means nothing to a text.
  public mutating func handle(_ key: Key, columns: Int) -> Bool {
    switch key {
    case .up: _ = moveUp(columns: columns)
    case .down: _ = moveDown(columns: columns)
    case .pageUp: for _ in 0..<Self.page where moveUp(columns: columns) {}
    case .pageDown: for _ in 0..<Self.page where moveDown(columns: columns) {}
    default:
      column = nil
      if case .character = key, count >= Self.capacity { return true }
      return field.handle(key)
    }
    return true
  }

  private static let page = 8

  /// Puts text in at the cursor, newlines and all.
  /// - Returns: how many characters of it did not fit.
  public mutating func insert(_ text: String) -> Int {
    column = nil
    let new = Array(text)
    let room = max(0, Self.capacity - count)
    field.insert(Array(new.prefix(room)))
    return max(0, new.count - room)
  }

  /// - Returns: false where the cursor is in the first row.
  public mutating func moveUp(columns: Int) -> Bool {
    let (rows, row) = rowsAround(columns)
    if row > 0 { return go(to: rows[row - 1], from: rows[row], columns) }
    guard let start = rows.first?.lowerBound, start > 0,
      let above = self.rows(of: field.line(at: start - 1), columns).last
    else { return false }
    return go(to: above, from: rows[row], columns)
  }

  /// - Returns: false where the cursor is in the last row.
  public mutating func moveDown(columns: Int) -> Bool {
    let (rows, row) = rowsAround(columns)
    if row + 1 < rows.count { return go(to: rows[row + 1], from: rows[row], columns) }
    guard let end = rows.last?.upperBound, end < count,
      let below = self.rows(of: field.line(at: end + 1), columns).first
    else { return false }
    return go(to: below, from: rows[row], columns)
  }

  private mutating func go(to row: Range<Int>, from old: Range<Int>, _ columns: Int) -> Bool {
    let goal = column ?? width(old.lowerBound..<field.position)
    var place = row.lowerBound
    // The place after the last character of a row is the first of the next, where one follows.
    let last = isBroken(row) ? row.upperBound - 1 : row.upperBound
    while place < last, width(row.lowerBound..<place + 1) <= goal { place += 1 }
    field.move(to: place)
    column = goal
    return true
  }

  // MARK: Rows

  /// The rows of a text that are in sight.
  public struct View: Equatable, Sendable {
    public var rows: [String]
    public var cursor: (row: Int, column: Int)
    /// True where there are rows above, or below.
    public var hasAbove: Bool
    public var hasBelow: Bool

    public static func == (left: View, right: View) -> Bool {
      left.rows == right.rows && left.cursor == right.cursor && left.hasAbove == right.hasAbove
        && left.hasBelow == right.hasBelow
    }
  }

  /// At most `height` rows of `columns`, with the cursor in one of them.
  public func view(columns: Int, height: Int) -> View {
    var (rows, row) = rowsAround(columns)
    let cursor = min(width(rows[row].lowerBound..<field.position), columns)
    // Long texts are not wrapped whole at every key.
    while row < height, let start = rows.first?.lowerBound, start > 0 {
      let above = self.rows(of: field.line(at: start - 1), columns)
      rows.insert(contentsOf: above, at: 0)
      row += above.count
    }
    while rows.count - row <= height, let end = rows.last?.upperBound, end < count {
      rows += self.rows(of: field.line(at: end + 1), columns)
    }
    // A row below the cursor stays in sight where there is one.
    let spare = row + 1 < rows.count && height > 1 ? 1 : 0
    let first = max(0, row + spare + 1 - height)
    let shown = rows[first..<min(first + height, rows.count)]
    return View(
      rows: shown.map { String(field.characters[$0]) }, cursor: (row - first, cursor),
      hasAbove: first > 0 || (rows.first?.lowerBound ?? 0) > 0,
      hasBelow: shown.endIndex < rows.count || (rows.last?.upperBound ?? 0) < count)
  }

  /// The first rows, as many as `height`.
  public func beginning(columns: Int, height: Int) -> (rows: [String], hasBelow: Bool) {
    var top = self
    top.field.move(to: 0)
    let view = top.view(columns: columns, height: height)
    return (view.rows, view.hasBelow)
  }

  /// The rows of the cursor's line, and which of them it is in.
  private func rowsAround(_ columns: Int) -> (rows: [Range<Int>], row: Int) {
    let rows = rows(of: field.line(at: field.position), columns)
    let row = rows.lastIndex { $0.lowerBound <= field.position } ?? 0
    return (rows, row)
  }

  /// Rows of a line, broken after spaces, which may hang over the edge; a longer word is broken
  /// anywhere. There is at least one.
  private func rows(of line: Range<Int>, _ columns: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = line.lowerBound
    var used = 0
    /// The place after the last space.
    var gap: Int?
    for place in line {
      let character = field.characters[place]
      if character == " " {
        gap = place + 1
        used += 1
        continue
      }
      let width = Width.of(character)
      if used + width > columns, place > start {
        let end = gap ?? place
        rows.append(start..<end)
        start = end
        used = self.width(end..<place)
        gap = nil
      }
      used += width
    }
    return rows + [start..<line.upperBound]
  }

  /// True for a row that goes on in the next one.
  private func isBroken(_ row: Range<Int>) -> Bool {
    row.upperBound < count && field.characters[row.upperBound] != "\n"
  }

  private func width(_ range: Range<Int>) -> Int {
    field.characters[range].reduce(0) { $0 + Width.of($1) }
  }
}
