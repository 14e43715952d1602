import EmotionCore
import Foundation
import Testing

/// The fast way to read a check-in agrees with the JSON decoder, or leaves it to it.
@Suite struct CheckInLineTests {
  private func scan(_ text: [UInt8]) -> CheckIn? { text.withUnsafeBytes { CheckIn(line: $0) } }

  private func encode(_ checkIn: CheckIn) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(checkIn))
  }

  private func checkIn(_ dice: inout SeededDice) -> CheckIn {
    let texts = ["", "sad", "Ärger 😡", "a\nb\t\"c\"\\/d", "\u{7F}\u{9B}", "e\u{301}"]
    func text() -> String { texts.randomElement(using: &dice) ?? "" }
    func maybe<Value>(_ value: Value) -> Value? {
      Bool.random(using: &dice) ? value : nil
    }
    return CheckIn(
      feelings: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        .init(id: text(), word: text(), strength: Int.random(in: 1...5, using: &dice))
      },
      said: maybe(text()), cues: maybe([text(), text()]), note: maybe(text()))
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
      Array(#"{}[]",:\/ 0123456789nrtufeEsidw"#.utf8) + [0, 0x1F, 0x7f, 0x80, 0xc3, 0xff]
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
    "", "{}", "[]", #"{"feelings":[]}x"#, #"{"feelings": []}"#, #"{"note":"x","feelings":[]}"#,
    #"{"feelings":[{"id":"a","strength":7,"word":"a"}]}"#, #"{"feelings":[],"note":null}"#,
    #"{"feelings":[],"note":"\u0041"}"#, #"{"feelings":[],"more":1}"#,
    #"{"feelings":[{"id":"a","word":"a","strength":1}]}"#, #"{"feelings":[],"note":"a\"#,
  ])
  func theRestIsLeftToTheDecoder(text: String) { #expect(scan(Array(text.utf8)) == nil) }
}
