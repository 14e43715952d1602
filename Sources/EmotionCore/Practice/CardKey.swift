/// What one can practice about a word, in the order in which it opens.
public enum Skill: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// Pick the word that fits.
  case recognize
  /// Find the word without a list.
  case recall
}

/// A card: a word and a skill. It never changes, whatever becomes of the word's texts.
public struct CardKey: Hashable, Sendable, CustomStringConvertible {
  /// The word in the lexicon; not empty, or it cannot be read back.
  public let word: WordID
  /// What is practiced of it.
  public let skill: Skill

  /// The card of a word and a skill.
  public init(word: WordID, skill: Skill) {
    self.word = word
    self.skill = skill
  }

  /// Reads what `description` wrote, such as "overwhelmed/recall". A word may have slashes of its
  /// own, a skill has none.
  /// - Returns: nil without a word or a known skill.
  public init?(_ text: String) {
    guard let slash = text.lastIndex(of: "/"), slash > text.startIndex,
      let skill = Skill(rawValue: String(text[text.index(after: slash)...]))
    else { return nil }
    self.init(word: String(text[..<slash]), skill: skill)
  }

  /// Tells whether there may be such a card: another program's log can say anything.
  public var isPlausible: Bool {
    WordLimits.allow(word)
      && word.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
      }
  }

  /// The word, a slash and the skill.
  public var description: String { "\(word)/\(skill.rawValue)" }
}

extension CardKey: Comparable {
  /// By word, then by the skill's name.
  public static func < (left: CardKey, right: CardKey) -> Bool {
    left.word == right.word
      ? left.skill.rawValue < right.skill.rawValue : left.word < right.word
  }
}

extension CardKey: Codable {
  /// Reads the text that `description` is.
  /// - Throws: `DecodingError` for a text that is no card.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = CardKey(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a card")
    }
    self = key
  }

  /// Writes the text that `description` is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
