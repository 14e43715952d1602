import Foundation
import Testing

extension EndToEnd {
  /// The month to come, and other settings for it.
  @Suite struct Planning {
    private struct Answer: Decodable {
      let before: Month
      let after: Month?
      let kept: Bool

      struct Month: Decodable {
        let retention: Double
        let new: Int
        let lighter: [String]
        let cards_a_day: Double
        let minutes_a_day: Double
        let words_known: Double
        let days: [Day]
      }

      struct Day: Decodable {
        let date: String
        let cards: Double
        let new: Double
        let answers: Double
        let minutes: Double
      }
    }

    private func plans(_ sandbox: borrowing Sandbox) throws -> [Substring] {
      try sandbox.logs().flatMap { $0.text.split(separator: "\n") }
        .filter { $0.contains(#""plan""#) }
    }

    @Test(arguments: ["0.85", "85", "85%"])
    func retentionIsReadAsAShareOrInPercent(_ text: String) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("plan", "--retention", text, "--json")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.after?.retention == 0.85)
    }

    @Test func withoutOptionsItShowsTheMonthAndChangesNothing() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("plan", "--ascii")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("new cards a day, at most   8\n"))
      #expect(outcome.output.contains("     Sat 21 Nov    Sat 28 Nov"))
      #expect(outcome.output.contains("#"))
      #expect(outcome.output.allSatisfy { $0.isASCII })
      #expect(outcome.lines.allSatisfy { $0.count <= 80 })
      let plain = try await sandbox.run("plan", "--plain")
      #expect(plain.lines.contains { $0.hasPrefix("Sat 21 Nov: 8 cards, ") })
      let logged0 = try plans(sandbox).count
      #expect(logged0 == 0)
    }

    @Test func whatIsKeptIsInTheLogAndHolds() async throws {
      let sandbox = try Sandbox()
      for input in ["", "\n", "n\n"] {
        let outcome = try await sandbox.run("plan", "--new", "3", input: input)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasSuffix("Keep this? [y/N] Nothing was changed.\n"))
      }
      let logged0 = try plans(sandbox).count
      #expect(logged0 == 0)

      let kept = try await sandbox.run(
        "plan", "--new", "3", "--lighter", "Sunday,sat", input: "y\n")
      #expect(kept.output.hasSuffix("Keep this? [y/N] Kept.\n"))
      #expect(kept.output.contains("new cards a day, at most   8         3\n"))
      let more = try await sandbox.run("plan", "--retention", "0.85", "--yes")
      #expect(more.output.hasSuffix("Kept.\n") && !more.output.contains("[y/N]"))
      let events = try plans(sandbox)
      #expect(events.count == 2)
      // What was not named is as it was.
      #expect(events.last?.contains(#""plan":{"lighter":[5,6],"new":3,"retention":0.85}"#) == true)
      let now = try await sandbox.run("plan")
      #expect(now.lines.prefix(3).map { String($0.dropFirst(27)) } == ["85 %", "3", "sat,sun"])
      let due = try await sandbox.run("due")
      #expect(due.output == "3 due, 3 of them new\n")
    }

    @Test func jsonIsNeverAQuestion() async throws {
      let sandbox = try Sandbox()
      let shown: Answer = try await sandbox.json("plan", "--json")
      #expect(shown.after == nil && !shown.kept)
      #expect(shown.before.retention == 0.9 && shown.before.lighter.isEmpty)
      #expect(shown.before.days.count == 30)
      #expect(shown.before.days.first?.date == "2026-11-21")
      let tried: Answer = try await sandbox.json("plan", "--json", "--new", "20")
      let after = try #require(tried.after)
      #expect(!tried.kept && after.new == 20)
      #expect(after.cards_a_day > tried.before.cards_a_day)
      #expect(after.minutes_a_day > tried.before.minutes_a_day)
      #expect(after.words_known > tried.before.words_known)
      let logged0 = try plans(sandbox).count
      #expect(logged0 == 0)
      let kept: Answer = try await sandbox.json("plan", "--json", "--new", "20", "--yes")
      #expect(kept.kept)
      let logged1 = try plans(sandbox).count
      #expect(logged1 == 1)
    }

    @Test(arguments: [
      ["--retention", "0.5"], ["--retention", "nan"], ["--retention", "0.96"], ["--new", "-1"],
      ["--new", "101"], ["--lighter", "someday"], ["--lighter", ""],
    ])
    func whatIsOutOfRangeIsRefused(_ arguments: [String]) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(["plan", "--yes"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(arguments[0]))
      let logged0 = try plans(sandbox).count
      #expect(logged0 == 0)
    }
  }
}
