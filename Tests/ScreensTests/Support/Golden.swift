import Foundation
import Terminal
import Testing

/// Expected screens: the text, and under it a letter for the style of every cell.
///
/// `INKLING_RECORD=1 swift test --filter Golden` writes them anew; look at the difference before
/// committing it.
enum Golden {
  static func check(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens")
    let file = folder.appending(path: "\(name) \(frame.size.columns)x\(frame.size.rows).txt")
    let actual = describe(frame)
    if ProcessInfo.processInfo.environment["INKLING_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    let isSame = actual == expected
    #expect(isSame, "\(name):\n\(actual)", sourceLocation: sourceLocation)
  }

  static func describe(_ frame: Frame) -> String {
    let rows = 0..<frame.size.rows
    let text = rows.map { frame.text(row: $0) }
    let styles = rows.map { row in
      var letters = (0..<frame.size.columns).map { letter(frame[row, $0]) }
      while letters.last == " " { letters.removeLast() }
      return String(letters)
    }
    let cursor = frame.cursor.map { "cursor \($0.row) \($0.column)" } ?? "no cursor"
    return (text + ["-- styles --"] + styles + [cursor, ""]).joined(separator: "\n")
  }

  private static func letter(_ cell: Frame.Cell) -> Character {
    if cell.character == " ", !cell.style.reverse, !cell.style.underline { return " " }
    return letters[cell.style] ?? "?"
  }

  private static let letters: [Style: Character] = [
    .plain: ".", .strong: "B", .faint: "d", .accent: "a", .chosen: "A", .good: "G", .bad: "X",
  ]
}
