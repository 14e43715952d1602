/// Bounds what's taken for a word. No word of the lexicon comes near; what's longer is damage or an
/// attack, stays in the log as it is, and counts for nothing in practice.
public enum WordLimits {
  /// Of a word in UTF-8. A few characters may have thousands of marks upon them.
  public static let bytes = 200
  /// Of one entry.
  public static let feelings = 50

  /// Tells whether a text may be a word's id.
  public static func allow(_ word: WordID) -> Bool { !word.isEmpty && word.utf8.count <= bytes }
}
