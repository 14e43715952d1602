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
public final class Store<Deed: Codable & Sendable & Equatable, State> {
  /// What the logs come to, up to what was last read.
  public var state: State { folded.state }
  /// What was found amiss, one sentence each, to be shown once.
  public var problems: [String] {
    limits + notices.map(\.sentence) + conflicts + damage + remarks
  }
  /// Whether there are lines in the logs that cannot be read.
  public var isDamaged: Bool { !damage.isEmpty }
  /// True where there are sound lines that this version doesn't know, and so can't seal.
  public var holdsUnknown: Bool { !remarks.isEmpty }
  /// When the newest event happened, to tell a clock that is wrong.
  public var newest: Stamp? { folded.newest?.stamp }

  public let folder: String
  public let device: String
  /// Names that this device had in the folder before it was moved.
  public let formerDevices: [String]
  /// What was found to stand against writing when the folder was opened; it can still be read.
  public let obstacle: StorageError?

  let format: StoreFormat<Deed, State>
  private var folded: Folded<Deed, State>
  private var logs: [String: KnownLog] = [:]
  private(set) var notices: [Finding] = []
  var limits: [String] { obstacle.map { [Notice.readOnly($0)] } ?? [] }
  /// Lines that cannot be read. A replay finds them again.
  private var damage: [String] = []
  /// Lines that are sound and that this version does not know.
  private var remarks: [String] = []
  /// Events of one number that say different things.
  private(set) var conflicts: [String] = []
  private var isDirty = false
  /// Something on disk could not be folded; all must be replayed before the state is saved.
  private var isBehind = false
  private var holdsLock = false
  /// The highest number that this device is known to have used, also of events that the log has
  /// lost: one that comes back from elsewhere must not find its number taken.
  private var highestUsed = 0
  /// A line whose writing failed and that could not be taken back either.
  private var rejected: (name: String, end: Int, line: [UInt8])?

  /// A log as it was last read.
  private struct KnownLog {
    var position: LogPosition
    /// Which file it was: a log that was replaced by another is read anew.
    var inode: UInt64
    /// Nil when this process has written to it since.
    var identity: File.Identity?

    init(_ position: LogPosition, _ identity: File.Identity) {
      self.position = position
      self.identity = identity
      inode = identity.inode
    }
  }

  /// Opens the folder, making it when it is not there. One that cannot be written to, as on a
  /// read-only disk, is opened to be read, and nothing in it is touched.
  public convenience init(
    folder: String, device: String? = nil, format: StoreFormat<Deed, State>
  ) throws(StorageError) {
    try self.init(
      folder: folder, device: device, format: format, obstacle: Files.obstacle(to: folder + "/log"))
  }

  init(
    folder: String, device: String?, format: StoreFormat<Deed, State>, obstacle: StorageError?
  ) throws(StorageError) {
    self.folder = folder
    self.format = format
    folded = Folded(empty: format.empty)
    let start = try Opening(folder, device: device, obstacle: obstacle)
    (self.device, self.obstacle, notices) = (start.device, start.obstacle, start.notices)
    formerDevices = try Device.former(in: folder)
    try open()
  }

  /// Does something while no other process writes to the folder; within it, the store's own writing
  /// does not wait for itself.
  public func exclusively<Value>(
    _ work: () throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    guard !holdsLock else { return try work() }
    let lock = try Lock(folder)
    holdsLock = true
    defer { holdsLock = false }
    let value = try work()
    _ = consume lock
    return value
  }

  // MARK: What people do

  /// Writes a deed to this device's log and folds it, and whatever other processes wrote before
  /// it, into the state. When this returns the deed is on disk; when it throws, it is not.
  @discardableResult
  public func append(_ deed: Deed, at stamp: Stamp) throws(StorageError) -> EventID {
    try append(at: stamp) { _ in .deed(deed) }
  }

  /// The same for a deed that depends on the id it gets.
  /// - Parameter make: nil when there can be no such deed; nothing is then written.
  @discardableResult
  public func append(
    at stamp: Stamp, _ make: (EventID) -> Deed?
  ) throws(StorageError) -> EventID {
    try append(at: stamp) { id in make(id).map(Event.Body.deed) }
  }

