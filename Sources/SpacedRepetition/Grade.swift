/// How well a card was remembered. The raw values 1–4 are those of Anki's and FSRS's logs.
public enum Grade: Int, CaseIterable, Codable, Sendable, Comparable {
  /// Not recalled.
  case again = 1
  /// Recalled, with effort.
  case hard = 2
  /// Recalled.
  case good = 3
  /// Recalled at once.
  case easy = 4

  /// By raw value: again < hard < good < easy.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}
