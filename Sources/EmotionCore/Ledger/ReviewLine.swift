import SpacedRepetition

extension Deed {
  /// Reads a deed of a kind from the bytes of its JSON value, when they are written exactly as the
  /// log writes them, and the kind is one that there may be a million of: answers, and what was
  /// imported from years of another program.
  /// - Returns: nil when a JSON decoder is to read it.
  public static func scanned(_ kind: String, _ payload: UnsafeRawBufferPointer) -> Deed? {
    switch kind {
    case "review": Review(line: payload).map(Deed.reviewed)
    case "checkin": CheckIn(line: payload).map(Deed.checkedIn)
    case "sealed": Sealed(line: payload).map(Deed.sealed)
    default: nil
    }
  }
}

extension Review {
  /// Reads `{"card":"word/skill","grade":3,"ms":1234}`, with `"instead":"word",` before `"ms"` or
  /// without, in just this order and without spaces or escapes; nil for anything else, however
  /// good it may be as JSON.
  public init?(line bytes: UnsafeRawBufferPointer) {
    var scanner = PayloadScanner(bytes: bytes)
    guard scanner.take("{\"card\":\""), let word = scanner.text(until: "/"), !word.isEmpty,
      let skill = scanner.text(until: "\"").flatMap(Skill.init(rawValue:)),
      scanner.take(",\"grade\":"), let grade = scanner.number().flatMap(Grade.init(rawValue:)),
      scanner.take(",\"")
    else { return nil }
    var instead: WordID?
    if scanner.take("instead\":\"") {
      instead = scanner.text(until: "\"")
      guard instead != nil, scanner.take(",\"") else { return nil }
    }
    guard scanner.take("ms\":"), let milliseconds = scanner.number(), scanner.take("}"),
      scanner.isAtEnd
    else { return nil }
    self.init(
      card: CardKey(word: word, skill: skill), grade: grade, milliseconds: milliseconds,
      instead: instead)
  }
}