  /// Writes a deed that stands in an earlier event's place from now on: as one line, so that no crash
  /// can leave the one gone and the other not there. Undoing it takes back the whole.
  @discardableResult
  public func append(
    _ deed: Deed, replacing id: EventID, at stamp: Stamp
  ) throws(StorageError) -> EventID {
    try append(at: stamp, replacing: id) { _ in .deed(deed) }
  }

  /// Undoes an earlier event. Undoing an undo brings the deed back.
  @discardableResult
  public func undo(_ id: EventID, at stamp: Stamp) throws(StorageError) -> EventID {
    try append(at: stamp) { _ in .undo(id) }
  }

  /// Reads what other processes and devices have written since.
  public func refresh() throws(StorageError) { _ = try refreshed() }

  /// The same.
  /// - Returns: whether there was anything.
  public func refreshed() throws(StorageError) -> Bool {
    var arrivals: [Event<Deed>] = []
    var stretches: [(name: String, log: KnownLog, stretch: LogFile<Deed>.Stretch)] = []
    let names = try logNames()
    guard !isBehind, logs.keys.allSatisfy(names.contains) else {
      try replay()
      return true
    }
    for name in names {
      let known = logs[name]
      if let known, let identity = known.identity, identity == Files.identity(logPath(name)) {
        continue
      }
      let file = try File(logPath(name), O_RDONLY, doing: "read")
      let identity = try file.identity()
      let position = known?.position ?? LogPosition()
      guard known?.inode ?? identity.inode == identity.inode, try position.holds(in: file) else {
        try replay()
        return true
      }
      let stretch = try log(name).read(file, after: position) { arrivals.append($0) }
      stretches.append((name, KnownLog(stretch.position, identity), stretch))
    }
    // All is read before any is noted: when one log is refused, nothing has changed.
    var isNew = false
    for (name, log, stretch) in stretches {
      if logs[name]?.position != log.position { isNew = true }
      logs[name] = log
      note(stretch)
    }
    if isNew { isDirty = true }
    try take(arrivals)
    return isNew
  }

  /// Saves the snapshot, so that the next start need not replay. A failure loses nothing.
  public func saveSnapshot() throws(StorageError) {
    guard isDirty && !isBehind && obstacle == nil else { return }
    try exclusively { () throws(StorageError) in
      // A log that was rewritten meanwhile may have lost what the state still holds.
      for (name, log) in logs where try !isStillTrue(log, of: name) {
        try replay()
        break
      }
      if let bytes = Snapshot<Deed, State>(header: header, state: state).bytes(format) {
        try Files.replace(snapshotPath, with: bytes)
      }
    }
    isDirty = false
  }

  /// Whether a log begins as it did when it was last read. Numbers of files are used again: what
  /// is in it is looked at as well.
  private func isStillTrue(_ log: KnownLog, of name: String) throws(StorageError) -> Bool {
    guard Files.identity(logPath(name))?.inode == log.inode else { return false }
    return try log.position.holds(in: File(logPath(name), O_RDONLY, doing: "read"))
  }

  private var header: SnapshotHeader {
    SnapshotHeader(
      version: SnapshotHeader.version, stateVersion: format.stateVersion,
      logs: logs.mapValues { log in
        SnapshotHeader.Log(
          end: log.position.end, checksum: log.position.checksum,
          check: Checksum(of: log.position.tail))
      },
      devices: marks,
      newest: folded.newest.map {
        SnapshotHeader.Newest(
          order: $0.order, at: $0.stamp.milliseconds, off: $0.stamp.offsetMinutes,
          day: $0.stamp.day)
      },
      awaited: folded.awaited.sorted(), body: SnapshotHeader.Body(count: 0, checksum: Checksum()))
  }

  private var marks: [String: DeviceMark] {
    var marks = folded.devices
    if highestUsed > marks[device]?.counter ?? 0 {
      marks[device, default: DeviceMark(counter: 0)].counter = highestUsed
    }
    return marks
  }

  // MARK: Writing

