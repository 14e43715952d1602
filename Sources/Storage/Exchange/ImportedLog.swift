#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an import adds to a data folder: one more log, written whole or not at all.
///
/// It is named after what was imported, so that the same file is imported once; removing it takes
/// the import back. What the same file adds later, since it's read in another way or something was
/// deleted, is a log of its own.
public struct ImportedLog<Deed: Codable & Sendable & Equatable>: Sendable {
  public let path: String
  /// What is new, in the order in which it is written.
  public private(set) var events: [ArchivedEvent<Deed>] = []
  /// How many events are in the logs already.
  public private(set) var known = 0

  private let folder: String
  private let device: String

  /// - Parameters:
  ///   - file: the bytes of what is imported.
  ///   - run: tells apart what is added by the same file at different times; nil the first time.
  public init(of file: [UInt8], folder: String, run: Int64? = nil) {
    var hash = FNV.hash(file)
    if let run { hash = FNV.hash("\(run)".utf8, seed: hash) }
    let digits = String(hash, radix: 16)
    device = "import-" + String(repeating: "0", count: 16 - digits.count) + digits
    self.folder = folder
    path = "\(folder)/log/\(device).jsonl"
  }

  /// Whether this file was imported before.
  public var isThere: Bool { Files.exists(path) }

  /// Takes in what an export holds and `archive` does not.
  /// - Parameter agree: whether two deeds of one event are the same though they differ, as a sealed
  ///   one and its opened text are.
  public mutating func add(
    _ exported: [(line: Int, event: ArchivedEvent<Deed>)], to archive: EventArchive<Deed>,
    agree: (Deed, Deed) -> Bool
  ) throws(ImportProblem) {
    let there = Dictionary(
      archive.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (line, event) in exported {
      guard let old = there[event.id] else {
        events.append(event)
        continue
      }
      if old.body == .gone || old.says(event) {
        known += 1
      } else if event.id.rowClock != nil {
        // The same row, imported in another time zone or with another note: `History` decides.
        if event.body == .gone || !(old.body == event.body || Self.agree(old, event, agree)) {
          events.append(event)
        } else {
          known += 1
        }
      } else if event.body == .gone, old.stamp == event.stamp {
        events.append(event)
      } else if case .deed(let new) = event.body, case .deed(let deed) = old.body,
        old.stamp == event.stamp, agree(deed, new)
      {
        known += 1
      } else {
        throw .at(
          line: line,
          "has the id \(event.id), and so has another event in the log: it comes from a copy that "
            + "went its own way")
      }
    }
  }

  private static func agree(
    _ old: ArchivedEvent<Deed>, _ new: ArchivedEvent<Deed>, _ agree: (Deed, Deed) -> Bool
  ) -> Bool {
    guard let old = old.event.deed, let new = new.event.deed else { return false }
    return agree(old, new)
  }

  /// Takes in rows of a table under their own names.
  public mutating func add(
    rows: [(id: EventID, stamp: Stamp, deed: Deed)]
  ) throws(ImportProblem) {
    for row in rows.sorted(by: { $0.id < $1.id }) { try add(row.deed, row.id, row.stamp) }
  }

  /// Takes in deeds that follow from the table, in this order.
  public mutating func add(_ deeds: [(stamp: Stamp, deed: Deed)]) throws(ImportProblem) {
    for (index, (stamp, deed)) in deeds.enumerated() {
      try add(deed, EventID(device: device, counter: index + 1), stamp)
    }
  }

  private mutating func add(
    _ deed: Deed, _ id: EventID, _ stamp: Stamp
  ) throws(ImportProblem) {
    guard let event = ArchivedEvent(Event(id: id, stamp: stamp, body: .deed(deed))) else {
      throw .whole("holds what can't be written to a log")
    }
    events.append(event)
  }

  /// Counts what was left out since it is there already.
  public mutating func leftOut(_ count: Int) { known += count }

  /// Gives the deed that is written in the place of an event's; nil where none can be.
  public typealias Seal = (Event<Deed>, Deed) -> Deed?

  /// When this returns it is on disk, with everything or not at all.
  /// - Parameter seal: asked for what seals, once no other process writes.
  public func write(
    sealing seal: () throws(StorageError) -> Seal = { { $1 } }
  ) throws(StorageError) {
    guard !events.isEmpty else { return }
    try Files.makeFolder(folder)
    try Files.makeFolder(folder + "/log")
    let lock = try Lock(folder)
    // Somebody else may have been quicker.
    guard !isThere else { return }
    let seal = try seal()
    var output: [UInt8] = []
    for event in events { output += try line(event, seal) + [UInt8(ascii: "\n")] }
    try Files.replace(path, with: output)
    _ = consume lock
  }

  private func line(
    _ event: ArchivedEvent<Deed>, _ seal: Seal
  ) throws(StorageError) -> [UInt8] {
    guard let deed = event.event.deed else { return event.text }
    guard let sealed = seal(event.event, deed) else {
      throw .system(doing: "write to", path: path, code: EINVAL)
    }
    // As it is, an event keeps fields that this version does not know.
    if sealed == deed { return event.text }
    guard let new = ArchivedEvent(event.event.with(.deed(sealed))) else {
      throw .system(doing: "write to", path: path, code: EINVAL)
    }
    return new.text
  }
}
