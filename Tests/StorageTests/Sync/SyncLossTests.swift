import Foundation
import Testing

@testable import Storage

/// A log that was lost or damaged is no deletion: what was synced comes back, here and elsewhere.
@Suite struct SyncLossTests {
  enum Damage: CaseIterable {
    case emptied, removed, folderRemoved, garbled, cut, older

    func strike(_ all: Companions, older: [UInt8]) throws {
      let lines = try all.root.lines("a/log/a.jsonl").map { Array(($0 + "\n").utf8) }
      switch self {
      case .emptied: try all.root.write("", to: "a/log/a.jsonl")
      case .removed: try all.root.remove("a/log/a.jsonl")
      case .folderRemoved: try all.root.remove("a/log")
      case .garbled:
        try all.root.write(lines[0] + Array("g\u{1}\n".utf8) + lines[2], to: "a/log/a.jsonl")
      case .cut: try all.root.write(lines[0] + lines[1] + lines[2].dropLast(9), to: "a/log/a.jsonl")
      case .older: try all.root.write(older, to: "a/log/a.jsonl")
      }
    }
  }

  @Test(arguments: Damage.allCases, [false, true])
  func whatALogLostComesBack(damage: Damage, goesOn: Bool) async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    let older = try all.root.bytes("a/log/a.jsonl")
    try all.pick("two", "three", on: "a")
    try await all.join("a", "b")
    try damage.strike(all, older: older)
    if goesOn { try Companions.pick("more", in: all.folder("a"), device: "other") }
    let report = try await all.sync("a")
    #expect(report.restored > 0)
    #expect(!report.historyHoldsRemoved)
    let words: Set = goesOn ? ["one", "two", "three", "more"] : ["one", "two", "three"]
    #expect(try all.words("a") == words)
    let sent = try await all.sent("log/a.jsonl")
    for word in ["one", "two", "three"] { #expect(sent.contains("\"\(word)\"")) }
    #expect(try await all.sync("a").restored == 0)
    try await all.sync("b")
    #expect(try all.words("b") == words)
  }

  /// Set back and written to under the same name, with events of the same numbers.
  @Test func aLogThatWentOnFromAnOlderCopyKeepsBoth() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    let older = try all.root.bytes("a/log/a.jsonl")
    try all.pick("two", on: "a")
    try await all.join("a")
    try all.root.write(older, to: "a/log/a.jsonl")
    try all.pick("other", on: "a")
    try await all.sync("a")
    #expect(try all.words("a") == ["one", "two", "other"])
    #expect(try await all.sent("log/a.jsonl") == all.root.text("a/log/a.jsonl"))
  }

  @Test func whatWasRemovedStaysAwayFromAnOlderCopy() async throws {
    let all = try await Companions()
    try all.pick("one", "secret", on: "a")
    let older = try all.root.bytes("a/log/a.jsonl")
    try all.remove("secret", on: "a")
    try await all.join("a")
    try all.root.write(older, to: "a/log/a.jsonl")
    try await all.sync("a")
    #expect(try all.words("a") == ["one"])
    #expect(try await !all.git("-C", all.remote, "log", "-p", "--all").contains("secret"))
  }

  /// On top of the remote's tip, where there is nothing to put together.
  @Test func aLossThatWasCommittedByHandIsNotSent() async throws {
    let all = try await Companions()
    try all.pick("one", "two", on: "a")
    try await all.join("a")
    for damage in [Damage.emptied, .removed] {
      try damage.strike(all, older: [])
      try await all.git("-C", all.folder("a"), "commit", "--quiet", "-a", "-m", "oops")
      try await all.sync("a")
      #expect(try all.words("a") == ["one", "two"])
      #expect(try await all.sent("log/a.jsonl") == all.root.text("a/log/a.jsonl"))
    }
  }

  @Test func withoutARemoteItComesBackToo() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.sync("a")
    try all.root.remove("a/log")
    #expect(try await all.sync("a").restored == 1)
    #expect(try all.words("a") == ["one"])
  }

  /// What “inkling doctor --repair” moved out of a log does not come back into it.
  @Test(arguments: [false, true])
  func aLineThatWasSetAsideStaysAside(isLast: Bool) async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    let sound = try all.root.text("a/log/a.jsonl")
    try all.root.write(isLast ? sound + "garbled\n" : "garbled\n" + sound, to: "a/log/a.jsonl")
    try await all.join("a", "b")
    try all.root.write(sound, to: "a/log/a.jsonl")
    let report = try await all.sync("a")
    #expect(report.restored == 0 && !report.historyHoldsRemoved)
    for device in ["b", "a"] { try await all.sync(device) }
    for device in ["a", "b"] { #expect(try all.root.text("\(device)/log/a.jsonl") == sound) }
  }

  /// Git would send where it leads.
  @Test func aLinkIsRefusedFromTheFirstSyncOn() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    let log = all.root.path("a/log/a.jsonl")
    try FileManager.default.moveItem(atPath: log, toPath: all.root.path("elsewhere.jsonl"))
    try FileManager.default.createSymbolicLink(
      atPath: log, withDestinationPath: all.root.path("elsewhere.jsonl"))
    await #expect(throws: SyncFailure.strangeFile(path: "log/a.jsonl", remote: all.folder("a"))) {
      try await all.sync("a", remote: all.remote)
    }
    #expect(try await all.git("-C", all.remote, "branch", "--list").isEmpty)
  }

  @Test func aLinkInALogsPlaceIsRefused() async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a")
    try all.root.remove("a/log/a.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: all.folder("a") + "/log/a.jsonl", withDestinationPath: all.home + "/.gitconfig")
    await #expect(throws: SyncFailure.strangeFile(path: "log/a.jsonl", remote: all.folder("a"))) {
      try await all.sync("a")
    }
    #expect(try await all.sent("log/a.jsonl").contains("one"))
  }
}
