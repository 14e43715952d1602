#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Store {
  /// Checks every line of every log, the snapshot against them and against a replay, permissions,
  /// what else lies in the folder, and whether anything can be saved there. Opening the store has
  /// mended what opening always mends. Nobody else writes meanwhile.
  /// - Parameter repair: puts right what can be: the snapshot is made anew, and lines that cannot be
  ///   read are moved from logs that this device may write into a file beside each. Nothing is
  ///   ever deleted.
  /// - Returns: how many events there are, and what was found.
  public func examine(repair: Bool) throws(StorageError) -> (events: Int, findings: [Finding]) {
    var closed = limits
    if closed.isEmpty { closed = hindrances() }
    guard closed.isEmpty else {
      // Without the lock, which cannot be had, and so without a hand on anything.
      let (events, findings) = try examineHolding(repair: false)
      return (events, closed.map { Finding(.problem, $0) } + findings)
    }
    return try exclusively { () throws(StorageError) in try examineHolding(repair: repair) }
  }

  private func examineHolding(
    repair: Bool
  ) throws(StorageError) -> (events: Int, findings: [Finding]) {
    // Others may have written since the folder was opened.
    try refresh()
    var findings = notices + conflicts.map { Finding(.note, $0) }
    var events = 0
    var ends: [String: LogPosition] = [:]
    for name in try logNames() {
      let log = try LogExamination(name, in: self)
      events += log.events
      ends[name] = log.position
      findings += try logFindings(on: log, name, repair)
    }
    findings += try snapshotFindings(ends, repair)
    findings += try looseFiles() + otherFiles()
    return (events, findings)
  }

  /// Gives the reasons why nothing can be saved though the folder itself can be written to: the lock
  /// or this device's log is somebody else's, as after a run with sudo.
  private func hindrances() -> [String] {
    func reason(_ path: String, _ flags: Int32, _ doing: String) -> StorageError? {
      do throws(StorageError) { _ = try File(path, flags, doing: doing) } catch { return error }
      return nil
    }
    let log = logPath(ownLogName)
    return [
      reason(folder + "/lock", O_RDWR | O_CREAT, "open"),
      Files.isFile(log) ? reason(log, O_RDWR | O_APPEND, "write to") : nil,
    ].compactMap(\.self).map(Notice.readOnly)
  }

  // MARK: Logs

  private func logFindings(
    on log: LogExamination, _ name: String, _ repair: Bool
  ) throws(StorageError) -> [Finding] {
    let path = logPath(name)
    var findings: [Finding] = []
    var missing = log.missing
    if let first = log.unreadable.first {
      let isOne = log.unreadable.count == 1
      let lines =
        isOne
        ? "Line \(first) of \(path)"
        : "\(log.unreadable.count) lines of \(path), the first is line \(first),"
      let isOurs = try mayRewrite(name)
      if repair, isOurs {
        try setAsideUnreadable(name)
        // What the lines were is lost, and is now seen to be.
        missing = try LogExamination(name, in: self).missing
        findings.append(
          Finding(.mended, "\(lines) could not be read; moved to \(name).unreadable."))
      } else {
        findings.append(
          Finding(
            .problem,
            "\(lines) cannot be read and \(isOne ? "counts" : "count") for nothing: put "
              + "\(isOne ? "it" : "them") back from a backup, or let “inkling doctor --repair” "
              + "move \(isOne ? "it" : "them") aside"
              + (isOurs ? "." : " on the device that writes this log.")))
      }
    }
    // As many lines as were set aside may be just these.
    let isExplained =
      try missing.map(\.count).reduce(0, +) <= lines(of: path + ".unreadable")
      + lines(of: path + ".torn")
    for gap in missing {
      let what =
        gap.count == 1
        ? "Event \(gap.lowerBound) is" : "Events \(gap.lowerBound) to \(gap.upperBound) are"
      findings.append(
        Finding(
          isExplained ? .note : .problem,
          "\(what) missing from \(path), though later ones are there: “inkling sync” brings "
            + "them back if another device has them, and so does the file from a backup."))
    }
    if let first = log.unknown.first {
      findings.append(Finding(.note, Notice.unknown(log.unknown.count, first: first, in: path)))
    }
    if let first = log.newer.first {
      findings.append(Finding(.note, Notice.newer(log.newer.count, first: first, in: path)))
    }
    if log.isTorn {
      findings.append(
        Finding(.note, "\(path) ends in the middle of a line: it may still be on its way here."))
    }
    return findings
  }

  private func lines(of path: String) throws(StorageError) -> Int {
    guard Files.exists(path) else { return 0 }
    let file = try File(path, O_RDONLY, doing: "read")
    return try file.countLines(to: try file.identity().size)
  }

  /// Moves lines that cannot be read into a file beside the log. Those that are sound stay, whatever
  /// they say. The lock must be held.
  private func setAsideUnreadable(_ name: String) throws(StorageError) {
    let file = try File(logPath(name), O_RDONLY, doing: "read")
    var kept: [UInt8] = []
    var moved: [UInt8] = []
    let torn = try Lines.read(file, after: LogPosition()) { line in
      let bytes = Array(line) + [UInt8(ascii: "\n")]
      if case .unreadable = EventLine<Deed>(line, scan: format.scan) {
        moved += bytes
      } else {
        kept += bytes
      }
    }.torn
    try setAside(moved, of: logPath(name))
    try Files.replace(logPath(name), with: kept + torn)
    try refreshAfterRewrite()
  }

  // MARK: The snapshot

  private func snapshotFindings(
    _ ends: [String: LogPosition], _ repair: Bool
  ) throws(StorageError) -> [Finding] {
    let path = snapshotPath
    guard Files.exists(path) else { return [] }
    guard !Files.isFolder(path) else {
      return [Finding(.problem, StorageError.notAFile(path: path).description)]
    }
    let old = try Snapshot<Deed, State>.read(path, format)
    var trouble: String?
    if let old {
      // What was written since is checked by the replay.
      let isOther = old.header.logs.contains { name, log in
        ends[name].map { log.end == $0.end && log.checksum != $0.checksum } ?? true
      }
      if isOther { trouble = "does not go with the logs" }
      let before = format.encodeState(state)
      try refreshAfterRewrite()
      if before != format.encodeState(state) { trouble = "says something else than the logs" }
    } else {
      trouble = "cannot be used"
    }
    guard let trouble else { return [] }
    guard repair else {
      return [
        Finding(
          .problem,
          "\(path) \(trouble): delete it, or let “inkling doctor --repair” make it anew; the logs "
            + "have everything.")
      ]
    }
    try refreshAfterRewrite()
    try saveSnapshot()
    return [Finding(.mended, "\(path) \(trouble); it was made anew from the logs.")]
  }

  // MARK: Files

  private func looseFiles() throws(StorageError) -> [Finding] {
    var loose: [String] = []
    for inner in ["", "/log", "/device"] where Files.isFolder(folder + inner) {
      for name in try Files.names(in: folder + inner) {
        let path = "\(folder)\(inner)/\(name)"
        // git makes its own files, as loose as it is told to.
        if !name.hasPrefix(".git"), let mode = Files.permissions(path), mode & 0o077 != 0 {
          loose.append(path)
        }
      }
    }
    return loose.map {
      Finding(.problem, "\($0) is not closed to others on this machine: run “chmod go= \($0)”.")
    }
  }

  private func otherFiles() throws(StorageError) -> [Finding] {
    let known: Set = [
      "log", "device", "schedule.json", "lock", "vault.json", "vault.opening", "config.json",
      "import-words.json",
      ".git", ".gitignore",
      ".gitattributes",
    ]
    var findings = try Files.names(in: folder).filter { !known.contains($0) }.map {
      Finding(.note, "\(folder)/\($0) is not one of Inkling's files, and was left alone.")
    }
    for name in try Files.names(in: folder + "/log") where !name.hasSuffix(".jsonl") {
      let isAside = name.hasSuffix(".torn") || name.hasSuffix(".unreadable")
      findings.append(
        Finding(
          .note,
          isAside
            ? "\(folder)/log/\(name) holds what could not be read: look into it, and delete it if "
              + "you do not need it."
            : "\(folder)/log/\(name) is not one of Inkling's files, and was left alone."))
    }
    return findings
  }
}
