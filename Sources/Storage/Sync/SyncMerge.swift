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
  let keyOf: VaultReader
  let keyOfBox: BoxReader

  struct Result {
    /// The tip from now on.
    let commit: String
    /// Lines of logs that the folder did not hold.
    var received = 0
    /// The logs that came in with lines of a newer version.
    var newer: [String] = []
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
    guard let theirs else { return Result(commit: try alone(ours, on: nil)) }
    guard theirs != ours else { return Result(commit: ours) }
    let base = try base(ours, theirs, known: known)
    let all = try git.files(in: theirs)
    let mine = try git.files(in: ours).filter { SharedFiles.isShared($0.key) }
    let plan = try plan(
      base: base == theirs ? all : try git.files(in: base), ours: mine,
      theirs: try usable(all, over: mine))
    if let path = plan.conflicts.first { throw .conflict(folder: git.folder, path: path) }
    var files = plan.files
    if base == theirs && files == mine { return Result(commit: try alone(ours, on: theirs)) }

    for (path, file) in files where mine[path] != file && !file.isPlain {
      throw .strangeFile(path: path, remote: remote)
    }
    // On disk first: a tip that the folder is behind of would look like lines taken away here.
    guard let (received, newer) = try bring(files, over: mine) else { return nil }
    if try isLocked(files[SharedFiles.vault], over: mine[SharedFiles.vault]) {
      // Without the commits that hold it open.
      try git.get(["update-ref", "refs/heads/main", theirs])
      return Result(commit: theirs, received: received, newer: newer, awaitsSeal: true)
    }
    files.merge(all.filter { SharedFiles.isHosts($0.key) }) { $1 }
    let commit = files == all ? theirs : try git.commitTree(try tree(files), parent: theirs)
    try git.get(["update-ref", "refs/heads/main", commit])
    return Result(commit: commit, received: received, newer: newer)
  }

  /// What was committed here and never sent, as one commit: what was locked or deleted in the
  /// meantime does not go out in those before it.
  private func alone(_ ours: String, on theirs: String?) throws(SyncFailure) -> String {
    let unsent = try git.get(["rev-list", "--count", ours] + (theirs.map { ["^" + $0] } ?? []))
    guard unsent.line != "1" else { return ours }
    let commit = try git.commitTree(try git.tree(of: ours), parent: theirs)
    try git.get(["update-ref", "refs/heads/main", commit])
    return commit
  }

  /// What both sides come from; nil when they share nothing. When the remote's history was begun
  /// anew, that is what it was last known to hold.
  func base(
    _ ours: String?, _ theirs: String?, known: String?
  ) throws(SyncFailure) -> String? {
    guard let theirs else { return nil }
    var shared: String?
    if let ours {
      let answer = try git.ask(["merge-base", ours, theirs])
      if answer.status == 0 { shared = answer.line }
    }
    guard let known, ![known, shared].contains(theirs), try !git.isAncestor(known, of: theirs)
    else {
      return shared
    }
    return known
  }

  /// Brings in another device's lock, so that what is new here is sealed before git holds it.
  /// - Parameter base: what both sides come from.
  /// - Returns: whether there was one.
  func bringVault(
    of theirs: [String: TreeFile], base: [String: TreeFile]
  ) throws(SyncFailure) -> Bool {
    let path = SharedFiles.vault
    guard theirs[path] != base[path], !Files.exists("\(git.folder)/\(path)"),
      let file = try usable(theirs, over: [:])[path]
    else { return false }
    guard file.isPlain else { throw .strangeFile(path: path, remote: remote) }
    return try bring(path, from: nil, to: file) != nil
  }

  /// What is to become of what is shared; logs are put together.
  private func plan(
    base: [String: TreeFile], ours: [String: TreeFile], theirs: [String: TreeFile]
  ) throws(SyncFailure) -> TreeMerge {
    var plan = TreeMerge(
      base: base.filter { SharedFiles.isShared($0.key) }, ours: ours, theirs: theirs)
    for path in plan.combined {
      if let file = try combine(base[path], ours[path], theirs[path]) { plan.files[path] = file }
    }
    try VaultMerge(
      git: git, keyOf: keyOf, keyOfBox: keyOfBox, base: base, ours: ours, theirs: theirs
    ).settle(&plan)
    return plan
  }

  /// What of the other side is shared, without what would be in the way here: attributes that send
  /// files through a filter, and a damaged vault where there is a sound one.
  private func usable(
    _ theirs: [String: TreeFile], over mine: [String: TreeFile]
  ) throws(SyncFailure) -> [String: TreeFile] {
    var files = theirs.filter { SharedFiles.isShared($0.key) }
    let (attributes, vault) = (SharedFiles.attributesFile, SharedFiles.vault)
    if files[attributes] != mine[attributes], let bytes = try git.bytes(files[attributes]),
      SharedFiles.filters(bytes)
    {
      files[attributes] = mine[attributes]
    }
    if files[vault] != mine[vault], let bytes = try git.bytes(files[vault]),
      try key(of: bytes) == nil
    {
      guard let own = try git.bytes(mine[vault]), try key(of: own) != nil else {
        throw .strangeVault(remote: remote)
      }
      files[vault] = mine[vault]
    }
    return files
  }

  /// Whether a vault came in that nothing here is sealed for yet.
  private func isLocked(_ new: TreeFile?, over old: TreeFile?) throws(SyncFailure) -> Bool {
    guard let new, new != old else { return false }
    return try key(of: git.bytes(new)) != key(of: git.bytes(old))
  }

  private func key(of vault: [UInt8]?) throws(SyncFailure) -> String? {
    guard let vault else { return nil }
    return try onDisk { () throws(StorageError) in try keyOf(vault) }
  }

  private func combine(
    _ old: TreeFile?, _ mine: TreeFile?, _ other: TreeFile?
  ) throws(SyncFailure) -> TreeFile? {
    guard let mine, let other, let ours = try git.bytes(mine), let theirs = try git.bytes(other)
    else { return nil }
    let base = old == other ? theirs : try git.bytes(old) ?? []
    let merged = LogMerge.merge(base: base, ours: ours, theirs: theirs)
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

  /// - Returns: how many lines of logs came in, and which logs hold lines of a newer version; nil when
  ///   a file is no longer as it was committed.
  private func bring(
    _ files: [String: TreeFile], over mine: [String: TreeFile]
  ) throws(SyncFailure) -> (received: Int, newer: [String])? {
    var received = 0
    var newer: [String] = []
    for path in Set(files.keys).union(mine.keys).sorted() where files[path] != mine[path] {
      if let old = mine[path], files[path]?.id == old.id { continue }
      guard let lines = try bring(path, from: mine[path], to: files[path]) else { return nil }
      received += lines
      if lines > 0, let log = try git.bytes(files[path]), LineVersion.holdsNewer(log) {
        newer.append(path)
      }
    }
    return (received, newer)
  }

  /// - Returns: how many lines came in if it is a log; nil when the file is no longer `old`.
  private func bring(
    _ path: String, from old: TreeFile?, to new: TreeFile?
  ) throws(SyncFailure) -> Int? {
    var arrival = Arrival(path: path, committed: try git.bytes(old), merged: try git.bytes(new))
    if path == SharedFiles.vault, try key(of: arrival.committed) != key(of: arrival.merged) {
      arrival.companion = SharedFiles.opening
    }
    guard try onDisk({ () throws(StorageError) in try arrival.bring(into: git.folder) }) else {
      return nil
    }
    return SharedFiles.isLog(path) ? arrival.addedLines : 0
  }
}
