import FoundationEssentials
import Storage

/// A deed with a kind of its own, as the log's real deeds have, and a setting.
enum Mark: Codable, Equatable, Sendable {
  case mark(Int)
  case note(String)
  /// How much every mark counts, in all of history.
  case weight(Int)

  private enum Key: String, CodingKey {
    case mark
    case note
    case weight
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let number = try container.decodeIfPresent(Int.self, forKey: .mark) {
      self = .mark(number)
    } else if let text = try container.decodeIfPresent(String.self, forKey: .note) {
      self = .note(text)
    } else {
      self = .weight(try container.decode(Int.self, forKey: .weight))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .mark(let number): try container.encode(number, forKey: .mark)
    case .note(let text): try container.encode(text, forKey: .note)
    case .weight(let weight): try container.encode(weight, forKey: .weight)
    }
  }

  /// Up to four digits, as the encoder writes them.
  static func scan(_ kind: String, _ payload: UnsafeRawBufferPointer) -> Mark? {
    let digits = payload.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard kind == "mark", digits.count == payload.count, (1...4).contains(digits.count),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return .mark(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }
}

/// A state that depends on the order and on every single deed.
struct Marks: Codable, Equatable, Sendable {
  var weight = 1
  var entries: [String] = []
}

typealias MarkStore = Store<Mark, Marks>

extension StoreFormat where Deed == Mark, State == Marks {
  static func marks() -> Self {
    StoreFormat(
      empty: Marks(), stateVersion: 1,
      fold: { marks, deed, id, stamp in
        switch deed {
        case .mark(let number): marks.entries.append("\(id) \(number * marks.weight)")
        case .note(let text): marks.entries.append("\(id) \(text)")
        case .weight(let weight): marks.weight = weight
        }
      },
      scan: Mark.scan,
      encodeState: { marks in
        let encoder = JSONEncoder()
        // The same state, the same bytes.
        encoder.outputFormatting = .sortedKeys
        return Array((try? encoder.encode(marks)) ?? Data())
      },
      decodeState: { try? JSONDecoder().decode(Marks.self, from: Data($0)) },
      isSetting: { if case .weight = $0 { true } else { false } })
  }
}

extension TemporaryFolder {
  func openMarks(_ device: String? = "desk") throws(StorageError) -> MarkStore {
    try MarkStore(folder: path, device: device, format: .marks())
  }
}
