import Crypto
import FoundationEssentials

/// What locks a journal: anybody who has it can seal, and with the passphrase open.
///
/// A pair of Curve25519 keys. Texts are sealed to the public one by HPKE (RFC 9180: X25519,
/// HKDF-SHA256, ChaCha20-Poly1305). The private one is sealed by ChaCha20-Poly1305 under a key that
/// scrypt (RFC 7914) makes from the passphrase. Sealing says nothing about who wrote a text: whoever
/// has the file can seal one too.
public struct Vault: Equatable, Sendable {
  /// The most bytes that a file of this format can have.
  public static let maximumSize = 1024

  let file: VaultFile

  /// Makes a new pair of keys.
  /// - Parameter cost: of every guess at the passphrase.
  public static func create(
    _ passphrase: borrowing Passphrase, cost: ScryptCost = .standard
  ) throws(VaultError) -> (Vault, VaultKey) {
    let key = VaultKey(secret: Curve25519.KeyAgreement.PrivateKey())
    return (Vault(file: try VaultFile(key, passphrase, cost)), key)
  }

  /// Reads the file of a vault. Damage is found here, before anything is sealed to a key that
  /// nobody has.
  public init(_ bytes: [UInt8]) throws(VaultError) { file = try VaultFile(reading: bytes) }

  private init(file: VaultFile) { self.file = file }

  /// The file: one line of JSON.
  public var bytes: [UInt8] { get throws(VaultError) { try file.bytes } }

  public var fingerprint: Fingerprint { Fingerprint(file.publicKey) }

  /// - Parameter context: where the text belongs, such as id and time of its event; it opens nowhere
  ///   else.
  /// - Returns: base64. Its length tells that of `bytes` up to a multiple of 128.
  public func seal(_ bytes: [UInt8], context: String) throws(VaultError) -> String {
    do {
      var sender = try HPKE.Sender(
        recipientKey: file.publicKey, ciphersuite: Envelope.suite, info: Envelope.purpose)
      let ciphertext = try sender.seal(
        Padding.added(to: bytes), authenticating: Envelope.authenticated(context))
      return Envelope(
        fingerprint: fingerprint, encapsulated: sender.encapsulatedKey, ciphertext: ciphertext
      ).text
    } catch { throw .damagedVault }
  }

  /// Takes as long as `ScryptCost` says.
  public func unlock(_ passphrase: borrowing Passphrase) throws(VaultError) -> VaultKey {
    try file.unwrap(passphrase)
  }

  /// The same keys under another passphrase: what was sealed needs no change. An old copy of the
  /// file still opens with the old passphrase; only a new vault and sealing anew end that.
  public func changed(
    from old: borrowing Passphrase, to new: borrowing Passphrase, cost: ScryptCost = .standard
  ) throws(VaultError) -> Vault {
    try changed(unlock(old), to: new, cost: cost)
  }

  /// - Parameter key: what `unlock` gave.
  public func changed(
    _ key: VaultKey, to new: borrowing Passphrase, cost: ScryptCost = .standard
  ) throws(VaultError) -> Vault {
    Vault(file: try VaultFile(key, new, cost))
  }
}
