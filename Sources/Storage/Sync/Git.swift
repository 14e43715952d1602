/// One run of git: what it is given.
public struct GitCall: Sendable, Equatable {
  public var arguments: [String]
  /// The whole environment; nothing else is inherited.
  public var environment: [String: String]
  /// What is written to its standard input.
  public var input: [UInt8]
}

/// What came of a run of git.
public struct GitAnswer: Sendable, Equatable {
  public var status: Int32
  public var output: [UInt8]
  public var errors: String

  public init(status: Int32, output: [UInt8] = [], errors: String = "") {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// The first line.
  var line: String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

/// Runs git to its end. Handed in, so that tests can answer in git's place.
public typealias GitRunner = (GitCall) throws(SyncFailure) -> GitAnswer

/// git, told which folder it works on, and kept from asking, signing, running hooks or looking at
/// what a person set up for other repositories.
struct Git {
  /// The data folder, an absolute path.
  let folder: String
  let environment: [String: String]
  let run: GitRunner

  init(folder: String, environment inherited: [String: String], run: @escaping GitRunner) {
    self.folder = folder
    self.run = run
    // What a shell, or a git that started this program, says of another repository must not count.
    var environment = inherited.filter { name, _ in
      !name.hasPrefix("GIT_") || Self.kept.contains { name.hasPrefix($0) }
    }
    for name in ["SSH_ASKPASS", "LANGUAGE"] { environment[name] = nil }
    environment.merge([
      "GIT_DIR": folder + "/.git", "GIT_WORK_TREE": folder,
      // Of Inkling's own, so that a lock left by another git is not in the way.
      "GIT_INDEX_FILE": folder + "/.git/inkling/index",
      "GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never", "LC_ALL": "C",
    ]) { $1 }
    self.environment = environment
  }

  private static let kept = [
    "GIT_SSH", "GIT_SSL_", "GIT_PROXY_", "GIT_HTTP_", "GIT_AUTHOR_", "GIT_COMMITTER_",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_ALLOW_PROTOCOL",
    "GIT_EXEC_PATH",
  ]

  private static let settings = [
    "core.hooksPath=/dev/null", "core.excludesFile=/dev/null", "core.attributesFile=/dev/null",
    "core.autocrlf=false", "core.safecrlf=false", "core.fsmonitor=false", "core.askPass=",
    "core.sharedRepository=0600", "core.quotePath=false", "commit.gpgSign=false",
    "push.gpgSign=false", "submodule.recurse=false", "gc.autoDetach=false",
    "maintenance.autoDetach=false",
  ]

  /// Runs git and gives its answer, whatever it is.
  func ask(
    _ arguments: [String], index: String? = nil, variables: [String: String] = [:],
    input: [UInt8] = []
  ) throws(SyncFailure) -> GitAnswer {
    var environment = environment.merging(variables) { $1 }
    if let index { environment["GIT_INDEX_FILE"] = "\(folder)/.git/\(index)" }
    return try run(
      GitCall(
        arguments: ["-C", folder] + Self.settings.flatMap { ["-c", $0] } + arguments,
        environment: environment, input: input))
  }

  /// Runs git, and fails when it does.
  @discardableResult
  func get(
    _ arguments: [String], index: String? = nil, variables: [String: String] = [:],
    input: [UInt8] = []
  ) throws(SyncFailure) -> GitAnswer {
    let answer = try ask(arguments, index: index, variables: variables, input: input)
    guard answer.status == 0 else {
      throw .leftLock(answer.errors, folder: folder)
        ?? .git(doing: arguments.first ?? "", folder: folder, reason: .init(answer.errors))
    }
    return answer
  }

  // MARK: What there is

  /// The commit that a name stands for, nil when it stands for none.
  func commit(_ name: String) throws(SyncFailure) -> String? {
    let answer = try ask(["rev-parse", "--quiet", "--verify", name + "^{commit}"])
    return answer.status == 0 ? answer.line : nil
  }

  func tree(of commit: String) throws(SyncFailure) -> String {
    try get(["rev-parse", "--verify", commit + "^{tree}"]).line
  }

  func files(in commit: String?) throws(SyncFailure) -> [String: TreeFile] {
    guard let commit else { return [:] }
    return TreeFile.read(try get(["ls-tree", "-r", "-z", "--full-tree", commit]).output)
  }

  /// What a file holds, nil for none.
  func bytes(_ file: TreeFile?) throws(SyncFailure) -> [UInt8]? {
    guard let file else { return nil }
    return try get(["cat-file", "blob", file.id]).output
  }

  func isAncestor(_ old: String, of new: String) throws(SyncFailure) -> Bool {
    try ask(["merge-base", "--is-ancestor", old, new]).status == 0
  }

  /// A value of git's settings, the person's own included; nil when there is none.
  func setting(_ name: String) throws(SyncFailure) -> String? {
    let answer = try ask(["config", "--get", name])
    return answer.status == 0 && !answer.line.isEmpty ? answer.line : nil
  }
}
