import Crypto
import FoundationEssentials
import Testing

@testable import Vault

/// The file vault.json and its passphrase.
@Suite struct VaultTests {
  private let sample: Sample
  private let bytes: [UInt8]

  init() throws {
    sample = try Sample()
    bytes = try sample.vault.bytes
  }

  @Test func theFileIsReadAsItWasWritten() throws {
    let vault = try Vault(bytes)
    #expect(vault == sample.vault)
    #expect(vault.fingerprint == sample.key.fingerprint)
    #expect(try vault.bytes == bytes)
    #expect(bytes.count < Vault.maximumSize)
    let text = try vault.seal([7], context: "d:1")
    #expect(try vault.unlock(Passphrase(Sample.passphrase)).open(text, context: "d:1") == [7])
  }

  @Test(arguments: ["Open sesame", "open sesame ", " open sesame", "open sesam", "x"])
  func aWrongPassphraseOpensNothing(_ text: String) {
    #expect(throws: VaultError.wrongPassphrase) { try sample.vault.unlock(Passphrase(text)) }
  }

  @Test func anEmptyPassphraseIsNone() throws {
    #expect(throws: VaultError.emptyPassphrase) { try sample.vault.unlock(Passphrase("")) }
    #expect(throws: VaultError.emptyPassphrase) {
      try Vault.create(Passphrase(""), cost: weakCost())
    }
  }

  /// Bytes that are no text, the longest, and zeros: all are taken as they are.
  @Test(arguments: [[0xff, 0xfe], [UInt8](repeating: 98, count: 1024), [0], [0, 0], [13]])
  func anyBytesMakeAPassphrase(_ typed: [UInt8]) throws {
    let (vault, key) = try Vault.create(Passphrase(typed), cost: weakCost())
    #expect(try vault.unlock(Passphrase(typed)).fingerprint == key.fingerprint)
    #expect(throws: VaultError.wrongPassphrase) {
      try vault.unlock(Passphrase([97] + typed.dropLast()))
    }
  }

  @Test func twoVaultsShareNothing() throws {
    let other = try Sample()
    #expect(other.vault.fingerprint != sample.vault.fingerprint)
    #expect(other.vault.file.salt != sample.vault.file.salt)
  }

  @Test func anotherPassphraseKeepsTheKey() throws {
    let text = try sample.vault.seal([1, 2], context: "d:1")
    let changed = try sample.vault.changed(
      from: Passphrase(Sample.passphrase), to: Passphrase("other words"), cost: weakCost())
    #expect(changed.fingerprint == sample.vault.fingerprint)
    #expect(changed.file.salt != sample.vault.file.salt)
    #expect(try changed.unlock(Passphrase("other words")).open(text, context: "d:1") == [1, 2])
    #expect(throws: VaultError.wrongPassphrase) {
      try changed.unlock(Passphrase(Sample.passphrase))
    }
    #expect(throws: VaultError.wrongPassphrase) {
      try sample.vault.changed(from: Passphrase("guess"), to: Passphrase("x"), cost: weakCost())
    }
  }

  // MARK: Damage

  /// Refused before anything is sealed to a key that nobody has.
  @Test func everyFlipOfTheFileIsRefused() {
    let read = bytes.indices.flatMap { index in
      (0..<8).filter { bit in
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        return (try? Vault(changed)) != nil
      }
      .map { (index, $0) }
    }
    #expect(read.isEmpty, "\(read)")
  }

  @Test func aCutFileIsRefused() {
    for count in bytes.indices {
      #expect(throws: VaultError.damagedVault) { try Vault(Array(bytes.prefix(count))) }
    }
    #expect(throws: VaultError.damagedVault) { try Vault(bytes + bytes) }
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "{\"v\":1}", "{\"v\":\"1\"}", "{\"v\":0}", "{\"v\":-1}",
  ])
  func whatIsNoVaultIsRefused(_ text: String) {
    #expect(throws: VaultError.damagedVault) { try Vault(Array(text.utf8)) }
  }

  @Test func aHugeFileIsNotEvenParsed() {
    let nested = [UInt8](repeating: UInt8(ascii: "["), count: 10_000_000)
    #expect(throws: VaultError.damagedVault) { try Vault(nested) }
  }

  @Test func aNewerVersionIsToldPlainly() {
    #expect(throws: VaultError.newerVault) { try Vault(Array(#"{"v":2,"keys":["…"]}"#.utf8)) }
  }

  // MARK: Forgery: files whose check fits, made by somebody who can write

  /// Rewrites the file with other fields, and a check that fits.
  private func forged(_ change: (VaultFile) throws -> VaultFile) throws -> [UInt8] {
    try change(sample.vault.file).bytes
  }

  @Test func anotherPublicKeyOpensNothing() throws {
    let other = try Sample().vault.file
    let bytes = try forged {
      VaultFile(publicKey: other.publicKey, wrapped: $0.wrapped, salt: $0.salt, cost: $0.cost)
    }
    #expect(throws: VaultError.wrongPassphrase) {
      try Vault(bytes).unlock(Passphrase(Sample.passphrase))
    }
  }

  @Test func anotherSaltOrCostOpensNothing() throws {
    let salt = try forged {
      VaultFile(
        publicKey: $0.publicKey, wrapped: $0.wrapped, salt: Data(repeating: 1, count: 32),
        cost: $0.cost)
    }
    let cost = try #require(ScryptCost(n: 4, r: 1, p: 1))
    let cheaper = try forged {
      VaultFile(publicKey: $0.publicKey, wrapped: $0.wrapped, salt: $0.salt, cost: cost)
    }
    for bytes in [salt, cheaper] {
      #expect(throws: VaultError.wrongPassphrase) {
        try Vault(bytes).unlock(Passphrase(Sample.passphrase))
      }
    }
  }

  /// No salt at all would stop the library with a trap.
  @Test(arguments: [0, 1, 15, 65])
  func aSaltOfAnotherSizeIsRefused(_ size: Int) throws {
    let bytes = try forged {
      VaultFile(
        publicKey: $0.publicKey, wrapped: $0.wrapped, salt: Data(repeating: 1, count: size),
        cost: $0.cost)
    }
    #expect(throws: VaultError.damagedVault) { try Vault(bytes) }
  }

  /// Points of small order (RFC 7748, section 6.1): what is sealed to them is open to all.
  @Test(arguments: [
    [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
  ])
  func aKeyThatHidesNothingIsRefused(_ key: [UInt8]) throws {
    let bytes = try forged {
      VaultFile(
        publicKey: try .init(rawRepresentation: key), wrapped: $0.wrapped, salt: $0.salt,
        cost: $0.cost)
    }
    #expect(throws: VaultError.damagedVault) { try Vault(bytes) }
  }

  @Test func everyErrorIsOneSentence() {
    let errors: [VaultError] = [
      .wrongPassphrase, .lostPassphrase, .emptyPassphrase, .damagedVault, .newerVault,
      .changedEntry, .newerEntry, .notEnoughMemory(mebibytes: 128),
      .otherKey(entry: sample.key.fingerprint, vault: sample.key.fingerprint),
    ]
    for error in errors {
      let text = error.description.replacing("vault.json", with: "")
      #expect(text.hasSuffix("."))
      #expect(text.count { $0 == "." } == 1, "\(text)")
      #expect(!text.contains(Sample.passphrase))
    }
  }
}
