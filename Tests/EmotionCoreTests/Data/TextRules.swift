import EmotionCore
import Foundation
import Testing

/// What all texts of `Data/` keep to.
@Suite struct TextRules {
  @Test(arguments: RealData.files)
  func textIsPrintableASCII(_ file: RealData.File) throws {
    let json = try JSONDecoder().decode(JSONValue.self, from: file.content)
    for (path, text) in json.strings() {
      rule(
        text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }, file.name, path, "text",
        "is not printable ASCII: \(text)")
      rule(
        text == text.trimmingCharacters(in: .whitespaces) && !text.contains("  "), file.name, path,
        "text", "has spaces to spare: \"\(text)\"")
    }
  }

  @Test func noTextStandsTwice() {
    var places: [String: String] = [:]
    func once(_ text: String, _ file: String, _ id: String, _ field: String) {
      let place = "\(file): \(id): \(field)"
      rule(places[text] == nil, file, id, field, "is the text of \(places[text] ?? "") too")
      places[text] = place
    }
    for word in RealData.words { once(word.element.meaning, word.file, word.element.id, "meaning") }
    for contrast in RealData.contrasts {
      let pair = contrast.element.lines.map(\.word).joined(separator: "/")
      for (word, line) in contrast.element.lines { once(line, contrast.file, pair, word) }
    }
    for situation in RealData.situations {
      once(situation.element.text, situation.file, situation.element.id, "text")
    }
    for vague in RealData.vagueWords {
      for finer in vague.element.finer {
        once(finer.because, vague.file, vague.element.id, "finer.\(finer.word)")
      }
    }
    #expect(places.count > 1000)
  }
}
