/// A text taken apart, for rules about its length and its words.
struct Prose {
  /// What stands between spaces.
  let pieces: [Substring]
  /// Its words in lower case, without what surrounds them: letters, and apostrophes within.
  let tokens: [String]

  init(_ text: String) {
    pieces = text.split(separator: " ")
    tokens = text.lowercased().split { !("a"..."z").contains($0) && $0 != "'" }.map(Self.bare)
      .filter { !$0.isEmpty }
  }

  var wordCount: Int { pieces.count }

  /// How many words each sentence has. A sentence ends with ".", "!" or "?", also within quotes.
  var sentenceLengths: [Int] {
    var lengths: [Int] = []
    var length = 0
    for piece in pieces {
      length += 1
      let last = piece.last { !"\"')".contains($0) }
      if let last, ".!?".contains(last) {
        lengths.append(length)
        length = 0
      }
    }
    return length > 0 ? lengths + [length] : lengths
  }

  /// Its words that carry meaning, by their roots.
  var contentWords: [String: String] {
    Dictionary(
      tokens.filter { !Self.stopWords.contains($0) }.map { (Self.singularRoot($0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func singularRoot(_ token: String) -> String {
    WordTrace.root(token.count > 3 && token.hasSuffix("s") ? String(token.dropLast()) : token)
  }

  private static func bare(_ token: Substring) -> String {
    var token = token.drop { $0 == "'" }
    while token.last == "'" { token.removeLast() }
    return String(token)
  }

  /// Whether `text` is lower-case words joined by hyphens.
  static func isIdentifier(_ text: String, withDigits: Bool = false) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { ("a"..."z").contains($0) || withDigits && ("0"..."9").contains($0) }
    }
  }

  /// Words that say little of what a line is about: those of grammar, and the plainest of the rest,
  /// which stand in lines about anything.
  static let stopWords = Set(
    """
    a about after again against all already an and any are as at away be because been before being \
    both but by can cannot could did do does doing done down each either else enough even ever \
    every for from get gets go goes gone had has have having he her here him his how i if in into \
    is it its itself just keep keeps let like made make makes may me might more most mostly much \
    must my no nobody nor not nothing now of off on once one only or other others our out over own \
    quite she should so some somebody someone something still such than that the their them then \
    there they thing things this those to too toward turn turned turns under until up very want \
    wants was way we were what when where whether which while who whom will with without would yet \
    you your yours yourself come comes came take takes took taken back people person
    """.split(separator: " ").map(String.init))
}
