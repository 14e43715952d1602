/// JSON that is to stay as it is written, with all its fields and the digits of its numbers.
///
/// Only what means nothing is changed: space between tokens goes, and characters in strings that
/// would command a terminal or turn the writing direction are written as escapes. Doing it again
/// changes nothing more.
struct JSONText {
  struct Problem: Error, Equatable {
    let line: Int
    let text: String
  }

  private let bytes: [UInt8]
  private var position: Int
  private var line = 1
  /// Nesting so deep is a mistake, and would exhaust the stack.
  private static let deepest = 100

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// One value and nothing else.
  static func compact(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    var text = JSONText(bytes)
    let value = try text.value()
    try text.end()
    return value
  }

  /// The next value, compact.
  mutating func value() throws(Problem) -> [UInt8] {
    var output: [UInt8] = []
    try copyValue(to: &output, depth: 0)
    return output
  }

  /// Goes through an object: `take` is told each name and must take the value.
  mutating func members(
    _ take: (inout JSONText, _ name: String) throws(Problem) -> Void
  ) throws(Problem) {
    try expect("{", "an object is expected")
    if skip("}") { return }
    repeat {
      var name: [UInt8] = []
      try copyString(to: &name)
      try expect(":", "a colon is missing")
      try take(&self, String(decoding: name.dropFirst().dropLast(), as: UTF8.self))
    } while skip(",")
    try expect("}", "a comma is missing")
  }

  /// Goes through a list: `take` is told the line of each element and must take it.
  mutating func elements(
    _ take: (inout JSONText, _ line: Int) throws(Problem) -> Void
  ) throws(Problem) {
    try expect("[", "a list is expected")
    if skip("]") { return }
    repeat {
      skipSpace()
      try take(&self, line)
    } while skip(",")
    try expect("]", "a comma is missing")
  }

  mutating func end() throws(Problem) {
    skipSpace()
    guard position == bytes.count else { throw fail("there is more after the end") }
  }

  private mutating func copyValue(to output: inout [UInt8], depth: Int) throws(Problem) {
    guard depth < Self.deepest else { throw fail("it is nested too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): try copyGroup(to: &output, depth: depth, close: "}", isObject: true)
    case UInt8(ascii: "["): try copyGroup(to: &output, depth: depth, close: "]", isObject: false)
    case UInt8(ascii: "\""): try copyString(to: &output)
    case nil: throw fail("it ends too early")
    default: try copyWord(to: &output)
    }
  }

  private mutating func copyGroup(
    to output: inout [UInt8], depth: Int, close: Unicode.Scalar, isObject: Bool
  ) throws(Problem) {
    output.append(bytes[position])
    position += 1
    if skip(close) {
      output.append(UInt8(ascii: close))
      return
    }
    while true {
      if isObject {
        try copyString(to: &output)
        try expect(":", "a colon is missing")
        output.append(UInt8(ascii: ":"))
      }
      try copyValue(to: &output, depth: depth + 1)
      guard skip(",") else { break }
      output.append(UInt8(ascii: ","))
    }
    try expect(close, "a comma is missing")
    output.append(UInt8(ascii: close))
  }

  private mutating func copyString(to output: inout [UInt8]) throws(Problem) {
    try expect("\"", "a quote is missing")
    output.append(UInt8(ascii: "\""))
    let start = position
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fail("a text has a control character in it") }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count else { throw fail("a text does not end") }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
      throw fail("it is not UTF-8 text")
    }
    position += 1
    defer { output.append(UInt8(ascii: "\"")) }
    guard !text.utf8.allSatisfy({ $0 < 0x7F }) else {
      output += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      if Self.acts(scalar) {
        let digits = String(scalar.value, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      } else {
        output += String(scalar).utf8
      }
    }
  }

  /// A number, true, false or null. Whoever decodes the value sees whether it is one.
  private mutating func copyWord(to output: inout [UInt8]) throws(Problem) {
    let start = position
    while let byte = current, Self.isWordPart(byte) { position += 1 }
    guard position > start else { throw fail("a value is expected") }
    output += bytes[start..<position]
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func expect(
    _ character: Unicode.Scalar, _ reason: String
  ) throws(Problem) {
    guard skip(character) else {
      skipSpace()
      throw fail(position < bytes.count ? reason : "it ends too early")
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case 0x0A: line += 1
      case 0x20, 0x0D, 0x09: break
      default: return
      }
      position += 1
    }
  }

  private func fail(_ text: String) -> Problem { Problem(line: line, text: text) }
}
