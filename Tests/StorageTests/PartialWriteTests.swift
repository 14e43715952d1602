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
      let log = LogFile<Pick>(path: folder.path("desk.jsonl"))

      try withLimitedFiles {
        let error = #expect(throws: StorageError.self) {
          try log.append(after: start) { _ in self.event }
        }
        #expect(error == .system(doing: "write to", path: log.path, code: EFBIG))
        let left = try size(log.path)
        #expect(left == start)
      }

      let end = try log.append(after: start) { _ in event }.end
      #expect(try size(log.path) == end)
      #expect(end > Self.limit)
      let tail = try log.read(from: start)
      #expect(tail.events == [event])
      #expect(tail.torn == [])
    }

    /// Between looking and locking, the process that was writing it finished the line.
    @Test func aLineThatWasOnlyOnItsWayIsNotSetAside() throws {
      let folder = try TemporaryFolder()
      try folder.write(line("desk", 1, "joy", minute: 0) + "\n", to: "desk.jsonl")
      let log = LogFile<Pick>(path: folder.path("desk.jsonl"))
      #expect(try log.setAsideTornEnd(after: 0) == false)
      #expect(!folder.exists("desk.jsonl.torn"))
    }

    private var event: Event<Pick> {
      Event(
        id: EventID(device: "desk", counter: 1), stamp: .minute(0),
        body: .deed(Pick(word: "joy", grade: 3)))
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
