/// Finds lines that say the same, so that only one of them is shown.
enum Echo {
  /// The share of the shorter line's words, by their roots, that the longer one has too.
  private static let share = 0.6

  /// Words of grammar do not count; two words in common are the least.
  static func says(_ line: String, like other: String) -> Bool {
    let words = Set(Prose(line).contentWords.keys)
    let others = Set(Prose(other).contentWords.keys)
    let shorter = min(words.count, others.count)
    let common = words.intersection(others).count
    return common >= 2 && Double(common) >= share * Double(shorter)
  }
}
