import Testing

@testable import Vault

/// Work that takes no time: what is tested is the same with any.
func weakCost() throws -> ScryptCost { try #require(ScryptCost(n: 2, r: 1, p: 1)) }

extension Passphrase {
  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    self.init { buffer in
      let count = min(bytes.count, buffer.count)
      buffer.copyBytes(from: bytes[..<count])
      return count
    }
  }
}

/// A vault that "open sesame" opens.
struct Sample {
  static let passphrase = "open sesame"
  let vault: Vault
  let key: VaultKey

  init() throws { (vault, key) = try Vault.create(Passphrase(Self.passphrase), cost: weakCost()) }
}

extension VaultKey {
  /// What was sealed, kept by the test.
  func open(_ text: String, context: String) throws(VaultError) -> [UInt8] {
    try open(text, context: context) { [UInt8]($0) }
  }
}
