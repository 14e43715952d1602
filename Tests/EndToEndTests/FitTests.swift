import Foundation
import Testing

extension EndToEnd {
  /// The scheduler fitted to reviews, another program's and one's own.
  @Suite struct Fit {
    /// Cards recalled after a day and forgotten after ten, in one of three writings of a file.
    private enum Writing: CaseIterable {
      case plain, quoted, anki, semicolons
    }

    private func file(_ writing: Writing, cards: Int = 80) -> String {
      var rows: [(seconds: Int, card: Int, grade: Int)] = []
      for card in 0..<cards {
        for (day, grade) in [(0, 3), (1, 3), (11, 1), (12, 3), (14, 2)] {
          rows.append(((card + day) * 86_400 + 43_200 + card, card, grade))
        }
      }
      rows.sort { $0.seconds < $1.seconds }
      switch writing {
      case .plain:
        return "card_id,review_rating,review_time\n"
          + rows.map { "\($0.card),\($0.grade),\($0.seconds)000\n" }.joined()
      case .quoted:
        let format = ISO8601DateFormatter()
        return "\u{FEFF}\"note\",review_time,\"card_id\",review_rating\r\n"
          + rows.map { row in
            let time = format.string(from: Date(timeIntervalSince1970: Double(row.seconds)))
            return "\"a, \"\"b\"\"\",\(time),\"the \(row.card)th\",\(row.grade)\r\n"
          }.joined() + "\r\n"
      case .semicolons:
        return "review_time;card_id;review_rating\n"
          + rows.map { "\($0.seconds)000; \($0.card) ;\($0.grade)\n" }.joined()
      case .anki:
        return "id,cid,ease,type\n1,7,0,4\n"
          + rows.map { "\($0.seconds)000,\($0.card),\($0.grade),1\n" }.joined()
      }
    }

    private struct Answer: Decodable, Equatable {
      let parameters: [Double]
      let before: Score
      let after: Score
      let reviews: Int
      let repeated: Int
      let test_reviews: Int
      let seconds: Double

      struct Score: Decodable, Equatable {
        let log_loss: Double
        let rmse_bins: Double
        let auc: Double
      }
    }

    @Test func anyWritingOfALogGivesTheSameAnswer() async throws {
      let sandbox = try Sandbox()
      var answers: [Answer] = []
      for writing in Writing.allCases {
        let path = sandbox.home + "/log.csv"
        try Data(file(writing).utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try await sandbox.run("fit", "--log", path, "--json")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let data = Data(outcome.output.utf8)
        answers.append(try JSONDecoder().decode(Answer.self, from: data))
        let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]).keys
        #expect(
          keys.sorted() == [
            "after", "before", "parameters", "repeated", "reviews", "seconds", "test_reviews",
          ])
      }
      let first = try #require(answers.first)
      #expect(first.parameters.count == 21)
      #expect(first.reviews == 400 && first.repeated == 0)
      #expect(first.test_reviews > 60)
      #expect(first.after.log_loss < first.before.log_loss)
      for answer in answers {
        #expect(answer.parameters == first.parameters)
        #expect(answer.after == first.after)
      }
      // Nothing of it is kept.
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func aPersonReadsTheSameAsText() async throws {
      let sandbox = try Sandbox()
      let path = sandbox.home + "/log.csv"
      try Data(file(.plain).utf8).write(to: URL(fileURLWithPath: path))
      let outcome = try await sandbox.run(
        "fit", "--ascii", "--log", path, "--rollover", "0", "--utc-offset", "-05:30")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("Fitted to the oldest 80 % of 400 reviews in "))
      #expect(outcome.output.contains("\ndefaults    0."))
      #expect(outcome.output.contains("\nfitted      0."))
      #expect(outcome.output.contains("\no predicted, x recalled, * both\n"))
      #expect(outcome.output.utf8.allSatisfy { $0 < 128 && $0 != 27 })
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    /// Days are cut where one asks: at 20:00 UTC all reviews of the file count for another day
    /// than those of the morning after.
    @Test func daysAreCutWhereAsked() async throws {
      let sandbox = try Sandbox()
      let path = sandbox.home + "/log.csv"
      // Each card twice, 13 hours apart: 18:00 and 7:00 UTC.
      let rows = (0..<100).map { card in
        let evening = card * 86_400 + 64_800
        return "\(card),3,\(evening)000\n\(card),\(card % 5 == 0 ? 1 : 3),\(evening + 46_800)000\n"
      }
      try Data(("card_id,review_rating,review_time\n" + rows.joined()).utf8)
        .write(to: URL(fileURLWithPath: path))
      for (arguments, tests) in [
        ([], 20), (["--rollover", "8"], 0), (["--rollover", "8", "--utc-offset", "+03:00"], 20),
        (["--utc-offset", "-4"], 0),
      ] {
        let outcome = try await sandbox.run(["fit", "--json", "--log", path] + arguments)
        if tests == 0 {
          #expect(outcome.status == 1)
          #expect(outcome.output.isEmpty)
          #expect(isOneSentence(outcome.errors))
          #expect(outcome.errors.hasSuffix("has 0 and 0.\n"))
        } else {
          let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
          #expect(answer.test_reviews == tests)
        }
      }
    }

