import Crypto
import CryptoExtras
import FoundationEssentials

/// How much work and memory one guess at a passphrase takes: N, r and p of scrypt (RFC 7914).
public struct ScryptCost: Equatable, Sendable, Codable {
  /// N: a power of two, at least 2.
  let n: Int
  /// r: 1…16. Memory is 128·N·r bytes.
  let r: Int
  /// p: 1…16. Time is in proportion to N·r·p.
  let p: Int

  /// 128 MiB, and about a third of a second on a small machine of 2026.
  public static let standard = ScryptCost(uncheckedN: 1 << 17, r: 8, p: 1)

  /// N·r·p of the costliest file that is opened: four times the standard, thus at most 512 MiB. A
  /// file from elsewhere cannot ask for all memory or all day.
  static let mostWork = 1 << 22

  private init(uncheckedN n: Int, r: Int, p: Int) {
    self.n = n
    self.r = r
    self.p = p
  }

  /// - Returns: nil for what RFC 7914 does not allow, or more than this program is willing to do.
  public init?(n: Int, r: Int, p: Int) {
    guard (2...Self.mostWork).contains(n), n & (n - 1) == 0, (1...16).contains(r),
      (1...16).contains(p), n * r * p <= Self.mostWork,
      // Section 2 of the RFC: N < 2^(128·r/8).
      r > 1 || n < 1 << 16
    else { return nil }
    self.init(uncheckedN: n, r: r, p: p)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let cost = ScryptCost(
        n: try container.decode(Int.self, forKey: .n),
        r: try container.decode(Int.self, forKey: .r),
        p: try container.decode(Int.self, forKey: .p))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .n, in: container, debugDescription: "out of bounds")
    }
    self = cost
  }

  var mebibytes: Int { max(1, n * r / 8192) }

  /// - Parameter salt: not empty.
  /// - Returns: a key of 32 bytes.
  func key(_ passphrase: borrowing Passphrase, salt: Data) throws(VaultError) -> SymmetricKey {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    do {
      return try KDF.Scrypt.deriveKey(
        from: passphrase.bytes, salt: salt, outputByteCount: 32, rounds: n, blockSize: r,
        parallelism: p)
    } catch {
      // With parameters in bounds, only the memory can be missing.
      throw .notEnoughMemory(mebibytes: mebibytes)
    }
  }
}
