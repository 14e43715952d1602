/// Any JSON, to see also what no type of the program reads.
enum JSONValue: Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Every string in it, keys too, with the keys that lead there.
  func strings(at path: String = "") -> [(path: String, text: String)] {
    switch self {
    case .null, .bool, .number: []
    case .string(let text): [(path, text)]
    case .array(let values):
      values.enumerated().flatMap { index, value in value.strings(at: "\(path)/\(index)") }
    case .object(let fields):
      fields.flatMap { key, value in [(path, key)] + value.strings(at: "\(path)/\(key)") }
    }
  }
}
