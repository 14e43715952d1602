public import SpacedRepetition

/// What a person named, oldest first: a pure fold of the log's check-ins, amendments and removals.
///
/// It is made when it is to be read. The `Ledger` keeps only what the screens show of it at a start.
public struct Journal: Equatable, Sendable {
  public private(set) var entries: [Entry] = []
  private var index = EntryIndex()
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
    for entry in entries { index.append(entry.id) }
  }

  public static func == (left: Journal, right: Journal) -> Bool {
    left.entries == right.entries && left.removed == right.removed
  }

  public func entry(_ id: String) -> Entry? { index[id].map { entries[$0] } }

  /// Folds in one deed; those that do not concern the journal change nothing.
  /// - Parameter id: the event's, which later deeds name.
  public mutating func apply(_ deed: Deed, id: String, at moment: Moment) {
    switch deed {
    case .checkedIn(let checkIn): add(.open(checkIn), id, moment)
    case .amended(let amendment): amend(amendment.entry, .open(amendment.checkIn))
    case .removed(let removal):
      removed.insert(removal.entry)
      if let place = index.remove(removal.entry) { entries.remove(at: place) }
    case .sealed(let sealed):
      if let entry = sealed.amends { amend(entry, .sealed) } else { add(.sealed, id, moment) }
    case .reviewed, .kept, .planned: break
    }
  }

  /// Forgets all but the newest entries: those of the newest day and the 7 before, and at least 8.
  mutating func keepRecent() {
    guard let newest = entries.last?.moment.day else { return }
    let old = entries.prefix { $0.moment.day < newest - 7 }.count
    let count = min(old, max(0, entries.count - 8))
    for entry in entries.prefix(count) { index.remove(entry.id) }
    entries.removeFirst(count)
  }

  private mutating func add(_ content: Content, _ id: String, _ moment: Moment) {
    guard !removed.contains(id) else { return }
    index.append(id)
    entries.append(Entry(id: id, moment: moment, content: content))
  }

  private mutating func amend(_ entry: String, _ content: Content) {
    if let place = index[entry] { entries[place].content = content }
  }
}

/// Finds an entry at once among any number of them.
private struct EntryIndex: Sendable {
  /// Rising; an entry keeps its number when others before it go.
  private var numbers: [Int] = []
  private var numberOfEntry: [String: Int] = [:]
  private var next = 0

  subscript(id: String) -> Int? { numberOfEntry[id].map(place) }

  mutating func append(_ id: String) {
    numberOfEntry[id] = next
    numbers.append(next)
    next += 1
  }

  /// - Returns: where it stood.
  @discardableResult
  mutating func remove(_ id: String) -> Int? {
    guard let place = self[id] else { return nil }
    numberOfEntry[id] = nil
    numbers.remove(at: place)
    return place
  }

  private func place(of number: Int) -> Int {
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
