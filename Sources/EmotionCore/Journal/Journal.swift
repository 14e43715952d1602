public import SpacedRepetition

/// What a person named, oldest first: a pure fold of the log's check-ins, amendments and removals.
///
/// It is made when it is to be read. The `Ledger` keeps only what the screens show of it at a start.
public struct Journal: Equatable, Sendable {
  public private(set) var entries: [Entry] = []
  /// Kept, since on another device's clock a removal may come before what it removes.
  private(set) var removed: Set<String> = []

  /// One naming.
  public struct Entry: Equatable, Sendable {
    /// The event that made it.
    public let id: String
    public let moment: Moment
    public var content: Content

    public init(id: String, moment: Moment, content: Content) {
      self.id = id
      self.moment = moment
      self.content = content
    }

    /// What was named, nil while it is sealed.
    public var checkIn: CheckIn? {
      if case .open(let checkIn) = content { checkIn } else { nil }
    }
  }

  public enum Content: Equatable, Sendable {
    case open(CheckIn)
    /// Encrypted, and not to be read without the passphrase.
    case sealed
  }

  public init() {}

  init(entries: [Entry], removed: Set<String>) {
    self.entries = entries
    self.removed = removed
  }

  public func entry(_ id: String) -> Entry? { entries.last { $0.id == id } }

  /// Folds in one deed; those that do not concern the journal change nothing.
  /// - Parameter id: the event's, which later deeds name.
  public mutating func apply(_ deed: Deed, id: String, at moment: Moment) {
    switch deed {
    case .checkedIn(let checkIn): add(.open(checkIn), id, moment)
    case .amended(let amendment): amend(amendment.entry, .open(amendment.checkIn))
    case .removed(let removal):
      removed.insert(removal.entry)
      entries.removeAll { $0.id == removal.entry }
    case .sealed(let sealed):
      if let entry = sealed.amends { amend(entry, .sealed) } else { add(.sealed, id, moment) }
    case .reviewed, .kept, .planned: break
    }
  }

  /// Forgets all but the newest entries: those of the newest day and the 7 before, and at least 8.
  mutating func keepRecent() {
    guard let newest = entries.last?.moment.day else { return }
    let old = entries.prefix { $0.moment.day < newest - 7 }.count
    entries.removeFirst(min(old, max(0, entries.count - 8)))
  }

  private mutating func add(_ content: Content, _ id: String, _ moment: Moment) {
    guard !removed.contains(id) else { return }
    entries.append(Entry(id: id, moment: moment, content: content))
  }

  private mutating func amend(_ entry: String, _ content: Content) {
    guard let index = entries.lastIndex(where: { $0.id == entry }) else { return }
    entries[index].content = content
  }
}
