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
    case setAside

    static func help(for value: Action) -> ArgumentHelp? {
      switch value {
      case .change: "Give it another passphrase."
      case .remove: "Open it for good."
      case .setAside: "Move entries that do not open, damaged or without their vault.json, aside."
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
    case nil:
      let links = try onDisk { () throws(StorageError) in try store.hardLinks() }
      let sealed = try locking.set()
      try tellRemains(store, StrayEntries(store: store, home: session.environment["HOME"]), sealed)
      for link in links where link.isLeftBehind { Output.say(link.sentence) }
    case .change: try locking.change()
    case .remove: try locking.remove()
    case .setAside: try locking.setAside()
    }
  }

  private func files(_ store: LogStore) -> JournalFiles {
    JournalFiles(
      vault: { () throws(Failure) in
        let mark = try anySeal(store)
        try onDisk { () throws(StorageError) in
          try store.exclusively { () throws(StorageError) in try mark.removeStaleMark() }
        }
        return try seal(store).vault
      },
      isVaultMissing: { () throws(Failure) in
        let seal = try anySeal(store)
        return seal.trouble == .missingVault(folder: store.folder)
      },
      lock: { vault throws(Failure) in
        try exclusively(store) { () throws(Failure) in
          // Between asking for the passphrase and now somebody else may have.
          guard try seal(store).vault == nil else { throw Self.changedMeanwhile }
          guard try sealedEntries(store).isEmpty else {
            throw Failure(VaultError.missingVault(folder: store.folder))
          }
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
      },
      setAside: { key throws(Failure) in
        try exclusively(store) { () throws(Failure) in
          var seal = try anySeal(store)
          guard seal.vault?.fingerprint == key?.fingerprint else { throw Self.changedMeanwhile }
          if let key { seal.unlock(with: key) }
          let moved = try onDisk { () throws(StorageError) in try seal.setAside(store) }
          return (moved, try sealedEntries(store).count(notOf: seal.vault))
        }
      })
  }

  private static let changedMeanwhile = Failure(
    sentence:
      "The lock of the journal was changed by another program just now, and nothing was done "
      + "here: run this again.")

  private func anySeal(_ store: LogStore) throws(Failure) -> JournalSeal {
    try onDisk { () throws(StorageError) in try JournalSeal(store) }
  }

  private func sealedEntries(_ store: LogStore) throws(Failure) -> SealedEntries {
    try onDisk { () throws(StorageError) in try SealedEntries(store) }
  }

  private func seal(_ store: LogStore) throws(Failure) -> JournalSeal {
    let seal = try anySeal(store)
    if let trouble = seal.trouble { throw Failure(trouble) }
    return seal
  }

  private func sealAll(_ store: LogStore) throws(Failure) -> Int {
    try onDisk { () throws(StorageError) in
      try JournalSeal.openingMark(store.folder).remove()
      return try JournalSeal(store).seal(store)
    }
  }

  /// The log first and the vault last: at no time is there an entry that nothing opens.
  private func open(_ store: LogStore, _ key: VaultKey) throws(Failure) -> Int {
    var seal = try seal(store)
    guard let vault = seal.vault, vault.fingerprint == key.fingerprint else {
      throw Self.changedMeanwhile
    }
    seal.unlock(with: key)
    try checkAllOpen(store, seal)
    let count = try onDisk { () throws(StorageError) in
      // Also when this does not come to its end.
      try seal.beginOpening()
      return try seal.open(store)
    }
    // Those that were undone count as well: an undo can be undone.
    let others = try onDisk { () throws(StorageError) in
      Set(
        try EventArchive<Deed>(folder: store.folder, isSealed: \.isSealed).events.compactMap {
          $0.event.deed?.isSealed == true ? $0.event.deed?.entry($0.id.description) : nil
        }
      ).count
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

  /// All that is to be opened must open before anything is: with some entries open and the lock still
  /// there, nobody would know what is what.
  private func checkAllOpen(_ store: LogStore, _ seal: JournalSeal) throws(Failure) {
    var sentence: String?
    try onDisk { () throws(StorageError) in
      try store.forEachWritten(mentioning: ["sealed"]) { line in
        guard line.isOurs, sentence == nil, let reason = seal.whyClosed(line.event) else { return }
        sentence =
          reason == .newerEntry
          ? reason.description
          : "Nothing was opened, since the locked entry in line \(line.line) of \(line.path) does "
            + "not open: put that log back from another device or a backup, or move what does not "
            + "open out of the logs with “inkling lock --set-aside”."
      }
    }
    if let sentence { throw Failure(sentence: sentence) }
  }

  private func write(_ vault: Vault, _ store: LogStore) throws(Failure) {
    let bytes = try bytes(vault)
    try onDisk { () throws(StorageError) in try JournalSeal.file(store.folder).write(bytes) }
  }

  private func bytes(_ vault: Vault?) throws(Failure) -> [UInt8] {
    do throws(VaultError) { return try vault?.bytes ?? [] } catch { throw Failure(error) }
  }

  /// What can be read without the passphrase nevertheless.
  private func tellRemains(
    _ store: LogStore, _ strays: StrayEntries, _ sealed: Int
  ) throws(Failure) {
    let open = try onDisk { () throws(StorageError) in try strays.open() }
    for (_, sentence) in open { Output.say(sentence) }
    let told = Set(open.map(\.path))
    for (path, isSetAside) in Keepsake.besideLogs(in: store.folder) where !told.contains(path) {
      Output.say(
        isSetAside
          ? "\(path) holds lines that couldn't be read or opened, and was left alone: delete it only "
            + "if you don't need them."
          : "\(path) isn't one of Inkling's files, and was left alone: see whether entries can be "
            + "read in it, and delete it if you don't need it.")
    }
    if store.isDamaged {
      Output.say(
        "Lines of the logs that are damaged stay as they are, also where a text can still be made out "
          + "in them: “inkling doctor --repair” moves them into files beside the logs.")
    }
    if store.holdsUnknown {
      Output.say(
        "Lines that this version of Inkling doesn't know stay as they are, also where they can be "
          + "read: update Inkling, then run “inkling lock” again.")
    }
    for sentence in try onDisk({ () throws(StorageError) in try OpenEntries(store) }).told {
      Output.say(sentence)
    }
    if let vault = try seal(store).vault {
      for sentence in try sealedEntries(store).told(vault) { Output.say(sentence) }
    }
    if sealed > 0, let note = SyncHistory.note(folder: store.folder) { Output.say(note) }
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
