/// Decides what becomes of the rows of a table, beside what the logs hold already.
public struct ImportPlan {
  /// Rows that are new, each with the id that its event gets.
  public private(set) var new: [(id: String, row: CheckInTable.Entry)] = []
  /// Rows that say something else than when they were imported, each with the entry to amend.
  public private(set) var corrected: [(entry: String, row: CheckInTable.Entry)] = []
  /// Counts the rows that are there already.
  public private(set) var known = 0
  /// Counts those that are locked: whether they still say the same can't be told.
  public private(set) var locked = 0
  /// Rows that say something else than an entry that somebody wrote or changed here.
  public private(set) var differing: [CheckInTable.Entry] = []
  /// Counts the rows that were deleted here.
  public private(set) var deleted = 0
  /// Counts the new ones that may have been deleted here.
  public private(set) var doubtful = 0

  private let there: CheckInsThere
  private let withDeleted: Bool
  private let name: (CheckInTable.RowKey, Int) -> String
  /// Entries that a row was found to be.
  private var used: Set<Int> = []
  private var named: Set<String> = []
  /// Rows that may be one of those of which it cannot be told what they were.
  private var open: [Row] = []

  /// A row, and which of those that say the same it is, from 0.
  private struct Row {
    let row: CheckInTable.Entry
    let ordinal: Int
  }

  /// - Parameters:
  ///   - withDeleted: whether to take in what was deleted here.
  ///   - name: the id of a row's event, the same for the same row on any device.
  public init(
    _ rows: [CheckInTable.Entry], beside there: CheckInsThere, withDeleted: Bool = false,
    name: @escaping (CheckInTable.RowKey, Int) -> String
  ) {
    (self.there, self.withDeleted, self.name) = (there, withDeleted, name)
    var rest: [Row] = []
    for row in Self.numbered(rows) {
      // First those that are there word for word, so that no other is taken for them.
      if let place = place(saying: row.row) { isThere(place, row) } else { rest.append(row) }
    }
    let alike = Dictionary(grouping: rest.filter { !$0.row.hasClock }) { Alike($0.row) }
    for row in rest {
      settle(row, isAlone: row.row.hasClock || alike[Alike(row.row)]?.count == 1)
    }
    settleOpen()
  }

  /// Rows that say the same time and words are counted in the order of all that they say, whichever
  /// way round the file has them.
  private static func numbered(_ rows: [CheckInTable.Entry]) -> [Row] {
    var ordinals = Array(repeating: 0, count: rows.count)
    for (_, alike) in Dictionary(grouping: rows.indices, by: { rows[$0].key })
    where alike.count > 1 {
      let sayings = alike.map { (saying(rows[$0].checkIn), $0) }.sorted(by: <)
      for (ordinal, saying) in sayings.enumerated() { ordinals[saying.1] = ordinal }
    }
    return zip(rows, ordinals).map { Row(row: $0, ordinal: $1) }
  }

  private static func saying(_ checkIn: CheckIn) -> String {
    CheckInTable.fields(of: checkIn).map(\.text).joined(separator: "\u{0}")
  }

  /// Rows that can only be told apart by their notes.
  private struct Alike: Hashable {
    let seconds: Int64
    let feelings: [WordID]

    init(_ row: CheckInTable.Entry) {
      (seconds, feelings) = (row.key.seconds, row.checkIn.feelings.map(\.id))
    }
  }

  private mutating func isThere(_ place: Int, _ row: Row) {
    used.insert(place)
    if there.entries[place].isRemoved { wasDeleted(row) } else { known += 1 }
  }

  private mutating func wasDeleted(_ row: Row) {
    if withDeleted { add(row) } else { deleted += 1 }
  }

  // MARK: One row

  /// - Parameter isAlone: whether no other row could be the entry that this one is like.
  private mutating func settle(_ row: Row, isAlone: Bool) {
    let id = name(row.row.key, row.ordinal)
    if let place = there.places[id], !used.contains(place), isSame(place, row.row) {
      return isOther(place, row)
    }
    if there.gone.contains(id) { return wasDeleted(row) }
    if there.sealed.contains(id) {
      known += 1
      locked += 1
      return
    }
    if isAlone, let place = place(feeling: row.row) { return isOther(place, row) }
    open.append(row)
  }

