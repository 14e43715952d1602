import Foundation
import Synchronization
import Testing

@testable import Storage

/// What opens sealed entries, shared between devices: it must outlive the last of them.
@Suite struct SyncLockTests {
  private static let sealed =
    #"{"at":1728000060000,"day":20000,"id":"a:9","off":60,"sealed":{"box":"…"},"v":1}"# + "\n"

  /// Two devices that know the same vault.
  private static func devices(sealed isSealed: Bool) async throws -> Companions {
    let all = try await Companions()
    try all.pick("one", on: "a")
    if isSealed { try all.root.append(sealed, to: "a/log/a.jsonl") }
    try all.root.write("old key", to: "a/vault.json")
    try await all.join("a", "b")
    #expect(try all.root.text("b/vault.json") == "old key")
    return all
  }

  @Test(arguments: ["old key", "new key"])
  func aRemovalElsewhereTakesNoKeyThatEntriesNeed(key: String) async throws {
    let all = try await Self.devices(sealed: true)
    try await all.removeVault()
    try all.root.write(key, to: "a/vault.json")
    #expect(try await all.sync("a").outcome == .synced(received: 0, sent: true))
    #expect(try all.root.text("a/vault.json") == key)
    #expect(try await all.sent("vault.json") == key)
    try await all.sync("b")
    #expect(try all.root.text("b/vault.json") == key)
  }

  @Test func aRemovalHereComesBackWhileEntriesNeedTheKey() async throws {
    let all = try await Self.devices(sealed: true)
    try all.root.remove("b/vault.json")
    try await all.sync("b")
    #expect(try all.root.text("b/vault.json") == "old key")
    #expect(try await all.sent("vault.json") == "old key")
    // Also when the remote has moved on.
    try all.root.remove("b/vault.json")
    try all.pick("two", on: "a")
    try await all.sync("a")
    try await all.sync("b")
    #expect(try all.root.text("b/vault.json") == "old key")
    #expect(try await all.sent("vault.json") == "old key")
  }

  @Test func aRemovalGoesThroughOnceNothingIsSealed() async throws {
    let all = try await Self.devices(sealed: false)
    // The word and the text are not the kind.
    try all.pick("sealed", on: "b")
    try all.root.remove("b/vault.json")
    for device in ["b", "a"] { try await all.sync(device) }
    #expect(!all.root.exists("a/vault.json"))
    #expect(!all.root.exists("b/vault.json"))
    #expect(try await all.sent("log/b.jsonl").contains(#""word":"sealed""#))
  }

  /// Somebody names something while the removal arrives.
  @Test func anEntrySealedMeanwhileKeepsItsKey() async throws {
    let all = try await Self.devices(sealed: false)
    try await all.removeVault()
    let log = all.folder("a") + "/log/a.jsonl"
    let isFirst = Mutex(true)
    try await all.sync("a") { call in
      guard call.command == "merge-base",
        isFirst.withLock({
          let old = $0; $0 = false; return old
        })
      else { return nil }
      if let file = FileHandle(forWritingAtPath: log) {
        file.seekToEndOfFile()
        file.write(Data(Self.sealed.utf8))
      }
      return nil
    }
    #expect(isFirst.withLock { !$0 })
    #expect(try all.root.text("a/vault.json") == "old key")
    #expect(try await all.sent("vault.json") == "old key")
    #expect(try await all.sent("log/a.jsonl").hasSuffix(Self.sealed))
  }
}

extension Companions {
  /// Takes vault.json out of the remote, as another device that opened its entries for good.
  func removeVault() async throws {
    let hand = try await clone()
    try FileManager.default.removeItem(atPath: hand + "/vault.json")
    try await publish(hand)
  }
}
