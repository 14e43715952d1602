import Testing

@testable import EmotionCore

/// Small things made by hand, where the real data would blur what a test is about.
enum Sample {
  static func word(
    _ id: WordID, noun: String? = nil, forms: [String] = [], family: String = "strain",
    strength: Int = 3, pleasantness: Double = 0, energy: Double = 0, everyday: Int = 3
  ) -> Word {
    let written = id.split(separator: "-").joined(separator: " ")
    return Word(
      id: id, word: written, say: "I feel \(written)", noun: noun, adjective: nil, forms: forms,
      family: family, meaning: "The meaning of \(id).", sense: nil, strength: strength,
      pleasantness: pleasantness, energy: energy, everyday: everyday, body: [],
      urge: "", needs: [], story: nil)
  }

  /// A contrast between the two words of `lines`.
  static func contrast(_ lines: [WordID: String]) throws -> Contrast {
    try #require(Contrast(lines))
  }

  static func situation(
    _ id: String, fits: [WordID], near: [WordID: String] = [:]
  ) -> Situation {
    Situation(id: id, text: "What happened.", fits: fits, why: "Because.", near: near)
  }

  /// Runs `body` with a library over files of the given names and texts.
  static func withLibrary<Result>(
    _ texts: KeyValuePairs<String, String>, _ body: (Library) throws -> Result
  ) rethrows -> Result {
    try withLibrary(files: Array(texts), body)
  }

  static func withLibrary<Result>(
    files texts: [(key: String, value: String)], _ body: (Library) throws -> Result
  ) rethrows -> Result {
    let files = texts.map { name, text in
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
      bytes.copyBytes(from: text.utf8)
      return (name: name, bytes: UnsafeRawBufferPointer(bytes))
    }
    defer { for file in files { file.bytes.deallocate() } }
    return try body(Library(files: files))
  }
}
