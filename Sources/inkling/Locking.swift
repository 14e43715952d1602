import Vault

/// What locking does on disk.
struct JournalFiles {
  /// What vault.json holds, nil when the journal is not locked.
  var vault: () throws(Failure) -> Vault?
  /// Whether entries are locked and there is no vault.json.
  var isVaultMissing: () throws(Failure) -> Bool
  /// Writes vault.json, then seals every entry that is not; returns how many. Nothing is done when
  /// the journal was locked meanwhile.
  var lock: (Vault) throws(Failure) -> Int
  /// Seals every entry that is not, with the vault that there is; returns how many.
  var finish: () throws(Failure) -> Int
  /// Writes vault.json with another passphrase, unless it is another vault by now.
  var replace: (_ old: Vault, _ new: Vault) throws(Failure) -> Void
  /// Opens every entry, then takes vault.json away; returns how many.
  var unlock: (VaultKey) throws(Failure) -> Int
  /// Moves entries that do not open out of the logs, without a key all that are locked; returns how
  /// many were moved, and how many of other devices stay that have no vault.
  var setAside: (VaultKey?) throws(Failure) -> (moved: Int, staying: Int)
}

/// `inkling lock`: gives the journal a passphrase, another one, or none.
struct Locking {
  let files: JournalFiles
  let prompt: PassphrasePrompt
  let say: (String) -> Void

  /// - Returns: how many entries were readable until now.
  func set() throws(Failure) -> Int {
    if try files.vault() != nil {
      let count = try files.finish()
      if count > 0 { say("\(Self.entries(count)) that could still be read: locked now.") }
      say(
        "The journal is locked already. “inkling lock --change” gives it another passphrase, "
          + "“inkling lock --remove” opens it for good.")
      return count
    }
    say(
      "Notes and feelings will be locked: naming goes on without the passphrase, reading them back "
        + "needs it. \(VaultError.lostPassphrase)")
    let passphrase = try prompt.askNew()
    let vault: Vault
    do throws(VaultError) { vault = try Vault.create(passphrase).0 } catch { throw Failure(error) }
    let count = try files.lock(vault)
    say("The journal is locked: \(Self.entries(count)), and every new one.")
    return count
  }

  func change() throws(Failure) {
    let vault = try lockedVault()
    let key = try prompt.unlock(vault)
    let passphrase = try prompt.askNew()
    let changed: Vault
    do throws(VaultError) { changed = try vault.changed(key, to: passphrase) } catch {
      throw Failure(error)
    }
    try files.replace(vault, changed)
    say(
      "The passphrase is changed. A copy of vault.json that was made before still opens with the "
        + "old one.")
  }

  func remove() throws(Failure) {
    let key = try prompt.unlock(try lockedVault())
    let count = try files.unlock(key)
    say("The journal is open: \(Self.entries(count)) can be read without a passphrase.")
  }

  func setAside() throws(Failure) {
    var key: VaultKey?
    if try !files.isVaultMissing() { key = try prompt.unlock(try lockedVault()) }
    let (moved, staying) = try files.setAside(key)
    say(
      moved == 0
        ? "There is no locked entry of this device that does not open, and nothing was moved."
        : "\(Self.entries(moved)) that cannot be opened: moved out of the logs, into the files beside "
          + "them that end in .unreadable.")
    guard key == nil else { return }
    say(
      staying == 0
        ? "The journal is not locked any more: “inkling lock” locks it anew."
        : "\(Self.entries(staying)) of other devices stay locked without a vault.json: run “inkling "
          + "lock --set-aside” there, and sync.")
  }

  private func lockedVault() throws(Failure) -> Vault {
    guard let vault = try files.vault() else {
      throw Failure(sentence: "The journal is not locked: “inkling lock” locks it.")
    }
    return vault
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }
}
