import FoundationEssentials

/// What a line of a log turned out to be.
enum EventLine<Deed: Codable & Sendable & Equatable> {
  case event(Event<Deed>)
  case blank
  /// From a version that this program does not know.
  case newer
  /// Damaged; its id, as far as it can be told, is not given out again.
  case unreadable(EventID?)

  init(_ line: UnsafeRawBufferPointer, scan: (String, UnsafeRawBufferPointer) -> Deed?) {
    if let scanned = ScannedLine(line), let event: Event<Deed> = scanned.event(scan) {
      self = .event(event)
    } else {
      self.init(decoding: line)
    }
  }

  /// Reads any JSON.
  init(decoding line: UnsafeRawBufferPointer) {
    let content = line.filter { !Self.isSpace($0) }
    guard let first = content.first else {
      self = .blank
      return
    }
    // A file of something else altogether is not worth the decoder's time.
    guard first == UInt8(ascii: "{"), content.last == UInt8(ascii: "}") else {
      self = .unreadable(nil)
      return
    }
    let data = Data(line)
    let decoder = JSONDecoder()
    if let event = try? decoder.decode(Event<Deed>.self, from: data) {
      self = .event(event)
    } else if let head = try? decoder.decode(Version.self, from: data),
      head.v > Event<Deed>.version
    {
      self = .newer
    } else {
      self = .unreadable(try? decoder.decode(Name.self, from: data).id)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 13 || byte == 9 }

  private struct Version: Decodable {
    let v: Int
  }

  private struct Name: Decodable {
    let id: EventID
  }
}

extension Event {
  /// The event as a line, with its newline.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
