/// A word's name in files and logs: lower-case, hyphenated, never changed once published.
public typealias WordID = String

/// One feeling word and all that is known of it. The fields are explained in `Data/README.md`.
public struct Word: Equatable, Sendable, Encodable {
  public let id: WordID
  /// As it is written.
  public let word: String
  /// How one says it: "I feel overwhelmed", "I'm in despair".
  public let say: String
  public let noun: String?
  public let adjective: String?
  /// Other spellings and inflections that a person may type.
  public let forms: [String]?
  public let family: String
  /// One plain line that does not use the word.
  public let meaning: String
  /// Which sense is meant, for a word that has several.
  public let sense: String?
  /// 1…5, within the family.
  public let strength: Int
  /// −1 unpleasant … 1 pleasant.
  public let pleasantness: Double
  /// −1 still … 1 stirred up.
  public let energy: Double
  /// How common it is in daily speech, 1 rare … 5 everyday.
  public let everyday: Int
  /// Identifiers of `BodySignal`.
  public let body: [String]
  /// Completes "It wants to …".
  public let urge: String
  /// Identifiers of `Need`.
  public let needs: [String]
  public let story: Story?

  /// For a word that says what someone did rather than what is felt.
  public struct Story: Equatable, Sendable, Encodable {
    /// What the word tells.
    public let says: String
    /// What may lie underneath.
    public let underneath: [WordID]
  }

  /// Everything that counts as having typed this word, lower case.
  public var spellings: [String] {
    ([word, id] + [noun, adjective].compactMap(\.self) + (forms ?? [])).map { $0.lowercased() }
  }
}

/// How well each value of each appraisal dimension fits a word: dimension → value → 1…3.
/// A value left out does not fit; a dimension left out does not matter.
public typealias AppraisalProfile = [String: [String: Int]]
