/// Why the data folder could not be synced; each told in one sentence. Nothing is lost in any case.
public enum SyncFailure: Error, Equatable, CustomStringConvertible {
  case storage(StorageError)
  case noGit
  /// git could not be started, or nothing came of it.
  case noAnswer
  /// So many files are open, or so few may be, that git can't be started.
  case noDescriptors
  case notAnAddress
  /// `.git` is a file, as in a submodule.
  case notAFolderOfItsOwn(folder: String)
  case alreadyRunning
  /// A merge or rebase was begun by hand, and this file is still in conflict.
  case unfinished(folder: String, path: String)
  /// Attributes send files through another program.
  case filtered(path: String)
  /// The passphrase of one lock was changed on two devices.
  case conflict(folder: String, path: String)
  /// Two devices made a lock of their own.
  case twoLocks
  /// vault.json was replaced by one that does not open what is locked.
  case otherVault(folder: String)
  /// vault.json is none.
  case strangeVault(remote: String)
  /// A git that was stopped left the file by which it kept others out.
  case locked(path: String)
  case strangeFile(path: String, remote: String)
  case strangeRemote(remote: String)
  case keepsChanging
  case remote(RemoteTrouble, remote: String)
  /// git failed in a step that has no reason to.
  case git(doing: String, folder: String, reason: GitReason)

  public var description: String {
    switch self {
    case .storage(let error): error.description
    case .noGit: "git is not installed, and sync works through it: install git, then sync again."
    case .noAnswer:
      "git couldn't be run or stopped halfway, and nothing was lost: try again, and see whether “git "
        + "--version” works."
    case .noDescriptors:
      "The limit on open files is too low to run git: raise it with “ulimit -n 256”, then sync again."
    case .notAnAddress:
      "--remote needs the address or folder of a git repository, such as "
        + "git@example.org:me/inkling.git."
    case .notAFolderOfItsOwn(let folder):
      "\(folder)/.git is a file, so the data folder belongs to another repository: move the data "
        + "folder out of it, or name another with --data-dir."
    case .alreadyRunning:
      "Another sync of this folder is running: wait until it has ended."
    case .unfinished(let folder, let path):
      "A merge or rebase that was begun by hand left \(path) in conflict: finish it with "
        + "“git -C \(folder) status” as a guide, then sync again."
    case .filtered(let path):
      "\(path) sends files through a filter, which sync would go around: take the filter out, or "
        + "commit and push by hand."
    case .conflict(let folder, let path):
      "\(path) was changed here and on another device, so nothing was brought in or sent: copy it "
        + "away, take the other one with “git -C \(folder) checkout origin/main -- \(path)”, sync, "
        + "and to have yours instead put it back and sync again."
    case .twoLocks:
      "The journal was locked here and, with another passphrase, on another device, so nothing was "
        + "brought in or sent: run “inkling lock --remove” here, which opens what was named on this "
        + "device until the next sync, then “inkling sync”, which locks it with the other passphrase."
    case .otherVault(let folder):
      "The vault.json that lies here is another than the one that entries are locked with, and does "
        + "not open them, so nothing was sent: put the right one back from a backup, or with “git -C "
        + "\(folder) checkout origin/main -- vault.json”, and sync again."
    case .strangeVault(let remote):
      "The vault.json that \(remote) holds is damaged or something else, so nothing was brought in "
        + "or sent: sync a device that has the right one, or take it out there with git."
    case .locked(let path):
      "git left \(path), by which it keeps others out, so the sync could not end: if no other git "
        + "is at work there, delete that file and sync again."
    case .strangeFile(let path, let remote):
      "\(remote) holds \(path), which is no plain file that can lie in the data folder, so nothing "
        + "was brought in or sent: take it out there, or name another repository with --remote."
    case .strangeRemote(let remote):
      "\(remote) holds other files and nothing of Inkling's, so nothing was brought in or sent: "
        + "name an empty repository with --remote."
    case .keepsChanging:
      "The folder or its remote kept changing while they were synced: try again in a moment, and if it "
        + "stays so, look for a file ending in .lock in the remote."
    case .remote(let trouble, let remote): trouble.sentence(remote)
    case .git(let doing, let folder, let reason):
      "git \(doing) failed in \(folder), and nothing was lost: \(reason.text)"
    }
  }
}

extension SyncFailure {
  /// Reads git's complaint of a lock in the folder's own repository; nil when it is about
  /// something else.
  static func leftLock(_ errors: String, folder: String) -> SyncFailure? {
    guard !errors.contains("No space left") else { return nil }
    for part in errors.split(whereSeparator: { $0 == "'" || $0.isNewline })
    where part.hasPrefix(folder + "/.git/") && part.hasSuffix(".lock") {
      return .locked(path: String(part))
    }
    return nil
  }
}

/// What stood in the way of reaching the remote.
public enum RemoteTrouble: Equatable, Sendable {
  case unreachable
  case refused
  case unknownHost
  case missing
  case declined(GitReason)

  /// Reads what git, run in the C locale, and ssh complained.
  init(_ errors: String) {
    func says(_ phrases: String...) -> Bool {
      phrases.contains { errors.lowercased().contains($0.lowercased()) }
    }
    if says("host key verification failed") {
      self = .unknownHost
    } else if says(
      "could not resolve host", "name resolution", "connection refused", "timed out",
      "network is unreachable", "no route to host", "failed to connect", "couldn't connect",
      "could not connect", "unable to connect", "connection reset", "connection closed")
    {
      self = .unreachable
    } else if says(
      "authentication failed", "permission denied (", "could not read username",
      "could not read password", "terminal prompts disabled", "error: 401", "error: 403",
      "access denied", "too many authentication failures")
    {
      self = .refused
    } else if says(
      "does not appear to be a git repository", "repository not found", "not found",
      "does not exist", "no such file or directory", "error: 404")
    {
      self = .missing
    } else {
      self = .declined(GitReason(errors))
    }
  }

  func sentence(_ remote: String) -> String {
    let kept = "what you did is saved here"
    return switch self {
    case .unreachable:
      "\(remote) could not be reached, and \(kept): sync again when there is a connection."
    case .refused:
      "\(remote) did not let you in, and \(kept): set up a key or a credential helper that git can "
        + "use without asking, then sync again."
    case .unknownHost:
      "The host of \(remote) is not known to ssh or has changed its key, and \(kept): connect to "
        + "it once with ssh and check the key, then sync again."
    case .missing:
      "There is no git repository at \(remote), or you have no access to it; \(kept): make an empty one "
        + "there, or name another with --remote."
    case .declined(let reason):
      "\(remote) did not work with git, and \(kept): \(reason.text)"
    }
  }
}

/// The line of git's complaint that says most, fit to be shown.
public struct GitReason: Equatable, Sendable {
  let text: String

  init(_ errors: String) {
    let lines = errors.split(whereSeparator: \.isNewline).map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.filter { $0.value >= 32 && !(127..<160).contains($0.value) }))
    }
    let telling = lines.first { line in
      ["fatal: ", "error: ", "! [", "remote: "].contains { line.hasPrefix($0) }
    }
    let line = RemoteAddress.shown(telling ?? lines.first ?? "it gave no reason").prefix(300)
    text = line.hasSuffix(".") ? String(line) : line + "."
  }
}
