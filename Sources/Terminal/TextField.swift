/// One line of typed text with a cursor in it.
public struct TextField: Equatable, Sendable {
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var position: Int

  public init(_ text: String = "") {
    self.text = text
    position = text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Handles a key that edits.
  /// - Returns: false when the key means nothing to a line of text.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      insert(character)
    case .backspace:
      if position > 0 { remove(at: position - 1) }
    case .delete:
      if position < text.count { remove(at: position) }
    case .left: position = max(0, position - 1)
    case .right: position = min(text.count, position + 1)
    case .home, .control("a"): position = 0
    case .end, .control("e"): position = text.count
    case .control("u"):
      text = String(text.dropFirst(position))
      position = 0
    case .control("k"): text = String(text.prefix(position))
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// The part that fits in `columns` with the cursor in view, and the cursor's column in it.
  public func view(columns: Int) -> (text: String, cursor: Int) {
    let before = Array(text.prefix(position))
    var start = 0
    var used = before.reduce(0) { $0 + Width.of($1) }
    while used > max(0, columns - 1), start < before.count {
      used -= Width.of(before[start])
      start += 1
    }
    let visible = String(text.dropFirst(start))
    return (Width.clip(visible, to: columns), used)
  }

  private mutating func insert(_ character: Character) {
    let before = text.prefix(position)
    let after = text.dropFirst(position)
    // A typed mark joins the letter before it: the count tells where the cursor is now.
    let start = String(before) + String(character)
    text = start + after
    position = start.count
  }

  private mutating func remove(at index: Int) {
    text.remove(at: text.index(text.startIndex, offsetBy: index))
    position = min(index, text.count)
  }

  private mutating func removeWord() {
    while position > 0, characterBefore == " " { remove(at: position - 1) }
    while position > 0, characterBefore != " " { remove(at: position - 1) }
  }

  private var characterBefore: Character {
    text[text.index(text.startIndex, offsetBy: position - 1)]
  }
}
