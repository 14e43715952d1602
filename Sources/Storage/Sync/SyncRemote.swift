/// The repository that the devices share.
struct SyncRemote {
  static let main = "refs/remotes/origin/main"
  static let everyBranch = "+refs/heads/*:refs/remotes/origin/*"
  /// What git calls the remote that is remembered.
  static let origin = "origin"

  let git: Git
  /// `origin`, or an address that is not remembered yet.
  var name: String
  /// Its address, without a password.
  let shown: String

  /// Asks the remote for what it holds.
  /// - Returns: what it was known to hold, and what it holds; nil for nothing.
  func fetch() throws(SyncFailure) -> (known: String?, theirs: String?) {
    // What another remote was known to hold says nothing of this one.
    let known = name == Self.origin ? try git.commit(Self.main) : nil
    let answer = try reach([
      "fetch", "--quiet", "--no-write-fetch-head", "--prune", "--no-tags",
      "--no-recurse-submodules", name, Self.everyBranch,
    ])
    guard answer.status == 0 else { throw failure(answer.errors) }
    let theirs = try git.commit(Self.main)
    if name != Self.origin { try git.get(["update-ref", "-d", Self.main]) }
    return (known, theirs)
  }

  /// Fails when a remote that shares no history with this folder is somebody's for something else.
  func checkJoinable(main: [String: TreeFile]) throws(SyncFailure) {
    let branches = try git.get(
      ["for-each-ref", "--format=%(refname) %(objectname)", "refs/remotes/origin"]
    ).output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    var others: [String] = []
    for branch in branches where !branch.hasPrefix(Self.main + " ") {
      others += try git.files(in: branch.split(separator: " ").last.map(String.init)).keys
    }
    guard SharedFiles.isJoinable(main: main.keys, others: others) else {
      throw .strangeRemote(remote: shown)
    }
  }

  private func failure(_ errors: String) -> SyncFailure {
    .leftLock(errors, folder: git.folder) ?? .remote(RemoteTrouble(errors), remote: shown)
  }

  /// - Returns: false when another device was faster.
  func push(_ commit: String) throws(SyncFailure) -> Bool {
    let answer = try reach([
      "push", "--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", name,
      commit + ":refs/heads/main",
    ])
    if answer.status == 0 {
      try git.get(["update-ref", Self.main, commit])
      return true
    }
    let said = String(decoding: answer.output, as: UTF8.self) + answer.errors
    let isOvertaken = [
      "(fetch first)", "(non-fast-forward)", "(stale info)", "cannot lock ref",
      "failed to update ref", "incorrect old value",
    ].contains { said.contains($0) }
    guard isOvertaken else {
      throw failure(answer.errors + "\n" + said)
    }
    return false
  }

  /// Runs a command that goes over the network, with an ssh that asks nothing.
  private func reach(_ arguments: [String]) throws(SyncFailure) -> GitAnswer {
    var variables: [String: String] = [:]
    if git.environment["GIT_SSH"] == nil {
      let given = git.environment["GIT_SSH_COMMAND"]
      let isPath = shown.hasPrefix("/")
      let configured = try given == nil && !isPath ? git.setting("core.sshCommand") : nil
      let command = given ?? configured ?? "ssh"
      variables["GIT_SSH_COMMAND"] = command + " -o BatchMode=yes -o ConnectTimeout=20"
    }
    return try git.ask(arguments, variables: variables)
  }
}
