public import SpacedRepetition

/// The check-ins that the logs hold, as far as a table may hold the same: the next export of a mood
/// tracker holds all of the last one.
public struct CheckInsThere {
  /// The origin of an event.
  public enum Origin: Equatable, Sendable {
    /// Somebody did it, here or on another device.
    case person
    /// An import made it under a number of its file's.
    case file
    /// An import named it after its row, by UTC or the clock on the wall.
    case row(isUTC: Bool)
  }

  /// An entry that can be read.
  struct Entry {
    let id: String
    /// As it was made and as it was amended to, as a table gives them back.
    var versions: [CheckIn]
    /// True when an import made it, and nobody changed it since.
    var isUntouched: Bool
    var isRemoved = false
  }

  /// A second by one of two clocks: tables know no finer time.
  struct Second: Hashable {
    let seconds: Int64
    let isUTC: Bool
  }

  /// Entries that cannot be read, and those of which nothing is left. Rows are left out that have
  /// a name by the same clock: that name tells what they are.
  struct Closed {
    var sealed = 0
    var gone = 0
  }

  private(set) var entries: [Entry] = []
  private(set) var sealed: Set<String> = []
  private(set) var gone: Set<String> = []
  private(set) var closed: [Second: Closed] = [:]
  /// The entries of each second, and the one that each event made.
  private(set) var bySecond: [Second: [Int]] = [:]
  private(set) var places: [String: Int] = [:]
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Takes in an event, in the order in which they are replayed.
  /// - Parameter deed: nil for a tombstone.
  public mutating func add(_ deed: Deed?, id: String, at moment: Moment, origin: Origin) {
    let utc = Self.floored(moment.milliseconds)
    let all = [
      Second(seconds: utc, isUTC: true),
      Second(seconds: utc + Int64(moment.offsetMinutes) * 60, isUTC: false),
    ]
    switch deed {
    case .checkedIn(let checkIn):
      for second in all { bySecond[second, default: []].append(entries.count) }
      places[id] = entries.count
      entries.append(
        Entry(id: id, versions: [readBack(checkIn)], isUntouched: origin != .person))
    case .amended(let amendment):
      guard let place = places[amendment.entry] else { return }
      if origin == .person { entries[place].isUntouched = false }
      entries[place].versions.append(readBack(amendment.checkIn))
    case .removed(let removal):
      if let place = places[removal.entry] { entries[place].isRemoved = true }
    case .sealed(let deed):
      if let entry = deed.amends {
        if let place = places[entry] { entries[place].isUntouched = false }
        return
      }
      sealed.insert(id)
      for second in all where origin != .row(isUTC: second.isUTC) {
        closed[second, default: Closed()].sealed += 1
      }
    case nil:
      gone.insert(id)
      for second in all where origin != .row(isUTC: second.isUTC) {
        closed[second, default: Closed()].gone += 1
      }
    case .reviewed, .kept, .planned: break
    }
  }

  private func readBack(_ checkIn: CheckIn) -> CheckIn {
    CheckInTable.readBack(checkIn, lexicon: lexicon)
  }

  private static func floored(_ milliseconds: Int64) -> Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }
}
