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

  /// A device that wrote openly learns of the lock; what it wrote must not leave it as it was.
  @Test(arguments: [false, true])
  func whatIsNotYetSealedDoesNotGoOutOpen(isCommitted: Bool) async throws {
    let all = try await Self.devicesOfWhichOneLocked()
    if isCommitted {
      // The network was away.
      await #expect(throws: SyncFailure.self) {
        try await all.sync("a", around: { $0.command == "fetch" ? GitAnswer(status: 1) : nil })
      }
    }
    let report = try await all.sync(
      "a", seal: { () throws(StorageError) in try all.seal("secret", on: "a") })
    #expect(report.isLocked)
    #expect(report.outcome == .synced(received: 1, sent: true))
    try await Self.expectSealed(all)
    #expect(try await !all.sync("a").isLocked)
  }

  @Test func nothingGoesOutUntilItCanBeSealed() async throws {
    let all = try await Self.devicesOfWhichOneLocked()
    let tip = try await all.git("-C", all.remote, "rev-parse", "main")
    let trouble = StorageError.refused(sentence: "It cannot be sealed.")
    for _ in 0..<2 {
      await #expect(throws: SyncFailure.storage(trouble)) {
        try await all.sync("a", seal: { () throws(StorageError) in throw trouble })
      }
      #expect(try await all.git("-C", all.remote, "rev-parse", "main") == tip)
      #expect(try all.words("a") == ["secret"])
    }
    try await all.sync("a", seal: { () throws(StorageError) in try all.seal("secret", on: "a") })
    try await Self.expectSealed(all)
  }

  /// Nor does git hold it, here, not even where nothing leads to it any more.
  @Test func whatIsToBeSealedNeverBecomesAnObject() async throws {
    let all = try await Self.devicesOfWhichOneLocked()
    try await all.sync(
      "a", seal: { () throws(StorageError) in try all.seal("secret", on: "a") })
    #expect(try await !all.holds("secret", "a"))
    // And where it does, from a time without the network, that is told.
    try all.pick("hidden", on: "c")
    #expect(try await all.sync("c").outcome == .noRemote)
    let report = try await all.sync(
      "c", remote: all.remote,
      seal: { () throws(StorageError) in try all.seal("hidden", on: "c") })
    #expect(report.isLocked && report.historyHoldsRemoved)
    #expect(try await all.holds("hidden", "c"))
    #expect(try await !all.git("-C", all.remote, "log", "-p", "--all").contains("hidden"))
  }

  // MARK: The mark of being opened for good

  /// It belongs to the vault that was there.
  @Test(arguments: [(nil, false), ("key2 x", false), ("key1 y", true)] as [(String?, Bool)])
  func theMarkOfOpeningGoesWithItsVault(vault: String?, staysOpen: Bool) async throws {
    let all = try await Companions()
    try all.root.write("key1 x", to: "a/vault.json")
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    try all.root.write("", to: "a/vault.opening")
    if let vault {
      try all.root.write(vault, to: "b/vault.json")
    } else {
      try all.root.remove("b/vault.json")
    }
    for device in ["b", "a"] { try await all.sync(device) }
    #expect(all.root.exists("a/vault.json") == (vault != nil))
    #expect(all.root.exists("a/vault.opening") == staysOpen)
  }

  @Test func aMarkThatWasLeftIsNotOfANewVault() async throws {
    let all = try await Self.devicesOfWhichOneLocked()
    try all.root.write("", to: "a/vault.opening")
    try await all.sync("a")
    #expect(all.root.exists("a/vault.json"))
    #expect(!all.root.exists("a/vault.opening"))
  }

  // MARK: Two vaults

  @Test func twoDevicesThatWereLockedApartAreToldTheWayOut() async throws {
    let all = try await Companions()
    try all.root.write("key1 a", to: "a/vault.json")
    try all.root.write("key2 b", to: "b/vault.json")
    try all.pick("one", on: "a")
    try all.pick("two", on: "b")
    try await all.join("a")
    await #expect(throws: SyncFailure.twoLocks) { try await all.sync("b", remote: all.remote) }
    #expect(try all.root.text("b/vault.json") == "key2 b")
    // As “inkling lock --remove” does.
    try all.root.remove("b/vault.json")
    let report = try await all.sync(
      "b", seal: { () throws(StorageError) in try all.seal("two", on: "b") })
    #expect(report.isLocked)
    #expect(try all.root.text("b/vault.json") == "key1 a")
    #expect(try all.words("b") == ["one", "box"])
  }

  /// Another vault takes a vault's place, but not where somebody sealed something for it meanwhile.
  @Test(arguments: [false, true], [false, true])
  func aNewVaultDoesNotShutOutWhatIsSealedForTheOld(isSealed: Bool, isFirst: Bool) async throws {
    let all = try await Self.devices(sealed: false)
    try all.root.write("new key", to: "a/vault.json")
    try all.pick("two", on: "b")
    if isSealed { try all.root.append(Self.sealed, to: "b/log/b.jsonl") }
    let (first, second) = isFirst ? ("a", "b") : ("b", "a")
    try await all.sync(first)
    guard isSealed else {
      for device in [second, first] { try await all.sync(device) }
      for device in ["a", "b"] {
        #expect(try all.root.text(device + "/vault.json") == "new key")
      }
      return
    }
    await #expect(throws: SyncFailure.twoLocks) { try await all.sync(second) }
    #expect(try all.root.text("a/vault.json") == "new key")
    #expect(try all.root.text("b/vault.json") == "old key")
  }

  /// Opened on the way to the other lock, where some entries of others had still needed the old.
  @Test func whatWasOpenedIsSealedForTheVaultThatReplacesItsOwn() async throws {
    let all = try await Self.devices(sealed: false)
    try all.root.write("new key", to: "a/vault.json")
    try await all.sync("a")
    try all.pick("secret", on: "b")
    let report = try await all.sync(
      "b",
      seal: { () throws(StorageError) in
        let vault = try Keepsake("vault.json", in: all.folder("b")).read(limit: 9)
        if vault == Array("new key".utf8) { try all.seal("secret", on: "b") }
      })
    #expect(report.isLocked && report.historyHoldsRemoved)
    #expect(try await !all.git("-C", all.remote, "log", "-p", "--all").contains("secret"))
    #expect(try await all.sent("log/b.jsonl").contains("box"))
  }

  @Test func aRemovalGivesWayToANewVault() async throws {
    for first in ["a", "b"] {
      let all = try await Self.devices(sealed: false)
      try all.root.write("new key", to: "a/vault.json")
      try all.root.remove("b/vault.json")
      for device in [first, first == "a" ? "b" : "a", first] { try await all.sync(device) }
      for device in ["a", "b"] {
        #expect(try all.root.text(device + "/vault.json") == "new key")
      }
    }
  }

  @Test(arguments: ["damaged", "newer"])
  func aVaultThatIsNoneIsNotBroughtIn(vault: String) async throws {
    let all = try await Companions()
    try all.pick("one", on: "a")
    try await all.join("a", "b")
    try await all.push(["vault.json": vault])
    try all.pick("two", on: "b")
    let before = try all.contents("b")
    let failure: SyncFailure =
      vault == "newer"
      ? .storage(.refused(sentence: "It is newer.")) : .strangeVault(remote: all.remote)
    await #expect(throws: failure) { try await all.sync("b") }
    #expect(try all.contents("b") == before)
    // On a device that has the right one a damaged one is put right, and a newer one is left.
    try all.root.write("key", to: "a/vault.json")
    if vault == "newer" {
      await #expect(throws: failure) { try await all.sync("a") }
    } else {
      for device in ["a", "b"] { try await all.sync(device) }
      #expect(try all.root.text("b/vault.json") == "key")
    }
  }

  private static func devicesOfWhichOneLocked() async throws -> Companions {
    let all = try await Companions()
    try await all.join("a", "b")
    try all.root.write("key", to: "b/vault.json")
    try all.pick("other", on: "b")
    try await all.sync("b")
    try all.pick("secret", on: "a")
    return all
  }

  private static func expectSealed(_ all: Companions) async throws {
    #expect(try await all.sent("log/a.jsonl").contains("box"))
    #expect(try await all.sent("vault.json") == "key")
    #expect(try await !all.git("-C", all.remote, "log", "-p", "--all").contains("secret"))
    #expect(try all.words("a") == ["other", "box"])
    try await all.sync("b")
    #expect(try all.logs("b") == all.logs("a"))
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
  /// Puts something else in a word's place in the device's own log, as sealing does.
  fileprivate func seal(_ word: String, on device: String) throws(StorageError) {
    let path = "\(folder(device))/log/\(device).jsonl"
    let log = try File(path, O_RDONLY, doing: "read").read()
    let sealed = String(decoding: log, as: UTF8.self)
      .replacing(#""word":"\#(word)""#, with: #""sealed":{"box":"…"},"word":"box""#)
    try Files.replace(path, with: Array(sealed.utf8))
  }

  /// Whether any of git's objects on a device has a text in it.
  func holds(_ text: String, _ device: String) async throws -> Bool {
    let folder = folder(device)
    let objects = try await git(
      "-C", folder, "cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)")
    for object in objects.split(separator: "\n") where object.hasPrefix("blob ") {
      let id = String(object.dropFirst(5))
      if try await git("-C", folder, "cat-file", "blob", id).contains(text) { return true }
    }
    return false
  }

  /// Takes vault.json out of the remote, as another device that opened its entries for good.
  func removeVault() async throws {
    let hand = try await clone()
    try FileManager.default.removeItem(atPath: hand + "/vault.json")
    try await publish(hand)
  }
}
