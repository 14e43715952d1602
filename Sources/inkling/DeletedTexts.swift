import EmotionCore
import Storage

/// What is still written of entries that were deleted.
struct DeletedTexts {
  /// How long whoever deleted something may take that back, in a program that is still open: an
  /// hour in milliseconds.
  private static let undoTime: Int64 = 3_600_000

  /// Entries to be taken out, by the event that made them.
  private var removed: Set<String>
  /// Where the events of these entries stand, and every tombstone: a copy of the log may hold what
  /// was there before.
  private var places: Set<String>
  /// Entries of which a tombstone is all there is. Somebody may have edited one while another
  /// program was deleting it.
  private var gone: Set<String> = []
  /// Whether there is no other device's log. Others learn from a removal that a text of theirs is to
  /// go.
  private let isAlone: Bool

  /// - Parameters:
  ///   - fresh: what this program deleted, which is now to go.
  ///   - now: in milliseconds since 1970.
  init(_ store: LogStore, removed fresh: Set<String>, now: Int64) throws(StorageError) {
    isAlone = try store.mayRewriteAll()
    // What was taken back meanwhile, here or elsewhere, is not among them any more.
    removed = store.state.removed.intersection(fresh)
    let events = try store.events(mentioning: ["checkin", "sealed", "remove"])
    for event in events {
      guard case .removed(let removal) = event.deed,
        abs(now - event.stamp.milliseconds) > Self.undoTime
      else { continue }
      removed.insert(removal.entry)
    }
    // Two events may stand under one number in a log, as after a backup was brought back.
    places = Set(
      events.filter { [removed] in removed.contains($0.id.description) }.map(Self.place))
    var written: [(id: String, place: String)] = []
    try store.forEachWritten(mentioning: ["checkin", "sealed"]) { line in
      let event = line.event
      if event.body == .gone {
        places.insert(Self.place(event))
        gone.insert(event.id.description)
      } else if event.deed?.entry(event.id.description) == event.id.description {
        written.append((event.id.description, Self.place(event)))
      }
    }
    for (id, place) in written where !places.contains(place) { gone.remove(id) }
  }

  /// What becomes of an event.
  func rewrite(_ event: Event<Deed>) -> Rewrite<Deed> {
    guard let deed = event.deed else { return .keep }
    let isToGo =
      switch deed {
      case .checkedIn: places.contains(Self.place(event))
      case .amended(let amendment):
        isDeleted(amendment.entry) || places.contains(Self.place(event))
      case .sealed(let sealed):
        sealed.amends.map(isDeleted) ?? false || places.contains(Self.place(event))
      case .removed(let removal): isAlone && removed.contains(removal.entry)
      case .reviewed, .kept, .planned: false
      }
    return isToGo ? .remove : .keep
  }

  /// - Parameter entry: the event that made it.
  func isDeleted(_ entry: String) -> Bool {
    removed.contains(entry) || gone.contains(entry)
  }

  /// How many entries this device still has a text of.
  func count(in store: LogStore) throws(StorageError) -> Int {
    guard !removed.isEmpty || !places.isEmpty || !gone.isEmpty else { return 0 }
    var entries: Set<String> = []
    try store.forEachWritten(mentioning: ["checkin", "amend", "sealed"]) { line in
      guard line.isOurs, !rewrite(line.event).isKeeping,
        let entry = line.event.deed?.entry(line.event.id.description)
      else { return }
      entries.insert(entry)
    }
    return entries.count
  }

  /// A row that was imported may be written in several places, with the time of several zones.
  private static func place(_ event: Event<Deed>) -> String {
    event.id.rowClock == nil
      ? JournalSeal.context(event.id, event.stamp) : event.id.description
  }
}
