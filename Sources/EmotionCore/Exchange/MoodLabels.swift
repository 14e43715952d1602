/// Gives a tracker's labels the meaning that a person once said: rad is great.
public struct MoodLabels: Equatable, Sendable {
  /// By the label's normalized spelling: words of the lexicon by their ids, vague ones as they are.
  public private(set) var words: [String: WordID] = [:]

  public init() {}

  /// Says in one sentence what's wrong.
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

  /// Reads what `bytes` wrote.
  public init(bytes: [UInt8]) throws(Problem) {
    let json = bytes.withUnsafeBytes { try? JSON($0) }
    guard case .object(let file) = json,
      file.first(where: { $0.key == "version" })?.value == .number(1),
      case .object(let members) = file.first(where: { $0.key == "words" })?.value
    else {
      throw Problem(
        sentence: "can't be read, or is of a newer version: update Inkling, or delete the file and "
          + "give the words again with --word.")
    }
    for member in members {
      if case .string(let word) = member.value { words[member.key] = word }
    }
  }

  /// The file in which they're kept: {"version":1,"words":{"rad":"great"}}.
  public var bytes: [UInt8] {
    let pairs = words.sorted { $0.key < $1.key }.map { label, word in
      "\(Self.quoted(label)):\(Self.quoted(word))"
    }
    return Array("{\"version\":1,\"words\":{\(pairs.joined(separator: ","))}}".utf8)
  }

  /// A string of JSON; neither labels nor words have control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
