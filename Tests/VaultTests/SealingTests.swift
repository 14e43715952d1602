import FoundationEssentials
import Testing

@testable import Vault

/// Sealing with the file alone, and opening with the key.
@Suite struct SealingTests {
  private let sample: Sample

  init() throws { sample = try Sample() }

  @Test func whatIsSealedOpensAgain() throws {
    var dice = SplitMix64(seed: 1)
    let sizes = (0..<60).map { Int.random(in: 0...(1 << ($0 / 4)), using: &dice) }
    for size in Array(0...2) + Array(124...132) + sizes {
      let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
      let context = String(dice.next())
      let text = try sample.vault.seal(bytes, context: context)
      #expect(try sample.key.open(text, context: context) == bytes, "\(size) bytes")
    }
  }

  @Test func aSealedTextNamesItsKeyAndIsOtherwiseDamaged() throws {
    let text = try sample.vault.seal([1], context: "a:1")
    #expect(try Fingerprint(ofSealed: text) == sample.vault.fingerprint)
    for damaged in ["", "AQ==", String(text.dropLast(4 * 60)), text + "!"] {
      #expect(throws: VaultError.changedEntry) { try Fingerprint(ofSealed: damaged) }
    }
  }

  /// The padding is found even when the text ends like it.
  @Test(arguments: [[0x80], [0], [0x80, 0], [0, 0x80], [0x80, 0x80, 0, 0]] as [[UInt8]])
  func aTextThatLooksLikePadding(_ bytes: [UInt8]) throws {
    for bytes in [bytes, [UInt8](repeating: 7, count: 128 - bytes.count) + bytes] {
      let text = try sample.vault.seal(bytes, context: "d:1")
      #expect(try sample.key.open(text, context: "d:1") == bytes)
    }
  }

  /// 1 + 8 + 32 + padded + 16 bytes: the length names only a multiple of 128.
  @Test(arguments: [(0, 128), (1, 128), (127, 128), (128, 256), (255, 256), (256, 384)])
  func theLengthTellsLittle(_ size: Int, _ padded: Int) throws {
    let text = try sample.vault.seal([UInt8](repeating: 65, count: size), context: "")
    #expect(try #require(Data(base64Encoded: text)).count == 57 + padded)
  }

  @Test func nothingReadableIsLeft() throws {
    let secret = Array("I felt let down by my sister today, and I told nobody.".utf8)
    let sealed = try #require(Data(base64Encoded: sample.vault.seal(secret, context: "d:1")))
    for start in 0..<secret.count - 4 {
      #expect(sealed.firstRange(of: secret[start..<start + 4]) == nil)
    }
    // The same twice looks different twice.
    #expect(try sample.vault.seal(secret, context: "") != sample.vault.seal(secret, context: ""))
  }

  @Test func anotherPlaceIsRefused() throws {
    let text = try sample.vault.seal([1, 2, 3], context: "d3sk:12 1774756799999")
    #expect(try sample.key.open(text, context: "d3sk:12 1774756799999") == [1, 2, 3])
    for context in ["d3sk:13 1774756799999", "d3sk:12 1774756799998", "", "d3sk:12 17747567999990"]
    {
      #expect(throws: VaultError.changedEntry) { try sample.key.open(text, context: context) }
    }
  }

  @Test func everyFlipOfASealedByteIsRefused() throws {
    let sealed = try #require(Data(base64Encoded: sample.vault.seal([42], context: "d:1")))
    #expect(opens(sealed.base64EncodedString()))
    var dice = SplitMix64(seed: 3)
    let opened = sealed.indices.filter { index in
      var changed = sealed
      changed[index] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      return opens(changed.base64EncodedString())
    }
    #expect(opened == [])
  }

  /// As a flip on the disk leaves it; also where base64 does not look at every bit.
  @Test func everyFlipOfTheTextIsRefused() throws {
    let text = Array(try sample.vault.seal([42], context: "d:1").utf8)
    var dice = SplitMix64(seed: 4)
    var flips = text.indices.map { ($0, UInt8.random(in: 1...255, using: &dice)) }
    for index in text.indices.suffix(4) {
      for flip: UInt8 in 1...255 { flips.append((index, flip)) }
    }
    #expect(opens(String(decoding: text, as: UTF8.self)))
    let opened = flips.filter { flip in
      var changed = text
      changed[flip.0] ^= flip.1
      return opens(String(decoding: changed, as: UTF8.self))
    }
    #expect(opened.isEmpty, "\(opened)")
  }

  private func opens(_ text: String) -> Bool {
    do throws(VaultError) {
      _ = try sample.key.open(text, context: "d:1")
      return true
    } catch { return false }
  }

  @Test func aCutTextIsRefused() throws {
    let sealed = try #require(Data(base64Encoded: sample.vault.seal([42], context: "d:1")))
    for count in 0..<sealed.count {
      #expect(throws: VaultError.changedEntry) {
        try sample.key.open(sealed.prefix(count).base64EncodedString(), context: "d:1")
      }
    }
    let longer = (sealed + [0]).base64EncodedString()
    #expect(throws: VaultError.changedEntry) { try sample.key.open(longer, context: "d:1") }
  }

  @Test func randomTextIsRefused() {
    var dice = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let size = Int.random(in: 0...200, using: &dice)
      let text = Data((0..<size).map { _ in UInt8.random(in: .min ... .max, using: &dice) })
      #expect(throws: VaultError.self) {
        try sample.key.open(text.base64EncodedString(), context: "")
      }
    }
  }

  @Test func anEntryOfAnotherVaultIsToldPlainly() throws {
    let other = try Sample()
    let text = try other.vault.seal([1], context: "d:1")
    let expected = VaultError.otherKey(
      entry: other.vault.fingerprint, vault: sample.vault.fingerprint)
    #expect(throws: expected) { try sample.key.open(text, context: "d:1") }
    #expect(expected.description.contains("\(other.vault.fingerprint)"))
    #expect(expected.description.contains("\(sample.vault.fingerprint)"))
  }

  @Test func anEntryOfANewerVersionIsToldPlainly() throws {
    var bytes = try #require(Data(base64Encoded: sample.vault.seal([1], context: "")))
    bytes[0] = 2
    #expect(throws: VaultError.newerEntry) {
      try sample.key.open(bytes.base64EncodedString(), context: "")
    }
  }
}
