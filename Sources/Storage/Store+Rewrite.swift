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
}

extension Store {
  /// Rewrites the logs that this device may write: its own, those of its former names, and those
  /// that were imported. Every
  /// other line stays byte for byte, those that cannot be read too. The snapshot is made anew, so
  /// that what was taken out is in no file of the folder any more.
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
      for name in try logNames() where mayRewrite(name) {
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
    try logNames().allSatisfy(mayRewrite)
  }

  private func mayRewrite(_ name: String) -> Bool {
    name == ownLogName || name.hasPrefix("import-")
      || formerDevices.contains { name == $0 + ".jsonl" }
  }

  private func rewrite(
    _ path: String, _ transform: (Event<Deed>) -> Rewrite<Deed>
  ) throws(StorageError) -> Int {
    let file = try File(path, O_RDONLY, doing: "read")
    // First whether there is anything to do: mostly there is not.
    var changed = 0
    _ = try forEachLine(of: file, transform) { _, new in
      if new != nil { changed += 1 }
    }
    guard changed > 0 else { return 0 }
    // It may hold what is to go, and comes first in case this is killed.
    try Files.remove(snapshotPath)
    try Files.replace(path) { (copy: borrowing File) throws(StorageError) in
      var output: [UInt8] = []
      let torn = try forEachLine(of: file, transform) { line, new throws(StorageError) in
        output += new ?? Array(line) + [UInt8(ascii: "\n")]
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
    _ body: (UnsafeRawBufferPointer, [UInt8]?) throws(StorageError) -> Void
  ) throws(StorageError) -> [UInt8] {
    let path = file.path
    return try Lines.read(file, after: LogPosition()) { line throws(StorageError) in
      switch EventLine<Deed>(line, scan: format.scan) {
      case .event(let event): try body(line, event.rewritten(transform, path))
      case .newer: throw .newerVersion(path: path)
      case .blank, .unreadable: try body(line, nil)
      }
    }.torn
  }
}

extension Event {
  /// The line to be in this one's place; nil when it stays.
  fileprivate func rewritten(
    _ transform: (Event) -> Rewrite<Deed>, _ path: String
  ) throws(StorageError) -> [UInt8]? {
    guard deed != nil else { return nil }
    let body: Body
    switch transform(self) {
    case .keep: return nil
    case .replace(let deed): body = .deed(deed)
    case .remove: body = .gone
    }
    guard let line = try? Event(id: id, stamp: stamp, body: body).line() else {
      throw .system(doing: "write to", path: path, code: EINVAL)
    }
    return line
  }
}
