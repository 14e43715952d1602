import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One device's log: JSON Lines, appended to.
struct LogFile<Deed: Codable & Sendable & Equatable> {
  let path: String
  let scan: (String, UnsafeRawBufferPointer) -> Deed?

  /// What reading a stretch of the log found, apart from its events.
  struct Stretch {
    var position = LogPosition()
    /// A last line without its newline: a write that was cut off.
    var torn: [UInt8] = []
    /// One sentence for each line that could not be read. The line stays in the file.
    var problems: [String] = []
    /// The ids of such lines, where they could be told.
    var unreadable: [EventID] = []
  }

  /// Reads what comes after `position`, which must hold in the file.
  func read(
    _ file: borrowing File, after position: LogPosition, _ take: (Event<Deed>) -> Void
  ) throws(StorageError) -> Stretch {
    var stretch = Stretch()
    var number = 0
    var untold = 0
    /// Lines before the stretch; counted only when a number is to be told.
    var before: Int?
    (stretch.position, stretch.torn) = try Lines.read(file, after: position) {
      line throws(StorageError) in
      number += 1
      switch EventLine<Deed>(line, scan: scan) {
      case .event(let event): take(event)
      case .blank: break
      case .newer: throw .newerVersion(path: path)
      case .unreadable(let id):
        if let id { stretch.unreadable.append(id) }
        // A log that is damaged throughout would be told at every start at its full length.
        guard stretch.problems.count < 3 else {
          untold += 1
          return
        }
        if before == nil { before = try file.countLines(to: position.end) }
        stretch.problems.append(
          "Line \((before ?? 0) + number) of \(path) could not be read and was skipped; "
            + "it was left in the file.")
      }
    }
    if untold > 0 {
      stretch.problems.append(
        "So \(untold == 1 ? "was one more line" : "were \(untold) more lines") of \(path): "
          + "“inkling doctor” tells more.")
    }
    return stretch
  }

  /// Moves what comes after `end`, a cut-off line, into a file beside the log. The lock must be
  /// held.
  func setAside(_ torn: [UInt8], of file: borrowing File, end: Int) throws(StorageError) {
    let aside = try File(path + ".torn", O_WRONLY | O_CREAT | O_APPEND, doing: "write")
    try aside.write(torn + [UInt8(ascii: "\n")])
    try aside.sync()
    try Files.syncFolder(of: path)
    try file.truncate(to: end)
    try file.sync()
  }

  /// Writes a line at the end. When this returns it is on disk; when it throws, it is not.
  func append(_ line: [UInt8], to file: borrowing File, end: Int) throws(StorageError) {
    do throws(StorageError) {
      try file.write(line)
      try file.sync()
    } catch {
      // What was written in part is taken back, so that trying again does not write it twice. If
      // not even that succeeds, the next append finds it as a cut-off line.
      try? file.truncate(to: end)
      try? file.sync()
      throw error
    }
  }
}
