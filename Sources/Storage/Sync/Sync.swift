#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Brings the data folder and its git remote to the same state: commit, fetch, put together, push.
///
/// git never checks anything out here. A rebase in the folder would for a moment put an older log
/// in the place of the one that another process appends to. Instead the merged tree is made inside
/// `.git`, and the files that differ are brought in one by one, each replaced whole under its lock.
///
/// What is new here becomes one commit on top of the remote's newest, as after a rebase, and never
/// a merge: a history that was begun anew on the remote then stays free of what it was rid of.
public struct Sync {
  private let git: Git
  private let current: String
  private let keyOf: VaultReader
  private let keyOfBox: BoxReader
  private var folder: String { git.folder }

  /// - Parameters:
  ///   - folder: the data folder; made when it is not there.
  ///   - environment: what git is given of it: all but what points to other repositories.
  ///   - current: the folder that relative paths are meant from.
  ///   - keyOf: reads a vault.json; throws when it is not for this version to judge.
  ///   - keyOfBox: reads what was sealed.
  public init(
    folder: String, environment: [String: String], current: String, keyOf: @escaping VaultReader,
    keyOfBox: @escaping BoxReader = { _ in nil }, run: @escaping GitRunner
  ) {
    let absolute = folder.hasPrefix("/") ? folder : current + "/" + folder
    git = Git(folder: absolute, environment: environment, run: run)
    self.current = current
    self.keyOf = keyOf
    self.keyOfBox = keyOfBox
  }

  /// - Parameters:
  ///   - remote: the address to remember once it was reached; nil to keep the one there is.
  ///   - seal: called before anything is committed while the folder has a vault.json, also when it
  ///     has just come in: seals what this device wrote before. When it throws, nothing is sent.
  public func run(
    remote: String? = nil, seal: () throws(StorageError) -> Void
  ) throws(SyncFailure) -> SyncReport {
    let address = remote.map { RemoteAddress.read($0, from: current) }
    if case .some(nil) = address { throw .notAnAddress }
    let repository = SyncRepository(git: git, keyOf: keyOf, keyOfBox: keyOfBox)
    let lock = try repository.lock()
    defer { lock.unlock() }
    try repository.prepare()
    var report = SyncReport(outcome: .noRemote)
    let remembered = try repository.address()
    guard let address = address ?? remembered else {
      _ = try save(repository, seal, &report)
      return report
    }
    // A good address does not give way to one that may be mistyped.
    if remembered == nil { try repository.remember(address) }
    let remote = SyncRemote(
      git: git, name: [nil, address].contains(remembered) ? SyncRemote.origin : address,
      shown: RemoteAddress.shown(address))
    try exchange(remote, address, repository, seal, &report)
    return report
  }

  private func exchange(
    _ remote: SyncRemote, _ address: String, _ repository: SyncRepository,
    _ seal: () throws(StorageError) -> Void, _ report: inout SyncReport
  ) throws(SyncFailure) {
    var remote = remote
    let merge = SyncMerge(
      git: git, remote: remote.shown, keyOf: keyOf, keyOfBox: keyOfBox)
    var received = 0
    /// A commit that holds openly what was sealed since.
    var open: String?
    for _ in 0..<Self.attempts {
      let (known, theirs) = try fetch(remote, orElse: repository, seal, &report)
      if try prepare(merge, remote, known, theirs) { report.isLocked = true }
      let saved = try save(repository, seal, &report)
      if let old = open, try LostLines(git: git, old: old, new: saved).hides {
        report.historyHoldsRemoved = true
      }
      guard let merged = try merge.merge(saved, with: theirs, known: known) else { continue }
      if remote.name != SyncRemote.origin {
        try repository.remember(address)
        remote.name = SyncRemote.origin
      }
      received += merged.received
      report.newer.formUnion(merged.newer)
      if merged.awaitsSeal {
        report.isLocked = true
        open = saved
        continue
      }
      if merged.commit != saved { repository.showToGit() }
      let isSent = merged.commit != theirs
      if isSent {
        guard try remote.push(merged.commit) else { continue }
      }
      report.outcome = .synced(received: received, sent: isSent)
      return
    }
    throw .keepsChanging
  }

  private static let attempts = 8

  /// Asks the remote first: what another device has locked is not to become one of git's objects
  /// openly. Without the remote, what was done is saved all the same.
  private func fetch(
    _ remote: SyncRemote, orElse repository: SyncRepository,
    _ seal: () throws(StorageError) -> Void, _ report: inout SyncReport
  ) throws(SyncFailure) -> (known: String?, theirs: String?) {
    do throws(SyncFailure) { return try remote.fetch() } catch {
      _ = try save(repository, seal, &report)
      throw error
    }
  }

  /// Sees whether the remote may be joined, and brings in its vault.
  /// - Returns: whether there was one.
  private func prepare(
    _ merge: SyncMerge, _ remote: SyncRemote, _ known: String?, _ theirs: String?
  ) throws(SyncFailure) -> Bool {
    let head = try git.commit("HEAD")
    guard theirs == nil || theirs != head else { return false }
    let base = try merge.base(head, theirs, known: known)
    if base != nil && base == theirs { return false }
    let files = try git.files(in: theirs)
    if base == nil { try remote.checkJoinable(main: files) }
    return try merge.bringVault(of: files, base: try git.files(in: base))
  }

  /// Commits what the folder holds.
  private func save(
    _ repository: SyncRepository, _ seal: () throws(StorageError) -> Void,
    _ report: inout SyncReport
  ) throws(SyncFailure) -> String {
    for _ in 0..<Self.attempts {
      if Files.exists("\(folder)/\(SharedFiles.vault)") { try onDisk(seal) }
      switch try repository.commitAll() {
      case .saved(let commit, let hides):
        report.historyHoldsRemoved = report.historyHoldsRemoved || hides
        return commit
      case .again(let restored): report.restored += restored
      }
    }
    throw .keepsChanging
  }
}

/// Runs what touches files, and passes its failure on.
func onDisk<Value: ~Copyable>(
  _ work: () throws(StorageError) -> Value
) throws(SyncFailure) -> Value {
  do throws(StorageError) { return try work() } catch { throw .storage(error) }
}
