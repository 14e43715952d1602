import EmotionCore
import Storage
import Vault

/// What is put in order in the logs when the program ends.
extension JournalSeal {
  /// How long whoever deleted something may take that back, in a program that is still open: an
  /// hour in milliseconds.
  private static let undoTime: Int64 = 3_600_000

  /// Takes the texts of deleted entries out of the logs that are this device's to write.
  /// - Parameters:
  ///   - fresh: what this program deleted, which is now to go.
  ///   - now: in milliseconds since 1970.
  func scrub(_ store: LogStore, removed fresh: Set<String>, now: Int64) throws(StorageError) {
    guard !fresh.isEmpty || !store.state.removed.isEmpty else { return }
    try store.exclusively { () throws(StorageError) in
      // What was taken back meanwhile, here or elsewhere, is not among them any more.
      try store.refresh()
      var removed = store.state.removed.intersection(fresh)
      let events = try store.events(mentioning: ["checkin", "sealed", "remove"])
      for event in events {
        guard case .removed(let removal) = event.deed,
          abs(now - event.stamp.milliseconds) > Self.undoTime
        else { continue }
        removed.insert(removal.entry)
      }
      guard !removed.isEmpty else { return }
      // Two events may stand under one number in a log, as after a backup was brought back.
      let places = Set(
        events.filter { removed.contains($0.id.description) }
          .map { JournalSeal.context($0.id, $0.stamp) })
      // Other devices learn from the removal that a text of theirs is to go.
      let isAlone = try store.mayRewriteAll()
      try store.rewrite { event in
        guard let deed = event.deed else { return .keep }
        switch deed {
        case .checkedIn:
          return places.contains(JournalSeal.context(event.id, event.stamp)) ? .remove : .keep
        case .sealed(let sealed):
          let isGone =
            sealed.amends.map(removed.contains)
            ?? places.contains(JournalSeal.context(event.id, event.stamp))
          return isGone ? .remove : .keep
        case .amended(let amendment): return removed.contains(amendment.entry) ? .remove : .keep
        case .removed(let removal):
          return isAlone && removed.contains(removal.entry) ? .remove : .keep
        case .reviewed, .kept, .planned: return .keep
        }
      }
    }
  }

  /// Seals what was written before the journal was locked, here or by another device.
  func sealOlder(_ store: LogStore) throws(StorageError) {
    guard !store.state.namings.isEmpty, try refreshed().vault != nil else { return }
    try seal(store)
  }

  /// Seals every entry that this device may write and that is not; a text that cannot be sealed
  /// stays.
  /// - Returns: how many were sealed.
  @discardableResult
  func seal(_ store: LogStore) throws(StorageError) -> Int {
    try store.exclusively { () throws(StorageError) in
      let seal = try refreshed()
      guard seal.vault != nil, !seal.isOpening else { return 0 }
      return try store.rewrite { event in
        guard let deed = event.deed, deed.isOfJournal,
          let sealed = seal.written(deed, event.id, event.stamp)
        else { return .keep }
        return .replace(sealed)
      }
    }
  }

  /// Opens every entry that this device may write.
  /// - Returns: how many were opened, and why one could not be.
  func open(_ store: LogStore) throws(StorageError) -> (count: Int, trouble: VaultError?) {
    var trouble: VaultError?
    let count = try store.rewrite { event in
      guard let deed = event.deed, case .sealed = deed else { return .keep }
      do throws(VaultError) {
        return try opened(deed, event.id, event.stamp).map(Rewrite.replace) ?? .keep
      } catch {
        trouble = error
        return .keep
      }
    }
    return (count, trouble)
  }
}
