import Foundation
import Testing

extension EndToEnd {
  /// The path that most days take.
  @Suite struct NamingAndPractice {
    @Test func aVagueWordBecomesASavedFeeling() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.type("stressed")
      try await terminal.wait(for: "› stressed")
      try terminal.press("Enter")
      try await terminal.wait(for: "[stressed]")
      let shown = try terminal.screen()
      #expect(shown.contains("it is more than I can hold"))
      #expect(shown.contains("someone or a date is pushing me"))
      #expect(shown.contains("I was counting on something"))
      #expect(shown.contains("overwhelmed or pressured?"))

      try terminal.press("Enter")
      try await terminal.wait(for: "✓ Saved")
      // It is on disk while the program still runs.
      let saved = try sandbox.events()
      #expect(saved.count == 1)
      #expect(saved.first?.checkin?.said == "stressed")
      #expect(saved.first?.checkin?.feelings.map(\.id) == ["overwhelmed"])

      try terminal.press("Enter")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      let after = try sandbox.events()
      #expect(after == saved)
    }

    @Test func theShortPathIsTwoKeys() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "✓ Saved")
      let saved = try sandbox.events()
      #expect(saved.map(\.checkin?.feelings.count) == [1])
    }

    @Test func aNamedWordIsPracticedFirstAndAnAnswerCanBeUndone() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling practice")
      try await terminal.wait(for: "Which word fits best?")
      let question = try terminal.lines().prefix { !$0.contains("Which word") }.dropFirst(2)
      let number = try #require(try terminal.choice("overwhelmed"))

      try terminal.press(number == "1" ? "2" : "1")
      try await terminal.wait(for: "✗ It's overwhelmed")
      var events = try sandbox.events().dropFirst()
      #expect(events.map(\.review?.card) == ["overwhelmed/recognize"])
      #expect(events.last?.review?.grade == 1)
      let wrong = events.last?.id

      try terminal.press("u")
      try await terminal.wait(for: "Undone.")
      try await terminal.wait(for: "Which word fits best?")
      let again = try terminal.lines().prefix { !$0.contains("Which word") }.dropFirst(2)
      #expect(Array(again) == Array(question))
      events = try sandbox.events().dropFirst()
      #expect(events.count == 2)
      #expect(events.last?.undo == wrong)

      try terminal.press(number)
      try await terminal.wait(for: "✓ overwhelmed")
      events = try sandbox.events().dropFirst()
      #expect(events.count == 3)
      #expect(events.last?.review == .init(card: "overwhelmed/recognize", grade: 3))

      try terminal.press("Enter")
      try await terminal.wait("the next question") { lines in
        lines.contains { $0.contains("Which word fits best?") }
          && TerminalSession.choice("overwhelmed", in: lines) == nil
      }
      try terminal.press("Escape")
      try await terminal.wait(for: "Done for now: 1 word.")
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)

      let due = try await sandbox.run("due", "--json")
      #expect(due.status == 0)
      let counts = try #require(
        try JSONSerialization.jsonObject(with: Data(due.output.utf8)) as? [String: Any])
      // Eight new words a day, and one of them is begun.
      #expect(counts["new"] as? Int == 7)
    }
  }
}
