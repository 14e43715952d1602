import Foundation

/// A home of its own for one test, gone when the test is over. Clock, dice, time zone and locale
/// are pinned.
struct Sandbox: ~Copyable {
  let home: String

  init() throws {
    home =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("inkling-e2e-" + UUID().uuidString.prefix(8)).path
    try FileManager.default.createDirectory(
      atPath: home + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: home + "/bin/inkling", withDestinationPath: try Tool.inkling())
  }

  deinit {
    // A program that is about to end may still be writing its last file.
    for _ in 0..<100 where FileManager.default.fileExists(atPath: home) {
      try? FileManager.default.removeItem(atPath: home)
    }
  }

  var data: String { home + "/.local/share/inkling" }

  var environment: [String: String] {
    [
      "HOME": home, "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": home + "/bin:/usr/bin:/bin",
      "INKLING_NOW": "2026-11-21T21:14:00Z", "INKLING_SEED": "1",
      // Swift's own crash reporter asks questions; the tests want to see what Inkling does.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs the program to its end on pipes, without any terminal.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(arguments, input: input, environment: environment)
  }

  func run(
    _ arguments: [String], input: String = "", environment changes: [String: String] = [:]
  ) async throws -> Outcome {
    let typed = Pipe()
    // In the program's own hands this end would never close.
    _ = fcntl(typed.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    // What is typed fits into the pipe, so that it can be there before the program is.
    try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    // Long answers go into files: nobody empties a pipe before the program has ended.
    let name = home + "/" + UUID().uuidString
    let child = try Child(
      [home + "/bin/inkling"] + arguments, environment: environment.merging(changes) { $1 },
      input: typed.fileHandleForReading, output: try Self.newFile(name + ".out"),
      errors: try Self.newFile(name + ".err"))
    try typed.fileHandleForWriting.close()
    defer { child.terminate() }
    let status = try await Poll.until("inkling \(arguments) to end") { child.status }
    return Outcome(
      status: status, output: try Self.text(name + ".out"), errors: try Self.text(name + ".err"))
  }

  /// Names a feeling, so that there is something to read and to practice.
  func nameOverwhelmed() async throws {
    let outcome = try await run("name", "--plain", input: "stressed\n1\n3\n\n")
    guard outcome.status == 0 else { throw Poll.TimedOut(description: outcome.errors) }
  }

  // MARK: Files

  static func newFile(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// Puts a file into the data folder, as it might have been left there.
  func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: data + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data(text.utf8).write(to: file)
  }

  /// All that the logs hold, in order; throws when a line is not whole.
  func events() throws -> [LoggedEvent] {
    try logs().flatMap { log in
      try log.text.split(separator: "\n").map { line in
        try JSONDecoder().decode(LoggedEvent.self, from: Data(line.utf8))
      }
    }
  }

  func logs() throws -> [(name: String, text: String)] {
    let folder = data + "/log"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      ($0, try Self.text(folder + "/" + $0))
    }
  }

  /// Every file of the data folder but the empty lock, with what is in it.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: data) where name != "lock" {
      files[name] = FileManager.default.contents(atPath: data + "/" + name)
    }
    return files
  }

  /// The files of the data folder in whose bytes a text is.
  func filesWith(_ text: String) throws -> [String] {
    try files().filter { $0.value.range(of: Data(text.utf8)) != nil }.keys.sorted()
  }
}

/// One line of a log, as a reader other than Inkling sees it.
struct LoggedEvent: Decodable, Equatable {
  let v: Int
  let id: String
  let checkin: CheckIn?
  let amend: Amendment?
  let review: Review?
  let undo: String?

  struct CheckIn: Decodable, Equatable {
    let feelings: [Feeling]
    let said: String?
    let note: String?
  }

  struct Feeling: Decodable, Equatable {
    let id: String
    let strength: Int
  }

  struct Amendment: Decodable, Equatable {
    let entry: String
    let checkIn: CheckIn
  }

  struct Review: Decodable, Equatable {
    let card: String
    let grade: Int
  }
}