    @Test(arguments: [
      ("", "is empty"), ("\n\r\n", "is empty"), ("a,b\n1,2\n", "line 1: it names no column"),
      ("card_id,review_rating,review_time\n1,3,5\n\n1,9,5\n", "line 4: the rating “9”"),
      ("card_id,review_rating,review_time\n1,3,5\n1,3\n", "line 3: it has 2 fields"),
      (
        "card_id,review_rating,review_time\n1,3,\"5\n",
        "line 2: it has a quote that is never closed"
      ),
      ("card_id,review_rating,review_time\n1,3,yesterday\n", "line 2: the time “yesterday”"),
      ("card_id,review_rating,review_time\n1,3,5\n", "has 0 and 0."),
      ("card_id,review_rating,review_time\n1,3,1711744352\n", "look like seconds since 1970"),
      ("card_id,review_rating,review_time\n1,3,5\n \t,3,5\n", "line 3: the card is missing"),
    ])
    func aFileThatCannotBeUsedIsTold(_ text: String, problem: String) async throws {
      let sandbox = try Sandbox()
      let path = sandbox.home + "/log.csv"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      for arguments in [["--json"], []] {
        let outcome = try await sandbox.run(["fit", "--log", path] + arguments)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(isOneSentence(outcome.errors))
        #expect(outcome.errors.contains(problem))
        #expect(outcome.errors.contains(path))
      }
    }

