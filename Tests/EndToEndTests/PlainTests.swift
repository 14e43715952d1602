import Foundation
import Testing

extension EndToEnd {
  /// Line by line, through pipes, as a screen reader or a script uses it.
  @Suite struct Plain {
    @Test func aWholeConversationNamesAndSaves() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(
        "name", "--plain", input: "stresed\n\nstressed\n9\n2 1\n4\n\n  too  much at once \n")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("did you mean stressed?"))
      #expect(outcome.output.contains("Any word will do, for example: stressed"))
      #expect(outcome.output.contains("\n1. overwhelmed: it is more than I can hold\n"))
      #expect(outcome.output.contains("overwhelmed or pressured? overwhelmed:"))
      #expect(outcome.output.contains("Please answer with numbers from 1 to 6"))
      #expect(outcome.output.contains("Saved: pressured, overwhelmed.\n"))
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))

      let events = try sandbox.events()
      #expect(events.count == 1)
      let entry = try #require(events.first?.checkin)
      #expect(entry.said == "stressed")
      #expect(entry.note == "too much at once")
      #expect(
        entry.feelings == [
          .init(id: "pressured", strength: 4), .init(id: "overwhelmed", strength: 3),
        ])
    }

    @Test(arguments: ["", "stressed\n", "stressed\n0\n", "qqqqqq\n", "stressed\n7"])
    func nothingIsSavedBeforeAWordIsChosen(input: String) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("name", "--plain", input: input)
      #expect(outcome.status == 1)
      #expect(!outcome.output.contains("Saved"))
      let events = try sandbox.events()
      #expect(events.isEmpty)
    }

    /// Strength and note can be left out, and so can their lines.
    @Test(arguments: ["stressed\n1\n", "stressed\n\n3", "stressed\n1\n3\n"])
    func aChosenWordIsSavedWhole(input: String) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("name", "--plain", input: input)
      #expect(outcome.status == 0)
      let events = try sandbox.events()
      #expect(events.count == 1)
      #expect(events.first?.checkin?.feelings == [.init(id: "overwhelmed", strength: 3)])
    }

    @Test func practiceAsksTheNamedWordFirstAndSavesEveryAnswer() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      // A first look finds the right number; the dice are pinned, so that it is there again.
      let look = try await sandbox.run("practice", "--plain")
      #expect(look.status == 0)
      #expect(!look.output.contains("Nothing's due right now."))
      let number = try #require(look.lines.first { $0.hasSuffix(". overwhelmed") }?.first)
      var events = try sandbox.events()
      #expect(events.count == 1)

      let outcome = try await sandbox.run(
        "practice", "--plain", input: "9\n\(number)\n0\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Please answer with a number from 0 to 4."))
      #expect(outcome.output.contains("Right: overwhelmed.\n"))
      #expect(outcome.output.contains("Done for now: 2 answered.\n"))
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
      events = try sandbox.events()
      #expect(events.count == 3)
      #expect(events.dropFirst().first?.review == .init(card: "overwhelmed/recognize", grade: 3))
      #expect(events.last?.review?.grade == 1)
    }

    @Test func afterTwoRefusalsAWordOfOnesOwnIsSaved() async throws {
      let sandbox = try Sandbox()
      let own = try await sandbox.run(
        "name", "--plain", input: "stressed\n0\n0\nSunday  scaries\n4\n\n")
      #expect(own.status == 0)
      #expect(own.output.contains("Type a word, or Enter for “stressed”: "))
      #expect(own.output.contains("Saved: Sunday scaries.\n"))
      let said = try await sandbox.run("name", "--plain", input: "stressed\n0\n0\n\n\n\n")
      #expect(said.output.contains("Saved: stressed.\n"))
      let stopped = try await sandbox.run("name", "--plain", input: "stressed\n0\n0\nq\n")
      #expect(stopped.status == 1)
      let events = try sandbox.events()
      #expect(
        events.map { $0.checkin?.feelings } == [
          [.init(id: "sunday-scaries", strength: 4)], [.init(id: "stressed", strength: 3)],
        ])
    }

    /// Who doesn't know says so, and who wants more gets more.
    @Test func practiceGoesOnWhenAsked() async throws {
      let sandbox = try Sandbox()
      let few = try await sandbox.run("plan", "--new", "1", input: "y\n")
      #expect(few.status == 0)
      let outcome = try await sandbox.run(
        "practice", "--plain", input: "idk\n?\nno idea\ny\n0\nq\n")
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("Please answer"))
      #expect(outcome.output.contains("Done for now: 3 answered.\n"))
      #expect(outcome.output.contains("Practice more anyway? y for yes, Enter to stop: "))
      #expect(outcome.output.contains("Done for now: 4 answered.\n"))
      let events = try sandbox.events()
      #expect(Set(events.compactMap(\.review?.card)).count == 2)
      let nothing = try await sandbox.run("practice", "--plain", input: "0\n0\n0\n\n")
      #expect(nothing.output.contains("Done for now"))
    }

    @Test func whatIsNoStrengthIsAskedAgainAndQStops() async throws {
      let sandbox = try Sandbox()
      let stopped = try await sandbox.run("name", "--plain", input: "stressed\n1\nx\n9\nq\n")
      #expect(stopped.status == 1)
      #expect(
        stopped.output.components(separatedBy: "Please answer with a number from 1 to 5.").count
          == 3)
      #expect(stopped.output.hasSuffix("Nothing was saved.\n"))
      var events = try sandbox.events()
      #expect(events.isEmpty)
      let wrong = try await sandbox.run("name", "--plain", input: "stressed\n1 19\n1\n4\n\n")
      #expect(wrong.output.contains("Please answer with numbers from 1 to"))
      events = try sandbox.events()
      #expect(events.map { $0.checkin?.feelings.map(\.strength) } == [[4]])
    }

    @Test func anAnswerIsTakenBackAndAskedAgain() async throws {
      let sandbox = try Sandbox()
      let nothing = try await sandbox.run("practice", "--plain", input: "u\n")
      #expect(nothing.output.contains("There is nothing to undo.\n"))
      let outcome = try await sandbox.run("practice", "--plain", input: "0\nu\n0\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Taken back: "))
      #expect(outcome.output.contains("Done for now: 1 answered.\n"))
      let events = try sandbox.events()
      #expect(events.map { $0.review != nil } == [true, false, true])
      #expect(events.first?.review?.card == events.last?.review?.card)
      let export = try await sandbox.run("export", "--reviews")
      #expect(export.output.split(separator: "\r\n").count == 2)
    }

    /// A word that slipped three times and slips once more is offered a drill, which leaves no
    /// trace.
    @Test func aWordThatKeepsSlippingIsToldApart() async throws {
      let sandbox = try Sandbox()
      let day = 20_778
      let grades = [(0, 4), (60, 1), (60, 3), (120, 1), (120, 3), (180, 1), (180, 3)]
      var lines = ""
      for (number, item) in grades.enumerated() {
        let (offset, grade) = item
        let at = (day - 240 + offset) * 86_400_000 + 43_200_000 + number * 60_000
        lines +=
          #"{"at":\#(at),"day":\#(day - 240 + offset),"id":"abc:\#(number + 1)","off":0,"#
          + #""review":{"card":"overwhelmed/recognize","grade":\#(grade),"#
          + #""instead":"pressured","ms":4000},"v":1}"# + "\n"
      }
      try sandbox.write(lines, to: "log/abc.jsonl")
      let outcome = try await sandbox.run("practice", "--plain", input: "0\ny\n1\n1\n\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("This one keeps slipping: you often say pressured instead."))
      #expect(outcome.output.contains("1 overwhelmed, 2 pressured; Enter to leave: "))
      #expect(
        outcome.output.contains("Not overwhelmed: ") || outcome.output.contains("Not pressured: "))
      #expect(outcome.output.contains("overwhelmed and pressured change places."))
      let events = try sandbox.events()
      #expect(events.count == grades.count + 1)
    }
  }
}
