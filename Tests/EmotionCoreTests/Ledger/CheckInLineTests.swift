import EmotionCore
import Foundation
import Testing

/// The fast way to read a check-in, open or sealed, agrees with the JSON decoder, or leaves it to it.
@Suite struct CheckInLineTests {
  private func scan(_ text: [UInt8]) -> CheckIn? {
    text.withUnsafeBytes { CheckIn(line: $0) }
  }

  private func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  private func checkIn(_ dice: inout SeededDice) -> CheckIn {
    let texts = ["sad", "ill at ease", "", "Größe 😡 / 漢字", "e\u{301}", "{[,:]}", "a\nb\t\"c\"\\d"]
    func text(_ dice: inout SeededDice) -> String { texts.randomElement(using: &dice) ?? "" }
    func optional(_ dice: inout SeededDice) -> String? {
      Bool.random(using: &dice) ? text(&dice) : nil
    }
    return CheckIn(
      feelings: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        CheckIn.Feeling(
          id: text(&dice), word: text(&dice), strength: Int.random(in: 1...5, using: &dice))
      },
      said: optional(&dice),
      cues: Bool.random(using: &dice) ? nil : [text(&dice), text(&dice)], note: optional(&dice))
  }

  @Test func whatTheEncoderWritesIsAccepted() throws {
    var dice = SeededDice(1)
    for _ in 0..<500 {
      let checkIn = checkIn(&dice)
      #expect(scan(try encode(checkIn)) == checkIn)
    }
  }

  @Test func whatIsAcceptedIsWhatTheDecoderReads() throws {
    var dice = SeededDice(2)
    let alphabet =
      Array(#"{}[]",:\/ 0123456789-+.eEnotesaidcufl"#.utf8) + [0, 9, 0x7f, 0x80, 0xc3, 0xff]
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = try encode(checkIn(&dice))
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
      let decoded = try? JSONDecoder().decode(CheckIn.self, from: Data(bytes))
      #expect(decoded == scanned, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 500)
  }

  @Test(arguments: [
    #"{"feelings": [{"id":"a","strength":3,"word":"a"}]}"#, #"{"feelings":[],"note":"a\"#,
    #"{"feelings":[{"id":"a","strength":9,"word":"a"}]}"#,
    #"{"feelings":[{"id":"a","strength":3,"word":"\u0061"}]}"#,
    #"{"feelings":[{"id":"a","strength":3,"word":"a"}],"said":"b","note":"c"}"#,
    #"{"feelings":[{"id":"a","strength":3,"word":"a"}],"tags":["x"]}"#,
    #"{"feelings":[{"id":"a","strength":3,"word":"a"}],"note":null}"#, "", "{}",
  ])
  func theRestIsLeftToTheDecoder(text: String) {
    #expect(scan(Array(text.utf8)) == nil)
  }

  @Test func whatIsSealedIsReadTheSame() throws {
    for sealed in [Sealed(box: "aGk/+A=="), Sealed(amends: "desk:4", box: "")] {
      let bytes = try encode(sealed)
      #expect(bytes.withUnsafeBytes { Deed.scanned("sealed", $0) } == .sealed(sealed))
    }
    for text in [
      #"{"box":"a","amends":"desk:4"}"#, #"{"amends":null,"box":"a"}"#, #"{"box":"\u0061"}"#,
      #"{"amends":"a","box":"b","x":1}"#,
    ] {
      #expect(Array(text.utf8).withUnsafeBytes { Sealed(line: $0) } == nil)
    }
  }
}
