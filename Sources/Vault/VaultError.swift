/// What can go wrong with locking and opening, each told in one sentence: what happened, to what,
/// and what to do.
public enum VaultError: Error, Equatable, CustomStringConvertible {
  case wrongPassphrase
  /// Told when somebody has no passphrase left to try.
  case lostPassphrase
  case emptyPassphrase
  case damagedVault
  case newerVault
  /// There are sealed texts, and in their folder no file of a vault.
  case missingVault(folder: String)
  /// A sealed text that was altered, cut, or moved to another event.
  case changedEntry
  case newerEntry
  case otherKey(entry: Fingerprint, vault: Fingerprint)
  case notEnoughMemory(mebibytes: Int)

  public var description: String {
    switch self {
    case .wrongPassphrase:
      "That passphrase doesn't open the journal: type it again, with the same keyboard layout as "
        + "when you set it."
    case .lostPassphrase:
      "There is no way to open the locked entries without the passphrase: if it is lost they stay "
        + "closed, and naming feelings and practice go on without it."
    case .emptyPassphrase: "The passphrase is empty: type at least one character."
    case .damagedVault:
      "vault.json was changed or damaged, and nothing can be locked or opened with it: put it back "
        + "from another device or a backup."
    case .newerVault:
      "vault.json was written by a newer version of Inkling and was left as it is: update Inkling "
        + "to open it."
    case .missingVault(let folder):
      "There are locked entries, and vault.json, without which nothing opens them and no new ones "
        + "can be locked, is not in \(folder): put it back from a backup or another device; if it is "
        + "lost for good, “inkling lock --set-aside” lets you begin anew."
    case .changedEntry:
      "A locked entry was changed or moved after it was written, and cannot be opened: put its log "
        + "back from another device or a backup."
    case .newerEntry:
      "A locked entry was written by a newer version of Inkling: update Inkling to open it."
    case .otherKey(let entry, let vault):
      "A locked entry belongs to the key \(entry), and vault.json holds the key \(vault): put back "
        + "the vault.json that the entry was locked with, from another device or a backup."
    case .notEnoughMemory(let mebibytes):
      "Checking a passphrase takes \(mebibytes) MiB of memory, and they are not free: end another "
        + "program and try again."
    }
  }
}
