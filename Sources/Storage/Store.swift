import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The data folder: every device's log, and a snapshot of the state that they fold into.
///
/// The logs are the truth. The snapshot is a cache; deleting it loses nothing.
public final class Store<Deed: Codable & Sendable & Equatable, State: Codable & Sendable> {
  /// Applies one event to a state.
  public typealias Fold = (inout State, Event<Deed>) -> Void

  /// What the logs come to, up to what was last read.
  public private(set) var state: State
  /// What was found amiss while reading, one sentence each, to be shown once.
  public private(set) var problems: [String] = []

  public let folder: String
  public let device: String

  private let empty: State
  private let stateVersion: Int
  private let fold: Fold
  private var read: [String: Int] = [:]
  private var newest: Event<Deed>.Order?
  private var highestCounter = 0
  /// Named by an undo that came first, from a device whose clock is behind.
  private var awaited: Set<EventID> = []
  private var isDirty = false
  /// Events were read but could not be folded; the state must be replayed before it is saved.
  private var isBehind = false

  /// Opens the folder, making it when it is not there.
  /// - Parameters:
  ///   - stateVersion: raised whenever `fold` changes its meaning, so that an older snapshot is
  ///     not believed.
  public init(
    folder: String, device: String? = nil, empty: State, stateVersion: Int,
    fold: @escaping Fold
  ) throws(StorageError) {
    try Files.makeFolder(folder)
    try Files.makeFolder(folder + "/log")
    try Files.checkWritable(folder + "/log")
    self.folder = folder
    if let device { self.device = device } else { self.device = try Device.identifier(in: folder) }
    self.empty = empty
    self.stateVersion = stateVersion
    self.fold = fold
    state = empty
    try open()
  }

  /// Writes a deed to this device's log and folds it, and whatever other processes wrote before
  /// it, into the state. When this returns the deed is on disk.
  @discardableResult
  public func append(_ deed: Deed, at stamp: Stamp) throws(StorageError) -> EventID {
    try append(.deed(deed), at: stamp)
  }

  /// Undoes an earlier event. Undoing an undo brings the deed back.
  @discardableResult
  public func undo(_ id: EventID, at stamp: Stamp) throws(StorageError) -> EventID {
    try append(.undo(id), at: stamp)
  }

  /// Reads what other processes and devices have written since.
  public func refresh() throws(StorageError) {
    let tails = try tails(after: read)
    try take(tails.flatMap { note($0.tail, of: $0.name) })
  }

  /// The deeds that stand, in replay order, read from the logs.
  public func events() throws(StorageError) -> [Event<Deed>] {
    var seen: Set<EventID> = []
    return try tails(after: [:]).flatMap(\.tail.events).filter { seen.insert($0.id).inserted }
      .standing()
  }

  /// Saves the snapshot, so that the next start need not replay. A failure loses nothing.
  public func saveSnapshot() throws(StorageError) {
    guard isDirty && !isBehind else { return }
    let snapshot = Snapshot(
      version: 1, stateVersion: stateVersion,
      logs: try read.mapValuesWithKeys { name, end throws(StorageError) in
        Snapshot<Deed, State>.Log(end: end, check: try check(name, end))
      },
      counter: highestCounter, newest: newest, awaited: awaited.sorted(), state: state)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(snapshot) else { return }
    try Files.replace(snapshotPath, with: Array(bytes))
    isDirty = false
  }

  private func append(
    _ body: Event<Deed>.Body, at stamp: Stamp
  ) throws(StorageError) -> EventID {
    let name = device + ".jsonl"
    let (tail, event, end) = try log(name).append(after: read[name] ?? 0) { tail in
      let counter = tail.events.map(\.id.counter).max() ?? 0
      return Event(
        id: EventID(device: device, counter: max(counter, highestCounter) + 1), stamp: stamp,
        body: body)
    }
    let others = note(tail, of: name)
    read[name] = end
    highestCounter = event.id.counter
    try take(others + [event])
    if !tail.torn.isEmpty { noteTornEnd(of: name) }
    return event.id
  }

