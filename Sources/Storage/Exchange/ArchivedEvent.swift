import FoundationEssentials

/// An event together with its line as it is written, so that fields that this version does not know
/// survive being exported and imported.
public struct ArchivedEvent<Deed: Codable & Sendable & Equatable>: Sendable, Equatable {
  public let event: Event<Deed>
  /// One JSON object without a newline; see `JSONText`.
  public let text: [UInt8]

  public var id: EventID { event.id }
  public var stamp: Stamp { event.stamp }
  public var body: Event<Deed>.Body { event.body }

  /// What is wrong with a line.
  enum Problem: Error, Equatable {
    case newerVersion
    case noEvent(reason: String)
  }

  init(
    _ line: [UInt8], scan: (String, UnsafeRawBufferPointer) -> Deed? = { _, _ in nil }
  ) throws(Problem) {
    let text: [UInt8]
    do throws(JSONText.Problem) { text = try JSONText.compact(line) } catch {
      throw .noEvent(reason: error.text)
    }
    try self.init(compact: text, scan: scan)
  }

  /// - Parameters:
  ///   - text: as `JSONText` leaves it.
  ///   - scan: as in `StoreFormat`.
  init(
    compact text: [UInt8], scan: (String, UnsafeRawBufferPointer) -> Deed? = { _, _ in nil }
  ) throws(Problem) {
    let scanned = text.withUnsafeBytes { line -> Event<Deed>? in ScannedLine(line)?.event(scan) }
    let event = if let scanned { scanned } else { try Self.decoded(text) }
    guard event.id.isPlain else { throw .noEvent(reason: "its id is not one that Inkling gives") }
    guard event.stamp.isSane else { throw .noEvent(reason: "its time is out of range") }
    self.event = event
    self.text = text
  }

  private static func decoded(_ text: [UInt8]) throws(Problem) -> Event<Deed> {
    let data = Data(text)
    guard let event = try? JSONDecoder().decode(Event<Deed>.self, from: data) else {
      let head = try? JSONDecoder().decode(Version.self, from: data)
      if let head, head.v > Event<Deed>.version { throw .newerVersion }
      throw .noEvent(reason: "its fields are not those of an event")
    }
    return event
  }

  /// An event that has no line yet; nil when it cannot be written as JSON.
  init?(_ event: Event<Deed>) {
    guard let line = try? event.line(), let text = try? JSONText.compact(line) else { return nil }
    self.event = event
    self.text = text
  }

  /// Whether both say the same, written in whatever way.
  func says(_ other: Self) -> Bool { text == other.text || event == other.event }
}

private struct Version: Decodable {
  let v: Int
}

extension EventID {
  /// Letters, digits and a few signs, and a counter that can be counted on from.
  fileprivate var isPlain: Bool {
    counter <= Self.highestCounter / 10 && device.utf8.count <= 100
      && device.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."), UInt8(ascii: "~"):
          true
        default: false
        }
      }
  }
}

extension Stamp {
  /// From 1900 to 2200, with an offset of at most a day, and a logical day that fits the time.
  fileprivate var isSane: Bool {
    guard (-2_208_988_800_000...7_258_118_400_000).contains(milliseconds),
      (-1440...1440).contains(offsetMinutes)
    else { return false }
    let date = Int((Double(milliseconds) / 86_400_000).rounded(.down))
    return (date - 2...date + 2).contains(day)
  }
}
