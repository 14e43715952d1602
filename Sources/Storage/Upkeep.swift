#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is put in order when a data folder is opened.
enum Upkeep {
  /// Makes the folder and all of ours in it its owner's alone.
  /// - Returns: what there is to tell when others could look into it. What is loose inside a folder
  ///   that was closed could be seen by nobody, and is mended without a word.
  static func close(_ folder: String) throws(StorageError) -> [Finding] {
    var findings: [Finding] = []
    if let mode = mode(folder), mode & 0o077 != 0 {
      findings.append(
        chmod(folder, mode & 0o700) == 0
          ? Finding(
            .mended, "\(folder) could be read by others on this machine; it is now yours alone.")
          : Finding(
            .problem,
            "\(folder) can be read by others on this machine, and Inkling could not change that: "
              + "make it yours, or name another folder with --data-dir."))
    }
    for inner in ["log", "device"].map({ "\(folder)/\($0)" }) where Files.isFolder(inner) {
      mend(inner)
      for name in try Files.names(in: inner) { mend("\(inner)/\(name)") }
    }
    for name in ["schedule.json", "lock", "vault.json", "vault.opening", "import-words.json"] {
      mend("\(folder)/\(name)")
    }
    return findings
  }

  /// Removes what was to replace a file of ours when its writer was killed: what is deleted must
  /// not live on in it. What others put here, by hand or to carry the folder elsewhere, stays.
  static func removeLeftovers(_ folder: String) throws(StorageError) {
    var leftovers: [String] = []
    for inner in ["", "log/", "device/"] where Files.isFolder("\(folder)/\(inner)") {
      for name in try Files.names(in: "\(folder)/\(inner)")
      where name.hasSuffix(Files.temporaryEnding)
        && isReplaced(inner + name.dropLast(Files.temporaryEnding.count))
      {
        leftovers.append("\(folder)/\(inner)\(name)")
      }
    }
    // A log that is a link is replaced where it leads.
    for name in Files.isFolder(folder + "/log") ? try Files.logNames(in: folder) : [] {
      let (path, target) = ("\(folder)/log/\(name)", Files.target(of: "\(folder)/log/\(name)"))
      let left = target + Files.temporaryEnding
      if target != path, Files.exists(left) { leftovers.append(left) }
    }
    guard !leftovers.isEmpty else { return }
    // Whoever is still writing one holds the lock.
    let lock = try Lock(folder)
    for path in leftovers { try Files.remove(path) }
    _ = consume lock
  }

  /// Whether Inkling replaces a file of this path, below the folder, whole.
  private static func isReplaced(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      return [
        "schedule.json", "vault.json", "vault.opening", "import-words.json", ".gitignore",
        ".gitattributes",
      ]
      .contains(path)
    }
    // The mark of a machine is a number.
    return parts[0] == "log"
      ? Files.isLogName(String(parts[1]))
      : UInt64(parts[1], radix: 36).map { String($0, radix: 36) } == parts[1]
  }

  private static func mend(_ path: String) {
    if let mode = mode(path), mode & 0o077 != 0 { _ = chmod(path, mode & 0o700) }
  }

  /// The permission bits of a file or folder; nil for devices and the like, and for nothing.
  private static func mode(_ path: String) -> mode_t? {
    var information = stat()
    guard stat(path, &information) == 0,
      [S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT)
    else { return nil }
    return information.st_mode & 0o777
  }
}
