import Crypto
import FoundationEssentials

/// What vault.json holds. Every field is covered by `check`, which tells damage from a wrong
/// passphrase, and authenticated by the wrapped key, which no passphrase opens after a change.
struct VaultFile: Equatable, Sendable {
  static let version = 1
  private static let saltSize = 32
  private static let checkSize = 16

  let publicKey: Curve25519.KeyAgreement.PublicKey
  let wrapped: ChaChaPoly.SealedBox
  let salt: Data
  let cost: ScryptCost

  static func == (left: Self, right: Self) -> Bool { left.fields == right.fields }
}

// MARK: - The private key

extension VaultFile {
  init(
    _ key: VaultKey, _ passphrase: borrowing Passphrase, _ cost: ScryptCost
  ) throws(VaultError) {
    let publicKey = key.secret.publicKey
    let salt = SymmetricKey(size: SymmetricKeySize(bitCount: Self.saltSize * 8))
      .withUnsafeBytes { Data($0) }
    let wrapping = try cost.key(passphrase, salt: salt)
    guard
      // The key's own memory, not a copy of it: nothing to erase, and erasing it would end the key.
      let wrapped = try? ChaChaPoly.seal(
        key.secret.rawRepresentation, using: wrapping, authenticating: Self.authenticated(publicKey)
      )
    else { throw .damagedVault }
    self.init(publicKey: publicKey, wrapped: wrapped, salt: salt, cost: cost)
  }

  func unwrap(_ passphrase: borrowing Passphrase) throws(VaultError) -> VaultKey {
    let wrapping = try cost.key(passphrase, salt: salt)
    var secret: Data
    do {
      secret = try ChaChaPoly.open(
        wrapped, using: wrapping, authenticating: Self.authenticated(publicKey))
    } catch { throw .wrongPassphrase }
    defer { secret.withUnsafeMutableBytes { $0.erase() } }
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret),
      key.publicKey.rawRepresentation == publicKey.rawRepresentation
    else { throw .damagedVault }
    return VaultKey(secret: key)
  }

  /// Salt and cost need not be here: with others the wrapping key is another.
  private static func authenticated(_ key: Curve25519.KeyAgreement.PublicKey) -> Data {
    Data("inkling vault v\(version)".utf8) + key.rawRepresentation
  }

}

// MARK: - The file

extension VaultFile {
  private struct Fields: Codable, Equatable {
    /// Base64 of the start of the SHA-256 of this file with no `check`.
    var check: String?
    let publicKey: Data
    let scrypt: ScryptCost
    let salt: Data
    let v: Int
    let wrapped: Data

    enum CodingKeys: String, CodingKey {
      case check
      case publicKey = "public"
      case scrypt, salt, v, wrapped
    }

    func encoded() throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }

    func checked() throws -> Fields {
      var copy = self
      copy.check = nil
      copy.check = Data(SHA256.hash(data: try copy.encoded()).prefix(checkSize))
        .base64EncodedString()
      return copy
    }
  }

  private struct Version: Decodable {
    let v: Int
  }

  private var fields: Fields {
    Fields(
      check: nil, publicKey: publicKey.rawRepresentation, scrypt: cost, salt: salt,
      v: Self.version, wrapped: wrapped.combined)
  }

  var bytes: [UInt8] {
    get throws(VaultError) {
      do { return Array(try fields.checked().encoded()) + [UInt8(ascii: "\n")] } catch {
        throw .damagedVault
      }
    }
  }

  init(reading bytes: [UInt8]) throws(VaultError) {
    guard bytes.count <= Vault.maximumSize else { throw .damagedVault }
    let data = Data(bytes)
    guard let version = try? JSONDecoder().decode(Version.self, from: data) else {
      throw .damagedVault
    }
    guard version.v <= Self.version else { throw .newerVault }
    // Only what is written is read: one spelling, and a check that fits.
    guard let fields = try? JSONDecoder().decode(Fields.self, from: data),
      let whole = try? fields.checked().encoded(), whole + Data("\n".utf8) == data,
      (16...64).contains(fields.salt.count), fields.wrapped.count == 12 + 32 + 16,
      let publicKey = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: fields.publicKey),
      !Self.isOfLowOrder(publicKey),
      let wrapped = try? ChaChaPoly.SealedBox(combined: fields.wrapped)
    else { throw .damagedVault }
    self.init(publicKey: publicKey, wrapped: wrapped, salt: fields.salt, cost: fields.scrypt)
  }

  /// With such a key the shared secret is zero, and what is sealed is open to all. RFC 9180 (7.1.4)
  /// wants that refused; the library leaves it to us.
  private static func isOfLowOrder(_ key: Curve25519.KeyAgreement.PublicKey) -> Bool {
    let probe = Curve25519.KeyAgreement.PrivateKey()
    guard let shared = try? probe.sharedSecretFromKeyAgreement(with: key) else { return true }
    return shared.withUnsafeBytes { $0.allSatisfy { $0 == 0 } }
  }
}
