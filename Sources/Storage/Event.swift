/// Names an event for ever: the device that wrote it, and its place among that device's events.
public struct EventID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public let device: String
  /// 1, 2, 3 …
  public let counter: Int

  public init(device: String, counter: Int) {
    self.device = device
    self.counter = counter
  }

  /// Reads "device:counter".
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let counter = Int(parts[1]), counter > 0 else {
      return nil
    }
    self.init(device: String(parts[0]), counter: counter)
  }

  public var description: String { "\(device):\(counter)" }

  public static func < (left: EventID, right: EventID) -> Bool {
    (left.device, left.counter) < (right.device, right.counter)
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
}

/// One line of a log: something a person did, or the undoing of it.
public struct Event<Deed: Codable & Sendable & Equatable>: Sendable, Equatable {
  public enum Body: Sendable, Equatable {
    case deed(Deed)
    case undo(EventID)
  }

  public let id: EventID
  public let stamp: Stamp
  public let body: Body

  public init(id: EventID, stamp: Stamp, body: Body) {
    self.id = id
    self.stamp = stamp
    self.body = body
  }

  /// What an undo names.
  var undone: EventID? {
    if case .undo(let named) = body { named } else { nil }
  }

  /// The order in which all devices replay: by day, time, device, counter.
  public static func precedes(_ left: Self, _ right: Self) -> Bool { left.order < right.order }

  var order: Order {
    Order(day: stamp.day, milliseconds: stamp.milliseconds, id: id)
  }

  struct Order: Comparable, Codable, Equatable {
    let day: Int
    let milliseconds: Int64
    let id: EventID

    static func < (left: Order, right: Order) -> Bool {
      (left.day, left.milliseconds, left.id) < (right.day, right.milliseconds, right.id)
    }
  }
}

extension Event: Codable {
  /// The version of the line format that this program writes, and the newest that it reads.
  public static var version: Int { 1 }

  private enum Key: String, CodingKey {
    case version = "v"
    case id
    case milliseconds = "at"
    case offset = "off"
    case day
    case undo
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
    if let undone = try container.decodeIfPresent(EventID.self, forKey: .undo) {
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
    switch body {
    case .deed(let deed): try deed.encode(to: encoder)
    case .undo(let id): try container.encode(id, forKey: .undo)
    }
  }
}

extension Array {
  /// The deeds that stand, in replay order: what an undo names is left out, and an undo that was
  /// itself undone does nothing. No id may occur twice.
  func standing<Deed>() -> [Event<Deed>] where Element == Event<Deed> {
    var undoing: [EventID: [EventID]] = [:]
    for event in self {
      if let named = event.undone { undoing[named, default: []].append(event.id) }
    }
    // Who names whom decides, not time: the clock may have run backwards in between. An undo names
    // one event only, so what leads to a deed is a tree and this ends.
    func stands(_ id: EventID) -> Bool { !(undoing[id] ?? []).contains(where: stands) }
    return sorted(by: Event.precedes).filter { $0.undone == nil && stands($0.id) }
  }
}