  private func append(
    at stamp: Stamp, replacing old: EventID? = nil, _ body: (EventID) -> Event<Deed>.Body?
  ) throws(StorageError) -> EventID {
    let name = ownLogName
    guard stamp.isPlausible else {
      throw .system(doing: "write to", path: logPath(name), code: EINVAL)
    }
    var others: [Event<Deed>] = []
    let (event, isKnown) = try exclusively { () throws(StorageError) in
      try writeHolding(to: name, &others) { id in
        body(id).map { Event<Deed>(id: id, stamp: stamp, body: $0, replaces: old) }
      }
    }
    // The event is on disk: from here on nothing may fail.
    do throws(StorageError) {
      isDirty = true
      if isKnown { try take(others + [event]) } else { try replay() }
    } catch {
      let notice = Finding(.problem, Notice.notFolded(error))
      if !isBehind || notices.last != notice { notices.append(notice) }
      isBehind = true
      if let deed = event.deed { format.fold(&folded.state, deed, event.id, stamp) }
      folded.note(event.id)
    }
    return event.id
  }

  /// Writes an event under the lock, after whatever others wrote, which is noted.
  /// - Returns: the event, and whether the log was still the one that was read before.
  private func writeHolding(
    to name: String, _ others: inout [Event<Deed>], _ make: (EventID) -> Event<Deed>?
  ) throws(StorageError) -> (Event<Deed>, isKnown: Bool) {
    let log = log(name)
    let isNew = !Files.exists(log.path)
    let file = try File(log.path, O_RDWR | O_CREAT | O_APPEND, doing: "open")
    if isNew { try Files.syncFolder(of: log.path) }
    try takeBackRejected(from: file, name)

    var position = logs[name]?.position ?? LogPosition()
    let identity = try file.identity()
    var isKnown = logs[name]?.inode ?? identity.inode == identity.inode
    if isKnown { isKnown = try position.holds(in: file) }
    if !isKnown { position = LogPosition() }
    var stretch = try log.read(file, after: position) { others.append($0) }
    if !stretch.torn.isEmpty {
      if try log.mendEnd(stretch.torn, of: file, end: stretch.position.end) {
        others = []
        stretch = try log.read(file, after: position) { others.append($0) }
      } else {
        notices.append(Finding(.mended, Notice.tornEnd(of: logPath(name))))
      }
    }
    let used = (others.map(\.id) + stretch.passedOver).filter { $0.device == device }
    highestUsed = max(highestUsed, folded.devices[device]?.counter ?? 0)
    let counter = max(highestUsed, used.map(\.counter).max() ?? 0)
    let id = EventID(device: device, counter: counter + 1)
    guard counter < EventID.highestCounter else {
      throw .refused(
        sentence: "\(log.path) has an event numbered \(counter), and there is no higher number: "
          + "move that line into another file, and start Inkling again.")
    }
    guard let event = make(id), let line = try? event.line() else {
      throw .system(doing: "write to", path: log.path, code: EINVAL)
    }
    position = stretch.position
    do throws(StorageError) {
      try log.append(line, to: file, end: position.end)
    } catch {
      rejected = (name, position.end, line)
      throw error
    }
    // Only now: had it failed, the lines of the others would have to be read again.
    line.withUnsafeBytes { position.advance(over: $0) }
    logs[name] = KnownLog(position, identity)
    logs[name]?.identity = nil
    note(stretch)
    return (event, isKnown)
  }

  /// A line that was reported as not written, but is there whole, would be there twice when the
  /// person tries again.
  private func takeBackRejected(
    from file: borrowing File, _ name: String
  ) throws(StorageError) {
    guard let rejected, rejected.name == name else { return }
    let after = try file.read(from: rejected.end, count: rejected.line.count + 1)
    if rejected.line.starts(with: after) {
      try file.truncate(to: rejected.end)
      try file.sync()
    }
    self.rejected = nil
  }

  // MARK: Reading

  private func open() throws(StorageError) {
    if try !restore() { try replay() }
    if obstacle == nil { try mendTornEnd() }
  }

