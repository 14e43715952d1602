import Crypto
public import FoundationEssentials

/// Opens what a vault sealed. The library overwrites the key in memory when the last copy goes.
public struct VaultKey: Sendable {
  let secret: Curve25519.KeyAgreement.PrivateKey

  public var fingerprint: Fingerprint { Fingerprint(secret.publicKey) }

  /// Opens what `Vault.seal` gave, and overwrites it once `read` is done with it.
  /// - Parameters:
  ///   - context: the very one that it was sealed with.
  ///   - read: makes of the bytes what is needed; they're not to be kept.
  public func open<Value>(
    _ text: String, context: String, _ read: (Data) -> Value
  ) throws(VaultError) -> Value {
    let envelope = try Envelope(text)
    guard envelope.fingerprint == fingerprint else {
      throw .otherKey(entry: envelope.fingerprint, vault: fingerprint)
    }
    var padded: Data
    do {
      var recipient = try HPKE.Recipient(
        privateKey: secret, ciphersuite: Envelope.suite, info: Envelope.purpose,
        encapsulatedKey: envelope.encapsulated)
      padded = try recipient.open(
        envelope.ciphertext, authenticating: Envelope.authenticated(context))
    } catch { throw .changedEntry }
    defer { padded.withUnsafeMutableBytes { $0.erase() } }
    guard let end = Padding.start(in: padded) else { throw .changedEntry }
    return read(padded[..<end])
  }
}
