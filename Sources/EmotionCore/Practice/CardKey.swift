/// What one can practice about a word, in the order in which it opens.
public enum Skill: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// Pick the word that fits.
  case recognize
  /// Find the word without a list.
  case recall
}

/// A card: a word and a skill. It never changes, whatever becomes of the word's texts.
public struct CardKey: Hashable, Sendable, CustomStringConvertible {
  public let word: WordID
  public let skill: Skill

  public init(word: WordID, skill: Skill) {
    self.word = word
    self.skill = skill
  }

  /// Reads "overwhelmed/recall".
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let skill = Skill(rawValue: String(parts[1])) else {
      return nil
    }
    self.init(word: String(parts[0]), skill: skill)
  }

  public var description: String { "\(word)/\(skill.rawValue)" }
}

extension CardKey: Comparable {
  public static func < (left: CardKey, right: CardKey) -> Bool {
    left.word == right.word
      ? left.skill.rawValue < right.skill.rawValue : left.word < right.word
  }
}

extension CardKey: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = CardKey(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a card")
    }
    self = key
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
