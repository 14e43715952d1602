import Crypto
import FoundationEssentials

/// A sealed text: 1 byte version, 8 bytes fingerprint of the key, 32 bytes encapsulated key
/// (RFC 9180), ciphertext with its tag of 16 bytes; all of it as base64.
struct Envelope {
  static let version: UInt8 = 1
  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  static let purpose = Data("inkling journal v1".utf8)
  static let encapsulatedSize = 32

  let fingerprint: Fingerprint
  let encapsulated: Data
  let ciphertext: Data

  init(fingerprint: Fingerprint, encapsulated: Data, ciphertext: Data) {
    self.fingerprint = fingerprint
    self.encapsulated = encapsulated
    self.ciphertext = ciphertext
  }

  init(_ text: String) throws(VaultError) {
    // Base64 has spellings that differ and mean the same; only the one that is written is read.
    guard let bytes = Data(base64Encoded: text), bytes.base64EncodedString() == text,
      let version = bytes.first
    else { throw .changedEntry }
    guard version <= Self.version else { throw .newerEntry }
    let header = 1 + Fingerprint.size + Self.encapsulatedSize
    guard version == Self.version, bytes.count >= header else { throw .changedEntry }
    self.init(
      fingerprint: Fingerprint(bytes: Data(bytes[1..<1 + Fingerprint.size])),
      encapsulated: Data(bytes[1 + Fingerprint.size..<header]), ciphertext: Data(bytes[header...]))
  }

  var text: String {
    (Data([Self.version]) + fingerprint.bytes + encapsulated + ciphertext).base64EncodedString()
  }

  /// What is authenticated beside the text: the version, and where the text belongs.
  static func authenticated(_ context: String) -> Data { Data([version]) + Data(context.utf8) }
}

/// Hides how long a text is, up to the next multiple of `step` bytes: the byte 0x80, then zeros
/// (ISO/IEC 7816-4).
enum Padding {
  static let step = 128

  static func added(to bytes: [UInt8]) -> [UInt8] {
    let count = (bytes.count / step + 1) * step
    return bytes + [0x80] + [UInt8](repeating: 0, count: count - bytes.count - 1)
  }

  /// - Returns: the index at which it begins; nil when there is no padding.
  static func start(in bytes: Data) -> Data.Index? {
    guard let mark = bytes.lastIndex(where: { $0 != 0 }), bytes[mark] == 0x80 else { return nil }
    return mark
  }
}
