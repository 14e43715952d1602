#if canImport(Glibc)
  import FoundationEssentials
  import Glibc
  import Testing

  @testable import Storage

  /// The disk fills up in the middle of a line. A limit on the size of files stands in for it: so
  /// high that nothing else in this process meets it, and the log is sparse up to just below it.
  struct PartialWriteTests {
    private static let limit = 1 << 30
    private static let space = 20

    @Test func aLineWrittenInPartIsTakenBack() throws {
      let folder = try TemporaryFolder()
      try folder.write("", to: "desk.jsonl")
      let start = Self.limit - Self.space
      try #require(truncate(folder.path("desk.jsonl"), start) == 0)
      let log = LogFile<Pick>(path: folder.path("desk.jsonl")) { _, _ in nil }
      let file = try File(log.path, O_RDWR | O_APPEND, doing: "open")
      let line = Array((StorageTests.line("desk", 1, "joy", minute: 0) + "\n").utf8)

      try withLimitedFiles {
        do throws(StorageError) {
          try log.append(line, to: file, end: start)
          Issue.record("there was no room")
        } catch {
          #expect(error == .system(doing: "write to", path: log.path, code: EFBIG))
        }
        let left = try size(log.path)
        #expect(left == start)
      }

      try log.append(line, to: file, end: start)
      #expect(try size(log.path) == start + line.count)
      #expect(start + line.count > Self.limit)
      var events: [Event<Pick>] = []
      let position = LogPosition(end: start, checksum: Checksum(), tail: [])
      let stretch = try log.read(file, after: position) { events.append($0) }
      #expect(events.map(\.id.description) == ["desk:1"])
      #expect(stretch.torn == [])
    }

    private func size(_ path: String) throws -> Int {
      var information = stat()
      try #require(stat(path, &information) == 0)
      return Int(information.st_size)
    }

    private func withLimitedFiles(_ body: () throws -> Void) throws {
      let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      var before = rlimit()
      try #require(getrlimit(resource, &before) == 0)
      // Without this the kernel ends a process that reaches the limit.
      signal(SIGXFSZ, SIG_IGN)
      var limited = before
      limited.rlim_cur = rlim_t(Self.limit)
      try #require(setrlimit(resource, &limited) == 0)
      defer { setrlimit(resource, &before) }
      try body()
    }
  }
#endif
