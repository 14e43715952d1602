import EmotionCore
import Storage
import Vault

extension ArchivedEvent where Deed == EmotionCore.Deed {
  var isSealed: Bool { event.deed?.isSealed ?? false }
}

/// The locked entries of all logs, by the key that they are locked with, which can be told without
/// the passphrase.
struct SealedEntries {
  private var byKey: [Fingerprint: Set<String>] = [:]
  private var damaged: Set<String> = []

  var isEmpty: Bool { byKey.isEmpty && damaged.isEmpty }

  init() {}

  init(_ store: LogStore) throws(StorageError) {
    try store.forEachWritten(mentioning: ["sealed"]) { add($0.event) }
  }

  mutating func add(_ event: Event<Deed>) {
    guard case .sealed(let sealed) = event.deed else { return }
    let entry = sealed.amends ?? event.id.description
    do throws(VaultError) {
      byKey[try Fingerprint(ofSealed: sealed.box), default: []].insert(entry)
    } catch {
      // One of a newer version is for that version to judge.
      if error != .newerEntry { damaged.insert(entry) }
    }
  }

  /// How many entries need another vault than this; with none, all do. Those that are damaged are
  /// not counted.
  func count(notOf vault: Vault?) -> Int {
    byKey.filter { $0.key != vault?.fingerprint }.values.reduce(Set()) { $0.union($1) }.count
  }

  /// A sentence for each thing that keeps entries closed, whatever the passphrase.
  func told(_ vault: Vault) -> [String] {
    var sentences: [String] = []
    let others = count(notOf: vault)
    if others > 0 {
      sentences.append(
        (others == 1 ? "One entry is" : "\(others) entries are")
          + " locked with another vault.json than the one that is there, which does not open "
          + "\(others == 1 ? "it" : "them"): \(Self.wayOut)")
    }
    if !damaged.isEmpty {
      sentences.append(
        (damaged.count == 1 ? "One locked entry is" : "\(damaged.count) locked entries are")
          + " damaged and cannot be opened: put the log back from another device or a backup, or "
          + "move what does not open out of the logs with “inkling lock --set-aside”.")
    }
    return sentences
  }

  private static let wayOut =
    "keep a copy of this one and look for the other in a backup or on another device; what it "
    + "locked, “inkling lock --set-aside” moves out of the logs."
}
