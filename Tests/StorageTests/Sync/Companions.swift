import Foundation
import Testing

@testable import Storage

/// Devices that share a repository, each with a data folder, in a home whose git is set up to get
/// in the way.
final class Companions: Sendable {
  let root: TemporaryFolder
  var home: String { root.path }
  var remote: String { home + "/remote.git" }

  init() async throws {
    root = try TemporaryFolder()
    // All of this must not matter.
    try root.write("*.jsonl\nlog\n", to: "ignored")
    try root.write("*.jsonl filter=broken merge=binary text eol=crlf\n", to: "attributes")
    try root.write("#!/bin/sh\nexit 1\n", to: "hooks/pre-push")
    try root.write("#!/bin/sh\nexit 1\n", to: "hooks/reference-transaction")
    for hook in ["pre-push", "reference-transaction"] { chmod(root.path("hooks/\(hook)"), 0o755) }
    try root.write(
      """
      [core]
        excludesFile = \(home)/ignored
        attributesFile = \(home)/attributes
        hooksPath = \(home)/hooks
        autocrlf = true
      [commit]
        gpgSign = true
      [push]
        gpgSign = true
      [gpg]
        program = /nowhere
      [filter "broken"]
        clean = false
        required = true
      [init]
        defaultBranch = trunk
        templateDir = \(home)/hooks

      """, to: ".gitconfig")
    try await makeRemote()
  }

  func makeRemote(_ name: String = "remote.git") async throws {
    let remote = folder(name)
    try await git("init", "--quiet", "--bare", "--template=", "-b", "main", remote)
    try await git("-C", remote, "config", "core.hooksPath", remote + "/hooks")
  }

  var environment: [String: String] {
    [
      "HOME": home, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  func folder(_ device: String) -> String { "\(home)/\(device)" }

  /// Runs git as a person would by hand, without their setup.
  @discardableResult
  func git(_ arguments: String..., status: Int32 = 0) async throws -> String {
    let call = GitCall(
      arguments: ["-c", "core.hooksPath=/dev/null"] + arguments,
      environment: environment.merging([
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "me", "GIT_AUTHOR_EMAIL": "me@x",
        "GIT_COMMITTER_NAME": "me", "GIT_COMMITTER_EMAIL": "me@x",
        "GIT_SEQUENCE_EDITOR": "sed -i s/^pick/edit/",
      ]) { $1 }, input: [])
    let answer = try await Self.onThread { () throws(SyncFailure) in try GitProcess.run(call) }
    try #require(answer.status == status, "git \(arguments): \(answer.errors)")
    return String(decoding: answer.output, as: UTF8.self)
  }

  /// Works on a thread of its own: what blocks must not do so on one of Swift's pool.
  static func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws(SyncFailure) -> Value
  ) async throws -> Value {
    let result: Result<Value, SyncFailure> = await withCheckedContinuation { continuation in
      Thread {
        do throws(SyncFailure) {
          continuation.resume(returning: .success(try work()))
        } catch { continuation.resume(returning: .failure(error)) }
      }.start()
    }
    return try result.get()
  }

  // MARK: Devices

  /// Writes to a device's log, as the program does.
  func pick(_ words: String..., on device: String) throws {
    for word in words { try Self.pick(word, in: folder(device), device: device) }
  }

  static func pick(_ word: String, in folder: String, device: String) throws {
    let store = try TrayStore(folder: folder, device: device, format: .tray())
    try store.pick(word, at: .minute(1))
  }

  /// The lines of each of a device's logs.
  func logs(_ device: String) throws -> [String: Set<String>] {
    var logs: [String: Set<String>] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder(device) + "/log")
    for name in names where name.hasSuffix(".jsonl") {
      logs[name] = Set(try root.lines("\(device)/log/\(name)"))
    }
    return logs
  }

  func words(_ device: String) throws -> Set<String> {
    let lines = try logs(device).values.joined()
    return Set(lines.compactMap { $0.firstMatch(of: /"word":"(\w+)"/).map { String($0.1) } })
  }

  /// Syncs a device.
  /// - Parameters:
  ///   - around: may answer in git's place.
  ///   - seal: seals what the device wrote before.
  @discardableResult
  func sync(
    _ device: String, remote: String? = nil, variables: [String: String] = [:],
    around: @escaping @Sendable (GitCall) throws(SyncFailure) -> GitAnswer? = { _ in nil },
    seal: @escaping @Sendable () throws(StorageError) -> Void = {}
  ) async throws -> SyncReport {
    let environment = environment.merging(variables) { $1 }
    let folder = folder(device)
    return try await Self.onThread { () throws(SyncFailure) in
      let sync = Sync(
        folder: folder, environment: environment, current: "/", keyOf: Self.key,
        run: { call throws(SyncFailure) in
          if let answer = try around(call) { return answer }
          return try GitProcess.run(call)
        })
      return try sync.run(remote: remote, seal: seal)
    }
  }

  /// The first word of these vaults is the key; those of a later version and damaged ones are told
  /// apart.
  @Sendable static func key(of vault: [UInt8]) throws(StorageError) -> String? {
    let text = String(decoding: vault, as: UTF8.self)
    if text == "newer" { throw .refused(sentence: "It is newer.") }
    return text == "damaged" ? nil : text.split(separator: " ").first.map(String.init)
  }

  /// Devices that know the remote.
  func join(_ devices: String...) async throws {
    for device in devices { try await sync(device, remote: remote) }
  }

  /// What the remote holds of a file.
  func sent(_ path: String) async throws -> String {
    try await git("-C", remote, "show", "main:" + path)
  }

  /// What the folder holds beside git's own.
  func contents(_ device: String) throws -> [String: [UInt8]] {
    try root.contents().filter {
      $0.key.hasPrefix(device + "/") && !$0.key.hasPrefix(device + "/.git/")
    }
  }
}

extension GitCall {
  /// git's command, such as push.
  var command: String {
    var rest = arguments[...]
    while let word = rest.first, ["-C", "-c"].contains(word) { rest = rest.dropFirst(2) }
    return rest.first ?? ""
  }
}
