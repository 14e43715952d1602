#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The data folder as a git work tree: making it one, and saving what it holds.
struct SyncRepository {
  let git: Git
  let keyOf: VaultReader
  let keyOfBox: BoxReader
  private var folder: String { git.folder }

  /// - Returns: a lock that keeps other syncs out until it is let go.
  func lock() throws(SyncFailure) -> File {
    if Files.exists(folder + "/.git") && !Files.isFolder(folder + "/.git") {
      throw .notAFolderOfItsOwn(folder: folder)
    }
    let lock = try onDisk { () throws(StorageError) in
      try Files.makeFolder(folder)
      try Files.makeFolder(folder + "/log")
      if let obstacle = Files.obstacle(to: folder) { throw obstacle }
      try Files.makeFolder(folder + "/.git/inkling")
      try Files.makeFolder(folder + "/.git")
      return try File("\(folder)/.git/inkling/lock", O_RDWR | O_CREAT, doing: "open")
    }
    guard try onDisk({ () throws(StorageError) in try lock.tryLock() }) else {
      throw .alreadyRunning
    }
    return lock
  }

  /// Makes the folder a repository of its own when it is none, whatever lies around it. The lock
  /// must be held.
  func prepare() throws(SyncFailure) {
    if !Files.exists(folder + "/.git/HEAD") {
      try git.get(["init", "--quiet", "--template="])
      try git.get(["symbolic-ref", "HEAD", main])
    }
    try onDisk { () throws(StorageError) in
      for name in ["index.lock", "merge.lock"] { unlink("\(folder)/.git/inkling/\(name)") }
      try Files.makeFolder(folder + "/.git/info")
      try Files.replace(
        folder + "/.git/info/attributes", with: Array(SharedFiles.ownAttributes.utf8))
    }
    try write(SharedFiles.ignored, to: ".gitignore")
    try write(SharedFiles.attributes, to: SharedFiles.attributesFile)
  }

  private func write(_ lines: [String], to name: String) throws(SyncFailure) {
    let path = "\(folder)/\(name)"
    let lock = try onDisk { () throws(StorageError) in try Lock(folder) }
    let bytes = try onDisk { () throws(StorageError) in
      Files.exists(path) ? try File(path, O_RDONLY, doing: "read").read() : []
    }
    if name == SharedFiles.attributesFile, SharedFiles.filters(bytes) {
      throw .filtered(path: path)
    }
    if let whole = SharedFiles.adding(lines, to: String(decoding: bytes, as: UTF8.self)) {
      try onDisk { () throws(StorageError) in try Files.replace(path, with: Array(whole.utf8)) }
    }
    _ = consume lock
  }

  /// The address that is remembered.
  func address() throws(SyncFailure) -> String? { try git.setting("remote.origin.url") }

  func remember(_ address: String) throws(SyncFailure) {
    try git.get(["config", "--replace-all", "remote.origin.url", address])
    try git.get(["config", "--replace-all", "remote.origin.fetch", SyncRemote.everyBranch])
    // What another remote was known to hold says nothing of this one.
    try git.get(["update-ref", "-d", SyncRemote.main])
  }

  enum Saving {
    /// - Parameter hides: the logs of the commit before it hold texts that they hold no more.
    case saved(commit: String, hides: Bool)
    /// A file changed under it, or lines that the logs had lost came back: to be tried again.
    case again(restored: Int)
  }

  /// Commits what the folder holds, on `main`.
  func commitAll() throws(SyncFailure) -> Saving {
    let unmerged = try git.get(["ls-files", "--unmerged", "-z"], index: "index").output
    if let path = TreeFile.read(unmerged).keys.min() {
      throw .unfinished(folder: folder, path: path)
    }
    let head = try git.commit("HEAD")
    let tree = try writeTree(over: head)
    guard let head else { return try settle(try git.commitTree(tree, parent: nil), hides: false) }
    if try git.tree(of: head) == tree { return try settle(head, hides: false) }
    let lost = try LostLines(git: git, old: head, new: tree, stands: try replacements())
    if !lost.arrivals.isEmpty {
      var restored = 0
      for arrival in lost.arrivals {
        let isDone = try onDisk { () throws(StorageError) in try arrival.bring(into: folder) }
        if isDone {
          restored += LogMerge.missing(from: arrival.committed ?? [], of: arrival.merged ?? [])
        }
      }
      return .again(restored: restored)
    }
    return try settle(try git.commitTree(tree, parent: head), hides: lost.hides)
  }

