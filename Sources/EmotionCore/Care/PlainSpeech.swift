/// A text as the rules of care read it: sentences of plain lower-case words, with what fingers and
/// disguises did to them undone. "I dont wnat 2 b here any more!!" is "i do not want to be here anymore".
struct PlainSpeech {
  /// Commas stay, as words of their own: what's said may end there.
  let sentences: [[String]]

  init(_ text: String) {
    sentences = Self.split(text).map { sentence in
      Self.merged(Self.unspaced(sentence).flatMap(Self.expanded))
    }
    .flatMap(Self.windows)
  }

  /// Nobody says one thing in more words than these.
  private static let longest = 60

  /// A sentence without an end in parts that overlap, so that reading it takes no longer for its length.
  private static func windows(_ words: [String]) -> [[String]] {
    if words.count <= longest { return words.isEmpty ? [] : [words] }
    return stride(from: 0, to: words.count, by: longest / 2).map { start in
      Array(words[start..<min(start + longest, words.count)])
    }
  }

  // MARK: Words

  private static func split(_ text: String) -> [[String]] {
    var sentences: [[String]] = [[]]
    var word = ""
    func endWord() {
      while word.last == "'" || word.last == "*" { word.removeLast() }
      if !word.isEmpty { sentences[sentences.count - 1].append(word) }
      word = ""
    }
    for character in text.lowercased() {
      switch character {
      case "’", "‘", "`", "´", "'": if !word.isEmpty { word.append("'") }
      case ",", "(", ")", "–", "—":
        endWord()
        sentences[sentences.count - 1].append(",")
      // A letter and a dot is a spelled-out word: k.m.s.
      case "." where word.count == 1 && word != "i": endWord()
      case ".", "!", "?", ";", ":", "\n", "\r\n", "…", "\"", "“", "”", "/":
        endWord()
        sentences.append([])
      case "*", "$", "@": word.append(character)
      case _ where character.isLetter || character.isNumber: word.append(character)
      default: endWord()
      }
    }
    endWord()
    return sentences
  }

  /// Letters typed one by one are the word they spell: "k m s".
  private static func unspaced(_ words: [String]) -> [String] {
    guard words.contains(where: { $0.count == 1 }) else { return words }
    var result: [String] = []
    var letters: [String] = []
    func endRun() {
      let joined = letters.joined()
      result += SpeechWords.spelledOut.contains(joined) ? [joined] : letters
      letters = []
    }
    for word in words {
      if word.count == 1, word != "," {
        letters.append(word)
      } else {
        endRun()
        result.append(word)
      }
    }
    endRun()
    return result
  }

  private static func expanded(_ word: String) -> [String] {
    if let known = SpeechWords.expansions[word] { return known }
    let plain = word.contains("'") ? word.filter { $0 != "'" } : word
    if let known = SpeechWords.expansions[plain] { return known }
    if word.hasSuffix("'s"), SpeechWords.isKnown(String(word.dropLast(2))) {
      return [String(word.dropLast(2)), "is"]
    }
    return [SpeechWords.meant(by: plain)]
  }

  /// Several words that say one thing are one: "any more", "my self", "no one", "no longer".
  private static func merged(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, let both = SpeechWords.merges[last]?[word] {
        result[result.count - 1] = both
      } else {
        result.append(word)
      }
    }
    return result
  }
}
