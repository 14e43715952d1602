import FoundationEssentials

/// An event together with its line as it is written, so that fields that this version does not know
/// survive being exported and imported.
public struct ArchivedEvent<Deed: Codable & Sendable & Equatable>: Sendable, Equatable {
  public enum Body: Sendable, Equatable {
    case deed(Deed)
    case undo(EventID)
    /// A tombstone: what was done was taken out of the log.
    case gone
  }

  public let id: EventID
  public let stamp: Stamp
  public let body: Body
  /// One JSON object without a newline; see `JSONText`.
  public let text: [UInt8]

  /// What is wrong with a line.
  enum Problem: Error, Equatable {
    case newerVersion
    case noEvent(reason: String)
  }

  init(_ line: [UInt8]) throws(Problem) {
    do throws(JSONText.Problem) { text = try JSONText.compact(line) } catch {
      throw .noEvent(reason: error.text)
    }
    do {
      let fields = try JSONDecoder().decode(Fields<Deed>.self, from: Data(text))
      (id, stamp, body) = (fields.id, fields.stamp, fields.body)
    } catch let error as Problem {
      throw error
    } catch {
      throw .noEvent(reason: "its fields are not those of an event")
    }
    guard id.isPlain else { throw .noEvent(reason: "its id is not one that Inkling gives") }
    guard stamp.isSane else { throw .noEvent(reason: "its time is out of range") }
  }

  /// A new event.
  init(id: EventID, stamp: Stamp, deed: Deed) throws(Problem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let event = Event(id: id, stamp: stamp, body: .deed(deed))
    guard let line = try? encoder.encode(event) else {
      throw .noEvent(reason: "it cannot be written as JSON")
    }
    try self.init(Array(line))
  }

  /// Whether both say the same, written in whatever way.
  func says(_ other: Self) -> Bool {
    text == other.text || (stamp == other.stamp && body == other.body)
  }
}

private struct Fields<Deed: Codable & Sendable & Equatable>: Decodable {
  let id: EventID
  let stamp: Stamp
  let body: ArchivedEvent<Deed>.Body

  private enum Key: String, CodingKey {
    case version = "v"
    case id
    case milliseconds = "at"
    case offset = "off"
    case day
    case undo
    case gone
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard try container.decode(Int.self, forKey: .version) <= Event<Deed>.version else {
      throw ArchivedEvent<Deed>.Problem.newerVersion
    }
    id = try container.decode(EventID.self, forKey: .id)
    stamp = Stamp(
      milliseconds: try container.decode(Int64.self, forKey: .milliseconds),
      offsetMinutes: try container.decode(Int.self, forKey: .offset),
      day: try container.decode(Int.self, forKey: .day))
    if try container.decodeIfPresent(Bool.self, forKey: .gone) == true {
      body = .gone
    } else if let undone = try container.decodeIfPresent(EventID.self, forKey: .undo) {
      body = .undo(undone)
    } else {
      body = .deed(try Deed(from: decoder))
    }
  }
}

extension EventID {
  /// Letters, digits and a few signs, and a counter that can be counted on from.
  fileprivate var isPlain: Bool {
    counter <= 100_000_000_000_000 && device.utf8.count <= 100
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
