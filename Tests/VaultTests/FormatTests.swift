import Crypto
import FoundationEssentials
import Testing

@testable import Vault

/// Files of version 1, which every later version must open. Never edit Formats/v1…; a new format
/// gets files of its own beside them.
@Suite struct FormatTests {
  private static let passphrase = "öpen sésame 🔑"
  private static let context = "d3sk:12 1774756799999"
  private static let entry = #"{"checkin":{"note":"Sehnsucht/übel \"🙂\""}}"#

  private func fixture(_ name: String) throws -> [UInt8] {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = here.joined(separator: "/") + "/Formats/\(name)"
    return Array(try #require(FileManager.default.contents(atPath: path), "\(path)"))
  }

  @Test func versionOneOpensForEver() throws {
    let vault = try Vault(fixture("v1-vault.json"))
    let key = try vault.unlock(Passphrase(Self.passphrase))
    let lines = String(decoding: try fixture("v1-sealed.txt"), as: UTF8.self).split(separator: "\n")
    let entries = [Self.entry, "", String(repeating: "x", count: 128)]
    #expect(lines.count == entries.count)
    for (line, entry) in zip(lines, entries) {
      #expect(try key.open(String(line), context: Self.context) == Array(entry.utf8))
    }
  }

  @Test func theFileIsWrittenAsItWas() throws {
    let bytes = try fixture("v1-vault.json")
    #expect(try Vault(bytes).bytes == bytes)
  }

  /// RFC 9180, appendix A.2.1.1, sequence number 0: that the suite is the one that is named.
  @Test func vectorOfTheRFC() throws {
    let secret = try Curve25519.KeyAgreement.PrivateKey(
      rawRepresentation: bytes("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"))
    var recipient = try HPKE.Recipient(
      privateKey: secret, ciphersuite: Envelope.suite,
      info: bytes("4f6465206f6e2061204772656369616e2055726e"),
      encapsulatedKey: bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"))
    let opened = try recipient.open(
      bytes(
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
      ),
      authenticating: bytes("436f756e742d30"))
    #expect(opened == bytes("4265617574792069732074727574682c20747275746820626561757479"))
  }

  private func bytes(_ digits: String) -> Data {
    let digits = Array(digits)
    return Data(
      stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      })
  }
}
