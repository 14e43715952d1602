import Foundation
import Testing

extension EndToEnd {
  /// Where nothing can be drawn, one sentence says so and what to do instead.
  @Suite struct NoTerminal {
    @Test(arguments: [[], ["name"], ["practice"], ["explore"], ["journal"]])
    func pipesGetOneSentence(command: [String]) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(command)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(isOneSentence(outcome.errors))
      #expect(outcome.errors.contains("inkling name --plain"))
      let events = try sandbox.events()
      #expect(events.isEmpty)
    }

    /// Half a terminal is none: only the output, or only the input, leads elsewhere.
    @Test(arguments: ["inkling </dev/null", "inkling | cat >~/output"])
    func oneEndIsNotEnough(line: String) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.run("{ \(line); } 2>~/errors")
      #expect(try !terminal.isAlternate)
      #expect(isOneSentence(try Sandbox.text(sandbox.home + "/errors")))
    }

    @Test(arguments: [
      ("env -u TERM", "TERM is not set"), ("TERM=", "TERM is not set"),
      ("TERM=dumb", "The terminal “dumb”"), ("TERM=emacs", "The terminal “emacs”"),
    ])
    func aTerminalThatCannotDrawGetsOneSentence(setting: String, sentence: String) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      let modes = try await terminal.modes()
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      let line = "\(setting) inkling name 2>~/errors"
      let status = try await terminal.run(line)
      #expect(status == 1)
      let errors = try Sandbox.text(sandbox.home + "/errors")
      #expect(isOneSentence(errors))
      #expect(errors.contains(sentence))
      #expect(errors.contains("--plain"))

      let bytes = try await Poll.until("the record") {
        let text = try? Sandbox.text(record)
        return text?.hasSuffix("[1]$ ") == true ? text : nil
      }
      #expect(bytes.filter { $0 != "\r\n" && $0 != "\n" } == line + "[1]$ ")
      let after = try await terminal.modes()
      #expect(after == modes)
    }
  }
}

/// One line, ended, without control characters, that ends as a sentence does.
func isOneSentence(_ text: String) -> Bool {
  text.hasSuffix(".\n") || text.hasSuffix("?\n")
    ? text.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f } : false
}
