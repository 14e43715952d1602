import Vault

/// What locking does on disk.
struct JournalFiles {
  /// What vault.json holds, nil when the journal is not locked.
  var vault: () throws(Failure) -> Vault?
  /// Writes vault.json, then seals every entry that is not; returns how many. Nothing is done when
  /// the journal was locked meanwhile.
  var lock: (Vault) throws(Failure) -> Int
  /// Seals every entry that is not, with the vault that there is; returns how many.
  var finish: () throws(Failure) -> Int
  /// Writes vault.json with another passphrase, unless it is another vault by now.
  var replace: (_ old: Vault, _ new: Vault) throws(Failure) -> Void
  /// Opens every entry, then takes vault.json away; returns how many.
  var unlock: (VaultKey) throws(Failure) -> Int
}

/// `inkling lock`: gives the journal a passphrase, another one, or none.
struct Locking {
  let files: JournalFiles
  let prompt: PassphrasePrompt
  let say: (String) -> Void

  func set() throws(Failure) {
    if let vault = try files.vault() {
      let count = try files.finish()
      if count > 0 { say("\(Self.entries(count)) that could still be read: locked now.") }
      return say(
        "The journal is locked already, with the key \(vault.fingerprint). “inkling lock --change” "
          + "gives it another passphrase, “inkling lock --remove” opens it for good.")
    }
    say(
      "Notes and feelings will be locked: naming goes on without the passphrase, reading them back "
        + "needs it. \(VaultError.lostPassphrase)")
    let passphrase = try prompt.askNew()
    let vault: Vault
    do throws(VaultError) { vault = try Vault.create(passphrase).0 } catch { throw Failure(error) }
    let count = try files.lock(vault)
    say("The journal is locked: \(Self.entries(count)), and every new one.")
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
