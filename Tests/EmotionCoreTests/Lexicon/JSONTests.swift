import Foundation
import Testing

@testable import EmotionCore

@Suite struct JSONTests {
  private func read(_ text: String) throws -> JSON {
    try Array(text.utf8).withUnsafeBytes { bytes in try JSON(bytes) }
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), (" false\n", .bool(false)), ("-1.5e2", .number(-150)),
      (#""a\"b\\c\/\n\t\u0041\uD83D\uDE00é""#, .string("a\"b\\c/\n\tA😀é")), ("[]", .array([])),
      ("{}", .object([])),
      (
        #"{"a": [1, {"b": null}]}"#,
        .object([
          .init(
            key: "a", value: .array([.number(1), .object([.init(key: "b", value: .null)])]))
        ])
      ),
    ] as [(String, JSON)])
  func whatStandsIsRead(_ text: String, _ value: JSON) throws {
    #expect(try read(text) == value)
  }

  @Test(
    arguments: [
      ("", 1, "it ends too early"), ("[1,\n2", 2, "a comma is missing"),
      ("[1,]", 1, "a value is expected"), ("{\"a\" 1}", 1, "a colon is missing"),
      ("{a: 1}", 1, "a name is missing"), ("\"a", 1, "a text does not end"),
      ("\"a\nb\"", 1, "a text has a control character in it"), ("tru", 1, "a value is expected"),
      ("1 2", 1, "there is more after the end"), (#""\q""#, 1, "an unknown escape"),
      (#""\uD83D""#, 1, "half a surrogate pair"), (#""\u12""#, 1, "an escape without four digits"),
      ("1e999", 1, "a value is expected"),
      (String(repeating: "[", count: 100_000), 1, "it is nested too deeply"),
    ])
  func whatIsBrokenIsNamed(_ text: String, _ line: Int, _ reason: String) {
    #expect(throws: JSON.SyntaxError(line: line, reason: reason)) { try read(text) }
  }

  /// The same as Foundation's reader, over all that is shipped.
  @Test(arguments: RealData.files)
  func itAgreesWithFoundation(_ file: RealData.File) throws {
    let ours = try file.content.withUnsafeBytes { bytes in try JSON(bytes) }
    let theirs = try JSONSerialization.jsonObject(with: file.content)
    #expect(same(ours, theirs))
  }

  private func same(_ ours: JSON, _ theirs: Any) -> Bool {
    switch (ours, theirs) {
    case (.string(let left), let right as String): left == right
    case (.array(let left), let right as [Any]):
      left.count == right.count && zip(left, right).allSatisfy { same($0, $1) }
    case (.object(let left), let right as [String: Any]):
      left.count == right.count
        && left.allSatisfy { member in right[member.key].map { same(member.value, $0) } ?? false }
    case (.number(let left), let right as NSNumber): left == right.doubleValue
    default: false
    }
  }
}
