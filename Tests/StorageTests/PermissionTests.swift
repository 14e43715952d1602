import FoundationEssentials
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a person feels is nobody else's business: the owner alone can read any of it.
struct PermissionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ path: String) throws -> Int {
    var information = stat()
    try #require(stat(path, &information) == 0, "\(path)")
    return Int(information.st_mode & 0o777)
  }

  @Test func everythingIsTheOwnersAloneWhateverTheMask() throws {
    let before = umask(0)
    defer { umask(before) }
    let data = folder.path("home/share/inkling")
    let first = try TrayStore(folder: data, format: .tray())
    try first.pick("joy", at: .minute(0))
    try first.saveSnapshot()
    try folder.append("torn", to: "home/share/inkling/log/\(first.device).jsonl")
    _ = try TrayStore(folder: data, format: .tray())

    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 10, "\(names)")
    for name in names {
      var isFolder = false
      #expect(FileManager.default.fileExists(atPath: folder.path(name), isDirectory: &isFolder))
      #expect(try mode(folder.path(name)) == (isFolder ? 0o700 : 0o600), "\(name)")
    }
  }

  @Test(arguments: [0o755, 0o777, 0o750, 0o701])
  func aLooseFolderIsMended(loose: Int) throws {
    let names = ["", "log", "device"].map(folder.path)
    for name in names {
      try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
      try #require(chmod(name, mode_t(loose)) == 0)
    }
    let log = folder.path("log/desk.jsonl")
    try folder.write(line("desk", 1, "joy", minute: 0) + "\n", to: "log/desk.jsonl")
    try #require(chmod(log, 0o644) == 0)
    let sentence =
      "\(folder.path) could be read by others on this machine; it is now yours alone."
    #expect(try folder.open(nil).problems == [sentence])
    for name in names { #expect(try mode(name) == 0o700, "\(name)") }
    #expect(try mode(log) == 0o600)
    #expect(try folder.open(nil).problems == [])
  }

  /// Nobody could get at them in there, so there is nothing to tell.
  @Test func looseFilesInAClosedFolderAreMendedWithoutAWord() throws {
    try folder.fill("joy", savingSnapshot: true)
    let names = ["log/desk.jsonl", "schedule.json", "lock"].map(folder.path)
    for name in names { try #require(chmod(name, 0o666) == 0) }
    #expect(try folder.open().problems == [])
    for name in names { #expect(try mode(name) == 0o600, "\(name)") }
  }

  @Test func aStricterFolderIsLeftAsItIs() throws {
    try #require(chmod(folder.path, 0o500) == 0)
    defer { chmod(folder.path, 0o700) }
    // Root may write to it all the same; for anybody else the folder is refused.
    _ = try? folder.open()
    #expect(try mode(folder.path) == 0o500)
  }
}
