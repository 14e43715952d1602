import Crypto
import FoundationEssentials
import Testing

@testable import Vault

@Suite struct ScryptTests {
  /// RFC 7914, section 12: the first 32 of 64 bytes, which do not depend on how many are asked for.
  @Test(arguments: [
    (
      1024, 8, 16, "password", "NaCl",
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
    ),
    (
      16384, 8, 1, "pleaseletmein", "SodiumChloride",
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    ),
  ])
  func vectorsOfTheRFC(
    _ n: Int, _ r: Int, _ p: Int, _ passphrase: String, _ salt: String, _ expected: String
  ) throws {
    let cost = try #require(ScryptCost(n: n, r: r, p: p))
    let key = try cost.key(Passphrase(passphrase), salt: Data(salt.utf8))
    let digits = key.withUnsafeBytes { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(digits == expected)
  }

  @Test(arguments: [
    (0, 8, 1), (1, 8, 1), (3, 8, 1), (-2, 8, 1), (131_071, 8, 1), (Int.min, 8, 1), (Int.max, 8, 1),
    (1 << 62, 8, 1), (1 << 20, 8, 1), (1 << 17, 8, 5), (16, 0, 1), (16, -1, 1), (16, 17, 1),
    (16, Int.max, 1), (16, 8, 0), (16, 8, 17), (16, 8, Int.max), (1 << 16, 1, 1),
  ])
  func whatIsOutOfBoundsIsRefused(_ n: Int, _ r: Int, _ p: Int) {
    #expect(ScryptCost(n: n, r: r, p: p) == nil)
    let text = #"{"n":\#(n),"p":\#(p),"r":\#(r)}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ScryptCost.self, from: Data(text.utf8))
    }
  }

  @Test(arguments: [(2, 1, 1), (1 << 15, 1, 1), (1 << 17, 8, 1), (1 << 19, 8, 1), (2, 16, 16)])
  func whatIsWithinIsTaken(_ n: Int, _ r: Int, _ p: Int) {
    #expect(ScryptCost(n: n, r: r, p: p) != nil)
  }

  /// The bounds admit nothing that the library refuses. The smallest N stands for all.
  @Test func theLibraryTakesAllThatIsWithin() throws {
    for r in 1...16 {
      for p in 1...16 {
        let cost = try #require(ScryptCost(n: 2, r: r, p: p))
        _ = try cost.key(Passphrase("x"), salt: Data([1]))
      }
    }
  }

  /// The only test with the real work.
  @Test func theStandardOpensWhatItLocked() throws {
    #expect(ScryptCost.standard.mebibytes == 128)
    let (vault, key) = try Vault.create(Passphrase("open sesame"))
    let text = try vault.seal([1], context: "d:1")
    #expect(
      try Vault(vault.bytes).unlock(Passphrase("open sesame")).open(text, context: "d:1") == [1])
    #expect(key.fingerprint == vault.fingerprint)
  }
}
