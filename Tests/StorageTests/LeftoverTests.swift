import Testing

@testable import Storage

/// What a killed process left is removed; what somebody else put beside it is not.
@Suite struct LeftoverTests {
  private static let ours = [
    "schedule.json.tmp", "vault.json.tmp", ".gitignore.tmp", ".gitattributes.tmp",
    "log/desk.jsonl.tmp", "log/import-0f.jsonl.tmp", "device/3w5e11264sgsf.tmp",
  ]
  private static let others = [
    "mynotes.tmp", "log/mynotes.tmp", "device/my notes.tmp", "log/.syncthing.x.jsonl.tmp",
    ".syncthing.vault.json.tmp", "log/.jsonl.tmp", "export.json.tmp", ".tmp",
    "log/desk.jsonl.7.tmp",
    "device/.tmp", "device/.syncthing.3w5e11264sgsf.tmp", "log/schedule.json.tmp",
  ]

  @Test func onlyInklingsOwnAreRemoved() throws {
    let folder = try TemporaryFolder()
    for name in Self.ours + Self.others { try folder.write("x", to: name) }
    _ = try folder.open()
    #expect(Self.ours.filter(folder.exists) == [])
    #expect(Self.others.filter { !folder.exists($0) } == [])
  }
}
