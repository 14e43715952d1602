extension CheckIn {
  /// Reads `{"cues":["…"],"feelings":[{"id":"…","strength":3,"word":"…"}],"note":"…","said":"…"}` as the
  /// log writes it, without spaces, with or without all but the feelings; nil for anything else,
  /// however good it may be as JSON.
  public init?(line bytes: UnsafeRawBufferPointer) {
    var scanner = CheckInScanner(bytes: bytes)
    guard scanner.take("{") else { return nil }
    var cues: [String]?
    if scanner.take("\"cues\":[") {
      guard let list = scanner.list({ $0.text() }), scanner.take(",") else { return nil }
      cues = list
    }
    guard scanner.take("\"feelings\":["), let feelings = scanner.list({ $0.feeling() }) else {
      return nil
    }
    var (note, said): (String?, String?)
    if scanner.take(",\"note\":") {
      guard let text = scanner.text() else { return nil }
      note = text
    }
    if scanner.take(",\"said\":") {
      guard let text = scanner.text() else { return nil }
      said = text
    }
    guard scanner.take("}"), scanner.isAtEnd else { return nil }
    self.init(feelings: feelings, said: said, cues: cues, note: note)
  }
}

private struct CheckInScanner {
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

  /// The elements after an opening bracket, which the closing one ends.
  mutating func list<Element>(_ each: (inout Self) -> Element?) -> [Element]? {
    var elements: [Element] = []
    if take("]") { return elements }
    repeat {
      guard let element = each(&self) else { return nil }
      elements.append(element)
    } while take(",")
    return take("]") ? elements : nil
  }

  mutating func feeling() -> CheckIn.Feeling? {
    guard take("{\"id\":"), let id = text(), take(",\"strength\":"), let strength = digit(),
      take(",\"word\":"), let word = text(), take("}")
    else { return nil }
    return CheckIn.Feeling(id: id, word: word, strength: strength)
  }

  /// 1…5; other numbers are for the decoder.
  private mutating func digit() -> Int? {
    guard position < bytes.count, case let digit = Int(bytes[position]) - 48,
      (1...5).contains(digit)
    else { return nil }
    position += 1
    return digit
  }

  /// A string with its quotes; what is written as \u is for the decoder.
  mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = position
    var isEscaped = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { return nil }
      if bytes[position] == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    position += 1
    guard isEscaped else { return String(validating: content, as: UTF8.self) }
    return Self.unescaped(content).flatMap { String(validating: $0, as: UTF8.self) }
  }

  private static func unescaped(_ content: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var rest = content[...]
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
}
