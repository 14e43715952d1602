import EmotionCore
import Storage
import Vault

/// What becomes of the vault that an export carries, which opens its locked entries.
struct VaultChoice {
  /// To be put into the folder, which has none.
  private(set) var putBack: Vault?
  /// What there is to say about it.
  private(set) var remarks: [String] = []

  /// - Parameters:
  ///   - carried: what the export has in its field “vault”.
  ///   - new: what the import would add to `archive`.
  init(
    _ carried: [UInt8]?, _ seal: JournalSeal, _ archive: EventArchive<Deed>,
    new: [ArchivedEvent<Deed>]
  ) throws(ImportProblem) {
    let vault = try Self.vault(carried)
    var sealed = SealedEntries()
    for event in new { sealed.add(event.event) }
    if let here = seal.vault {
      let closed = sealed.count(notOf: here)
      guard closed == 0 || vault == nil else {
        throw .whole(
          "has entries that are locked with another vault.json than the one here: export it again "
            + "where it comes from with “inkling export --unlock”, or name another folder with "
            + "--data-dir")
      }
      if closed > 0 {
        remarks = [
          "\(Self.entries(closed)) locked with another vault.json than the one here, which does not "
            + "open \(closed == 1 ? "it" : "them")."
        ]
      }
      return
    }
    guard let vault else {
      let closed = sealed.count(notOf: nil)
      if closed > 0 {
        remarks = [
          "\(Self.entries(closed)) locked, and nothing opens \(closed == 1 ? "it" : "them") nor locks "
            + "new ones until the vault.json of the journal that the file comes from is in "
            + "\(seal.folder)."
        ]
      }
      return
    }
    for event in archive.events { sealed.add(event.event) }
    guard sealed.count(notOf: vault) == 0 else {
      throw .whole(
        "has a vault.json that does not open all of the locked entries in it and here: put the "
          + "vault.json back that belongs to those here, from a backup or another device")
    }
    if case .missingVault? = seal.trouble {} else if seal.trouble != nil { return }
    putBack = vault
    remarks = [
      "vault.json comes from the file: the journal is locked with the passphrase that it had there."
    ]
  }

  private static func vault(_ carried: [UInt8]?) throws(ImportProblem) -> Vault? {
    guard let carried else { return nil }
    do throws(VaultError) { return try Vault(carried + [UInt8(ascii: "\n")]) } catch {
      if error == .newerVault { throw .newer }
      throw .whole("has a field “vault” that was changed or damaged, so that nothing would open it")
    }
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "One entry of it is" : "\(count) entries of it are"
  }
}