  /// Tells whether an entry names what a row does: two rows may, very rarely, come to the same id.
  private func isSame(_ place: Int, _ row: CheckInTable.Entry) -> Bool {
    there.entries[place].versions.contains { version in
      [row.asWritten, row.checkIn.feelings.map(\.id)].contains(version.feelings.map(\.id))
    }
  }

  /// The row is this entry, and says something else.
  private mutating func isOther(_ place: Int, _ row: Row) {
    let entry = there.entries[place]
    used.insert(place)
    if entry.isRemoved {
      wasDeleted(row)
    } else if entry.isUntouched {
      corrected.append((entry.id, row.row))
    } else {
      differing.append(row.row)
    }
  }

  private mutating func add(_ row: Row) {
    var ordinal = row.ordinal
    var id = name(row.row.key, ordinal)
    while named.contains(id) || there.places[id] != nil || there.gone.contains(id)
      || there.sealed.contains(id)
    {
      ordinal += 1
      id = name(row.row.key, ordinal)
    }
    named.insert(id)
    new.append((id, row.row))
  }

  // MARK: Finding entries

  private static func seconds(of row: CheckInTable.Entry) -> [CheckInsThere.Second] {
    [row.key.seconds, row.formerSeconds].compactMap(\.self).map {
      CheckInsThere.Second(seconds: $0, isUTC: row.key.isUTC)
    }
  }

  /// The first entry of the row's time that is not another row's; one that was deleted comes last.
  private func place(
    of row: CheckInTable.Entry, where fits: (CheckInsThere.Entry) -> Bool
  ) -> (place: Int, isOnly: Bool)? {
    let places = Self.seconds(of: row).flatMap { there.bySecond[$0] ?? [] }
      .filter { !used.contains($0) && fits(there.entries[$0]) }
    let standing = places.first { !there.entries[$0].isRemoved }
    return (standing ?? places.first).map { ($0, places.count == 1) }
  }

  private func place(saying row: CheckInTable.Entry) -> Int? {
    place(of: row) { $0.versions.contains(row.checkIn) }?.place
  }

  /// The entry of the row's time that names its feelings; without a time of day only where there's
  /// no other.
  private func place(feeling row: CheckInTable.Entry) -> Int? {
    let all = [row.checkIn.feelings.map(\.id), row.asWritten]
    let found = place(of: row) { entry in
      entry.versions.contains { all.contains($0.feelings.map(\.id)) }
    }
    return found.flatMap { row.hasClock || $0.isOnly ? $0.place : nil }
  }

  // MARK: What is not known any more

  /// A tombstone says no more than when something was, and neither does what is sealed. As many rows
  /// of that second as there are tombstones may be what was deleted, and stay away; where there are
  /// more, some of them are new, and rather one that was deleted comes back than one is lost.
  private mutating func settleOpen() {
    func closed(_ row: Row) -> (second: CheckInsThere.Second, closed: CheckInsThere.Closed) {
      let seconds = Self.seconds(of: row.row)
      for second in seconds { if let found = there.closed[second] { return (second, found) } }
      return (seconds[0], CheckInsThere.Closed())
    }
    var counts: [CheckInsThere.Second: Int] = [:]
    for row in open { counts[closed(row).second, default: 0] += 1 }
    var sealed = there.closed.mapValues(\.sealed)
    for row in open {
      let (second, closed) = closed(row)
      if sealed[second] ?? 0 > 0 {
        sealed[second, default: 0] -= 1
        known += 1
        locked += 1
      } else if !withDeleted, (counts[second] ?? 0) - closed.sealed <= closed.gone {
        deleted += 1
      } else {
        add(row)
        if !withDeleted, closed.gone > 0 { doubtful += 1 }
      }
    }
    open = []
  }
}