  /// Which words may stand in for those of an event that was committed: an older copy of a log,
  /// put back, has some that were sealed or opened since.
  private func replacements() throws(SyncFailure) -> (LogMerge.Words) -> Bool {
    let vault = Keepsake(SharedFiles.vault, in: folder)
    let (file, mark) = try onDisk { () throws(StorageError) in
      (
        try vault.read(limit: 1 << 20),
        try Keepsake(SharedFiles.opening, in: folder).read(limit: 0)
      )
    }
    let key = try onDisk { () throws(StorageError) -> String? in
      guard let file else { return nil }
      return try keyOf(file)
    }
    return { [keyOfBox] words in
      switch words {
      case .gone: return true
      case .open: return file == nil || mark != nil
      case .sealed(let box):
        guard let key else { return false }
        return [nil, key].contains(keyOfBox(box))
      }
    }
  }

  /// Writes the tree of what is shared, and of what the remote's host put there.
  private func writeTree(over head: String?) throws(SyncFailure) -> String {
    func input(_ paths: some Sequence<String>) -> [UInt8] {
      paths.flatMap { Array("\($0)\0".utf8) }
    }
    let tracked = try git.get(["ls-files", "-z"]).output.split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }
    let present = try onDisk { () throws(StorageError) in
      try Files.names(in: folder).filter { $0 != "log" }
        + Files.logNames(in: folder).map { "log/" + $0 }
    }
    let shared = Set(tracked + present).filter(SharedFiles.isShared)
    try git.get(
      ["update-index", "--force-remove", "-z", "--stdin"],
      input: input(tracked.filter { !SharedFiles.isShared($0) }))
    // Git would send where a link leads, and what is there may be no log.
    if let link = shared.sorted().first(where: { Files.isLink("\(folder)/\($0)") }) {
      throw .strangeFile(path: link, remote: folder)
    }
    // By name, whatever a person's own lines in .gitignore say.
    try git.get(
      ["update-index", "--add", "--remove", "-z", "--stdin"], input: input(shared.sorted()))
    let hosts = try git.files(in: head).filter { SharedFiles.isHosts($0.key) }
    try git.get(["update-index", "-z", "--index-info"], input: TreeFile.indexInput(hosts))
    return try git.get(["write-tree"]).line
  }

  /// Makes what was committed the tip of `main`. Where something else was checked out by hand, the
  /// files may be older than that tip: then both are put together.
  private func settle(_ saved: String, hides: Bool) throws(SyncFailure) -> Saving {
    let isOnMain = try git.ask(["symbolic-ref", "--quiet", "HEAD"]).line == main
    let tip = try git.commit(main)
    var commit = saved
    if !isOnMain, let tip {
      let merge = SyncMerge(
        git: git, remote: "main", keyOf: keyOf, keyOfBox: keyOfBox)
      guard let merged = try merge.merge(commit, with: tip, known: nil), !merged.awaitsSeal else {
        return .again(restored: 0)
      }
      commit = merged.commit
    }
    if commit != tip { try git.get(["update-ref", main, commit]) }
    if !isOnMain {
      try git.get(["symbolic-ref", "HEAD", main])
      // Or else “git rebase --abort” would bring back older logs one day.
      for state in ["rebase-merge", "rebase-apply"] where Files.exists("\(folder)/.git/\(state)") {
        try git.get(["rebase", "--quit"], index: "index")
      }
    }
    if commit != tip || !isOnMain { showToGit() }
    return .saved(commit: commit, hides: hides)
  }

  /// Lets a person who uses git here see the folder as it is. No harm when it cannot be.
  func showToGit() { _ = try? git.ask(["read-tree", main], index: "index") }
}

private let main = "refs/heads/main"

extension Git {
  /// Commits a tree, which runs no hooks and asks for no signature.
  func commitTree(_ tree: String, parent: String?) throws(SyncFailure) -> String {
    var variables: [String: String] = [:]
    let known = String(
      decoding: try ask(["config", "--name-only", "--get-regexp", #"^user\.(name|email)$"#]).output,
      as: UTF8.self
    ).split(separator: "\n")
    for (setting, name, value) in [
      ("user.name", "NAME", "Inkling"), ("user.email", "EMAIL", "inkling@localhost"),
    ] where !known.contains(Substring(setting)) {
      for role in ["GIT_AUTHOR_", "GIT_COMMITTER_"] where environment[role + name] == nil {
        variables[role + name] = value
      }
    }
    let parents = parent.map { ["-p", $0] } ?? []
    return try get(
      ["commit-tree", tree] + parents + ["-m", "Sync"], variables: variables
    ).line
  }
}
