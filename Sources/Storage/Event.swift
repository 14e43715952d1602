/// Names an event for ever: the device that wrote it, and its place among that device's events.
public struct EventID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public let device: String
  /// 1, 2, 3 …
  public let counter: Int

  /// No device gets there; what is beyond is damage, and could not be counted on from.
  static let highestCounter = 1_000_000_000_000_000

  public init(device: String, counter: Int) {
    self.device = device
    self.counter = counter
  }

  /// Reads "device:counter".
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let counter = Int(parts[1]),
      (1...Self.highestCounter).contains(counter)
    else { return nil }
    self.init(device: String(parts[0]), counter: counter)
  }

  public var description: String { "\(device):\(counter)" }

  public static func < (left: EventID, right: EventID) -> Bool {
    left.device == right.device ? left.counter < right.counter : left.device < right.device
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = EventID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an event id")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// When something happened; see the scheduler's `Moment` for what the fields mean.
public struct Stamp: Equatable, Sendable {
  public var milliseconds: Int64
  public var offsetMinutes: Int
  public var day: Int

  public init(milliseconds: Int64, offsetMinutes: Int, day: Int) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
    self.day = day
  }

  /// Within 270,000 years and a day's offset: others are damage, and sums of them could overflow.
  var isPlausible: Bool {
    milliseconds.magnitude <= 8_640_000_000_000_000 && day.magnitude <= 100_000_000
      && offsetMinutes.magnitude <= 1440
  }
}

/// One line of a log: something a person did, the undoing of it, or what is left of it.
public struct Event<Deed: Codable & Sendable & Equatable>: Sendable, Equatable {
  public enum Body: Sendable, Equatable {
    case deed(Deed)
    case undo(EventID)
    /// A tombstone: what was done was taken out of the log.
    case gone
  }

  public let id: EventID
  public let stamp: Stamp
  public let body: Body
  /// The event in whose place this one stands, as a better grade stands in an answer's. It counts no
  /// more, whatever becomes of this one.
  public let replaces: EventID?

  public init(id: EventID, stamp: Stamp, body: Body, replaces: EventID? = nil) {
    self.id = id
    self.stamp = stamp
    self.body = body
    self.replaces = replaces
  }

  /// The same event in other words.
  func with(_ body: Body) -> Event {
    Event(id: id, stamp: stamp, body: body, replaces: replaces)
  }

  public var deed: Deed? {
    if case .deed(let deed) = body { deed } else { nil }
  }

  /// What an undo names.
  var undone: EventID? {
    if case .undo(let named) = body { named } else { nil }
  }
}

/// A place in the order in which all devices replay: by day, time, device, counter.
///
/// The events of one device keep the order of their counters even when its clock ran back: none
/// stands at an earlier day and time than the one before it.
struct Order: Comparable, Codable, Equatable {
  var day: Int
  var milliseconds: Int64
  let id: EventID

  init(_ id: EventID, _ stamp: Stamp, after previous: Order?) {
    self.id = id
    day = stamp.day
    milliseconds = stamp.milliseconds
    if let previous, (previous.day, previous.milliseconds) > (day, milliseconds) {
      (day, milliseconds) = (previous.day, previous.milliseconds)
    }
  }

  static func < (left: Order, right: Order) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.milliseconds != right.milliseconds { return left.milliseconds < right.milliseconds }
    return left.id < right.id
  }
}

extension Event: Codable {
  /// The version of the line format that this program writes, and the newest that it reads. Whoever
  /// raises it raises the snapshot's too, since snapshots leave out what was newer when they were made.
  public static var version: Int { LineVersion.newest }

  private enum Key: String, CodingKey {
    case version = "v"
    case id
    case milliseconds = "at"
    case offset = "off"
    case day
    case replaces
    case undo
    case gone
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard try container.decode(Int.self, forKey: .version) <= Self.version else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container, debugDescription: "a newer version")
    }
    id = try container.decode(EventID.self, forKey: .id)
    stamp = Stamp(
      milliseconds: try container.decode(Int64.self, forKey: .milliseconds),
      offsetMinutes: try container.decode(Int.self, forKey: .offset),
      day: try container.decode(Int.self, forKey: .day))
    guard stamp.isPlausible else {
      throw DecodingError.dataCorruptedError(
        forKey: .milliseconds, in: container, debugDescription: "out of range")
    }
    replaces = try container.decodeIfPresent(EventID.self, forKey: .replaces)
    if try container.decodeIfPresent(Bool.self, forKey: .gone) == true {
      body = .gone
    } else if let undone = try container.decodeIfPresent(EventID.self, forKey: .undo) {
      body = .undo(undone)
    } else {
      body = .deed(try Deed(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.version, forKey: .version)
    try container.encode(id, forKey: .id)
    try container.encode(stamp.milliseconds, forKey: .milliseconds)
    try container.encode(stamp.offsetMinutes, forKey: .offset)
    try container.encode(stamp.day, forKey: .day)
    try container.encodeIfPresent(replaces, forKey: .replaces)
    switch body {
    case .deed(let deed): try deed.encode(to: encoder)
    case .undo(let id): try container.encode(id, forKey: .undo)
    case .gone: try container.encode(true, forKey: .gone)
    }
  }
}
