import EmotionCore
import Storage
import Vault

/// What is put in order in the logs when the program ends.
extension JournalSeal {
  /// Takes the texts of deleted entries out of the logs that are this device's to write, and seals
  /// what was written before the journal was locked.
  /// - Parameters:
  ///   - fresh: what this program deleted, which is now to go.
  ///   - now: in milliseconds since 1970.
  func tidy(_ store: LogStore, removed fresh: Set<String> = [], now: Int64) throws(StorageError) {
    try scrub(store, removed: fresh, now: now)
    try sealOlder(store)
  }

  /// Takes the texts of deleted entries out of the logs that are this device's to write.
  func scrub(_ store: LogStore, removed fresh: Set<String>, now: Int64) throws(StorageError) {
    let state = store.state
    var isNeeded = !fresh.isEmpty || !state.removed.isEmpty || state.holdsStrayEdits
    if !isNeeded { isNeeded = try store.holdsCopies() }
    // Looking takes time.
    guard isNeeded else { return }
    try store.exclusively { () throws(StorageError) in
      try store.refresh()
      try store.rewrite(DeletedTexts(store, removed: fresh, now: now).rewrite)
    }
  }

  /// Seals what was written before the journal was locked, here or by another device.
  func sealOlder(_ store: LogStore) throws(StorageError) {
    guard !store.state.namings.isEmpty, try refreshed().vault != nil else { return }
    try seal(store)
  }

  /// Seals every entry that this device may write and that is not; a text that cannot be sealed
  /// stays.
  /// - Returns: how many entries were sealed.
  @discardableResult
  func seal(_ store: LogStore) throws(StorageError) -> Int {
    try store.exclusively { () throws(StorageError) in
      let seal = try refreshed()
      try seal.removeStaleMark()
      guard seal.vault != nil, !seal.isOpening else { return 0 }
      var entries: Set<String> = []
      try store.rewrite { event in
        guard let deed = event.deed, deed.isOfJournal,
          let sealed = seal.written(deed, event.id, event.stamp)
        else { return .keep }
        if let entry = deed.entry(event.id.description) { entries.insert(entry) }
        return .replace(sealed)
      }
      return entries.count
    }
  }

  /// Opens every entry that this device may write and that opens.
  /// - Returns: how many entries were opened.
  func open(_ store: LogStore) throws(StorageError) -> Int {
    var entries: Set<String> = []
    try store.rewrite { event in
      guard let sealed = event.deed, sealed.isSealed,
        let deed = try? opened(sealed, event.id, event.stamp)
      else { return .keep }
      if let entry = sealed.entry(event.id.description) { entries.insert(entry) }
      return .replace(deed)
    }
    return entries.count
  }

  /// Moves every locked entry that this device may write and that does not open into a file beside
  /// its log; without a vault that is all of them.
  /// - Returns: how many entries were moved.
  func setAside(_ store: LogStore) throws(StorageError) -> Int {
    var lost: Set<String> = []
    try store.forEachWritten(mentioning: ["sealed"]) { line in
      guard line.isOurs, let reason = whyClosed(line.event), reason != .newerEntry,
        let entry = line.event.deed?.entry(line.event.id.description)
      else { return }
      lost.insert(entry)
    }
    // With the later versions of such an entry, which would be taken for those of a deleted one.
    try store.rewrite { event in
      guard let entry = event.deed?.entry(event.id.description), lost.contains(entry) else {
        return .keep
      }
      return .setAside
    }
    return lost.count
  }

  /// Why a locked entry cannot be opened here and now; nil when it can, and for other events.
  func whyClosed(_ event: Event<Deed>) -> VaultError? {
    guard let deed = event.deed, deed.isSealed else { return nil }
    do throws(VaultError) {
      return try opened(deed, event.id, event.stamp) == nil ? .missingVault(folder: folder) : nil
    } catch { return error }
  }
}
