import Foundation

/// Random damage to a file.
enum Fuzz {
  /// From the environment, for long runs by hand.
  static var factor: Int {
    ProcessInfo.processInfo.environment["INKLING_FUZZ"].flatMap(Int.init).map { max(1, $0) } ?? 1
  }

  static func mutated(_ bytes: [UInt8], _ dice: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: bytes.indices, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeLast(bytes.count - place)
      case 4: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
      case 5: bytes.insert(Array("{}[]\",:;\n\\".utf8).randomElement(using: &dice) ?? 0, at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      }
    }
    return bytes
  }
}
