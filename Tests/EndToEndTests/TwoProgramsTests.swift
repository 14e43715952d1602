import Foundation
import Testing

extension EndToEnd {
  /// Two of them on one folder.
  @Suite struct TwoPrograms {
    @Test func bothSave() async throws {
      let sandbox = try Sandbox()
      let first = try await TerminalSession.open(in: sandbox)
      let second = try await TerminalSession.open(in: sandbox)
      try await first.startNaming("stressed")
      try await second.startNaming("tired")
      // Both have read the folder; now both write, in turns.
      try first.press("Enter")
      try await first.wait(for: "✓ Saved")
      try second.press("Enter")
      try await second.wait(for: "✓ Saved")
      try first.press("5", "Enter")
      let firstStatus = try await first.waitForPrompt()
      try second.press("1", "Enter")
      let secondStatus = try await second.waitForPrompt()
      #expect(firstStatus == 0)
      #expect(secondStatus == 0)

      let events = try sandbox.events()
      #expect(events.count == 4)
      #expect(Set(events.map(\.id)).count == 4)
      #expect(events.compactMap(\.checkin?.said) == ["stressed", "tired"])
      #expect(events.compactMap(\.amend?.entry) == events.prefix(2).map(\.id))

      // And a third sees what both did.
      try await first.start("inkling journal")
      try await first.wait(for: "2 entries")
    }

    @Test func manyAtTheSameMomentAllSave() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try Data("stressed\n1\n3\n\n".utf8).write(to: URL(fileURLWithPath: sandbox.home + "/typed"))
      let one = "inkling name --plain <~/typed >/dev/null 2>>~/errors &"
      try await terminal.run("set +m; for i in 1 2 3 4 5 6 7 8; do \(one) done; wait")
      let errors = try Sandbox.text(sandbox.home + "/errors")
      #expect(errors.isEmpty)
      let events = try sandbox.events()
      #expect(events.count == 8)
      #expect(Set(events.map(\.id)).count == 8)
    }

    @Test func whatOneDoesTheOtherShowsAtItsNextKey() async throws {
      let sandbox = try Sandbox()
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.start("inkling")
      try await terminal.wait(for: "nothing yet")
      try await sandbox.nameOverwhelmed()
      try terminal.press("C-l")
      try await terminal.wait(for: "overwhelmed, today")
    }

    /// The text stays gone, and whoever wrote more to it is told.
    @Test func anEditOfWhatTheOtherDeletedIsTold() async throws {
      let sandbox = try Sandbox()
      _ = try await sandbox.run("name", "--plain", input: "stressed\n1\n3\nzebra\n")
      let first = try await TerminalSession.open(in: sandbox)
      let second = try await TerminalSession.open(in: sandbox)
      try await first.openJournal()
      try await second.openJournal()
      try first.press("Enter")
      try await first.wait(for: "note zebra")
      try second.press("d")
      try await second.wait(for: "u brings it back")
      try second.press("q")
      _ = try await second.waitForPrompt()
      try first.press("Down")
      try first.type(" and a horse")
      try await first.wait(for: "and a horse")
      try first.press("Enter")
      try await first.wait(for: "That entry has been deleted somewhere else")
      try await first.wait(for: "Nothing is named yet")
      try first.press("q")
      _ = try await first.waitForPrompt()
      let left = try sandbox.filesWith("zebra")
      #expect(left == [])
    }

    /// A counter is chosen after the other has finished writing, not before.
    @Test func oneWaitsForTheOther() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let first = try #require(try sandbox.logs().first)
      let terminal = try await TerminalSession.open(in: sandbox)
      try await terminal.startNaming("tired")

      let lock = try FileHandle(
        forUpdating: URL(fileURLWithPath: sandbox.data + "/lock"))
      #expect(flock(lock.fileDescriptor, LOCK_EX) == 0)
      try terminal.press("Enter")
      let waiting = "-> FLOCK  ADVISORY  WRITE \(try terminal.process()) "
      _ = try await Poll.until("inkling to wait for the lock") {
        try Sandbox.text("/proc/locks").contains(waiting) ? true : nil
      }
      let log = try FileHandle(
        forUpdating: URL(fileURLWithPath: sandbox.data + "/log/" + first.name))
      try log.seekToEnd()
      try log.write(contentsOf: Data(first.text.replacing(#":1","off""#, with: #":2","off""#).utf8))
      try log.close()
      try lock.close()
      try await terminal.wait(for: "✓ Saved")
      let events = try sandbox.events()
      #expect(events.map { $0.id.split(separator: ":").last } == ["1", "2", "3"])
      #expect(events.map(\.checkin?.said) == ["stressed", "stressed", "tired"])
    }
  }
}

extension TerminalSession {
  func openJournal() async throws {
    try await start("inkling journal")
    try await wait(for: "1 entry")
  }

  func startNaming(_ word: String) async throws {
    try await start("inkling name")
    try await wait(for: "What would you say?")
    try type(word)
    try await wait(for: "› " + word)
    try press("Enter")
    try await wait(for: "[\(word)]")
  }
}
