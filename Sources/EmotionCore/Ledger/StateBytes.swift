/// Values as compact bytes, for state that is read at every start.
///
/// Whole numbers take as many bytes as they need, seven bits each, the sign lowest; doubles are
/// kept bit by bit; texts are UTF-8 after their length.
struct StateWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: some FixedWidthInteger) {
    let wide = Int64(truncatingIfNeeded: number)
    var rest = UInt64(bitPattern: (wide << 1) ^ (wide >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write<Element>(
    _ elements: some Collection<Element>, _ each: (inout StateWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { each(&self, element) }
  }

  /// One more byte tells whether there is a value.
  mutating func write<Value>(_ value: Value?, _ some: (inout StateWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { some(&self, value) }
  }
}

/// Reads what a `StateWriter` wrote; what is no such thing is an error, never a trap.
struct StateReader {
  struct Damaged: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func integer<Number: FixedWidthInteger>() throws(Damaged) -> Number {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 {
        let wide = Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
        guard let number = Number(exactly: wide) else { throw Damaged() }
        return number
      }
      shift += 7
    }
    throw Damaged()
  }

  mutating func double() throws(Damaged) -> Double {
    guard bytes.count - position >= 8 else { throw Damaged() }
    defer { position += 8 }
    let bits = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return Double(bitPattern: UInt64(littleEndian: bits))
  }

  mutating func text() throws(Damaged) -> String {
    let count = try count()
    defer { position += count }
    let text = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    return String(decoding: text, as: UTF8.self)
  }

  mutating func array<Element>(
    _ each: (inout StateReader) throws(Damaged) -> Element
  ) throws(Damaged) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try each(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ some: (inout StateReader) throws(Damaged) -> Value
  ) throws(Damaged) -> Value? {
    let tag: Int = try integer()
    switch tag {
    case 0: return nil
    case 1: return try some(&self)
    default: throw Damaged()
    }
  }

  /// How many elements follow. Each takes a byte at least.
  mutating func count() throws(Damaged) -> Int {
    let count: Int = try integer()
    guard (0...bytes.count - position).contains(count) else { throw Damaged() }
    return count
  }
}
