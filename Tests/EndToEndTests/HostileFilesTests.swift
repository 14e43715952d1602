import Foundation
import Testing

extension EndToEnd {
  /// Disks that are full, and files that somebody else wrote.
  @Suite struct HostileFiles {
    /// A shell line that runs the program where no file can grow, as on a full disk.
    private static let full = "sh -c \"ulimit -S -f 0; exec inkling name\""

    @Test func aFullDiskIsToldAndTheFeelingSavedWhenThereIsRoom() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let before = try sandbox.events()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(Self.full)
      try await terminal.wait(for: "What would you say?")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "Ctrl-R try again")
      var events = try sandbox.events()
      #expect(events == before)
      // No other key goes on as if it were saved.
      try terminal.press("Enter")
      try await terminal.wait(for: "This is not saved yet")

      let limits = try Tool.run(
        ["prlimit", "--pid", "\(try terminal.process())", "--fsize=unlimited"],
        environment: sandbox.environment)
      #expect(limits.status == 0)
      try terminal.press("C-r")
      try await terminal.wait(for: "✓ Saved")
      try terminal.press("Enter")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      events = try sandbox.events()
      #expect(events.count == 2)
    }

    @Test func whatAVanishedFolderCannotTakeIsSavedElsewhereAndBroughtBack() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      let log = sandbox.data + "/log"
      try FileManager.default.moveItem(atPath: log, toPath: log + "-away")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "Ctrl-O save elsewhere")
      try terminal.press("C-o")
      try await terminal.wait(for: "brings it back")
      try terminal.press("Enter")
      _ = try await terminal.waitForPrompt()
      try? FileManager.default.removeItem(atPath: log)
      try FileManager.default.moveItem(atPath: log + "-away", toPath: log)

      let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home)
      let name = try #require(names.first { $0.hasPrefix("inkling-unsaved-") })
      let path = "\(sandbox.home)/\(name)"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      let imported = try await sandbox.run("import", path)
      #expect(imported.status == 0)
      let table = try await sandbox.run("export", "--format", "csv").output
      #expect(table.split(whereSeparator: \.isNewline).count == 3)
    }

    @Test func leavingSavesElsewhereWhatCouldNotBeSaved() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling name")
      try await terminal.wait(for: "What would you say?")
      let log = sandbox.data + "/log"
      try FileManager.default.moveItem(atPath: log, toPath: log + "-away")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "Ctrl-O save elsewhere")
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 1)
      let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home)
      #expect(names.contains { $0.hasPrefix("inkling-unsaved-") })
    }

    @Test func leavingUnsavedIsAFailure() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(Self.full)
      try await terminal.wait(for: "What would you say?")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter save")
      try terminal.press("Enter")
      try await terminal.wait(for: "Ctrl-R try again")
      try terminal.press("C-c")
      let status = try await terminal.waitForPrompt()
      #expect(status == 1)
      try await terminal.wait(for: "saved is lost.")
      let events = try sandbox.events()
      #expect(events.count == 1)
    }

    /// Nothing can be written, not even the name of this device; what there is can be read.
    @Test func aFullDiskIsOpenedToBeRead() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      try FileManager.default.removeItem(atPath: sandbox.data + "/device")
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start(Self.full.replacing(" name", with: " journal"))
      try await terminal.wait(for: "overwhelmed")
      try await terminal.wait(for: "Nothing can be saved here, only read.")
      try terminal.press("Escape")
      _ = try await terminal.waitForPrompt()
    }

    @Test(arguments: ["name --plain <~/typed", "practice --plain <~/typed"])
    func plainFailsWhenItCannotSave(line: String) async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let typed = line.hasPrefix("name") ? "stressed\n1\n3\n\n" : "1\n1\n"
      try Data(typed.utf8).write(to: URL(fileURLWithPath: sandbox.home + "/typed"))
      let terminal = try await TerminalSession.open(
        in: sandbox, size: .init(columns: 200, rows: 40))
      let status = try await terminal.run(
        Self.full.replacing("exec inkling name", with: "exec inkling \(line)"))
      #expect(status == 1)
      try await terminal.wait(for: "Inkling could not write to")
      let events = try sandbox.events()
      #expect(events.count == 1)
    }

    /// A log may come from another machine; what it holds must not command this terminal.
    @Test func escapeSequencesInANoteAreNotObeyed() async throws {
      let sandbox = try Sandbox()
      let note = #"\u001b[31mred\u0007 \u009b2J \u001b]0;title\u001b\\ end\nof\tit"#
      let feeling = #"{"id":"sad","strength":3,"word":"s\u001b[7mad"}"#
      try sandbox.write(
        #"{"at":1795295640000,"checkin":{"feelings":[\#(feeling)],"note":"\#(note)"},"#
          + #""day":20778,"id":"abc:1","off":0,"v":1}"# + "\n", to: "log/abc.jsonl")
      let terminal = try await TerminalSession.open(in: sandbox)
      let record = sandbox.home + "/record"
      try terminal.record(to: record)
      try await terminal.start("inkling journal")
      try await terminal.wait(for: "1 entry")
      try terminal.press("Enter")
      try await terminal.wait(for: "Enter done")
      try terminal.press("Escape")
      try await terminal.wait(for: "1 entry")
      try terminal.press("Escape")
      let status = try await terminal.waitForPrompt()
      #expect(status == 0)
      let bytes = try Sandbox.text(record)
      #expect(bytes.contains("red"))
      for sequence in ["\u{1B}[31mred", "\u{7}", "\u{9B}", "\u{1B}]0", "s\u{1B}[7mad"] {
        #expect(!bytes.contains(sequence))
      }
      // Looking at it changes nothing.
      let events = try sandbox.events()
      #expect(events.count == 1)
    }
  }
}
