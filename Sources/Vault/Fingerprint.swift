import Crypto
import FoundationEssentials

/// Tells keys apart: the first 8 bytes of the SHA-256 of a public key.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  static let size = 8

  let bytes: Data

  init(_ key: Curve25519.KeyAgreement.PublicKey) {
    bytes = Data(SHA256.hash(data: key.rawRepresentation).prefix(Self.size))
  }

  /// Of the key that a text is sealed for; every sealed text names it.
  public init(ofSealed text: String) throws(VaultError) {
    self = try Envelope(text).fingerprint
  }

  /// - Parameter bytes: `size` of them.
  init(bytes: Data) { self.bytes = bytes }

  /// 16 hexadecimal digits.
  public var description: String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
