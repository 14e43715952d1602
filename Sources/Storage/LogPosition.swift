#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a log was read, and how to tell that what was read is still what is there.
struct LogPosition: Equatable {
  /// Bytes up to the end of the last whole line.
  private(set) var end = 0
  /// Of all these bytes.
  private(set) var checksum = Checksum()
  /// The last of them.
  private(set) var tail: [UInt8] = []

  static let tailLength = 256

  init() {}

  /// - Parameter tail: the bytes that lie before `end` now.
  init(end: Int, checksum: Checksum, tail: [UInt8]) {
    self.end = end
    self.checksum = checksum
    self.tail = tail
  }

  mutating func advance(over bytes: UnsafeRawBufferPointer) {
    end += bytes.count
    checksum.update(bytes)
    let last = bytes.suffix(Self.tailLength)
    tail.removeFirst(max(0, tail.count + last.count - Self.tailLength))
    tail.append(contentsOf: last)
  }

  /// Whether the file still has before the end what it had; else it was shortened or rewritten.
  func holds(in file: borrowing File) throws(StorageError) -> Bool {
    try file.read(from: end - tail.count, count: tail.count) == tail
  }
}

/// Whole lines of a file.
enum Lines {
  private static let chunk = 1 << 18

  /// Hands every line after `position` to `body`, without its newline.
  /// - Returns: the end of the last whole line, and what comes after it: a write that was cut off.
  static func read(
    _ file: borrowing File, after position: LogPosition,
    _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) -> (position: LogPosition, torn: [UInt8]) {
    var position = position
    var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    defer { buffer.deallocate() }
    // What is written meanwhile is read the next time; and a device may never end.
    let size = try file.identity().size
    // Bytes in the buffer, all of them after `position`.
    var filled = 0
    while position.end + filled < size {
      if filled == buffer.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(
          byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
      }
      let count = try file.read(
        into: UnsafeMutableRawBufferPointer(
          rebasing: buffer[filled..<min(buffer.count, size - position.end)]),
        from: position.end + filled)
      guard count > 0 else { break }
      var lineStart = 0
      var searched = filled
      filled += count
      while let newline = Self.newline(in: buffer, from: searched, to: filled) {
        try body(UnsafeRawBufferPointer(rebasing: buffer[lineStart..<newline]))
        lineStart = newline + 1
        searched = lineStart
      }
      guard lineStart > 0 else { continue }
      position.advance(over: UnsafeRawBufferPointer(rebasing: buffer[..<lineStart]))
      filled -= lineStart
      if filled > 0, let start = buffer.baseAddress {
        memmove(start, start + lineStart, filled)
      }
    }
    return (position, Array(buffer[..<filled]))
  }

  private static func newline(
    in buffer: UnsafeMutableRawBufferPointer, from start: Int, to end: Int
  ) -> Int? {
    guard start < end, let base = buffer.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
