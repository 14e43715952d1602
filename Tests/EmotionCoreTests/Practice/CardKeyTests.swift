import EmotionCore
import Foundation
import Testing

@Suite struct CardKeyTests {
  @Test(arguments: [("let-down/recall", "let-down"), ("awe/recall", "awe"), ("a/b/recall", "a/b")])
  func readsWhatItWrites(_ text: String, _ word: WordID) throws {
    let key = try #require(CardKey(text))
    #expect(key == CardKey(word: word, skill: .recall))
    #expect(key.description == text)
  }

  @Test(arguments: ["", "/", "sad", "sad/", "/recall", "sad/use", "sad/recall/", "sad/Recall"])
  func refusesWhatIsNoCard(_ text: String) throws {
    #expect(CardKey(text) == nil)
    let json = try JSONEncoder().encode([text])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([CardKey].self, from: json) }
  }

  @Test func isTextInJSON() throws {
    let keys = Skill.allCases.map { CardKey(word: "let-down", skill: $0) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let json = try encoder.encode(keys)
    #expect(String(decoding: json, as: UTF8.self) == #"["let-down/recognize","let-down/recall"]"#)
    #expect(try JSONDecoder().decode([CardKey].self, from: json) == keys)
  }
}
