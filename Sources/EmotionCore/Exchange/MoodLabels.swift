import FoundationEssentials

/// What a tracker's labels mean in words of the lexicon, as a person once said: rad is great.
public struct MoodLabels: Equatable, Sendable {
  /// By the label's normalized spelling: words of the lexicon by their ids, vague ones as they are.
  public private(set) var words: [String: WordID] = [:]

  public init() {}

  /// What is wrong, as one sentence.
  public struct Problem: Error, Equatable, Sendable {
    public let sentence: String
  }

  /// Reads "rad=great"; "rad=" forgets what rad meant. A vague word will do, as it does in naming.
  public mutating func take(_ argument: String, library: Library) throws(Problem) {
    let pair = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let label = RowReader.label(String(pair[0]))
    guard pair.count == 2, !label.isEmpty, WordLimits.allow(label) else {
      throw Problem(sentence: "--word takes a label and a word, like rad=great.")
    }
    let text = String(pair[1]).tidied
    guard !text.isEmpty else {
      words[label] = nil
      return
    }
    let known = library.lexicon.word(spelled: text)?.id ?? library.vagueWord(spelled: text)?.word
    guard let known else {
      let all = library.lexicon.words.map(\.word) + library.vagueWords.map(\.word)
      let near = Spelling.closest(to: text, among: all)
      throw Problem(
        sentence: "There's no word “\(text.prefix(40))” here for “\(label.prefix(40))” to mean: "
          + (near.map { "try --word \(pair[0])=\($0)." } ?? "“inkling words” lists them."))
    }
    words[label] = known
  }

  // MARK: The file

  private struct File: Codable {
    let version: Int
    let words: [String: WordID]
  }

  /// Reads what `bytes` wrote.
  public init(bytes: [UInt8]) throws(Problem) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.version == 1
    else {
      throw Problem(
        sentence: "can't be read, or is of a newer version: update Inkling, or delete the file and "
          + "give the words again with --word.")
    }
    words = file.words
  }

  /// The file in which they're kept: {"version":1,"words":{"rad":"great"}}.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(File(version: 1, words: words))) ?? Data())
  }
}
