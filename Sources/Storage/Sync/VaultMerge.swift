/// Tells the key of a vault's file from that of another, whatever their passphrases.
/// - Returns: nil when it is the file of none.
public typealias VaultReader = (_ file: [UInt8]) throws(StorageError) -> String?

/// Tells for which vault's key a box was sealed.
/// - Returns: nil when that cannot be told.
public typealias BoxReader = (_ box: String) -> String?

/// Which vault stays when two devices have put their folders together: never one of which another
/// is needed to read what is sealed.
struct VaultMerge {
  let git: Git
  let keyOf: VaultReader
  let keyOfBox: BoxReader
  /// What both sides come from.
  let base: [String: TreeFile]
  let ours: [String: TreeFile]
  let theirs: [String: TreeFile]

  /// - Parameter plan: whose logs are settled.
  func settle(_ plan: inout TreeMerge) throws(SyncFailure) {
    let path = SharedFiles.vault
    switch (ours[path], theirs[path]) {
    case (nil, let vault?), (let vault?, nil):
      // Whoever removed it had opened all entries that were known there. While a log holds sealed
      // ones all the same, or the other side made a new one, it stays.
      let isNew = plan.conflicts.contains(path)
      guard try isNew ? true : holdsSealed(plan.files) else { return }
      plan.files[path] = vault
      plan.conflicts.removeAll { $0 == path }
    case (let mine?, let other?) where mine != other:
      guard try key(mine) != key(other) else { return }
      let isTheirs = plan.files[path] == other
      let isMine = plan.files[path] == mine
      // A vault does not go while something in the logs opens with it alone.
      if isMine, try holds(plan.files, sealedFor: key(other)) {
        throw .otherVault(folder: git.folder)
      }
      if isTheirs, try holds(plan.files, sealedFor: key(mine)) { throw .twoLocks }
      // The side whose key goes may have sealed something that the other does not know of.
      if isTheirs, try !seals(ours, beyond: theirs) { return }
      if isMine, try !seals(theirs, beyond: ours) { return }
      throw .twoLocks
    default: return
    }
  }

  private func key(_ vault: TreeFile) throws(SyncFailure) -> String? {
    guard let bytes = try git.bytes(vault) else { return nil }
    return try onDisk { () throws(StorageError) in try keyOf(bytes) }
  }

  private func holds(
    _ files: [String: TreeFile], sealedFor key: String?
  ) throws(SyncFailure) -> Bool {
    guard let key else { return false }
    for (path, file) in files where SharedFiles.isLog(path) {
      guard let log = try git.bytes(file) else { continue }
      if LogMerge.boxes(log).contains(where: { keyOfBox($0) == key }) { return true }
    }
    return false
  }

  private func holdsSealed(_ files: [String: TreeFile]) throws(SyncFailure) -> Bool {
    for (path, file) in files where SharedFiles.isLog(path) {
      if let log = try git.bytes(file), LogMerge.holdsSealed(log) { return true }
    }
    return false
  }

  private func seals(
    _ files: [String: TreeFile], beyond others: [String: TreeFile]
  ) throws(SyncFailure) -> Bool {
    for (path, file) in files where SharedFiles.isLog(path) && others[path] != file {
      guard base[path] != file, let log = try git.bytes(file) else { continue }
      let known = [try git.bytes(base[path]) ?? [], try git.bytes(others[path]) ?? []]
      if LogMerge.seals(log, beyond: known) { return true }
    }
    return false
  }
}