  private func open() throws(StorageError) {
    if let snapshot = try Snapshot<Deed, State>.read(snapshotPath),
      snapshot.stateVersion == stateVersion, try covers(snapshot)
    {
      state = snapshot.state
      newest = snapshot.newest
      awaited = Set(snapshot.awaited)
      highestCounter = snapshot.counter
      read = snapshot.logs.mapValues(\.end)
      try refresh()
    } else {
      try replay()
    }
    try mendTornEnd()
  }

  /// A cut-off line in this device's own log is set aside now; another device's may still be on
  /// its way.
  private func mendTornEnd() throws(StorageError) {
    let name = device + ".jsonl"
    let start = read[name] ?? 0
    guard Files.exists(logPath(name)), try !log(name).read(from: start).torn.isEmpty else { return }
    if try log(name).setAsideTornEnd(after: start) { noteTornEnd(of: name) }
  }

  private func noteTornEnd(of name: String) {
    problems.append(
      "The last line of \(logPath(name)) was cut off, probably by a crash; "
        + "it was moved to \(name).torn beside it, and everything before it is safe.")
  }

  /// Folds in new events; replays everything when they do not simply come after what is known.
  private func take(_ events: [Event<Deed>]) throws(StorageError) {
    guard !events.isEmpty || isBehind else { return }
    isDirty = true
    let sorted = events.sorted(by: Event.precedes)
    let undoes = sorted.contains { $0.undone != nil || awaited.contains($0.id) }
    // Strictly: an event that is known already, from a copy of a log, must not be folded again.
    let orders = [newest].compactMap(\.self) + sorted.map(\.order)
    let isNext = zip(orders, orders.dropFirst()).allSatisfy { $0 < $1 }
    if isBehind || undoes || !isNext { return try replay() }
    for event in sorted { fold(&state, event) }
    newest = sorted.last?.order
  }

  private func replay() throws(StorageError) {
    isBehind = true
    let tails = try tails(after: [:])
    problems = []
    read = [:]
    let events = tails.flatMap { note($0.tail, of: $0.name) }
    state = empty
    var seen: Set<EventID> = []
    let unique = events.filter { seen.insert($0.id).inserted }
    for event in unique.standing() { fold(&state, event) }
    newest = unique.map(\.order).max()
    awaited = Set(unique.compactMap(\.undone)).subtracting(seen)
    isDirty = true
    isBehind = false
  }

  /// All logs, read before any is noted: when one of them is refused, nothing has changed.
  private func tails(
    after starts: [String: Int]
  ) throws(StorageError) -> [(name: String, tail: LogFile<Deed>.Tail)] {
    var tails: [(name: String, tail: LogFile<Deed>.Tail)] = []
    for name in logNames() {
      tails.append((name, try log(name).read(from: starts[name] ?? 0)))
    }
    return tails
  }

  private func note(_ tail: LogFile<Deed>.Tail, of name: String) -> [Event<Deed>] {
    read[name] = tail.end
    problems += tail.problems
    for event in tail.events where event.id.device == device {
      highestCounter = max(highestCounter, event.id.counter)
    }
    return tail.events
  }

  private func covers(_ snapshot: Snapshot<Deed, State>) throws(StorageError) -> Bool {
    for (name, log) in snapshot.logs {
      guard let check = log.check, try self.check(name, log.end) == check else { return false }
    }
    return true
  }

  /// A checksum of the last bytes before `end`, nil when the log is shorter.
  private func check(_ name: String, _ end: Int) throws(StorageError) -> UInt64? {
    guard Files.exists(logPath(name)) else { return nil }
    let file = try File(logPath(name), O_RDONLY, doing: "read")
    guard try file.size() >= end else { return nil }
    let start = max(0, end - 256)
    return try file.read(from: start).prefix(end - start).reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
  }

  private func logNames() -> [String] {
    Files.names(in: folder + "/log").filter { $0.hasSuffix(".jsonl") }
  }

  private func log(_ name: String) -> LogFile<Deed> { LogFile(path: logPath(name)) }
  private func logPath(_ name: String) -> String { "\(folder)/log/\(name)" }
  private var snapshotPath: String { folder + "/schedule.json" }
}

extension Dictionary {
  fileprivate func mapValuesWithKeys<New>(
    _ transform: (Key, Value) throws(StorageError) -> New
  ) throws(StorageError) -> [Key: New] {
    var result: [Key: New] = [:]
    for (key, value) in self { result[key] = try transform(key, value) }
    return result
  }
}
