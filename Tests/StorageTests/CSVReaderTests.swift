import Testing

@testable import Storage

/// RFC 4180, and what real files do besides.
struct CSVReaderTests {
  private func records(_ bytes: [UInt8]) throws -> [CSVReader.Record] {
    var reader = CSVReader(bytes)
    var records: [CSVReader.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private func fields(_ text: String) throws -> [[String]] {
    try records(Array(text.utf8)).map(\.fields)
  }

  @Test(arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "\u{FEFF}a,b\n1,2\n\n\r\n"])
  func linesEndInAnyWay(_ text: String) throws {
    #expect(try fields(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func quotedFieldsHoldAnything() throws {
    let text = "\"a,\"\"b\"\"\",\"two\r\nlines\",\"\"\n,\n"
    #expect(try fields(text) == [["a,\"b\"", "two\r\nlines", ""], ["", ""]])
    #expect(try fields("\"x\"") == [["x"]])
    #expect(try fields("ä,\"ö\"\n") == [["ä", "ö"]])
    #expect(try fields("") == [])
    #expect(try fields("\n\r\n") == [])
  }

  @Test(arguments: [
    ("sep=;\r\na;b\r\n1;2\r\n", 2), ("\u{FEFF}SEP=;\na;b\n1;2", 2), ("sep=|\na|b\n1|2", 2),
    ("sep=,\na,b\n1,2", 2),
  ])
  func aFirstLineMaySayWhatSeparates(_ text: String, _ line: Int) throws {
    let bytes = Array(text.utf8)
    var reader = CSVReader(bytes, separator: CSVReader.separator(of: bytes))
    let first = try reader.next()
    #expect(first == CSVReader.Record(line: line, fields: ["a", "b"]))
    #expect(try reader.next()?.fields == ["1", "2"])
  }

  @Test(arguments: ["sep=ab\n1", "sep=\n1", "separator,x\n1,2"])
  func whatOnlyBeginsSoIsAHeader(_ text: String) throws {
    #expect(try fields(text).first?.first?.lowercased().hasPrefix("sep") ?? true)
    #expect(CSVReader.separator(of: Array(text.utf8)) == UInt8(ascii: ","))
  }

  @Test func recordsKnowTheirLine() throws {
    let lines = try records(Array("a\n\n\"b\nc\"\r\nd".utf8)).map(\.line)
    #expect(lines == [1, 3, 5])
  }

  @Test(arguments: [
    ("a\n\"b\nc", 2, "has a quote that is never closed"),
    ("a\n\"b\nc\"d\n", 3, "has text after a closing quote"),
    ("a\nb\"c\n", 2, "has a quote in a field that does not begin with one"),
  ])
  func badQuotesAreToldWithTheirLine(_ text: String, line: Int, problem: String) throws {
    #expect(throws: CSVReader.Problem(line: line, text: problem)) { try fields(text) }
  }

  @Test func textThatIsNotUTF8IsToldAndNotMended() {
    #expect(throws: CSVReader.Problem(line: 2, text: "is not UTF-8 text")) {
      try records(Array("a\n".utf8) + [0x62, 0xFF])
    }
  }

  /// What is written by the rules is read back, whatever it is.
  @Test(arguments: UInt64(1)...UInt64(20))
  func anyTableIsReadBack(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "\"", ",", "\n", "\r\n", "\r", " ", "é", "😀", ""]
    let table = (0..<8).map { _ in
      (0..<3).map { _ in
        (0..<4).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
    let text = table.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    #expect(try fields(text) == table)
  }

  /// Any bytes give records or a problem, never a trap.
  @Test(arguments: UInt64(1)...UInt64(20))
  func anyBytesAreSurvived(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Array("\",\r\na\u{e9}".utf8) + [0xFF]
    for _ in 0..<50 {
      let text = (0..<20).map { _ in bytes.randomElement(using: &random) ?? 0 }
      let read = try? records(text)
      #expect((read ?? []).allSatisfy { !$0.fields.isEmpty })
    }
  }
}
