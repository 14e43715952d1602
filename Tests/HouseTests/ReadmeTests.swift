import Foundation
import Testing

/// What README.md shows is what the program shows.
///
/// `INKLING_RECORD=1` copies the expected screens into it.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func itsScreensAreTheExpectedOnes() throws {
    let file = Self.root.appending(path: "README.md")
    let old = try String(contentsOf: file, encoding: .utf8)
    var new = ""
    var rest = old[...]
    var screens = 0
    while let mark = rest.range(of: "<!-- screen: ") {
      let name = rest[mark.upperBound...].prefix { $0 != ">" }.dropLast(3)
      let open = try #require(rest.range(of: "```\n", range: mark.upperBound..<rest.endIndex))
      let close = try #require(rest.range(of: "```\n", range: open.upperBound..<rest.endIndex))
      new += rest[..<open.upperBound] + (try Self.screen(String(name)))
      rest = rest[close.lowerBound...].dropFirst(0)
      new += "```\n"
      rest = rest.dropFirst(4)
      screens += 1
    }
    new += rest
    if ProcessInfo.processInfo.environment["INKLING_RECORD"] == "1" {
      try new.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(screens >= 3)
    let isCurrent = old == new || ProcessInfo.processInfo.environment["INKLING_RECORD"] == "1"
    #expect(isCurrent, "README.md shows other screens than Tests/ScreensTests/Goldens")
  }

  @Test func itsTestCommandIsWhatCIRuns() throws {
    let script = try String(contentsOf: Self.root.appending(path: ".ci/run"), encoding: .utf8)
    #expect(script.contains("<!-- test -->"))
  }

  private static func screen(_ name: String) throws -> String {
    let golden = try String(
      contentsOf: root.appending(path: "Tests/ScreensTests/Goldens/\(name).txt"), encoding: .utf8)
    let text = try #require(golden.range(of: "-- styles --").map { golden[..<$0.lowerBound] })
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.first == "" { lines.removeFirst() }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
