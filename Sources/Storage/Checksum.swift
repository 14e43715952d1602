/// A checksum of bytes that come piece by piece: the value of a polynomial over them, modulo 2⁶⁴.
///
/// It tells accidents apart, not forgeries. The base is odd, so that a single changed byte always
/// changes it. In a polynomial eight bytes at a time do not wait for each other.
struct Checksum: Equatable, Codable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(of bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(UInt64.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var sum = value
    var index = 0
    while index + 8 <= bytes.count {
      let first =
        UInt64(bytes[index]) &* Self.powers.6 &+ UInt64(bytes[index + 1]) &* Self.powers.5
        &+ UInt64(bytes[index + 2]) &* Self.powers.4 &+ UInt64(bytes[index + 3]) &* Self.powers.3
      let last =
        UInt64(bytes[index + 4]) &* Self.powers.2 &+ UInt64(bytes[index + 5]) &* Self.powers.1
        &+ UInt64(bytes[index + 6]) &* Self.powers.0 &+ UInt64(bytes[index + 7])
      sum = sum &* Self.powers.7 &+ first &+ last
      index += 8
    }
    while index < bytes.count {
      sum = sum &* Self.powers.0 &+ UInt64(bytes[index])
      index += 1
    }
    value = sum
  }

  private typealias Powers = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  /// The base to the first … eighth power.
  private static let powers: Powers = {
    let one: UInt64 = 0x9e37_79b9_7f4a_7c15
    let two = one &* one
    let four = two &* two
    return (
      one, two, two &* one, four, four &* one, four &* two, four &* two &* one, four &* four
    )
  }()
}
