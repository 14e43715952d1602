import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One device's log: JSON Lines, appended to and never rewritten.
struct LogFile<Deed: Codable & Sendable & Equatable> {
  let path: String

  /// What reading a stretch of the log found.
  struct Tail {
    var events: [Event<Deed>] = []
    /// Bytes read up to the end of the last whole line, from the start of the file.
    var end = 0
    /// A last line without its newline: a write that was cut off.
    var torn: [UInt8] = []
    /// One sentence for each line that could not be read. The line stays in the file.
    var problems: [String] = []
  }

  /// Reads from byte `start`, which must be the beginning of a line; from the beginning when the
  /// log has become shorter than that.
  func read(from start: Int = 0) throws(StorageError) -> Tail {
    guard Files.exists(path) else { return Tail(end: start) }
    let file = try File(path, O_RDONLY, doing: "read")
    return try tail(of: file, after: start)
  }

  /// Reads what others appended since `start`, mends a torn end, and appends one event, all under
  /// a lock. When this returns the event is on disk.
  /// - Parameter make: gives the event, told the highest counter that the log holds after `start`.
  func append(
    after start: Int, _ make: (Tail) -> Event<Deed>
  ) throws(StorageError) -> (tail: Tail, appended: Event<Deed>, end: Int) {
    let isNew = !Files.exists(path)
    let file = try File.locked(path, O_RDWR | O_CREAT | O_APPEND, doing: "open")
    let tail = try tail(of: file, after: start)
    if !tail.torn.isEmpty { try setAside(tail.torn, of: file, end: tail.end) }
    let event = make(tail)
    let line = try encode(event)
    do throws(StorageError) {
      try file.write(line)
      try file.sync()
    } catch {
      // What was written in part is taken back, so that trying again does not write it twice.
      try? file.truncate(to: tail.end)
      throw error
    }
    if isNew { try Files.syncFolder(of: path) }
    return (tail, event, tail.end + line.count)
  }

  /// Moves a cut-off last line into a file beside the log.
  /// - Returns: false when the line was only on its way, and there is nothing to move.
  func setAsideTornEnd(after start: Int) throws(StorageError) -> Bool {
    let file = try File.locked(path, O_RDWR | O_APPEND, doing: "open")
    let tail = try tail(of: file, after: start)
    guard !tail.torn.isEmpty else { return false }
    try setAside(tail.torn, of: file, end: tail.end)
    return true
  }

  private func tail(of file: borrowing File, after start: Int) throws(StorageError) -> Tail {
    let start = try file.size() < start ? 0 : start
    return try parse(try file.read(from: start), start: start)
  }

  private func setAside(
    _ torn: [UInt8], of file: borrowing File, end: Int
  ) throws(StorageError) {
    let aside = try File(path + ".torn", O_WRONLY | O_CREAT | O_APPEND, doing: "write")
    try aside.write(torn + [newline])
    try aside.sync()
    try file.truncate(to: end)
    try file.sync()
  }

  private func parse(_ bytes: [UInt8], start: Int) throws(StorageError) -> Tail {
    var tail = Tail(end: start)
    var number = 0
    var lineStart = 0
    for index in bytes.indices where bytes[index] == newline {
      number += 1
      let line = bytes[lineStart..<index]
      lineStart = index + 1
      guard line.contains(where: { $0 != 32 && $0 != 13 }) else { continue }
      do {
        tail.events.append(try JSONDecoder().decode(Event<Deed>.self, from: Data(line)))
      } catch {
        let version = try? JSONDecoder().decode(LineVersion.self, from: Data(line))
        if let version, version.v > Event<Deed>.version { throw .newerVersion(path: path) }
        let place = start == 0 ? "Line \(number)" : "A line"
        tail.problems.append(
          "\(place) of \(path) could not be read and was skipped; it was left in the file.")
      }
    }
    tail.end = start + lineStart
    tail.torn = Array(bytes[lineStart...])
    return tail
  }

  private func encode(_ event: Event<Deed>) throws(StorageError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(event)) + [newline]
    } catch {
      throw .system(doing: "write to", path: path, code: EINVAL)
    }
  }
}

private struct LineVersion: Decodable {
  let v: Int
}

private let newline = UInt8(ascii: "\n")
