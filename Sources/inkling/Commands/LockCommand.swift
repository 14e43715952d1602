import ArgumentParser
import EmotionCore
import Storage
import Vault

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Lock the journal with a passphrase.",
    discussion: """
      What you name is then encrypted on disk. Naming and practice go on without the passphrase; \
      reading the journal asks for it. There is no way to read it without.
      """)

  enum Action: String, EnumerableFlag {
    case change
    case remove

    static func help(for value: Action) -> ArgumentHelp? {
      switch value {
      case .change: "Give it another passphrase."
      case .remove: "Open it for good."
      }
    }
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Flag(exclusivity: .exclusive) var action: Action?

  func run() throws {
    let session = try Session(options)
    let store = try session.openStore()
    for problem in store.problems { Output.complain(problem) }
    let locking = Locking(files: files(store), prompt: passphrase.prompt) { Output.say($0) }
    switch action {
    case nil: try locking.set()
    case .change: try locking.change()
    case .remove: try locking.remove()
    }
    if action == nil { try tellRemains(store) }
  }

  private func files(_ store: LogStore) -> JournalFiles {
    JournalFiles(
      vault: { () throws(Failure) in try seal(store).vault },
      lock: { vault throws(Failure) in
        try exclusively(store) { () throws(Failure) in
          // Between asking for the passphrase and now somebody else may have.
          guard try seal(store).vault == nil else { throw Self.changedMeanwhile }
          try write(vault, store)
          return try sealAll(store)
        }
      },
      finish: { () throws(Failure) in
        try exclusively(store) { () throws(Failure) in try sealAll(store) }
      },
      replace: { old, new throws(Failure) in
        try exclusively(store) { () throws(Failure) in
          guard try bytes(try seal(store).vault) == bytes(old) else { throw Self.changedMeanwhile }
          try write(new, store)
        }
      },
      unlock: { key throws(Failure) in
        try exclusively(store) { () throws(Failure) in try open(store, key) }
      })
  }

  private static let changedMeanwhile = Failure(
    sentence:
      "The lock of the journal was changed by another program just now, and nothing was done "
      + "here: run this again.")

  private func seal(_ store: LogStore) throws(Failure) -> JournalSeal {
    let seal = try onDisk { () throws(StorageError) in try JournalSeal(folder: store.folder) }
    if let trouble = seal.trouble { throw Failure(trouble) }
    return seal
  }

  private func sealAll(_ store: LogStore) throws(Failure) -> Int {
    try onDisk { () throws(StorageError) in
      try JournalSeal.openingMark(store.folder).remove()
      return try JournalSeal(folder: store.folder).seal(store)
    }
  }

  /// The log first and the vault last: at no time is there an entry that nothing opens.
  private func open(_ store: LogStore, _ key: VaultKey) throws(Failure) -> Int {
    var seal = try seal(store)
    guard let vault = seal.vault, vault.fingerprint == key.fingerprint else {
      throw Self.changedMeanwhile
    }
    seal.unlock(with: key)
    let (count, trouble) = try onDisk { () throws(StorageError) in
      // From here on nothing is sealed any more, also when this does not come to its end.
      try JournalSeal.openingMark(store.folder).write([])
      return try seal.open(store)
    }
    if let trouble { throw Failure(trouble) }
    // Those that were undone count as well: an undo can be undone.
    let others = try onDisk { () throws(StorageError) in
      try EventArchive<Deed>(folder: store.folder).events.count { $0.isSealed }
    }
    guard others == 0 else {
      throw Failure(
        sentence:
          "\(count) of the entries are open, and new ones are not locked, but \(others) from "
          + "other devices stay locked, and so the passphrase stays: run “inkling lock --remove” "
          + "there, sync, and run it here once more.")
    }
    try onDisk { () throws(StorageError) in
      try JournalSeal.file(store.folder).remove()
      try JournalSeal.openingMark(store.folder).remove()
    }
    return count
  }

  private func write(_ vault: Vault, _ store: LogStore) throws(Failure) {
    let bytes = try bytes(vault)
    try onDisk { () throws(StorageError) in try JournalSeal.file(store.folder).write(bytes) }
  }

  private func bytes(_ vault: Vault?) throws(Failure) -> [UInt8] {
    do throws(VaultError) { return try vault?.bytes ?? [] } catch { throw Failure(error) }
  }

  /// What can be read without the passphrase nevertheless.
  private func tellRemains(_ store: LogStore) throws(Failure) {
    for path in Keepsake.setAside(in: store.folder) {
      Output.say(
        "\(path) holds what was left of a damaged line, and stays readable: look into it, "
          + "and delete it if you do not need it.")
    }
    for sentence in try onDisk({ () throws(StorageError) in try OpenEntries(store.folder) }).told {
      Output.say(sentence)
    }
    if let note = SyncHistory.note(folder: store.folder) { Output.say(note) }
  }

  private func exclusively<Value>(
    _ store: LogStore, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result = try onDisk { () throws(StorageError) -> Result<Value, Failure> in
      try store.exclusively { () throws(StorageError) in
        do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
      }
    }
    return try result.get()
  }

  private func onDisk<Value>(
    _ body: () throws(StorageError) -> Value
  ) throws(Failure) -> Value {
    do throws(StorageError) { return try body() } catch {
      throw Failure(sentence: error.description)
    }
  }
}