  /// Takes up the snapshot and what was written after it.
  /// - Returns: false when there is none that can be believed.
  private func restore() throws(StorageError) -> Bool {
    guard let snapshot = try Snapshot<Deed, State>.read(snapshotPath, format) else {
      highestUsed = Snapshot<Deed, State>.highestCounter(of: device, in: snapshotPath)
      return false
    }
    highestUsed = snapshot.header.devices[device]?.counter ?? 0
    var logs: [String: KnownLog] = [:]
    for (name, log) in snapshot.header.logs {
      let path = logPath(name)
      guard log.end >= 0, !name.contains("/"), Files.exists(path) else { return false }
      let file = try File(path, O_RDONLY, doing: "read")
      let length = min(log.end, LogPosition.tailLength)
      let tail = try file.read(from: log.end - length, count: length)
      guard tail.count == length, Checksum(of: tail) == log.check else { return false }
      logs[name] = KnownLog(
        LogPosition(end: log.end, checksum: log.checksum, tail: tail), try file.identity())
      logs[name]?.identity = nil
    }
    self.logs = logs
    folded.state = snapshot.state
    folded.devices = snapshot.header.devices
    folded.awaited = Set(snapshot.header.awaited)
    folded.newest = snapshot.header.newest.map {
      Folded.Newest(
        order: $0.order,
        stamp: Stamp(milliseconds: $0.at, offsetMinutes: $0.off, day: $0.day))
    }
    try refresh()
    return true
  }

  func refreshAfterRewrite() throws(StorageError) { try replay() }

  /// Folds in what was read; replays everything when it does not simply come after what is known.
  private func take(_ events: [Event<Deed>]) throws(StorageError) {
    guard isBehind || !folded.take(events, format) else { return }
    try replay()
  }

  /// Reads and folds everything. When this throws, nothing has changed but that it must be tried
  /// again.
  private func replay() throws(StorageError) {
    isBehind = true
    highestUsed = max(highestUsed, folded.devices[device]?.counter ?? 0)
    var history = History<Deed>(isSetting: format.isSetting, isSealed: format.isSealed)
    var logs: [String: KnownLog] = [:]
    var stretches: [LogFile<Deed>.Stretch] = []
    for name in try logNames() {
      let file = try File(logPath(name), O_RDONLY, doing: "read")
      let identity = try file.identity()
      let stretch = try log(name).read(file, after: LogPosition()) { history.add($0) }
      logs[name] = KnownLog(stretch.position, identity)
      stretches.append(stretch)
    }
    let conflicts = history.settle()
    folded = Folded(history, format)
    self.logs = logs
    self.conflicts = Notice.conflicts(conflicts)
    (damage, remarks) = ([], [])
    for stretch in stretches { note(stretch) }
    isDirty = true
    isBehind = false
  }

  private func note(_ stretch: LogFile<Deed>.Stretch) {
    damage += stretch.problems
    remarks += stretch.remarks
    for id in stretch.passedOver { folded.note(id) }
  }

  /// A cut-off line in this device's own log is set aside now, and one that lacks its newline alone is
  /// taken in; another device's may still be on its way.
  private func mendTornEnd() throws(StorageError) {
    let name = ownLogName
    guard let position = logs[name]?.position,
      try File(logPath(name), O_RDONLY, doing: "read").identity().size > position.end
    else { return }
    let isWhole = try exclusively { () throws(StorageError) in
      let file = try File(logPath(name), O_RDWR | O_APPEND, doing: "open")
      guard try position.holds(in: file) else { return false }
      // Between looking and locking, the process that was writing it may have finished the line.
      let stretch = try log(name).read(file, after: position) { _ in }
      guard !stretch.torn.isEmpty else { return false }
      let isWhole = try log(name).mendEnd(stretch.torn, of: file, end: stretch.position.end)
      if !isWhole { notices.append(Finding(.mended, Notice.tornEnd(of: logPath(name)))) }
      return isWhole
    }
    if isWhole { try refresh() }
  }

  func logNames() throws(StorageError) -> [String] {
    try Files.logNames(in: folder)
  }

  func log(_ name: String) -> LogFile<Deed> {
    LogFile(path: logPath(name), scan: format.scan, refusesNewer: name == ownLogName)
  }

  func logPath(_ name: String) -> String { "\(folder)/log/\(name)" }
  var ownLogName: String { device + ".jsonl" }
  var snapshotPath: String { folder + "/schedule.json" }
}
