/// A family of words: a region of feeling.
public struct Family: Equatable, Sendable {
  public let id: String
  public let name: String
  /// What its feelings are about, in half a line.
  public let about: String
}

/// What tells two neighbors apart: one record for both, so that a contrast is always mutual.
public struct Contrast: Equatable, Sendable {
  /// The two words, in alphabetical order, each with its line.
  public let lines: [(word: WordID, line: String)]

  /// - Returns: nil unless there are two words, each with its line.
  public init?(_ both: [WordID: String]) {
    guard both.count == 2 else { return nil }
    lines = both.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  public static func == (left: Contrast, right: Contrast) -> Bool {
    zip(left.lines, right.lines).allSatisfy { $0 == $1 }
  }

  /// The neighbor of `word`, with the line of each; nil when it is neither of the two.
  public func seen(from word: WordID) -> Neighbor? {
    guard let mine = lines.firstIndex(where: { $0.word == word }) else { return nil }
    let other = lines[1 - mine]
    return Neighbor(word: other.word, itsLine: other.line, ownLine: lines[mine].line)
  }
}

/// A neighbor of a word, and the two lines that tell them apart.
public struct Neighbor: Equatable, Sendable {
  public let word: WordID
  /// What the neighbor means, beside the word.
  public let itsLine: String
  /// What the word means, beside the neighbor.
  public let ownLine: String
}

/// A short vignette in which one word is felt.
public struct Situation: Equatable, Sendable, Encodable {
  public let id: String
  public let text: String
  /// The words that fit, best first.
  public let fits: [WordID]
  /// What in the text decides it.
  public let why: String
  /// Words that nearly fit, with why they do not.
  public let near: [WordID: String]
}

/// What people say instead of a feeling, and where it leads.
public struct VagueWord: Equatable, Sendable {
  public let id: String
  public let word: String
  public let aliases: [String]?
  /// Finer words, the likeliest first.
  public let finer: [Finer]

  public struct Finer: Equatable, Sendable {
    public let word: WordID
    /// In the first person: "it is more than I can hold".
    public let because: String
  }

  /// Everything that counts as having typed it, lower case.
  public var spellings: [String] { ([word] + (aliases ?? [])).map { $0.lowercased() } }
}

/// Something one can notice in the body.
public struct BodySignal: Equatable, Sendable {
  public let id: String
  public let text: String
}

public struct BodyRegion: Equatable, Sendable {
  public let region: String
  public let signals: [BodySignal]
}

/// Something a person may need, in a group of like needs.
public struct Need: Equatable, Sendable {
  public let id: String
  /// Completes "I need …": "to be heard", "support".
  public let text: String
  /// Completes "because …" where it is met: "somebody's listening".
  public let met: String
}

public struct NeedGroup: Equatable, Sendable {
  public let group: String
  public let needs: [Need]
}
