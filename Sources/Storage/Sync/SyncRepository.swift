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
    try write(SharedFiles.attributes, to: ".gitattributes")
  }

  private func write(_ lines: [String], to name: String) throws(SyncFailure) {
    let path = "\(folder)/\(name)"
    let text = try onDisk { () throws(StorageError) in
      guard Files.exists(path) else { return "" }
      return String(decoding: try File(path, O_RDONLY, doing: "read").read(), as: UTF8.self)
    }
    if name == ".gitattributes", text.contains("filter=") { throw .filtered(path: path) }
    guard let whole = SharedFiles.adding(lines, to: text) else { return }
    try onDisk { () throws(StorageError) in try Files.replace(path, with: Array(whole.utf8)) }
  }

  func remember(_ address: String) throws(SyncFailure) {
    guard try git.setting("remote.origin.url") != address else { return }
    try git.get(["config", "--replace-all", "remote.origin.url", address])
    try git.get(["config", "--replace-all", "remote.origin.fetch", SyncRemote.everyBranch])
    // What another remote was known to hold says nothing of this one.
    try git.get(["update-ref", "-d", SyncRemote.main])
  }

  struct Saved {
    let commit: String
    /// Lines of a log went that the commit before it holds.
    let isRewritten: Bool
  }

  /// Commits what the folder holds, on `main`.
  /// - Returns: nil when a file changed under it, and it is to be tried again.
  func commitAll() throws(SyncFailure) -> Saved? {
    let unmerged = try git.get(["ls-files", "--unmerged", "-z"], index: "index").output
    if let path = TreeFile.read(unmerged).keys.min() {
      throw .unfinished(folder: folder, path: path)
    }
    let head = try git.commit("HEAD")
    let tree = try writeTree(over: head)
    guard let head else {
      return try settle(
        Saved(commit: try git.commitTree(tree, parent: nil), isRewritten: false))
    }
    if try git.tree(of: head) == tree { return try settle(Saved(commit: head, isRewritten: false)) }
    let commit = try git.commitTree(tree, parent: head)
    return try settle(Saved(commit: commit, isRewritten: try rewrites(head, commit)))
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
        + Files.names(in: folder + "/log").map { "log/" + $0 }
    }
    let shared = Set(tracked + present).filter(SharedFiles.isShared)
    try git.get(
      ["update-index", "--force-remove", "-z", "--stdin"],
      input: input(tracked.filter { !SharedFiles.isShared($0) }))
    // By name, whatever a person's own lines in .gitignore say.
    try git.get(
      ["update-index", "--add", "--remove", "-z", "--stdin"], input: input(shared.sorted()))
    let hosts = try git.files(in: head).filter { SharedFiles.isHosts($0.key) }
    try git.get(["update-index", "-z", "--index-info"], input: TreeFile.indexInput(hosts))
    return try git.get(["write-tree"]).line
  }

  /// Makes what was committed the tip of `main`. Where something else was checked out by hand, the
  /// files may be older than that tip: then both are put together.
  private func settle(_ saved: Saved) throws(SyncFailure) -> Saved? {
    let isOnMain = try git.ask(["symbolic-ref", "--quiet", "HEAD"]).line == main
    let tip = try git.commit(main)
    var commit = saved.commit
    if !isOnMain, let tip {
      let merge = SyncMerge(git: git, remote: "main")
      guard let merged = try merge.merge(commit, with: tip, known: nil), !merged.awaitsSeal else {
        return nil
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
    return Saved(commit: commit, isRewritten: saved.isRewritten)
  }

  private func rewrites(_ old: String, _ new: String) throws(SyncFailure) -> Bool {
    let changes = try git.get(["diff-tree", "-r", "--numstat", "--text", old, new, "--", "log"])
    // Added, deleted, path.
    return String(decoding: changes.output, as: UTF8.self).split(separator: "\n").contains { line in
      let words = line.split(separator: "\t")
      return words.count == 3 && words[1] != "0"
    }
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
