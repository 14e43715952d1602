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
  /// A line of a newer version is an error in the log that this program appends to. In other devices'
  /// logs it's kept, and counts for nothing until this one is updated too.
  var refusesNewer = false

  /// What reading a stretch of the log found, apart from its events.
  struct Stretch {
    var position = LogPosition()
    /// A last line without its newline: a write that was cut off.
    var torn: [UInt8] = []
    /// One sentence for each line that could not be read. The line stays in the file.
    var problems: [String] = []
    /// One sentence for the sound lines that this version doesn't know, and one for newer ones.
    var remarks: [String] = []
    /// The ids of lines that count for nothing, where they could be told.
    var passedOver: [EventID] = []
  }

  /// Lines of one sort in a stretch, counted from its beginning, the first 1.
  private struct Tally {
    var count = 0
    var first: [Int] = []

    /// A log that is damaged throughout would be told at every start at its full length.
    mutating func add(_ number: Int) {
      count += 1
      if first.count < 3 { first.append(number) }
    }
  }

  /// Reads what comes after `position`, which must hold in the file.
  func read(
    _ file: borrowing File, after position: LogPosition, _ take: (Event<Deed>) -> Void
  ) throws(StorageError) -> Stretch {
    var stretch = Stretch()
    var number = 0
    var (damaged, unknown, newer) = (Tally(), Tally(), Tally())
    (stretch.position, stretch.torn) = try Lines.read(file, after: position) {
      line throws(StorageError) in
      number += 1
      switch EventLine<Deed>(line, scan: scan) {
      case .event(let event): take(event)
      case .blank: break
      case .newer(let id):
        guard !refusesNewer else { throw .newerVersion(path: path) }
        newer.add(number)
        if let id { stretch.passedOver.append(id) }
      case .unknown(let id):
        unknown.add(number)
        stretch.passedOver.append(id)
      case .unreadable(let id):
        damaged.add(number)
        if let id { stretch.passedOver.append(id) }
      }
    }
    guard damaged.count + unknown.count + newer.count > 0 else { return stretch }
    let before = try file.countLines(to: position.end)
    stretch.problems = Notice.damaged(
      damaged.first.map { before + $0 }, of: damaged.count, in: path)
    stretch.remarks =
      unknown.first.prefix(1).map { Notice.unknown(unknown.count, first: before + $0, in: path) }
      + newer.first.prefix(1).map { Notice.newer(newer.count, first: before + $0, in: path) }
    return stretch
  }

  /// Mends a last line without its newline: one that is whole but for that gets it, as where an editor
  /// took it off; a cut-off one is set aside. The lock must be held.
  /// - Returns: true where the line is whole and stays.
  func mendEnd(_ torn: [UInt8], of file: borrowing File, end: Int) throws(StorageError) -> Bool {
    switch torn.withUnsafeBytes({ EventLine<Deed>($0, scan: scan) }) {
    case .event, .unknown, .newer:
      try file.write([UInt8(ascii: "\n")])
      try file.sync()
      return true
    case .blank, .unreadable:
      try setAside(torn, of: file, end: end)
      return false
    }
  }

  /// Moves what comes after `end`, a cut-off line, into a file beside the log. The lock must be
  /// held.
  private func setAside(_ torn: [UInt8], of file: borrowing File, end: Int) throws(StorageError) {
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
