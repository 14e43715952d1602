/// Typed text with a cursor in it. What is typed is one line; text that is put in may have more.
public struct TextField: Equatable, Sendable {
  private(set) var characters: [Character]
  /// Characters before the cursor.
  public private(set) var position: Int
  /// Keeps the last cut for Ctrl-Y.
  private var cutting: [Character] = []

  public init(_ text: String = "") {
    characters = Array(text)
    position = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Keys that edit a line of text, as shells have them, with what they do.
  public static let editingHelp: [(keys: String, help: String)] = [
    ("Ctrl-A Ctrl-E", "To the start or the end of the line."),
    ("Alt-B Alt-F", "Back or on by a word; Ctrl-← and Ctrl-→ do the same."),
    ("Ctrl-W Alt-D", "Cut the word before or after the cursor."),
    ("Ctrl-U Ctrl-K", "Cut all before or after it."),
    ("Ctrl-Y", "Put back what you last cut."),
  ]

  /// Handles a key that edits.
  /// - Returns: false when the key means nothing to a line of text.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .backspace, .control("h"): remove(max(0, position - 1)..<position)
    case .delete, .control("d"): remove(position..<min(position + 1, characters.count))
    case .left, .control("b"): position = max(0, position - 1)
    case .right, .control("f"): position = min(characters.count, position + 1)
    case .home, .control("a"): position = line(at: position).lowerBound
    case .end, .control("e"): position = line(at: position).upperBound
    case .control("u"): cut(line(at: position).lowerBound..<position)
    case .control("k"): cut(position..<endToCut)
    case .control("w"): cut(start(of: { !$0.isWhitespace })..<position)
    case .control("y"): insert(cutting)
    case .alt("b"): position = start(of: Self.isOfWord)
    case .alt("f"): position = end(of: Self.isOfWord)
    case .alt("d"): cut(position..<end(of: Self.isOfWord))
    case .wordBackspace: cut(start(of: Self.isOfWord)..<position)
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor.
  mutating func insert(_ new: [Character]) {
    guard !new.isEmpty else { return }
    let start = position
    characters.insert(contentsOf: new, at: position)
    position += new.count
    rejoin(from: start)
  }

  /// The line that a place is in, without its newline.
  func line(at place: Int) -> Range<Int> {
    let start = characters[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = characters[place...].firstIndex(of: "\n") ?? characters.count
    return start..<end
  }

  mutating func move(to place: Int) { position = min(max(place, 0), characters.count) }

  /// The part that fits in `columns` with the cursor in view, and the cursor's column in it.
  public func view(columns: Int) -> (text: String, cursor: Int) {
    var start = 0
    var used = characters[..<position].reduce(0) { $0 + Width.of($1) }
    while used > max(0, columns - 1), start < position {
      used -= Width.of(characters[start])
      start += 1
    }
    return (Width.clip(String(characters[start...]), to: columns), used)
  }

  // MARK: Cutting

  /// The end of the line, and at the end of one its newline.
  private var endToCut: Int {
    let end = line(at: position).upperBound
    return end == position ? min(end + 1, characters.count) : end
  }

  private mutating func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cutting = Array(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    characters.removeSubrange(range)
    position = range.lowerBound
    rejoin(from: position)
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private func start(of isPart: (Character) -> Bool) -> Int {
    var place = position
    while place > 0, !isPart(characters[place - 1]) { place -= 1 }
    while place > 0, isPart(characters[place - 1]) { place -= 1 }
    return place
  }

  private func end(of isPart: (Character) -> Bool) -> Int {
    var place = position
    while place < characters.count, !isPart(characters[place]) { place += 1 }
    while place < characters.count, isPart(characters[place]) { place += 1 }
    return place
  }

  /// Marks and flags join what they have come to stand beside: between `start` and the cursor, and
  /// at both.
  private mutating func rejoin(from start: Int) {
    let changed = characters[max(0, start - 1)..<min(position + 1, characters.count)]
    guard !changed.allSatisfy(\.isASCII) else { return }
    let lines = line(at: start).lowerBound..<line(at: position).upperBound
    let before = String(characters[lines.lowerBound..<position]).count
    let joined = Array(String(characters[lines]))
    characters.replaceSubrange(lines, with: joined)
    position = lines.lowerBound + min(before, joined.count)
  }
}
