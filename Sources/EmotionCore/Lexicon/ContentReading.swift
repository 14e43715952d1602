/// Something that stands in `Data/`.
protocol ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError)
}

/// What is wrong in a file of `Data/`, and where: "overwhelmed › strength: it is missing".
struct ContentError: Error, Equatable {
  let place: String
  let reason: String
}

/// Where in a file something stands, for telling.
struct Place {
  let steps: [String]

  static let file = Place(steps: [])

  func below(_ step: String) -> Place { Place(steps: steps + [step]) }

  func error(_ reason: String) -> ContentError {
    ContentError(
      place: steps.isEmpty ? "the file" : steps.joined(separator: " › "), reason: reason)
  }
}

/// An object of `Data/`, read field by field.
struct Fields {
  private let members: [JSON.Member]
  let place: Place
  /// A bit for each member that was read.
  private var read: UInt64 = 0

  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .object(let members) = json else { throw place.error("it is not an object") }
    self.members = members
    // From here on it is known by its name rather than by its number.
    if case .string(let id)? = members.first(where: { $0.key == "id" })?.value, !id.isEmpty {
      self.place = Place(steps: place.steps.dropLast() + [id])
    } else {
      self.place = place
    }
  }

  /// The value of a field, nil when it is not there.
  private mutating func value(_ key: String) -> JSON? {
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    read |= 1 << UInt64(min(index, 63))
    return members[index].value
  }

  /// Leaves a field to somebody else.
  mutating func skip(_ key: String) { _ = value(key) }

  /// Tells the first field that nobody read, or that stands twice.
  func end() throws(ContentError) {
    for (index, member) in members.enumerated() where read & (1 << UInt64(min(index, 63))) == 0 {
      throw place.below(member.key).error("there is no such field, or it stands twice")
    }
  }

  mutating func required<Value: ContentReadable>(_ key: String) throws(ContentError) -> Value {
    guard let value = value(key) else { throw place.below(key).error("it is missing") }
    return try Value(value, at: place.below(key))
  }

  mutating func optional<Value: ContentReadable>(_ key: String) throws(ContentError) -> Value? {
    guard let value = value(key) else { return nil }
    return try Value(value, at: place.below(key))
  }
}

extension String: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .string(let text) = json else { throw place.error("it is not a text") }
    self = text
  }
}

extension Double: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .number(let number) = json else { throw place.error("it is not a number") }
    self = number
  }
}

extension Int: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .number(let number) = json, let whole = Int(exactly: number) else {
      throw place.error("it is not a whole number")
    }
    self = whole
  }
}

extension Array: ContentReadable where Element: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .array(let elements) = json else { throw place.error("it is not a list") }
    self = []
    reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      append(try Element(element, at: place.below("number \(index + 1)")))
    }
  }
}

extension Dictionary: ContentReadable where Key == String, Value: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    guard case .object(let members) = json else { throw place.error("it is not an object") }
    self = [:]
    for member in members {
      guard self[member.key] == nil else { throw place.below(member.key).error("it stands twice") }
      self[member.key] = try Value(member.value, at: place.below(member.key))
    }
  }
}
