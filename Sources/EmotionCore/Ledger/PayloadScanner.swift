/// Takes a JSON value apart that is written in just the shape that's expected, without spaces.
/// Whatever it doesn't take is for a JSON decoder.
struct PayloadScanner {
  let bytes: UnsafeRawBufferPointer
  var position = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  /// Plain ASCII up to `end`, which is taken too. A slash is no part of it.
  mutating func text(until end: Unicode.Scalar) -> String? {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: end):
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return nil
      case 0x20..<0x7f: position += 1
      default: return nil
      }
    }
    return nil
  }

  /// A whole number from 0, of at most 15 digits.
  mutating func number() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10
    {
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    guard (1...15).contains(position - start),
      position == start + 1 || bytes[start] != UInt8(ascii: "0")
    else { return nil }
    return value
  }

  /// A JSON string in any script; one with a \u in it is left to the decoder.
  mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = position
    var isEscaped = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        position += 1
        guard isEscaped else { return String(validating: text, as: UTF8.self) }
        return Self.unescaped(text).flatMap { String(validating: $0, as: UTF8.self) }
      case UInt8(ascii: "\\"):
        isEscaped = true
        position += 2
      case 0..<0x20: return nil
      default: position += 1
      }
    }
    return nil
  }

  private static func unescaped(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
      default: return nil
      }
    }
    return result
  }

  /// A list, whose elements `element` takes.
  mutating func list<Element>(
    _ element: (inout PayloadScanner) -> Element?
  ) -> [Element]? {
    guard take("[") else { return nil }
    var elements: [Element] = []
    if take("]") { return elements }
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while take(",")
    return take("]") ? elements : nil
  }
}
