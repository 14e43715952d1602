/// Forgiving what fingers do: case, spaces, accents of punctuation, slips.
public enum Spelling {
  /// Lower case, hyphens and runs of spaces as one space, nothing but letters, digits,
  /// apostrophes and spaces.
  public static func normalized(_ text: String) -> String {
    // Most texts are plain words, and those of the whole lexicon pass here at the start.
    if text.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) { return text }
    let plain = text.lowercased().map { character -> Character in
      switch character {
      case "’", "`": "'"
      case "-", "_", "\t": " "
      default: character
      }
    }
    .filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == " " }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  /// Whether `part` stands anywhere in `text`, byte for byte: both are normalized, and comparing
  /// characters would take ten times as long.
  static func contains(_ text: String, _ part: String) -> Bool {
    text.utf8.indices.contains { text.utf8[$0...].starts(with: part.utf8) }
  }

  /// The least number of insertions, deletions, changes and swaps of two adjacent letters that
  /// turn one text into the other (optimal string alignment).
  public static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(last[j] + 1, row[j - 1] + 1, change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// Whether `text` is `word` mistyped: one slip in a short word, two in a long one.
  public static func isSlip(_ text: String, of word: String) -> Bool {
    guard text != word, abs(text.count - word.count) <= 2 else { return false }
    let allowed = word.count <= 3 ? 0 : word.count <= 7 ? 1 : 2
    return distance(text, word) <= allowed
  }

  /// The candidate that `text` most likely meant, nil when none is close.
  public static func closest(to text: String, among candidates: [String]) -> String? {
    let query = normalized(text)
    let near = candidates.compactMap { candidate -> (String, Int)? in
      let distance = distance(query, normalized(candidate))
      return distance <= max(1, query.count / 3) ? (candidate, distance) : nil
    }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
