#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parts of a line that has exactly the shape in which this program writes events:
/// `{"at":…,"day":…,"id":"…","off":…,"v":1}` with one field more, the event's kind, at its place in
/// the alphabet or any other, and with `"replaces":"…"` before the kind of a review or without.
/// Every other line is for the JSON decoder.
///
/// Foundation's decoder reads some 40 MB a second, which is too slow for what years leave behind.
struct ScannedLine {
  let id: EventID
  let stamp: Stamp
  let replaces: EventID?
  let kind: UnsafeRawBufferPointer
  /// The bytes of the kind's value. Where they end was found by counting brackets: whoever reads
  /// them checks them.
  let payload: UnsafeRawBufferPointer

  init?(_ line: UnsafeRawBufferPointer) {
    var scanner = LineScanner(bytes: line)
    guard scanner.take("{"),
      scanner.field("\"at\":"), let milliseconds = scanner.number(), scanner.take(","),
      scanner.field("\"day\":"), let day = scanner.number(), scanner.take(","),
      scanner.field("\"id\":"), let id = scanner.id(), scanner.take(","),
      scanner.field("\"off\":"), let offset = scanner.number(), scanner.take(","),
      case let (isRead, replaces) = scanner.replaced(), isRead,
      scanner.field("\"v\":"), scanner.take("1"), scanner.lastField(), scanner.take("}"),
      scanner.isAtEnd, let kind = scanner.kind
    else { return nil }
    stamp = Stamp(milliseconds: Int64(milliseconds), offsetMinutes: offset, day: day)
    guard stamp.isPlausible else { return nil }
    self.id = id
    self.replaces = replaces
    self.kind = UnsafeRawBufferPointer(rebasing: line[kind.name])
    payload = UnsafeRawBufferPointer(rebasing: line[kind.value])
  }

  /// What the line says, when that can be told without the decoder.
  func event<Deed>(
    _ scan: (String, UnsafeRawBufferPointer) -> Deed?
  ) -> Event<Deed>? {
    let kind = String(decoding: kind, as: UTF8.self)
    switch kind {
    case "at", "day", "id", "off", "replaces", "v": return nil
    case "undo":
      var scanner = LineScanner(bytes: payload)
      guard let named = scanner.id(), scanner.isAtEnd else { return nil }
      return Event(id: id, stamp: stamp, body: .undo(named), replaces: replaces)
    case "gone":
      var scanner = LineScanner(bytes: payload)
      guard scanner.take("true"), scanner.isAtEnd else { return nil }
      return Event(id: id, stamp: stamp, body: .gone, replaces: replaces)
    default:
      return scan(kind, payload).map {
        Event(id: id, stamp: stamp, body: .deed($0), replaces: replaces)
      }
    }
  }
}

private struct LineScanner {
  let bytes: UnsafeRawBufferPointer
  var position = 0
  /// Where the one field is that is not in every line.
  var kind: (name: Range<Int>, value: Range<Int>)?

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count, let start = bytes.baseAddress,
      memcmp(start + position, text.utf8Start, count) == 0
    else { return false }
    position += count
    return true
  }

  /// The name of a field, before which the kind may come.
  mutating func field(_ name: StaticString) -> Bool {
    take(name) || (takeKind() && take(",") && take(name))
  }

  /// The kind, where it comes after everything else.
  mutating func lastField() -> Bool { kind != nil || (take(",") && takeKind()) }

  /// The event that is replaced, where the line says so here.
  mutating func replaced() -> (isRead: Bool, id: EventID?) {
    guard take("\"replaces\":") else { return (true, nil) }
    guard let named = id(), take(",") else { return (false, nil) }
    return (true, named)
  }

  /// A whole number of at most 16 digits, written as JSON has it.
  mutating func number() -> Int? {
    let isNegative = take("-")
    let start = position
    guard let value = digits(), !(isNegative && value == 0),
      value == 0 ? position == start + 1 : bytes[start] != UInt8(ascii: "0")
    else { return nil }
    return isNegative ? -value : value
  }

  /// "device:counter", of plain ASCII.
  mutating func id() -> EventID? {
    guard take("\"") else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ":") {
      guard Self.isPlain(bytes[position]) else { return nil }
      position += 1
    }
    let device = start..<position
    guard !device.isEmpty, take(":"), position < bytes.count, bytes[position] != UInt8(ascii: "0"),
      let counter = digits(), counter <= EventID.highestCounter, take("\"")
    else { return nil }
    return EventID(
      device: String(decoding: UnsafeRawBufferPointer(rebasing: bytes[device]), as: UTF8.self),
      counter: counter)
  }

  private mutating func digits() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10
    {
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    return (1...16).contains(position - start) ? value : nil
  }

  private mutating func takeKind() -> Bool {
    guard kind == nil, take("\"") else { return false }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard Self.isPlain(bytes[position]) else { return false }
      position += 1
    }
    let name = start..<position
    guard !name.isEmpty, take("\":") else { return false }
    let value = position
    guard skipValue() else { return false }
    kind = (name, value..<position)
    return true
  }

  /// To the comma or bracket after a value, over any within brackets or quotes.
  private mutating func skipValue() -> Bool {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard skipString() else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return true
      default: break
      }
      position += 1
    }
    return false
  }

  private mutating func skipString() -> Bool {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return true
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return false
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
