public import SpacedRepetition

/// Something a person did, as the log keeps it. The kinds and their fields are a file format:
/// add, never rename.
public enum Deed: Equatable, Sendable {
  /// A card was answered.
  case reviewed(Review)
  /// A feeling was named.
  case checkedIn(CheckIn)
  /// An entry of the journal was changed.
  case amended(Amendment)
  /// An entry was deleted.
  case removed(Removal)
  /// A word was kept for practice.
  case kept(Keeping)
  /// Practice is scheduled otherwise, for the whole history.
  case planned(Plan)
  /// An entry was made or changed in a locked journal.
  case sealed(Sealed)
}

/// An answer to a card.
public struct Review: Equatable, Sendable, Codable {
  /// What was asked.
  public var card: CardKey
  /// How well it was known.
  public var grade: Grade
  /// How long the answer took.
  public var milliseconds: Int
  /// The word that was given, when it was another than the card's.
  public var instead: WordID?

  /// An answer; `milliseconds` ≥ 0.
  public init(card: CardKey, grade: Grade, milliseconds: Int, instead: WordID? = nil) {
    self.card = card
    self.grade = grade
    self.milliseconds = milliseconds
    self.instead = instead
  }

  private enum CodingKeys: String, CodingKey {
    case card, grade
    case milliseconds = "ms"
    case instead
  }
}

/// A named feeling, or several at once.
public struct CheckIn: Equatable, Sendable, Codable {
  /// What was felt, the first-named first.
  public var feelings: [Feeling]
  /// What was said first: "stressed".
  public var said: String?
  /// Other cues, as they were shown.
  public var cues: [String]?
  /// What was written to it.
  public var note: String?

  /// An entry; what was not given is nil.
  public init(
    feelings: [Feeling], said: String? = nil, cues: [String]? = nil, note: String? = nil
  ) {
    self.feelings = feelings
    self.said = said
    self.cues = cues
    self.note = note
  }

  /// A word, and how strongly it was felt.
  public struct Feeling: Equatable, Sendable, Codable {
    /// The word in the lexicon, or as it was written where the lexicon has none.
    public var id: WordID
    /// As it was written on that day: an entry outlives changes of the lexicon.
    public var word: String
    /// 1 a little … 5 as much as can be.
    public var strength: Int

    /// A feeling; `strength` 1…5.
    public init(id: WordID, word: String, strength: Int = 3) {
      self.id = id
      self.word = word
      self.strength = strength
    }

    /// What another program wrote may be any number; a strength is 1…5.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      id = try values.decode(WordID.self, forKey: .id)
      word = try values.decode(String.self, forKey: .word)
      strength = min(5, max(1, try values.decode(Int.self, forKey: .strength)))
    }
  }
}

/// A new version of an entry.
public struct Amendment: Equatable, Sendable, Codable {
  /// The event that made the entry.
  public var entry: String
  /// What it says now, all of it.
  public var checkIn: CheckIn

  /// A new version; `entry` is an event's id.
  public init(entry: String, checkIn: CheckIn) {
    self.entry = entry
    self.checkIn = checkIn
  }
}

/// The deletion of an entry.
public struct Removal: Equatable, Sendable, Codable {
  /// The event that made the entry.
  public var entry: String

  /// A deletion; `entry` is an event's id.
  public init(entry: String) { self.entry = entry }
}

extension Deed {
  /// Whether it holds for the whole history, and not from its time on.
  public var isSetting: Bool { if case .planned = self { true } else { false } }

  /// Whether only the passphrase tells what it says.
  public var isSealed: Bool { if case .sealed = self { true } else { false } }

  /// The entry of the journal that it makes or changes; nil when what it does is another thing.
  /// - Parameter id: its event's.
  public func entry(_ id: String) -> String? {
    switch self {
    case .checkedIn: id
    case .amended(let amendment): amendment.entry
    case .sealed(let sealed): sealed.amends ?? id
    case .reviewed, .removed, .kept, .planned: nil
    }
  }
}

/// A word kept for practice from its page.
public struct Keeping: Equatable, Sendable, Codable {
  /// The word in the lexicon.
  public var word: WordID

  /// A word to keep.
  public init(word: WordID) { self.word = word }
}

/// A check-in or an amendment that only the passphrase opens.
public struct Sealed: Equatable, Sendable, Codable {
  /// The event of the entry that it amends; nil for a new entry.
  public var amends: String?
  /// The encrypted deed, in Base64.
  public var box: String

  /// What only the passphrase opens; `box` in Base64.
  public init(amends: String? = nil, box: String) {
    self.amends = amends
    self.box = box
  }
}

extension Deed: Codable {
  private enum Key: String, CodingKey {
    case review
    case checkIn = "checkin"
    case amend
    case remove
    case keep
    case plan
    case sealed
  }

  /// Reads the one field that says what happened.
  /// - Throws: `DecodingError` where there is none that is known.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch container.allKeys.first {
    case .review: self = .reviewed(try container.decode(Review.self, forKey: .review))
    case .checkIn: self = .checkedIn(try container.decode(CheckIn.self, forKey: .checkIn))
    case .amend: self = .amended(try container.decode(Amendment.self, forKey: .amend))
    case .remove: self = .removed(try container.decode(Removal.self, forKey: .remove))
    case .keep: self = .kept(try container.decode(Keeping.self, forKey: .keep))
    case .plan: self = .planned(try container.decode(Plan.self, forKey: .plan))
    case .sealed: self = .sealed(try container.decode(Sealed.self, forKey: .sealed))
    case nil:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no known kind of event"))
    }
  }

  /// Writes the one field that says what happened.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .reviewed(let review): try container.encode(review, forKey: .review)
    case .checkedIn(let checkIn): try container.encode(checkIn, forKey: .checkIn)
    case .amended(let amendment): try container.encode(amendment, forKey: .amend)
    case .removed(let removal): try container.encode(removal, forKey: .remove)
    case .kept(let keeping): try container.encode(keeping, forKey: .keep)
    case .planned(let plan): try container.encode(plan, forKey: .plan)
    case .sealed(let sealed): try container.encode(sealed, forKey: .sealed)
    }
  }
}
