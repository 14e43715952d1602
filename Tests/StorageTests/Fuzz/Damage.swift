import Foundation

/// Random damage to a file.
enum Damage {
  /// How many damaged files a test tries: `INKLING_FUZZ` for a long run, else what is usual.
  static func rounds(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["INKLING_FUZZ"].flatMap(Int.init).map { max(1, $0) }
      ?? usual
  }

  static func done(to bytes: [UInt8], _ dice: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &dice))
      switch Int.random(in: 0..<10, using: &dice) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeSubrange(place...)
      case 5: bytes.replaceSubrange(place..<end, with: [UInt8](repeating: 0, count: end - place))
      case 6: bytes.insert(UInt8(ascii: "\n"), at: place)
      case 7: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
      case 8: bytes.insert(Array("{}[]\",:;\t\\".utf8).randomElement(using: &dice) ?? 0, at: place)
      default: bytes[place] = UInt8.random(in: 0x20..<0x7f, using: &dice)
      }
    }
    return bytes
  }
}
