#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Store {
  /// The events that stand, in replay order, read from the logs: of those whose line has a field
  /// of one of these names. A line may have such a field deeper inside, so look at each deed.
  ///
  /// Lines without are not read beyond their envelope, so that a few entries among a million
  /// reviews are found at the speed of a search.
  public func events(mentioning kinds: [String]) throws(StorageError) -> [Event<Deed>] {
    let search = LineSearch(kinds)
    var history = History<Deed>()
    for name in try logNames() {
      let file = try File(logPath(name), O_RDONLY, doing: "read")
      var passed = Passed<Deed>()
      _ = try Lines.read(file, after: LogPosition()) { line throws(StorageError) in
        let isWanted = search.matches(line)
        if !isWanted, let scanned = ScannedLine(line) {
          passed.pass(scanned, &history)
          return
        }
        switch EventLine<Deed>(line, scan: format.scan) {
        case .event(let event):
          passed.flush(before: event, to: &history)
          // Also where it isn't wanted: a line that somebody spaced out escapes the search.
          history.add(event)
        case .blank, .newer, .unknown, .unreadable: break
        }
      }
      passed.flush(before: nil, to: &history)
    }
    _ = history.settle()
    var events: [Event<Deed>] = []
    history.inOrder().forEach { _, event in events.append(event) }
    return events
  }

  /// Hands over every event as it is written in any log, also what was undone, and what counts for
  /// nothing because another log has a tombstone or another version of it: tombstones, and those
  /// whose line has a field of one of these names.
  public func forEachWritten(
    mentioning kinds: [String], _ take: (WrittenEvent<Deed>) throws(StorageError) -> Void
  ) throws(StorageError) {
    let search = LineSearch(kinds)
    for name in try logNames() {
      let isOurs = try mayRewrite(name)
      let file = try File(logPath(name), O_RDONLY, doing: "read")
      var number = 0
      _ = try Lines.read(file, after: LogPosition()) { line throws(StorageError) in
        number += 1
        guard search.matches(line),
          case .event(let event) = EventLine<Deed>(line, scan: format.scan)
        else { return }
        try take(WrittenEvent(event: event, path: logPath(name), line: number, isOurs: isOurs))
      }
    }
  }
}

/// An event, and where it is written.
public struct WrittenEvent<Deed: Codable & Sendable & Equatable>: Sendable {
  public let event: Event<Deed>
  /// The log.
  public let path: String
  /// Its line, the first 1.
  public let line: Int
  /// Whether this device may rewrite the log.
  public let isOurs: Bool
}

/// Finds lines by the names of their fields.
private struct LineSearch {
  private let needles: [[UInt8]]

  init(_ kinds: [String]) {
    needles = (kinds + ["undo", "gone", "replaces"]).map { Array("\"\($0)\":".utf8) }
  }

  func matches(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let start = line.baseAddress else { return false }
    var position = 0
    while let quote = memchr(start + position, Int32(UInt8(ascii: "\"")), line.count - position) {
      position = UnsafeRawPointer(quote) - start
      let rest = line.count - position
      for needle in needles
      where needle.count <= rest && memcmp(start + position, needle, needle.count) == 0 {
        return true
      }
      position += 1
    }
    return false
  }
}

/// The lines that were passed over, as far as they decide where those that were not stand: the
/// events of one device keep their order, so the latest of them may hold the next one back.
private struct Passed<Deed: Codable & Sendable & Equatable> {
  private var latest: Event<Deed>?
  private var last: EventID?

  mutating func pass(_ line: ScannedLine, _ history: inout History<Deed>) {
    let event = Event<Deed>(id: line.id, stamp: line.stamp, body: .gone)
    if let last, last.device != event.id.device || last.counter >= event.id.counter {
      // A log that somebody put together.
      flush(before: nil, to: &history)
    }
    if let latest, !Self.isLater(latest, than: event) { self.latest = event }
    if latest == nil { latest = event }
    last = event.id
  }

  /// Adds what was passed as a tombstone, where it makes a difference.
  mutating func flush(before event: Event<Deed>?, to history: inout History<Deed>) {
    defer { last = event?.id ?? last }
    guard let latest else { return }
    if let event, event.id.device == latest.id.device, event.id.counter > latest.id.counter,
      !Self.isLater(latest, than: event)
    {
      // It is later itself, and holds back what comes after it just as well.
    } else {
      history.add(latest)
    }
    self.latest = nil
  }

  private static func isLater(_ left: Event<Deed>, than right: Event<Deed>) -> Bool {
    (left.stamp.day, left.stamp.milliseconds) > (right.stamp.day, right.stamp.milliseconds)
  }
}
