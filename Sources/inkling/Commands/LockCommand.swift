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
    if action == nil { tellRemains(store.folder) }
  }

  private func files(_ store: LogStore) -> JournalFiles {
    JournalFiles(
      vault: { () throws(Failure) in
        let seal = try onDisk { () throws(StorageError) in try JournalSeal(folder: store.folder) }
        if let trouble = seal.trouble { throw Failure(trouble) }
        return seal.vault
      },
      lock: { vault throws(Failure) in
        try write(vault, store.folder)
        return try onDisk { () throws(StorageError) in
          try JournalSeal(folder: store.folder).seal(store)
        }
      },
      replace: { vault throws(Failure) in try write(vault, store.folder) },
      unlock: { key throws(Failure) in try open(store, key) })
  }

  /// The log first and the vault last: at no time is there an entry that nothing opens.
  private func open(_ store: LogStore, _ key: VaultKey) throws(Failure) -> Int {
    let (count, trouble) = try onDisk { () throws(StorageError) in
      var seal = try JournalSeal(folder: store.folder)
      seal.unlock(with: key)
      return try seal.open(store)
    }
    if let trouble { throw Failure(trouble) }
    let others = try onDisk { () throws(StorageError) in
      try store.events(mentioning: ["sealed"]).count { event in
        if case .sealed = event.deed { true } else { false }
      }
    }
    guard others == 0 else {
      throw Failure(
        sentence: "\(count) of the entries are open, but \(others) from other devices stay locked, "
          + "and so the passphrase stays: run “inkling lock --remove” there, sync, and run it here "
          + "once more.")
    }
    try onDisk { () throws(StorageError) in try JournalSeal.file(store.folder).remove() }
    return count
  }

  private func write(_ vault: Vault, _ folder: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(VaultError) { bytes = try vault.bytes } catch { throw Failure(error) }
    try onDisk { () throws(StorageError) in try JournalSeal.file(folder).write(bytes) }
  }

  private func tellRemains(_ folder: String) {
    for path in Keepsake.tornLines(in: folder) {
      Output.say(
        "\(path) holds what was left of a line after a crash, and stays readable: look into it, "
          + "and delete it if you do not need it.")
    }
    if let note = SyncHistory.note(folder: folder) { Output.say(note) }
  }

  private func onDisk<Value>(
    _ body: () throws(StorageError) -> Value
  ) throws(Failure) -> Value {
    do throws(StorageError) { return try body() } catch {
      throw Failure(sentence: error.description)
    }
  }
}
