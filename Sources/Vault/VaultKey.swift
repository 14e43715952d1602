import Crypto
import FoundationEssentials

/// Opens what a vault sealed. The library overwrites the key in memory when the last copy goes.
public struct VaultKey: Sendable {
  let secret: Curve25519.KeyAgreement.PrivateKey

  public var fingerprint: Fingerprint { Fingerprint(secret.publicKey) }

  /// Opens what `Vault.seal` gave.
  /// - Parameter context: the very one that it was sealed with.
  public func open(_ text: String, context: String) throws(VaultError) -> [UInt8] {
    let envelope = try Envelope(text)
    guard envelope.fingerprint == fingerprint else {
      throw .otherKey(entry: envelope.fingerprint, vault: fingerprint)
    }
    let padded: Data
    do {
      var recipient = try HPKE.Recipient(
        privateKey: secret, ciphersuite: Envelope.suite, info: Envelope.purpose,
        encapsulatedKey: envelope.encapsulated)
      padded = try recipient.open(
        envelope.ciphertext, authenticating: Envelope.authenticated(context))
    } catch { throw .changedEntry }
    guard let bytes = Padding.removed(from: padded) else { throw .changedEntry }
    return bytes
  }
}
