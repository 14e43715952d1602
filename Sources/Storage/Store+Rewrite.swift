#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What becomes of an event in its log.
public enum Rewrite<Deed> {
  case keep
  /// Another deed under the same id, at the same time.
  case replace(Deed)
  /// A tombstone is left, which tells no more than when something was.
  case remove
  /// The same, and the line as it was goes into a file beside the log.
  case setAside

  /// Whether the line stays as it is.
  public var isKeeping: Bool { if case .keep = self { true } else { false } }
}

extension Store {
  /// Rewrites the logs that this device may write: its own, those of its former names, copies of
  /// them, and those that were imported. Every other line stays byte for byte, those that cannot be
  /// read too. The snapshot is made anew, so that what was taken out is in no log any more.
  ///
  /// A log is replaced whole or not at all; when this throws, some may have been and others not,
  /// and doing it again does the rest.
  /// - Parameter transform: asked for every deed, also those that were undone.
  /// - Returns: how many lines were changed.
  @discardableResult
  public func rewrite(
    _ transform: (Event<Deed>) -> Rewrite<Deed>
  ) throws(StorageError) -> Int {
    try exclusively { () throws(StorageError) in
      var changed = 0
      for name in try logNames() where try mayRewrite(name) {
        changed += try rewrite(log(name).path, transform)
      }
      guard changed > 0 else { return 0 }
      try refreshAfterRewrite()
      // Without it the next start is slower, and no more.
      try? saveSnapshot()
      return changed
    }
  }

  /// Whether every log is one of those that `rewrite` may change.
  public func mayRewriteAll() throws(StorageError) -> Bool {
    for name in try logNames() where try !mayRewrite(name) { return false }
    return true
  }

  /// Whether there is a log that is none of any device, such as a copy that a synchronizer made.
  public func holdsCopies() throws(StorageError) -> Bool {
    for name in try logNames() where !isPlain(name) {
      if try isCopy(name) { return true }
    }
    return false
  }

  func mayRewrite(_ name: String) throws(StorageError) -> Bool {
    if isPlain(name) { return true }
    return try isCopy(name)
  }

  /// Whether a log is this device's by its name.
  private func isPlain(_ name: String) -> Bool {
    name == ownLogName || name.hasPrefix("import-")
      || formerDevices.contains { name == $0 + ".jsonl" }
  }

  /// Whether a log is a copy of one of this device's, as synchronizers and people leave them: lines
  /// of this device are in it, and none of the one that it is named after. Nobody appends to it.
  private func isCopy(_ name: String) throws(StorageError) -> Bool {
    let file = try File(logPath(name), O_RDONLY, doing: "read")
    let stem = String(name.dropLast(".jsonl".count))
    let own = Set(formerDevices + [device])
    // Of another device's log the first line tells.
    let head = try file.read(from: 0, count: 1 << 14)
    let first = head.prefix { $0 != UInt8(ascii: "\n") }
    if first.withUnsafeBytes({ writer(of: $0) }) == stem { return false }
    var (isOwn, isOthers) = (false, false)
    _ = try Lines.read(file, after: LogPosition()) { line in
      guard let writer = writer(of: line) else { return }
      if own.contains(writer) { isOwn = true }
      if writer == stem { isOthers = true }
    }
    return isOwn && !isOthers
  }

  /// The device that a line is from, nil when that cannot be told.
  private func writer(of line: UnsafeRawBufferPointer) -> String? {
    if let scanned = ScannedLine(line) { return scanned.id.device }
    switch EventLine<Deed>(decoding: line) {
    case .event(let event): return event.id.device
    case .unknown(let id): return id.device
    case .newer(let id), .unreadable(let id): return id?.device
    case .blank: return nil
    }
  }

  private func rewrite(
    _ path: String, _ transform: (Event<Deed>) -> Rewrite<Deed>
  ) throws(StorageError) -> Int {
    let file = try File(path, O_RDONLY, doing: "read")
    // First whether there is anything to do: mostly there is not.
    var changed = 0
    var aside: [UInt8] = []
    _ = try forEachLine(of: file, transform) { line, new in
      guard let new else { return }
      changed += 1
      if new.isSetAside { aside += Array(line) + [UInt8(ascii: "\n")] }
    }
    guard changed > 0 else { return 0 }
    // Were it killed in between, a line would be in both places, and not in none.
    if !aside.isEmpty { try setAside(aside, of: path) }
    // It may hold what is to go, and comes first in case this is killed. A folder there is not ours.
    if !Files.isFolder(snapshotPath) { try Files.remove(snapshotPath) }
    try Files.replace(path) { (copy: borrowing File) throws(StorageError) in
      var output: [UInt8] = []
      let torn = try forEachLine(of: file, transform) { line, new throws(StorageError) in
        output += new?.line ?? Array(line) + [UInt8(ascii: "\n")]
        guard output.count > 1 << 18 else { return }
        try copy.write(output)
        output = []
      }
      try copy.write(output + torn)
    }
    return changed
  }

  /// Hands every line to `body`, and what is to be in its place, if anything.
  /// - Returns: what comes after the last whole line.
  private func forEachLine(
    of file: borrowing File, _ transform: (Event<Deed>) -> Rewrite<Deed>,
    _ body: (UnsafeRawBufferPointer, NewLine?) throws(StorageError) -> Void
  ) throws(StorageError) -> [UInt8] {
    let path = file.path
    let refusesNewer = path == logPath(ownLogName)
    return try Lines.read(file, after: LogPosition()) { line throws(StorageError) in
      switch EventLine<Deed>(line, scan: format.scan) {
      case .event(let event): try body(line, event.rewritten(transform, path))
      case .newer where refusesNewer: throw .newerVersion(path: path)
      case .blank, .newer, .unknown, .unreadable: try body(line, nil)
      }
    }.torn
  }

  /// Adds whole lines to the file beside a log in which those are that cannot be read.
  func setAside(_ lines: [UInt8], of path: String) throws(StorageError) {
    let aside = try File(path + ".unreadable", O_WRONLY | O_CREAT | O_APPEND, doing: "write")
    try aside.write(lines)
    try aside.sync()
    try Files.syncFolder(of: path)
  }
}

/// What is to be in a line's place.
private struct NewLine {
  let line: [UInt8]
  let isSetAside: Bool
}

extension Event {
  /// What is to be in this line's place; nil when it stays.
  fileprivate func rewritten(
    _ transform: (Event) -> Rewrite<Deed>, _ path: String
  ) throws(StorageError) -> NewLine? {
    guard deed != nil else { return nil }
    let body: Body
    var isSetAside = false
    switch transform(self) {
    case .keep: return nil
    case .replace(let deed): body = .deed(deed)
    case .remove: body = .gone
    case .setAside: (body, isSetAside) = (.gone, true)
    }
    guard let line = try? with(body).line() else {
      throw .system(doing: "write to", path: path, code: EINVAL)
    }
    return NewLine(line: line, isSetAside: isSetAside)
  }
}
