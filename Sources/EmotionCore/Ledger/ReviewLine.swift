import SpacedRepetition

extension Deed {
  /// Reads a deed of a kind from the bytes of its JSON value, when they are written exactly as the
  /// log writes them, and the kind is one that there may be a million of.
  /// - Returns: nil when a JSON decoder is to read it.
  public static func scanned(_ kind: String, _ payload: UnsafeRawBufferPointer) -> Deed? {
    switch kind {
    case "review": Review(line: payload).map(Deed.reviewed)
    case "checkin": CheckIn(line: payload).map(Deed.checkedIn)
    default: nil
    }
  }
}

extension Review {
  /// Reads `{"card":"word/skill","grade":3,"ms":1234}`, with `"instead":"word",` before `"ms"` or
  /// without, in just this order and without spaces or escapes; nil for anything else, however
  /// good it may be as JSON.
  public init?(line bytes: UnsafeRawBufferPointer) {
    var scanner = ReviewScanner(bytes: bytes)
    guard scanner.take("{\"card\":\""), let word = scanner.text(until: "/"), !word.isEmpty,
      let skill = scanner.text(until: "\"").flatMap(Skill.init(rawValue:)),
      scanner.take(",\"grade\":"), let grade = scanner.number().flatMap(Grade.init(rawValue:)),
      scanner.take(",\"")
    else { return nil }
    var instead: WordID?
    if scanner.take("instead\":\"") {
      instead = scanner.text(until: "\"")
      guard instead != nil, scanner.take(",\"") else { return nil }
    }
    guard scanner.take("ms\":"), let milliseconds = scanner.number(), scanner.take("}"),
      scanner.isAtEnd
    else { return nil }
    self.init(
      card: CardKey(word: word, skill: skill), grade: grade, milliseconds: milliseconds,
      instead: instead)
  }
}

private struct ReviewScanner {
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
}
