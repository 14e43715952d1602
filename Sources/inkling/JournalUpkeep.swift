import EmotionCore
import Storage
import Vault

/// What is put in order in the logs when the program ends.
extension JournalSeal {
  /// Takes the texts of deleted entries out of the logs that are this device's to write.
  /// - Parameter removed: whether something was deleted just now; else only what another device
  ///   deleted of this one's is looked for.
  func scrub(_ store: LogStore, removed isFresh: Bool) throws(StorageError) {
    let removed = store.state.removed
    let own = store.device + ":"
    guard !removed.isEmpty, isFresh || removed.contains(where: { $0.hasPrefix(own) }) else {
      return
    }
    // Undone removals are not among them.
    try store.rewrite { event in
      guard let deed = event.deed else { return .keep }
      switch deed {
      case .checkedIn: return removed.contains(event.id.description) ? .remove : .keep
      case .sealed(let sealed):
        return removed.contains(sealed.amends ?? event.id.description) ? .remove : .keep
      case .amended(let amendment): return removed.contains(amendment.entry) ? .remove : .keep
      // With the entry gone from this very log there is nothing left to say of it.
      case .removed(let removal):
        let isOwn = removal.entry.hasPrefix(own) && event.id.device == store.device
        return isOwn && removed.contains(removal.entry) ? .remove : .keep
      case .reviewed, .kept, .planned: return .keep
      }
    }
  }

  /// Seals what this device wrote before another one locked the journal.
  func sealOlder(_ store: LogStore) throws(StorageError) {
    guard vault != nil, !store.state.namings.isEmpty else { return }
    _ = try seal(store)
  }

  /// Seals every entry that this device may write and that is not; a text that cannot be sealed
  /// stays.
  /// - Returns: how many were sealed.
  func seal(_ store: LogStore) throws(StorageError) -> Int {
    try store.rewrite { event in
      guard let deed = event.deed, deed.isOfJournal,
        let sealed = sealed(deed, event.id, event.stamp)
      else { return .keep }
      return .replace(sealed)
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
