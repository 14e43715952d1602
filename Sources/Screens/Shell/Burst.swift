public import Terminal

/// Keys that arrived at once, one event after another: the hand of nobody who saw what each of
/// them did. It is a slow line that hands over what was typed in pieces, or a paste that the
/// terminal does not mark.
///
/// In a field everything with more text behind it is text, newlines and all. After the text comes
/// one command at most.
public struct Burst {
  private var rest: ArraySlice<Key>
  /// True until the first event was handed on.
  private var isFresh = true
  /// True for what reads like a text: nobody presses sixteen commands of six kinds at once. A text
  /// has no arrows in it, either.
  private let isProse: Bool

  public init(_ keys: [Key]) {
    rest = keys[...]
    let characters = keys.filter { Self.isCharacter($0) }
    isProse =
      characters.count >= 16 && Set(characters).count >= 6
      && !keys.contains(where: Self.isSequence)
  }

  /// The next event, as long as there is one.
  /// - Parameter takesText: whether what is typed now goes into a field.
  public mutating func next(takesText: Bool) -> AppEvent? {
    defer { isFresh = false }
    guard let key = rest.first else { return nil }
    if takesText { return text() ?? command() }
    if isFresh, isProse {
      defer { rest = [] }
      return .pasted(String(rest.compactMap(Self.character)))
    }
    rest = rest.dropFirst()
    return .key(key, isAlone: false)
  }

  /// Text up to the last character of the burst, in pieces where keys that edit stand between.
  private mutating func text() -> AppEvent? {
    guard let last = rest.lastIndex(where: { Self.isCharacter($0) }) else { return nil }
    // In a paste, control characters are none that a hand pressed.
    let hasLines = rest[...last].contains(where: Self.isNewline)
    let isTyped = !isProse && !hasLines
    // The newline at the end of several lines is one of them.
    let end =
      hasLines
      ? rest.lastIndex { Self.isCharacter($0) || Self.isNewline($0) } ?? last : last
    var text = ""
    while let key = rest.first, rest.startIndex <= end {
      if isTyped, Self.edits(key) {
        if !text.isEmpty { break }
        rest = rest.dropFirst()
        return .key(key, isAlone: false)
      }
      rest = rest.dropFirst()
      if let character = Self.character(key) { text.append(character) }
    }
    return .pasted(text)
  }

  /// Keys behind the text, up to the first that may leave the field.
  private mutating func command() -> AppEvent? {
    guard let key = rest.popFirst() else { return nil }
    switch key {
    case .up, .down, .pageUp, .pageDown: break
    default: if !Self.edits(key) { rest = [] }
    }
    return .key(key, isAlone: false)
  }

  /// Tells a key that a terminal sends as a sequence, and a text hardly ever has in it.
  private static func isSequence(_ key: Key) -> Bool {
    switch key {
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .backTab, .escape,
      .alt:
      true
    default: false
    }
  }

  private static func isCharacter(_ key: Key) -> Bool {
    if case .character = key { true } else { false }
  }

  private static func isNewline(_ key: Key) -> Bool { key == .enter || key == .control("j") }

  /// Returns the character that a key stands for in a text.
  private static func character(_ key: Key) -> Character? {
    switch key {
    case .character(let character): character
    case .enter, .control("j"): "\n"
    case .tab: " "
    default: nil
    }
  }

  /// Tells a key that edits a field and does nothing else.
  private static func edits(_ key: Key) -> Bool {
    switch key {
    case .backspace, .delete, .left, .right, .home, .end, .control("a"), .control("e"),
      .control("u"), .control("k"), .control("w"), .control("y"), .control("b"), .control("d"),
      .control("f"), .alt:
      true
    default: false
    }
  }
}
