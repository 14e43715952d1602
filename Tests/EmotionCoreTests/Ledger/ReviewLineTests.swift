import EmotionCore
import Foundation
import SpacedRepetition
import Testing

/// The fast way to read a review agrees with the JSON decoder, or leaves it to it.
@Suite struct ReviewLineTests {
  private func scan(_ text: [UInt8]) -> Review? {
    text.withUnsafeBytes { Review(line: $0) }
  }

  private func encode(_ review: Review) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(review))
  }

  private func review(_ dice: inout SeededDice) -> Review {
    let words = ["sad", "self-conscious", "a", "on edge"]
    return Review(
      card: CardKey(
        word: words.randomElement(using: &dice) ?? "",
        skill: Skill.allCases.randomElement(using: &dice) ?? .recall),
      grade: Grade.allCases.randomElement(using: &dice) ?? .good,
      milliseconds: [0, 7, 4210, 999_999].randomElement(using: &dice) ?? 0,
      instead: [nil, "glad", ""].randomElement(using: &dice) ?? nil)
  }

  @Test func whatTheEncoderWritesIsAccepted() throws {
    var dice = SeededDice(1)
    for _ in 0..<500 {
      let review = review(&dice)
      #expect(scan(try encode(review)) == review)
    }
  }

  @Test func whatIsAcceptedIsWhatTheDecoderReads() throws {
    var dice = SeededDice(2)
    let alphabet = Array(#"{}[]",:\/ 0123456789-+.eEcardgms"#.utf8) + [0, 0x7f, 0x80, 0xc3, 0xff]
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = try encode(review(&dice))
      for _ in 0..<Int.random(in: 1...2, using: &dice) {
        let index = Int.random(in: bytes.indices, using: &dice)
        let byte = alphabet.randomElement(using: &dice) ?? 0
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: bytes[index] = byte
        case 1: bytes.insert(byte, at: index)
        default: bytes.remove(at: index)
        }
      }
      guard let scanned = scan(bytes) else { continue }
      accepted += 1
      let decoded = try? JSONDecoder().decode(Review.self, from: Data(bytes))
      #expect(decoded == scanned, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 500)
  }

  @Test(arguments: [
    #"{"card": "sad/recall","grade":3,"ms":1}"#, #"{"grade":3,"card":"sad/recall","ms":1}"#,
    #"{"card":"sad/recall","grade":03,"ms":1}"#, #"{"card":"sad/recall","grade":3,"ms":-1}"#,
    #"{"card":"s\u0061d/recall","grade":3,"ms":1}"#, #"{"card":"säd/recall","grade":3,"ms":1}"#,
    #"{"card":"sad/recall","grade":3,"ms":1,"more":2}"#, #"{"card":"sad/recall","grade":3}"#,
    #"{"card":"/recall","grade":3,"ms":1}"#, #"{"card":"a/b/recall","grade":3,"ms":1}"#,
    #"{"card":"sad/recall","grade":5,"ms":1}"#, "", "{}",
  ])
  func theRestIsLeftToTheDecoder(text: String) {
    #expect(scan(Array(text.utf8)) == nil)
  }

  @Test func otherKindsAreLeftToTheDecoder() {
    let payload = Array(#"{"card":"sad/recall","grade":3,"ms":1}"#.utf8)
    #expect(payload.withUnsafeBytes { Deed.scanned("review", $0) } != nil)
    #expect(payload.withUnsafeBytes { Deed.scanned("checkin", $0) } == nil)
    #expect(payload.withUnsafeBytes { Deed.scanned("keep", $0) } == nil)
  }
}
