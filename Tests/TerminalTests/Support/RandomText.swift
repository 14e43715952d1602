import Terminal

/// Texts and lines that dice make of letters, marks, wide characters and spaces.
struct RandomText {
  private static let characters: [Character] = [
    "a", "b", "m", "z", " ", " ", "é", "e\u{301}", "…", "你", "好", "😀", "-",
  ]
  private static let styles: [Style] = [.plain, .strong, .faint, .accent, .good]

  private var dice: SeededDice

  init(_ seed: UInt64) { dice = SeededDice(seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

  mutating func character() -> Character { Self.characters.randomElement(using: &dice) ?? "a" }

  mutating func text(_ length: ClosedRange<Int>) -> String {
    String((0..<number(length)).map { _ in character() })
  }

  mutating func line() -> Line {
    Line(
      (0..<number(0...4)).map { _ in
        Span(text(0...6), Self.styles.randomElement(using: &dice) ?? .plain)
      })
  }
}

extension Line {
  /// The text of all spans.
  var text: String { spans.map(\.text).joined() }
}
