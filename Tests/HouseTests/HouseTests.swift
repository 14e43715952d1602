import Foundation
import Testing

/// The rules of the house that the compiler cannot keep.
@Suite struct HouseTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func files(_ folder: String, _ endings: [String]) throws -> [(String, String)] {
    let base = root.appending(path: folder)
    let names = try #require(FileManager.default.enumerator(atPath: base.path))
    return try names.compactMap { $0 as? String }
      .filter { name in
        endings.contains { name.hasSuffix($0) } && !name.contains(".build")
      }
      .sorted()
      .map {
        ("\(folder)/\($0)", try String(contentsOf: base.appending(path: $0), encoding: .utf8))
      }
  }

  private static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        words[..<index].allSatisfy({ ["public", "internal", "@testable"].contains(String($0)) })
      else { return nil }
      return String(words[index + 1])
    }
  }

  @Test func oneFileKnowsCurses() throws {
    let users = try Self.files("Sources", [".c", ".h", ".swift"]).filter { _, text in
      text.contains("<curses.h>") || text.contains("<ncurses")
    }
    #expect(users.map(\.0) == ["Sources/CTerminal/CTerminal.c"])
  }

  /// Feelings and memory know no clock, no file, no terminal, no dice of their own.
  @Test(arguments: ["EmotionCore", "SpacedRepetition"])
  func thePureRoomsStayPure(_ target: String) throws {
    let mathematics: Set = ["Glibc", "Musl", "Darwin"]
    for (name, text) in try Self.files("Sources/\(target)", [".swift"]) {
      for module in Self.imports(text) {
        let isAllowed = module == "SpacedRepetition" || mathematics.contains(module)
        #expect(isAllowed, "\(name) imports \(module)")
      }
      for word in [
        "Date(", "Date.now", "FileManager", "ProcessInfo", "clock_gettime", "time(nil", "fopen(",
        "contentsOf", ".random(in:", "shuffled()", "randomElement()", "getenv", "print(",
        "Clock()", "SystemRandomNumberGenerator",
      ] {
        #expect(!text.contains(word), "\(name) says \(word)")
      }
    }
  }

  @Test func screensTouchNeitherCursesNorFiles() throws {
    for (name, text) in try Self.files("Sources/Screens", [".swift"]) {
      let allowed: Set = ["EmotionCore", "SpacedRepetition", "Terminal"]
      #expect(Set(Self.imports(text)).isSubset(of: allowed), "\(name)")
    }
  }

  /// Bad input is answered with a sentence, not with a trap.
  @Test func nothingInTheSourcesTraps() throws {
    for (name, text) in try Self.files("Sources", [".swift"]) {
      for word in ["try!", "fatalError(", "preconditionFailure(", "as!", "unowned("] {
        #expect(!text.contains(word), "\(name) says \(word)")
      }
    }
  }

  @Test func foundationIsTheEssentialsOnly() throws {
    for (name, text) in try Self.files("Sources", [".swift"]) {
      #expect(!Self.imports(text).contains("Foundation"), "\(name)")
    }
  }

  /// A library says what each of its symbols is.
  @Test func theSchedulerDocumentsWhatIsPublic() throws {
    var undocumented: [String] = []
    for (name, text) in try Self.files("Sources/SpacedRepetition", [".swift"]) {
      var isDocumented = false
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let words = line.split(separator: " ")
        // An attribute stands between a comment and what it is of.
        if words.first?.hasPrefix("@") ?? false { continue }
        if words.first == "public", words[1] != "import", !isDocumented {
          undocumented.append("\(name):\(index + 1)")
        }
        isDocumented = words.first == "///"
      }
    }
    #expect(undocumented.isEmpty)
  }

  /// `swift format lint --strict` has nothing to say.
  @Test func everythingIsFormatted() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.currentDirectoryURL = Self.root
    process.arguments = [
      "swift", "format", "lint", "--strict", "--recursive", "Package.swift", "Sources", "Tests",
    ]
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let complaints = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let isClean = process.terminationStatus == 0
    #expect(isClean, "\(complaints.prefix(4000))")
  }
}
