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

  /// A field nobody reads is a slip of the pen: it would be lost here.
  @Test(arguments: RealData.files)
  func everyFieldIsRead(_ file: RealData.File) throws {
    let readers: [(prefix: String, reader: any Codable.Type)] = [
      ("words/", [WholeWord].self), ("situations/", [Situation].self),
      ("taxonomies/", Taxonomy.self),
      ("vague.json", [VagueWord].self), ("families.json", [Family].self),
      ("body.json", [BodyRegion].self), ("needs.json", [NeedGroup].self),
      ("contrasts/", [[WordID: String]].self), ("teaching-order.json", [WordID].self),
    ]
    let reader = try #require(readers.first { file.name.hasPrefix($0.prefix) }?.reader)
    let written = try JSONEncoder().encode(try JSONDecoder().decode(reader, from: file.content))
    let read = try JSONDecoder().decode(JSONValue.self, from: written)
    let whole = try JSONDecoder().decode(JSONValue.self, from: file.content)
    let lost = Set(whole.strings().map { "\($0.path): \($0.text)" })
      .subtracting(read.strings().map { "\($0.path): \($0.text)" })
    #expect(lost == [], "Data/\(file.name) has fields that nothing reads")
  }
}

/// A word with the profile that is read apart from it.
private struct WholeWord: Codable {
  let word: Word
  let appraisal: AppraisalProfile

  private enum Key: String, CodingKey { case appraisal }

  init(from decoder: any Decoder) throws {
    word = try Word(from: decoder)
    appraisal = try decoder.container(keyedBy: Key.self)
      .decode(AppraisalProfile.self, forKey: .appraisal)
  }

  func encode(to encoder: any Encoder) throws {
    try word.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(appraisal, forKey: .appraisal)
  }
}
