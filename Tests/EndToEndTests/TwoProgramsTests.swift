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
  func startNaming(_ word: String) async throws {
    try await start("inkling name")
    try await wait(for: "What would you say?")
    try type(word)
    try await wait(for: "› " + word)
    try press("Enter")
    try await wait(for: "[\(word)]")
  }
}
