import EmotionCore
import FoundationEssentials
import SpacedRepetition
import Storage
import Vault

/// Keeps what the journal says closed while there is a vault: sealed when it is written, opened when
/// it is read and the passphrase was given. Practice is never sealed.
struct JournalSeal {
  let folder: String
  /// Whether anything in the logs is sealed.
  private let holdsSealed: () -> Bool
  /// What vault.json holds; nil when the journal is not locked.
  private(set) var vault: Vault?
  /// Why vault.json cannot be used, or that it is not there and should be: nothing is then written
  /// to the journal, least of all openly.
  private(set) var trouble: VaultError?
  /// What opens entries, once the passphrase was given.
  private(set) var key: VaultKey?
  /// Whether the journal is being opened for good, and waits for other devices: nothing is sealed
  /// any more, and what is sealed still needs the passphrase.
  private(set) var isOpening = false
  /// Whether there is a mark of an opening that is not this vault's.
  private var isMarkStale = false
  /// vault.json as it was read.
  private var bytes: [UInt8]?

  init(_ store: LogStore) throws(StorageError) {
    try self.init(folder: store.folder) { store.state.holdsSealed }
  }

  init(folder: String, holdsSealed: @escaping () -> Bool) throws(StorageError) {
    self.folder = folder
    self.holdsSealed = holdsSealed
    try refresh()
  }

  static func file(_ folder: String) -> Keepsake { Keepsake("vault.json", in: folder) }
  /// There while a vault is being removed; it holds the fingerprint of that vault, so that it means
  /// nothing beside another one that came later.
  static func openingMark(_ folder: String) -> Keepsake { Keepsake("vault.opening", in: folder) }
  private static func mark(of vault: Vault) -> [UInt8] { Array("\(vault.fingerprint)\n".utf8) }

  /// Reads vault.json anew: another program may have locked the journal, or opened it for good, and
  /// what is sealed for a vault that is gone opens never again.
  mutating func refresh() throws(StorageError) {
    let bytes = try Self.file(folder).read(limit: Vault.maximumSize + 1)
    if bytes == nil || bytes != self.bytes { take(bytes) }
    let mark = try Self.openingMark(folder).read(limit: 64)
    isOpening = vault.map { mark == Self.mark(of: $0) } ?? false
    // Of a vault.json that cannot be read it is not known whether the mark is its own.
    isMarkStale = mark != nil && !isOpening && (bytes == nil || vault != nil)
  }

  private mutating func take(_ bytes: [UInt8]?) {
    self.bytes = bytes
    let known = vault?.fingerprint
    (vault, trouble) = (nil, nil)
    if let bytes {
      do throws(VaultError) { vault = try Vault(bytes) } catch { trouble = error }
    } else if holdsSealed() {
      trouble = .missingVault(folder: folder)
    }
    if vault?.fingerprint != known { key = nil }
  }

  /// From here on nothing is sealed any more. To be called within `Store.exclusively`.
  mutating func beginOpening() throws(StorageError) {
    guard let vault else { return }
    try Self.openingMark(folder).write(Self.mark(of: vault))
    isOpening = true
  }

  /// Removes the mark of an opening that is not this vault's, lest it fits once that one is back. To
  /// be called within `Store.exclusively`.
  func removeStaleMark() throws(StorageError) {
    if isMarkStale { try Self.openingMark(folder).remove() }
  }

  /// As it is on disk now.
  func refreshed() throws(StorageError) -> JournalSeal {
    var seal = self
    try seal.refresh()
    return seal
  }

  mutating func unlock(_ passphrase: borrowing Passphrase) throws(VaultError) {
    if let trouble { throw trouble }
    key = try vault?.unlock(passphrase)
  }

  mutating func unlock(with key: VaultKey) { self.key = key }

  /// Forgets what opens the entries.
  mutating func close() { key = nil }

  // MARK: Writing

  /// Puts a deed on disk, sealed if it is one of a locked journal.
  func append(
    _ deed: Deed, to store: LogStore, at stamp: Stamp
  ) throws(StorageError) -> EventID {
    guard deed.isOfJournal else { return try store.append(deed, at: stamp) }
    return try store.exclusively { () throws(StorageError) in
      // Sealed entries may have come in, and their vault not yet.
      if try Self.file(folder).read(limit: 0) == nil { try? store.refresh() }
      let seal = try refreshed()
      if let trouble = seal.trouble { throw .refused(sentence: trouble.description) }
      try seal.removeStaleMark()
      return try store.append(at: stamp) { id in seal.written(deed, id, stamp) }
    }
  }

  /// What is written of a deed, which may be sealed.
  /// - Returns: nil when it cannot be told.
  func written(_ deed: Deed, _ id: EventID, _ stamp: Stamp) -> Deed? {
    guard deed.isOfJournal, !isOpening else { return deed }
    guard trouble == nil else { return nil }
    return vault == nil ? deed : sealed(deed, id, stamp)
  }

  /// - Returns: nil when it cannot be sealed.
  private func sealed(_ deed: Deed, _ id: EventID, _ stamp: Stamp) -> Deed? {
    guard let vault, let bytes = try? JSONEncoder().encode(deed),
      let box = try? vault.seal(Array(bytes), context: Self.context(id, stamp))
    else { return nil }
    guard case .amended(let amendment) = deed else { return .sealed(Sealed(box: box)) }
    return .sealed(Sealed(amends: amendment.entry, box: box))
  }

  // MARK: Reading

  /// What a sealed deed says.
  /// - Returns: the deed itself when it is not sealed; nil while there is no key.
  func opened(_ deed: Deed, _ id: EventID, _ stamp: Stamp) throws(VaultError) -> Deed? {
    guard case .sealed(let sealed) = deed else { return deed }
    guard let key else { return nil }
    let deed = try key.open(sealed.box, context: Self.context(id, stamp)) { bytes in
      try? JSONDecoder().decode(Deed.self, from: bytes)
    }
    guard let deed else { throw .changedEntry }
    return deed
  }

  /// The journal as it stands, with what of it can be opened.
  func journal(_ store: LogStore) throws(StorageError) -> (
    journal: Journal, isWhole: Bool, trouble: VaultError?
  ) {
    var journal = Journal()
    var isWhole = true
    var trouble: VaultError?
    for event in try store.events(mentioning: ["checkin", "amend", "remove", "sealed"]) {
      guard let deed = event.deed else { continue }
      var shown = deed
      do throws(VaultError) {
        if let opened = try opened(deed, event.id, event.stamp) {
          shown = opened
        } else {
          isWhole = false
        }
      } catch { trouble = error }
      journal.apply(shown, id: event.id.description, at: Moment(event.stamp))
    }
    return (journal, isWhole, trouble)
  }

  /// Where a text belongs in the logs, for ever in this spelling: sealed, it opens nowhere else.
  static func context(_ id: EventID, _ stamp: Stamp) -> String {
    // Of two events of one number the later is read under another name, which no log has.
    let device = id.device.prefix { $0 != "~" }
    return "\(device):\(id.counter) \(stamp.milliseconds) \(stamp.offsetMinutes) \(stamp.day)"
  }
}

extension Deed {
  /// Whether it says what somebody felt.
  var isOfJournal: Bool {
    switch self {
    case .checkedIn, .amended: true
    case .reviewed, .removed, .kept, .planned, .sealed: false
    }
  }
}
