extension CheckIn {
  /// Reads `{"cues":["…"],"feelings":[{"id":"sad","strength":3,"word":"sad"}],"note":"…","said":"…"}`
  /// in just this order and without spaces, with or without cues, note and first word; nil for anything
  /// else, however good it may be as JSON.
  public init?(line bytes: UnsafeRawBufferPointer) {
    var scanner = PayloadScanner(bytes: bytes)
    guard scanner.take("{") else { return nil }
    var cues: [String]?
    if scanner.take("\"cues\":") {
      cues = scanner.list { $0.string() }
      guard cues != nil, scanner.take(",") else { return nil }
    }
    guard scanner.take("\"feelings\":"), let feelings = scanner.list(Feeling.scanned) else {
      return nil
    }
    var (note, said): (String?, String?)
    if scanner.take(",\"note\":") {
      note = scanner.string()
      guard note != nil else { return nil }
    }
    if scanner.take(",\"said\":") {
      said = scanner.string()
      guard said != nil else { return nil }
    }
    guard scanner.take("}"), scanner.isAtEnd else { return nil }
    self.init(feelings: feelings, said: said, cues: cues, note: note)
  }
}

extension CheckIn.Feeling {
  fileprivate static func scanned(_ scanner: inout PayloadScanner) -> Self? {
    guard scanner.take("{\"id\":"), let id = scanner.string(), scanner.take(",\"strength\":"),
      let strength = scanner.number(), (1...5).contains(strength), scanner.take(",\"word\":"),
      let word = scanner.string(), scanner.take("}")
    else { return nil }
    return Self(id: id, word: word, strength: strength)
  }
}

extension Sealed {
  /// Reads `{"amends":"device:1","box":"…"}`, or without the entry that it amends, in just this shape;
  /// nil for anything else.
  public init?(line bytes: UnsafeRawBufferPointer) {
    var scanner = PayloadScanner(bytes: bytes)
    var amends: String?
    if scanner.take("{\"amends\":") {
      amends = scanner.string()
      guard amends != nil, scanner.take(",\"box\":") else { return nil }
    } else {
      guard scanner.take("{\"box\":") else { return nil }
    }
    guard let box = scanner.string(), scanner.take("}"), scanner.isAtEnd else { return nil }
    self.init(amends: amends, box: box)
  }
}
