import Foundation
import Testing

extension EndToEnd {
  /// The folder that everything is kept in, and what may be wrong with it.
  @Suite struct DataFolder {
    @Test func itCanBeNamedBeforeAndAfterTheCommand() async throws {
      let sandbox = try Sandbox()
      let elsewhere = sandbox.home + "/else where"
      let input = "stressed\n1\n3\n\n"
      for arguments in [
        ["--data-dir", elsewhere, "name", "--plain"], ["name", "--plain", "--data-dir", elsewhere],
        ["--plain", "--data-dir=" + elsewhere, "name"],
      ] {
        let outcome = try await sandbox.run(arguments, input: input)
        #expect(outcome.status == 0)
      }
      let logs = try FileManager.default.contentsOfDirectory(atPath: elsewhere + "/log")
      #expect(logs.count == 1)
      let log = try Sandbox.text(elsewhere + "/log/" + (logs.first ?? ""))
      #expect(log.split(separator: "\n").count == 3)
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func itIsItsOwnersAlone() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let modes = try Tool.run(
        ["find", sandbox.data, "-printf", "%y %m\n"], environment: sandbox.environment)
      #expect(Set(modes.lines) == ["d 700", "f 600"])
    }

    @Test func xdgNamesIt() async throws {
      let sandbox = try Sandbox()
      let other = sandbox.home + "/xdg"
      let outcome = try await sandbox.run("due", environment: ["XDG_DATA_HOME": other])
      #expect(outcome.status == 0)
      #expect(FileManager.default.fileExists(atPath: other + "/inkling/log"))
      let homeless = try await sandbox.run("due", environment: ["HOME": ""])
      #expect(homeless.status == 1)
      #expect(isOneSentence(homeless.errors))
    }

    @Test(arguments: ["file", "file/below", "/proc/inkling", "/dev/null"])
    func aFolderThatCannotBeGetsOneSentence(path: String) async throws {
      let sandbox = try Sandbox()
      let file = sandbox.home + "/file"
      try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
      let folder = path.hasPrefix("/") ? path : sandbox.home + "/" + path
      for command in [["due", "--json"], ["name", "--plain"], ["practice", "--plain"]] {
        let outcome = try await sandbox.run(
          command + ["--data-dir", folder], input: "stressed\n1\n3\n\n")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(isOneSentence(outcome.errors))
        #expect(outcome.errors.contains(folder))
      }
      let content = try Sandbox.text(file)
      #expect(content == "mine")
    }

    @Test func aLineThatCannotBeReadIsNamedAndLeft() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let good = try #require(try sandbox.logs().first)
      let second = good.text.replacing(#":1","off""#, with: #":2","off""#)
      let damaged = good.text + #"{"v":1,"id":"x:7", this is no JSON"# + "\n" + second
      try sandbox.write(damaged, to: "log/" + good.name)
      let due = try await sandbox.run("due", "--json")
      #expect(due.status == 0)
      #expect(due.output.contains("\"due\" : 8"))
      try sandbox.forgetSnapshot()

      let plain = try await sandbox.run("practice", "--plain", input: "1\n")
      #expect(plain.status == 0)
      #expect(isOneSentence(plain.errors))
      #expect(plain.errors.contains("Line 2 of \(sandbox.data)/log/\(good.name)"))
      try sandbox.forgetSnapshot()

      let terminal = try await TerminalSession.open(
        in: sandbox, size: .init(columns: 120, rows: 30))
      try await terminal.start("inkling")
      try await terminal.wait(for: "Line 2 of")
      try await terminal.wait(for: "2 entries")
      try terminal.press("q")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      // What could not be read was not thrown away, and the answer came after it.
      let after = try #require(try sandbox.logs().first)
      #expect(after.text.hasPrefix(damaged))
      #expect(after.text.split(separator: "\n").count == 4)
    }

    private static let future = "{\"v\":2,\"id\":\"abc:1\",\"what\":\"nobody knows yet\"}\n"

    /// This machine had a newer Inkling, and now has this one.
    @Test func itsOwnLogFromANewerVersionIsRefusedAndLeft() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let log = try #require(try sandbox.logs().first)
      let whole = log.text + Self.future
      try sandbox.write(whole, to: "log/" + log.name)
      for arguments in [["due"], ["name", "--plain"], ["practice", "--plain"]] {
        let outcome = try await sandbox.run(arguments, input: "stressed\n1\n3\n\n")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(isOneSentence(outcome.errors))
        let file = sandbox.data + "/log/" + log.name
        #expect(outcome.errors.contains("\(file) was written by a newer version"))
      }
      let terminal = try await TerminalSession.open(
        in: sandbox, size: .init(columns: 120, rows: 30))
      let status = try await terminal.run("inkling")
      #expect(status == 1)
      try await terminal.wait(for: "update Inkling to open it.")
      let texts = try sandbox.logs().map(\.text)
      #expect(texts == [whole])
    }

    /// Another device has a newer Inkling: this one goes on with what it knows.
    @Test func anotherDevicesLogFromANewerVersionIsToldOnceAndLeft() async throws {
      let sandbox = try Sandbox()
      try sandbox.write(Self.future, to: "log/abc.jsonl")
      let due = try await sandbox.run("due")
      #expect(due.status == 0)
      #expect(isOneSentence(due.errors) && due.errors.contains("update Inkling"))
      try await sandbox.nameOverwhelmed()
      let doctor = try await sandbox.run("doctor", "--repair")
      #expect(doctor.status == 0)
      let note = "Note: Line 1 of \(sandbox.data)/log/abc.jsonl is from a newer"
      #expect(doctor.output.contains(note))
      let export = try await sandbox.run("export")
      #expect(export.status == 0)
      #expect(export.errors.contains("so this isn't everything"))
      let logs = try sandbox.logs()
      #expect(logs.first { $0.name == "abc.jsonl" }?.text == Self.future)
      let again = try await sandbox.run("due")
      #expect(again.errors.isEmpty)
    }
  }
}

extension Sandbox {
  /// The next start reads every line again.
  fileprivate func forgetSnapshot() throws {
    let path = data + "/schedule.json"
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
