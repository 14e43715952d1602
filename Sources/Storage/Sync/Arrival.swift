#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Brings one file of another device's into the data folder, while other processes may be writing.
struct Arrival {
  /// Below the data folder.
  let path: String
  /// What was committed here; nil when there was no such file.
  let committed: [UInt8]?
  /// What it is to become; nil when it is to go.
  let merged: [UInt8]?
  /// A file below the data folder that meant something together with the one that was there.
  var companion: String?

  /// Replaces the file whole, or not at all. What was appended since the commit is kept behind.
  /// - Returns: false when the file is not what was committed, and nothing was done.
  func bring(into folder: String) throws(StorageError) -> Bool {
    let place = "\(folder)/\(path)"
    try Files.makeFolder(Files.folder(of: place))
    // Whoever appends waits, and then opens the file that is there.
    let lock = try Lock(folder)
    let isDone = try replace(place, in: folder)
    _ = consume lock
    return isDone
  }

  private func replace(_ place: String, in folder: String) throws(StorageError) -> Bool {
    guard let committed else {
      guard !Files.exists(place) else { return false }
      try removeCompanion(from: folder)
      if let merged { try Files.replace(place, with: merged) }
      return true
    }
    guard Files.exists(place) else { return false }
    let current = try File(place, O_RDONLY, doing: "read").read()
    guard current.starts(with: committed) else { return false }
    let appended = current.dropFirst(committed.count)
    guard appended.isEmpty || SharedFiles.isLog(path) else { return false }
    guard let merged else {
      if path == SharedFiles.vault, try Self.holdsSealed(folder) { return false }
      try removeCompanion(from: folder)
      try Files.remove(place)
      return true
    }
    // Behind half a line there is nothing to append to.
    guard appended.isEmpty || merged.last == UInt8(ascii: "\n") else { return false }
    try removeCompanion(from: folder)
    try Files.replace(place, with: merged + appended)
    // The snapshot knows logs that only grow; without it they are read anew.
    if !merged.starts(with: committed) { unlink(folder + "/schedule.json") }
    return true
  }

  private func removeCompanion(from folder: String) throws(StorageError) {
    if let companion { try Files.remove("\(folder)/\(companion)") }
  }
}

extension Arrival {
  /// Whether any log of the folder holds what only the vault's key opens.
  private static func holdsSealed(_ folder: String) throws(StorageError) -> Bool {
    for name in try Files.logNames(in: folder) {
      let log = try File("\(folder)/log/\(name)", O_RDONLY, doing: "read").read()
      if LogMerge.holdsSealed(log) { return true }
    }
    return false
  }

  var addedLines: Int {
    func count(_ bytes: [UInt8]?) -> Int { (bytes ?? []).count { $0 == UInt8(ascii: "\n") } }
    return max(0, count(merged) - count(committed))
  }
}
