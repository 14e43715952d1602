import FoundationEssentials
import Testing

@testable import Storage

/// Reading a line by hand agrees with the JSON decoder, or leaves the line to it.
struct LineScannerTests {
  private func scan(_ bytes: [UInt8]) -> Event<Mark>? {
    bytes.withUnsafeBytes { line in
      ScannedLine(line).flatMap { $0.event(Mark.scan) }
    }
  }

  private func decode(_ bytes: [UInt8]) -> Event<Mark>? {
    bytes.withUnsafeBytes { line in
      if case .event(let event) = EventLine<Mark>(decoding: line) { event } else { nil }
    }
  }

  private func event(_ random: inout SplitMix64) -> Event<Mark> {
    let number = Int.random(in: 0...12, using: &random)
    let other = EventID(device: "phone", counter: Int.random(in: 1...1200, using: &random))
    let bodies: [Event<Mark>.Body] = [
      .deed(.mark(number * number * 7)), .undo(other), .gone, .deed(.mark(number)),
      .deed(.note(["", "a \"b\" {[", "ü\n"].randomElement(using: &random) ?? "")),
      .deed(.weight(number)),
    ]
    return Event(
      id: EventID(device: "desk", counter: Int.random(in: 1...99_999, using: &random)),
      stamp: Stamp(
        milliseconds: Int64.random(in: -2_000_000_000_000...2_000_000_000_000, using: &random),
        offsetMinutes: Int.random(in: -840...840, using: &random),
        day: Int.random(in: -3...21_000, using: &random)),
      body: bodies.randomElement(using: &random) ?? .gone,
      replaces: Bool.random(using: &random) ? other : nil)
  }

  @Test func whatTheEncoderWritesIsRead() throws {
    var random = SplitMix64(seed: 1)
    var accepted = 0
    for _ in 0..<2000 {
      let event = event(&random)
      let line = Array(try event.line().dropLast())
      #expect(decode(line) == event)
      guard let scanned = scan(line) else { continue }
      #expect(scanned == event)
      accepted += 1
    }
    // All but notes and weights.
    #expect(accepted > 1200)
  }

  @Test func whatIsAcceptedIsWhatTheDecoderReads() throws {
    var random = SplitMix64(seed: 2)
    let alphabet = Array(#"{}[]",:\/ 0123456789-+.eEatdyiofvmrkug"#.utf8) + [0, 9, 0x7f, 0xc3]
    let pieces = [#""at":1,"#, #""v":1"#, #","v":1"#, #""mark":2,"#, #"null"#, "{", "}", "00", ":"]
    var accepted = 0
    for _ in 0..<20_000 {
      var line = Array(try event(&random).line().dropLast())
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: line.indices, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: line[index] = byte
        case 1: line.insert(byte, at: index)
        case 2: line.remove(at: index)
        default:
          line.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: index)
        }
      }
      guard let scanned = scan(line) else { continue }
      accepted += 1
      #expect(decode(line) == scanned, "\(String(decoding: line, as: UTF8.self))")
    }
    #expect(accepted > 1000)
  }

  @Test(arguments: [
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","off":0,"v":1,"mark":3}"#,
    #"{"mark":3,"at":1,"day":2,"id":"a:1","off":0,"v":1}"#,
    #"{"at":-1,"day":-2,"id":"a:1","off":-60,"undo":"b:2","v":1}"#,
    #"{"at":1,"day":2,"gone":true,"id":"a:1","off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","off":0,"replaces":"b:7","undo":"b:2","v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"replaces":"b:7","v":1}"#,
  ])
  func theKindMayStandAnywhere(line: String) {
    #expect(scan(Array(line.utf8)) != nil)
    #expect(scan(Array(line.utf8)) == decode(Array(line.utf8)))
  }

  @Test(arguments: [
    #"{"at":1,"at":1,"day":2,"id":"a:1","off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":1,"mark":3}"#,
    #"{"at":01,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":-0,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:01","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":":1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"ä:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":2}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":11}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":9999,"v":1}"#,
    #"{"at":99999999999999999999,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"gone":false,"id":"a:1","off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":1} "#,
    #" {"at":1,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","note":"x","off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","off":0,"replaces":"b:7","v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"replaces":"b","v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"replaces":null,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":0,"replaces":"b:7","replaces":"b:7","v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","off":0,"plan":3,"replaces":"b:7","v":1}"#,
    "", "{", "{}",
  ])
  func everythingElseIsLeftToTheDecoder(line: String) {
    #expect(scan(Array(line.utf8)) == nil)
  }

  /// A number so large that sums of it overflow is damage.
  @Test(arguments: [
    #"{"at":9223372036854775807,"day":2,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":-9223372036854775808,"id":"a:1","mark":3,"off":0,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:1","mark":3,"off":1441,"v":1}"#,
    #"{"at":1,"day":2,"id":"a:9223372036854775807","mark":3,"off":0,"v":1}"#,
  ])
  func whatIsOutOfRangeIsNoEvent(line: String) {
    #expect(decode(Array(line.utf8)) == nil)
  }
}