    @Test func rowsThatAreThereTwiceAreToldAndCountOnce() async throws {
      let sandbox = try Sandbox()
      let path = sandbox.home + "/log.csv"
      let rows = file(.plain)
      let twice = rows + rows.split(separator: "\n").dropFirst().prefix(3).joined(separator: "\n")
      try Data(twice.utf8).write(to: URL(fileURLWithPath: path))
      let told = try await sandbox.run("fit", "--ascii", "--log", path)
      #expect(told.status == 0)
      #expect(told.lines.first?.contains(" of 400 reviews in ") == true)
      #expect(
        told.lines.dropFirst().first == "Left out: 3 with the card, time and rating of another.")
      let outcome = try await sandbox.run("fit", "--json", "--log", path)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.reviews == 400 && answer.repeated == 3)
    }

    @Test func aFileThatIsNotThereIsTold() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("fit", "--log", sandbox.home + "/none.csv")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "There is no file \(sandbox.home)/none.csv: check the path.\n")
    }

    @Test(arguments: [
      ["--rollover", "4"], ["--log", "x", "--rollover", "24"], ["--log", "x", "--rollover", "a"],
      ["--log", "x", "--utc-offset", "+19:00"], ["--utc-offset", "60"], ["--log"],
      ["--log", "x", "--utc-offset", "1080"], ["--log", "x", "--utc-offset", "-90"],
    ])
    func wrongOptionsAreUsedWrongly(_ arguments: [String]) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(["fit"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
    }

    // MARK: One's own

    /// A log as practice leaves it: every word recalled after a day and forgotten after ten.
    private func practice(_ sandbox: borrowing Sandbox, words: Int) throws {
      var events: [(day: Int, word: Int, grade: Int)] = []
      for word in 0..<words {
        for (day, grade) in [(0, 3), (1, 3), (11, 1), (12, 3), (14, 3)] {
          events.append((20_000 + word + day, word, grade))
        }
      }
      events.sort { ($0.day, $0.word) < ($1.day, $1.word) }
      let lines = events.enumerated().map { index, event in
        "{\"at\":\(event.day * 86_400_000 + 43_200_000 + index),\"day\":\(event.day),"
          + "\"id\":\"own:\(index + 1)\",\"off\":0,\"review\":{\"card\":\"w\(event.word)/recall\","
          + "\"grade\":\(event.grade),\"ms\":2000},\"v\":1}\n"
      }
      try sandbox.write(lines.joined(), to: "log/own.jsonl")
    }

    @Test func onesOwnReviewsAreFittedAndOneIsAskedBeforeAnythingIsKept() async throws {
      let sandbox = try Sandbox()
      try practice(sandbox, words: 80)
      let before = try sandbox.logs().map(\.text)
      let outcome = try await sandbox.run("fit", "--plain", input: "n\n")
      #expect(outcome.status == 0)
      #expect(outcome.lines.first == "Fitting …")
      #expect(outcome.output.contains("Fitted to the oldest 80 % of 400 reviews in "))
      #expect(outcome.output.contains("\nbefore      0."))
      #expect(outcome.output.hasSuffix("Keep these parameters? [y/N] Nothing was changed.\n"))
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
      let after = try sandbox.logs().map(\.text)
      #expect(after == before)
    }

    @Test func whatIsKeptIsWhatTheNextFitIsComparedWith() async throws {
      let sandbox = try Sandbox()
      try practice(sandbox, words: 80)
      func before() async throws -> Answer.Score {
        let outcome = try await sandbox.run("fit", "--json")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).before
      }
      let defaults = try await before()
      let outcome = try await sandbox.run("fit", "--plain", input: "y\n")
      #expect(outcome.status == 0)
      #expect(
        outcome.output.hasSuffix("Kept: from now on, intervals go by these parameters.\n"))
      let plans = try sandbox.logs().map(\.text).joined().components(separatedBy: "\"plan\":{")
      #expect(plans.count == 2)
      let kept = try await before()
      #expect(kept.log_loss < defaults.log_loss)

      // There is nothing better to be found in the same reviews.
      let again = try await sandbox.run("fit", "--plain", input: "y\n")
      #expect(again.status == 0)
      #expect(again.output.hasSuffix("nothing was changed.\n"))
    }

    @Test func JSONOfOnesOwnReviewsKeepsNothing() async throws {
      let sandbox = try Sandbox()
      try practice(sandbox, words: 80)
      let before = try sandbox.logs().map(\.text)
      let outcome = try await sandbox.run("fit", "--json", input: "y\n")
      #expect(outcome.errors.isEmpty)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.reviews == 400)
      #expect(answer.after.log_loss < answer.before.log_loss)
      let after = try sandbox.logs().map(\.text)
      #expect(after == before)
    }

    @Test func tooFewOfOnesOwnAreTold() async throws {
      let sandbox = try Sandbox()
      try practice(sandbox, words: 1)
      for arguments in [[], ["--json"]] {
        let outcome = try await sandbox.run(["fit"] + arguments)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(isOneSentence(outcome.errors))
        #expect(outcome.errors.contains("you have 3 and 1, so practice on a few more days first."))
      }
    }

    @Test func aTerminalShowsABarThatGoesAway() async throws {
      let sandbox = try Sandbox()
      try practice(sandbox, words: 80)
      let terminal = try await TerminalSession.open(in: sandbox)
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      try await terminal.start("inkling fit")
      try await terminal.wait(for: "Keep these parameters? [y/N]")
      let drawn = try Sandbox.text(record)
      #expect(drawn.contains("█"))
      #expect(drawn.contains("░] 5"))
      let screen = try terminal.screen()
      #expect(!screen.contains("░"))
      try terminal.press("Enter")
      try await terminal.wait(for: "Nothing was changed.")
      #expect(try await terminal.waitForPrompt() == 0)
    }
  }
}
