import Foundation
import Testing

extension EndToEnd {
  /// Terminals that can show less.
  @Suite struct Looks {
    @Test(arguments: [
      ("LC_ALL=C inkling", "LC_ALL=C inkling practice"),
      ("inkling --ascii", "inkling practice --ascii"),
      ("LC_ALL=POSIX inkling", "LC_ALL=xx_YY.nonsense inkling practice"),
    ])
    func nothingButASCIIIsDrawnWhereNothingElseCanBe(home: String, practice: String) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(home)
      try await terminal.wait(for: "How are you, underneath?")
      try expectASCII(try terminal.screen(), "The last seven days", "overwhelmed, today 21:14")
      try terminal.press("n")
      try await terminal.wait(for: "What would you say?")
      try expectASCII(try terminal.screen(), "> stressed", "it is more than I can hold")
      try terminal.press("Escape")
      try await terminal.wait(for: "How are you, underneath?")
      try terminal.press("x")
      try await terminal.wait(for: "/ search")
      try expectASCII(try terminal.screen())
      try terminal.press("Escape")
      try await terminal.wait(for: "How are you, underneath?")
      try terminal.press("q")
      _ = try await terminal.waitForPrompt()

      try await terminal.start(practice)
      try await terminal.wait(for: "Which word fits best?")
      try expectASCII(try terminal.screen(), "1-4 answer", "overwhelmed")
      let number = try #require(try terminal.choice("overwhelmed"))
      try terminal.press(number == "1" ? "2" : "1")
      try await terminal.wait(for: "It's overwhelmed")
      try expectASCII(try terminal.screen(), "x It's overwhelmed")
    }

    @Test(arguments: ["NO_COLOR=1 inkling", "inkling --no-color"])
    func noColorsWhereNoneAreWanted(line: String) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(line)
      try await terminal.wait(for: "The last seven days")
      let codes = try terminal.codes()
      #expect(codes.isDisjoint(with: colors))
      // Bold is not a color.
      #expect(codes.contains(1))
    }

    @Test(arguments: ["inkling", "NO_COLOR= inkling"])
    func colorsWhereTheyAreNotRefused(line: String) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(line)
      try await terminal.wait(for: "The last seven days")
      let codes = try terminal.codes()
      #expect(!codes.isDisjoint(with: colors))
    }

    private let colors = Set(30...38).union(40...48).union(90...97).union(100...107)

    private func expectASCII(_ screen: String, _ texts: String...) throws {
      let foreign = screen.filter { !$0.isASCII }
      #expect(foreign.isEmpty, "\(screen)")
      for text in texts { #expect(screen.contains(text)) }
    }
  }
}

extension TerminalSession {
  /// The numbers in the escape sequences that set colors and attributes on the screen.
  fileprivate func codes() throws -> Set<Int> {
    let pieces = try styledScreen().components(separatedBy: "\u{1B}[").dropFirst()
    let codes = pieces.flatMap { $0.prefix { $0 != "m" }.split(separator: ";") }
    return Set(codes.compactMap { Int($0) })
  }
}
