import FoundationEssentials

/// What a line of a log turned out to be.
enum EventLine<Deed: Codable & Sendable & Equatable> {
  case event(Event<Deed>)
  case blank
  /// From a version that this program does not know; its id, as far as it can be told.
  case newer(EventID?)
  /// Sound as JSON and as a line of this version, and yet it says nothing that this program knows: a
  /// kind or a value of a later one, maybe.
  case unknown(EventID)
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
      return
    }
    let id = try? decoder.decode(Name.self, from: data).id
    if LineVersion.isNewer(data) {
      self = .newer(id)
    } else if let envelope = try? decoder.decode(Envelope.self, from: data), envelope.isSound {
      self = .unknown(envelope.id)
    } else {
      self = .unreadable(id)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 13 || byte == 9 }

  private struct Name: Decodable {
    let id: EventID
  }

  /// Every line has these fields.
  private struct Envelope: Decodable {
    let v: Int
    let id: EventID
    let at: Int64
    let off: Int
    let day: Int

    var isSound: Bool { Stamp(milliseconds: at, offsetMinutes: off, day: day).isPlausible }
  }
}

/// Tells versions of the line format apart.
enum LineVersion {
  static let newest = 1

  private struct Head: Decodable {
    let v: Int
  }

  /// Tells whether a line says that it's of a version that came after this program.
  static func isNewer(_ line: Data) -> Bool {
    guard let head = try? JSONDecoder().decode(Head.self, from: line) else { return false }
    return head.v > newest
  }

  /// Tells whether any line of a log says so.
  static func holdsNewer(_ log: [UInt8]) -> Bool {
    log.split(separator: UInt8(ascii: "\n")).contains { line in
      line.withUnsafeBytes { ScannedLine($0) == nil } && isNewer(Data(line))
    }
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
