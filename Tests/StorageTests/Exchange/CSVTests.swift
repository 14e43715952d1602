import Storage
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    ("a,b,c;d\n;;;;;;", ","), ("a;b;\"c,,,,,\"\n", ";"), ("a\tb c\n", "\t"), ("a", ","), ("", ","),
  ])
  func findsTheSeparator(_ text: String, _ expected: Unicode.Scalar) {
    #expect(CSVReader.separator(of: Array(text.utf8)) == UInt8(ascii: expected))
  }

  @Test(arguments: [",", ";", "\t"] as [Unicode.Scalar])
  func readsWithAnySeparator(_ separator: Unicode.Scalar) throws {
    let text = "a\(separator)\"b\(separator)c\"\n"
    var reader = CSVReader(Array(text.utf8), separator: UInt8(ascii: separator))
    #expect(try reader.next()?.fields == ["a", "b\(separator)c"])
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
    var reader = CSVReader(Array(CSVWriter.text(table).utf8))
    for record in table { #expect(try reader.next()?.fields == record) }
    #expect(try reader.next() == nil)
  }
}
