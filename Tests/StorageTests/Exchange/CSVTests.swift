import Storage
import Testing

@Suite struct CSVTests {
  private func records(_ text: String, separator: UInt8 = UInt8(ascii: ",")) throws -> [[String]] {
    try records(Array(text.utf8), separator: separator).map(\.fields)
  }

  private func records(
    _ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")
  ) throws(CSVReader.Problem) -> [CSVReader.Record] {
    var reader = CSVReader(bytes, separator: separator)
    var records: [CSVReader.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a\rb\r", [["a"], ["b"]]), ("", []), ("\n\n", []), ("a,,\n", [["a", "", ""]]),
    ("\u{FEFF}a,b", [["a", "b"]]), ("\"a,\"\"b\"\"\r\nc\",d", [["a,\"b\"\r\nc", "d"]]),
    ("\"\",x", [["", "x"]]), (" a , b ", [[" a ", " b "]]), ("ä,😀", [["ä", "😀"]]),
  ])
  func reads(_ text: String, _ expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test func tellsTheLineOfEachRecord() throws {
    let lines = try records(Array("a\r\n\r\n\"b\r\nc\"\r\nd".utf8)).map(\.line)
    #expect(lines == [1, 3, 5])
  }

  @Test(arguments: [
    ("a\n\"b\nc", 2, "has a quote that is never closed"),
    ("a\n\"b\"c", 2, "has text after a closing quote"),
    ("a\nb\"c", 2, "has a quote in a field that does not begin with one"),
  ])
  func tellsWhatIsWrong(_ text: String, _ line: Int, _ reason: String) {
    let problem = #expect(throws: CSVReader.Problem.self) { try records(Array(text.utf8)) }
    #expect(problem?.line == line)
    #expect(problem?.text == reason)
  }

  @Test func tellsWhatIsNotUTF8() {
    let problem = #expect(throws: CSVReader.Problem.self) {
      try records([0x61, 0x0A, 0x62, 0xFF])
    }
    #expect(problem?.line == 2)
    #expect(problem?.text == "is not UTF-8 text")
  }

  @Test(arguments: [
    ("a,b,c;d\n;;;;;;", ","), ("a;b;\"c,,,,,\"\n", ";"), ("a\tb c\n", "\t"), ("a", ","), ("", ","),
  ])
  func findsTheSeparator(_ text: String, _ expected: Unicode.Scalar) {
    #expect(CSVReader.separator(of: Array(text.utf8)) == UInt8(ascii: expected))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func whatIsWrittenIsReadBack(_ seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let alphabet: [String] = ["a", ",", "\"", "\n", "\r", "\r\n", ";", " ", "é", "'", "\t"]
    let table = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
      // A record of one empty field would be an empty line.
      ["x"]
        + (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &dice)).map { _ in
            alphabet.randomElement(using: &dice) ?? ""
          }.joined()
        }
    }
    #expect(try records(CSVWriter.text(table)) == table)
  }
}
