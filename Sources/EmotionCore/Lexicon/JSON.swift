/// JSON (RFC 8259) read in one pass into a tree.
///
/// The content is a few megabytes and is read while somebody waits for the first screen; Foundation's
/// decoder takes several times as long for it.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member: Equatable, Sendable {
    let key: String
    let value: JSON
  }

  /// Where and why a text is not JSON.
  struct SyntaxError: Error, Equatable {
    let line: Int
    let reason: String
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(SyntaxError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: UnsafeRawBufferPointer
  var position = 0
  /// Nesting so deep is a mistake, and would exhaust the stack.
  private static let deepest = 100

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func document() throws(JSON.SyntaxError) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw fail("there is more after the end") }
    return value
  }

  private mutating func value(depth: Int) throws(JSON.SyntaxError) -> JSON {
    guard depth < Self.deepest else { throw fail("it is nested too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fail("it ends too early")
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSON.SyntaxError) -> JSON {
    position += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw fail("a name is missing") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw fail("a colon is missing") }
      members.append(JSON.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw fail("a comma is missing") }
    }
  }

  private mutating func array(depth: Int) throws(JSON.SyntaxError) -> JSON {
    position += 1
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw fail("a comma is missing") }
    }
  }

  private mutating func string() throws(JSON.SyntaxError) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = text(start..<position)
        position += 1
        return text
      case UInt8(ascii: "\\"): return try escaped(from: start)
      case 0..<0x20: throw fail("a text has a control character in it")
      default: position += 1
      }
    }
    throw fail("a text does not end")
  }

  /// The rest of a string that has an escape in it.
  private mutating func escaped(from start: Int) throws(JSON.SyntaxError) -> String {
    var result = text(start..<position)
    var plain = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        result += text(plain..<position)
        position += 1
        return result
      case UInt8(ascii: "\\"):
        result += text(plain..<position)
        position += 1
        result.unicodeScalars.append(try escape())
        plain = position
      case 0..<0x20: throw fail("a text has a control character in it")
      default: position += 1
      }
    }
    throw fail("a text does not end")
  }

  private mutating func escape() throws(JSON.SyntaxError) -> Unicode.Scalar {
    let letter = current
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      guard (0xD800..<0xDC00).contains(unit) else { return try scalar(unit) }
      guard take("\\"), take("u") else { throw fail("half a surrogate pair") }
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw fail("half a surrogate pair") }
      return try scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    default: throw fail("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSON.SyntaxError) -> UInt32 {
    let end = position + 4
    guard end <= bytes.count, let unit = UInt32(text(position..<end), radix: 16) else {
      throw fail("an escape without four digits")
    }
    position = end
    return unit
  }

  private func scalar(_ value: UInt32) throws(JSON.SyntaxError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw fail("half a surrogate pair") }
    return scalar
  }

  private mutating func number() throws(JSON.SyntaxError) -> JSON {
    let start = position
    while let byte = current, Self.isNumberPart(byte) { position += 1 }
    guard let number = Double(text(start..<position)), number.isFinite else {
      throw fail("a value is expected")
    }
    return .number(number)
  }

  private static func isNumberPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSON.SyntaxError) -> JSON {
    let end = position + text.utf8CodeUnitCount
    guard end <= bytes.count,
      UnsafeRawBufferPointer(rebasing: bytes[position..<end])
        .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    else { throw fail("a value is expected") }
    position = end
    return value
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func fail(_ reason: String) -> JSON.SyntaxError {
    let line = bytes.prefix(position).count { $0 == 0x0A } + 1
    return JSON.SyntaxError(line: line, reason: reason)
  }
}
