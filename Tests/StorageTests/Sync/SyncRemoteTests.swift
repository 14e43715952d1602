import Foundation
import Testing

@testable import Storage

/// What a remote can hold, and which one is joined.
@Suite struct SyncRemoteTests {
  @Test func anotherProjectsRepositoryIsLeftAlone() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.push(["README.md": "mine", "main.c": "int main"])
    let tip = try await all.git("-C", all.remote, "rev-parse", "main")
    await #expect(throws: SyncFailure.strangeRemote(remote: all.remote)) { try await all.join("a") }
    #expect(try await all.git("-C", all.remote, "rev-parse", "main") == tip)
    #expect(!all.root.exists("a/main.c"))
  }

  /// Under another branch's name.
  @Test(arguments: ["main.c", "log/b.jsonl"])
  func anotherProjectsBranchIsLeftAlone(file: String) async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.push(["README.md": "mine", file: "int main"], branch: "master")
    await #expect(throws: SyncFailure.strangeRemote(remote: all.remote)) { try await all.join("a") }
    let branches = try await all.git("-C", all.remote, "for-each-ref", "--format=%(refname)")
    #expect(branches == "refs/heads/master\n")
  }

  @Test func aHostsOtherBranchIsNoHindrance() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.push(["README.md": "mine"], branch: "trunk")
    try await all.join("a", "b")
    #expect(try all.words("b") == ["one"])
  }

  /// A branch that came to a shared repository later is nobody's business.
  @Test func aBranchBesideOursIsNoHindrance() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a")
    try await all.push(["main.c": "int main"], branch: "other")
    try await all.join("b")
    #expect(try all.words("b") == ["one"])
  }

  @Test func aNewRepositoryOfAHostIsJoined() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.push(["README.md": "mine", ".gitignore": "*.jsonl\n"])
    try await all.join("a", "b")
    #expect(try all.words("b") == ["one"])
    // It stays where it is, and is none of ours.
    #expect(try await all.sent("README.md") == "mine")
    #expect(!all.root.exists("b/README.md"))
    try all.pick("two", on: "b")
    for device in ["b", "a"] { try await all.sync(device) }
    #expect(try await all.sent("README.md") == "mine")
    #expect(try all.words("a") == ["one", "two"])
  }

  @Test func aGoodAddressOutlastsAMistypedOne() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a")
    try await all.makeRemote("foreign.git")
    let foreign = all.folder("foreign.git")
    try await all.push(["main.c": "int main"], remote: foreign)
    for (address, trouble) in [
      (all.folder("nowhere"), SyncFailure.remote(.missing, remote: all.folder("nowhere"))),
      (foreign, .strangeRemote(remote: foreign)),
    ] {
      await #expect(throws: trouble) { try await all.sync("a", remote: address) }
      #expect(try await all.sync("a").outcome == .synced(received: 0, sent: false))
    }
    // A good one takes its place.
    try await all.makeRemote("other.git")
    let other = all.folder("other.git")
    try await all.sync("a", remote: other)
    try all.pick("two", on: "a")
    try await all.sync("a")
    #expect(try await all.git("-C", other, "show", "main:log/a.jsonl").contains("two"))
    #expect(try await !all.sent("log/a.jsonl").contains("two"))
  }

  @Test func aLinkInTheRemoteIsNotFollowed() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    let hand = try await all.clone()
    try FileManager.default.createSymbolicLink(
      atPath: hand + "/log/x.jsonl", withDestinationPath: all.home + "/.gitconfig")
    try await all.publish(hand)
    await #expect(throws: SyncFailure.strangeFile(path: "log/x.jsonl", remote: all.remote)) {
      try await all.sync("b")
    }
    #expect(!all.root.exists("b/log/x.jsonl"))
  }

  @Test func attributesOfAnotherDeviceBringNoFilterIn() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    try await all.push([".gitattributes": "log/* filter=crypt\n"])
    try all.pick("two", on: "a")
    for device in ["a", "b", "a"] { try await all.sync(device) }
    #expect(try all.words("b") == ["one", "two"])
    #expect(try await !all.sent(".gitattributes").contains("filter"))
    for device in ["a", "b"] {
      #expect(try !all.root.text(device + "/.gitattributes").contains("filter"))
    }
    #expect(try await all.sync("b").outcome == .synced(received: 0, sent: false))
  }

  @Test func aRemoteThatDeclinesIsQuoted() async throws {
    let all = try await Companions()
    try all.root.write(
      "#!/bin/sh\nprintf 'no \\033[31mmore\\n' >&2\nexit 1\n", to: "remote.git/hooks/pre-receive")
    chmod(all.root.path("remote.git/hooks/pre-receive"), 0o755)
    let error = await #expect(throws: SyncFailure.self) { try await all.join("a") }
    let sentence = try #require(error?.description)
    #expect(sentence.contains("remote: no [31mmore"))
    #expect(!sentence.contains("\u{1B}"))
  }

  /// Told while git still waits, here for what the telling writes.
  @Test func aRemoteThatDoesNotAnswerIsTold() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("fifo")
    #expect(mkfifo(path, 0o600) == 0)
    let call = GitCall(
      arguments: ["-c", "alias.wait=!cat \(path)", "wait"],
      environment: [
        "HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      ], input: [])
    let answer = try await Companions.onThread { () throws(SyncFailure) in
      try GitProcess.run(call, patience: 0) {
        FileHandle(forWritingAtPath: path)?.write(Data("told".utf8))
      }
    }
    #expect(String(decoding: answer.output, as: UTF8.self) == "told")
  }
}

extension Companions {
  /// A clone of a remote, as a person makes one.
  func clone(of address: String? = nil) async throws -> String {
    let hand = folder("hand")
    if root.exists("hand") { try root.remove("hand") }
    try await git("clone", "--quiet", address ?? remote, hand)
    return hand
  }

  func publish(_ hand: String, branch: String = "main") async throws {
    try await git("-C", hand, "add", "--all", "--force")
    try await git("-C", hand, "commit", "--quiet", "-m", "by hand")
    try await git("-C", hand, "push", "--quiet", "origin", "HEAD:" + branch)
  }

  /// Fills a remote with files of a person's.
  func push(
    _ files: [String: String], branch: String = "main", remote: String? = nil
  ) async throws {
    let hand = try await clone(of: remote)
    for (name, text) in files { try root.write(text, to: "hand/" + name) }
    try await publish(hand, branch: branch)
  }
}
