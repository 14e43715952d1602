#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts a commit of this folder and one from elsewhere together, and brings what is new into the
/// folder.
struct SyncMerge {
  let git: Git
  /// Where the other commit comes from, for sentences.
  let remote: String

  struct Result {
    /// The tip from now on.
    let commit: String
    /// Lines of logs that the folder did not hold.
    var received = 0
    /// The folder holds more than the tip: another device locked the journal, and what is new here
    /// must be sealed before it is committed again.
    var awaitsSeal = false
  }

  /// - Parameters:
  ///   - ours: what the folder holds, committed.
  ///   - known: what the other side was last known to hold.
  /// - Returns: nil when the folder changed meanwhile, and all is to be tried again.
  func merge(
    _ ours: String, with theirs: String?, known: String?
  ) throws(SyncFailure) -> Result? {
    guard let theirs, theirs != ours else { return Result(commit: ours) }
    let isAhead = try git.isAncestor(theirs, of: ours)
    let all = try git.files(in: theirs)
    let mine = try git.files(in: ours).filter { SharedFiles.isShared($0.key) }
    var plan = TreeMerge(base: mine, ours: mine, theirs: mine)
    if !isAhead {
      let base = try self.base(ours, theirs, known: known)
      if base == nil, !SharedFiles.isJoinable(all.keys) { throw .strangeRemote(remote: remote) }
      plan = try self.plan(base: try git.files(in: base), ours: mine, theirs: all)
    }
    try keepVault(in: &plan, ours: mine, theirs: all)
    if let path = plan.conflicts.first { throw .conflict(folder: git.folder, path: path) }
    var files = plan.files
    if isAhead && files == mine { return Result(commit: ours) }

    for (path, file) in files where mine[path] != file && !file.isPlain {
      throw .strangeFile(path: path, remote: remote)
    }
    // On disk first: a tip that the folder is behind of would look like lines taken away here.
    guard let received = try bring(files, over: mine) else { return nil }
    if mine[SharedFiles.vault] == nil, files[SharedFiles.vault] != nil {
      // Without the commits that hold it open.
      try git.get(["update-ref", "refs/heads/main", theirs])
      return Result(commit: theirs, received: received, awaitsSeal: true)
    }
    files.merge(all.filter { SharedFiles.isHosts($0.key) }) { $1 }
    let commit = files == all ? theirs : try git.commitTree(try tree(files), parent: theirs)
    try git.get(["update-ref", "refs/heads/main", commit])
    return Result(commit: commit, received: received)
  }

  /// What is to become of what is shared; logs are put together.
  private func plan(
    base: [String: TreeFile], ours: [String: TreeFile], theirs: [String: TreeFile]
  ) throws(SyncFailure) -> TreeMerge {
    var plan = TreeMerge(
      base: base.filter { SharedFiles.isShared($0.key) }, ours: ours,
      theirs: theirs.filter { SharedFiles.isShared($0.key) })
    for path in plan.combined {
      if let file = try combine(base[path], ours[path], theirs[path]) { plan.files[path] = file }
    }
    return plan
  }

  /// Whoever removed the vault had opened all entries that were known there. While a log holds
  /// sealed ones all the same, the side that still has it decides: without it nothing opens them.
  private func keepVault(
    in plan: inout TreeMerge, ours: [String: TreeFile], theirs: [String: TreeFile]
  ) throws(SyncFailure) {
    let path = SharedFiles.vault
    guard (ours[path] == nil) != (theirs[path] == nil) else { return }
    for (log, file) in plan.files where SharedFiles.isLog(log) {
      guard let bytes = try git.bytes(file), LogMerge.holdsSealed(bytes) else { continue }
      plan.files[path] = ours[path] ?? theirs[path]
      plan.conflicts.removeAll { $0 == path }
      return
    }
  }

  /// What both sides come from. When the remote's history was begun anew, that is what it was last
  /// known to hold.
  private func base(
    _ ours: String, _ theirs: String, known: String?
  ) throws(SyncFailure) -> String? {
    if let known, try !git.isAncestor(known, of: theirs) { return known }
    let answer = try git.ask(["merge-base", ours, theirs])
    return answer.status == 0 ? answer.line : nil
  }

  private func combine(
    _ old: TreeFile?, _ mine: TreeFile?, _ other: TreeFile?
  ) throws(SyncFailure) -> TreeFile? {
    guard let mine, let other, let ours = try git.bytes(mine), let theirs = try git.bytes(other)
    else { return nil }
    let merged = LogMerge.merge(base: try git.bytes(old) ?? [], ours: ours, theirs: theirs)
    if merged == theirs { return other }
    if merged == ours { return mine }
    let id = try git.get(["hash-object", "-w", "--stdin"], input: merged).line
    return TreeFile(mode: other.mode, id: id)
  }

  private func tree(_ files: [String: TreeFile]) throws(SyncFailure) -> String {
    let index = "inkling/merge"
    unlink("\(git.folder)/.git/\(index)")
    try git.get(
      ["update-index", "-z", "--index-info"], index: index, input: TreeFile.indexInput(files))
    return try git.get(["write-tree"], index: index).line
  }

  /// - Returns: how many lines of logs came in; nil when a file is no longer as it was committed.
  private func bring(
    _ files: [String: TreeFile], over mine: [String: TreeFile]
  ) throws(SyncFailure) -> Int? {
    var received = 0
    for path in Set(files.keys).union(mine.keys).sorted() where files[path] != mine[path] {
      if let old = mine[path], files[path]?.id == old.id { continue }
      let arrival = Arrival(
        path: path, committed: try git.bytes(mine[path]), merged: try git.bytes(files[path]))
      guard try onDisk({ () throws(StorageError) in try arrival.bring(into: git.folder) }) else {
        return nil
      }
      if SharedFiles.isLog(path) { received += arrival.addedLines }
    }
    return received
  }
}
