/// The repository that the devices share.
struct SyncRemote {
  static let main = "refs/remotes/origin/main"
  static let everyBranch = "+refs/heads/*:refs/remotes/origin/*"

  let git: Git
  /// Its address, without a password.
  let shown: String

  /// Asks the remote for what it holds.
  /// - Returns: what it was known to hold, and what it holds; nil for nothing.
  func fetch() throws(SyncFailure) -> (known: String?, theirs: String?) {
    let known = try git.commit(Self.main)
    let answer = try reach([
      "fetch", "--quiet", "--no-write-fetch-head", "--prune", "--no-tags",
      "--no-recurse-submodules", "origin",
      Self.everyBranch,
    ])
    guard answer.status == 0 else { throw .remote(RemoteTrouble(answer.errors), remote: shown) }
    return (known, try git.commit(Self.main))
  }

  /// - Returns: false when another device was faster.
  func push(_ commit: String) throws(SyncFailure) -> Bool {
    let answer = try reach([
      "push", "--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", "origin",
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
      throw .remote(RemoteTrouble(answer.errors + "\n" + said), remote: shown)
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
