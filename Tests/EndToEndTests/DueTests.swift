import Foundation
import Testing

extension EndToEnd {
  @Suite struct Due {
    private struct Word: Decodable { let id: String }

    private struct Answer: Decodable, Equatable {
      let due: Int
      let new: Int
      let today: Int
      let minutes: Int
    }

    /// Sixty words wait, more than a session has time for: home and `due` say the same number, and
    /// `due` both.
    @Test func homeAndDueSayOneNumber() async throws {
      let sandbox = try Sandbox()
      let listed = try await sandbox.run("words", "--json")
      let words = try JSONDecoder().decode([Word].self, from: Data(listed.output.utf8)).prefix(60)
      let day = 20_778 - 300
      var lines = ""
      for (number, word) in words.enumerated() {
        let at = day * 86_400_000 + 43_200_000 + number * 60_000
        lines +=
          #"{"at":\#(at),"day":\#(day),"id":"abc:\#(number + 1)","off":0,"#
          + #""review":{"card":"\#(word.id)/recognize","grade":4,"ms":12000},"v":1}"# + "\n"
      }
      try sandbox.write(lines, to: "log/abc.jsonl")
      let json = try await sandbox.run("due", "--json")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(json.output.utf8))
      #expect(answer.due == 60)
      #expect((1..<60).contains(answer.today))
      let text = try await sandbox.run("due")
      #expect(text.output == "60 due, 0 of them new; \(answer.today) for today\n")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling")
      try await terminal.wait(for: "\(answer.today) today, about \(answer.minutes) min")
    }
  }
}
