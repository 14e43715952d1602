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
  private var folder: String { git.folder }

  /// - Parameters:
  ///   - folder: the data folder; made when it is not there.
  ///   - environment: what git is given of it: all but what points to other repositories.
  ///   - current: the folder that relative paths are meant from.
  public init(
    folder: String, environment: [String: String], current: String, run: @escaping GitRunner
  ) {
    let absolute = folder.hasPrefix("/") ? folder : current + "/" + folder
    git = Git(folder: absolute, environment: environment, run: run)
    self.current = current
  }

  /// - Parameters:
  ///   - remote: the address to remember from now on; nil to keep the one there is.
  ///   - seal: called before anything is committed while the folder has a vault.json, and again when
  ///     one came in: seals what this device wrote before. When it throws, nothing is sent.
  public func run(
    remote: String? = nil, seal: () throws(StorageError) -> Void
  ) throws(SyncFailure) -> SyncReport {
    let address = remote.map { RemoteAddress.read($0, from: current) }
    if case .some(nil) = address { throw .notAnAddress }
    let repository = SyncRepository(git: git)
    let lock = try repository.lock()
    defer { lock.unlock() }
    try repository.prepare()
    if let address, let address { try repository.remember(address) }
    return try exchange(repository, seal)
  }

  private func exchange(
    _ repository: SyncRepository, _ seal: () throws(StorageError) -> Void
  ) throws(SyncFailure) -> SyncReport {
    var received = 0
    var isRewritten = false
    var isLocked = false
    for _ in 0..<8 {
      if Files.exists("\(folder)/\(SharedFiles.vault)") { try onDisk(seal) }
      guard let saved = try repository.commitAll() else { continue }
      isRewritten = isRewritten || saved.isRewritten
      guard let address = try git.setting("remote.origin.url") else {
        return SyncReport(outcome: .noRemote, historyHoldsRemoved: isRewritten)
      }
      let remote = SyncRemote(git: git, shown: RemoteAddress.shown(address))
      let (known, theirs) = try remote.fetch()
      guard
        let merged = try SyncMerge(git: git, remote: remote.shown)
          .merge(saved.commit, with: theirs, known: known)
      else { continue }
      received += merged.received
      if merged.awaitsSeal {
        isLocked = true
        continue
      }
      if merged.commit != saved.commit { repository.showToGit() }
      let isSent = merged.commit != theirs
      if isSent {
        guard try remote.push(merged.commit) else { continue }
      }
      return SyncReport(
        outcome: .synced(received: received, sent: isSent), historyHoldsRemoved: isRewritten,
        isLocked: isLocked)
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
