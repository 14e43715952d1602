#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system is asked by path.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// What tells whether a file was touched; nil when there is none.
  static func identity(_ path: String) -> File.Identity? {
    var information = stat()
    return stat(path, &information) == 0 ? File.Identity(information) : nil
  }

  static func isFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  static func isLink(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
  }

  /// Where a symbolic link leads in the end, the path itself for all else. What replaces or removes
  /// a file does so there: otherwise its old text would stay behind the link.
  static func target(of path: String) -> String {
    guard isLink(path), let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The logs in a data folder, sorted. What an editor or a synchronizing program hides there, and
  /// what is no file, is none.
  static func logNames(in folder: String) throws(StorageError) -> [String] {
    try names(in: folder + "/log").filter { isLogName($0) && isFile("\(folder)/log/\($0)") }
  }

  static func isLogName(_ name: String) -> Bool {
    name.hasSuffix(".jsonl") && !name.hasPrefix(".")
  }

  /// Names in a folder, sorted.
  static func names(in path: String) throws(StorageError) -> [String] {
    guard let folder = opendir(path) else {
      throw .system(doing: "read", path: path, code: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes `path` and the folders above it, each its owner's alone.
  static func makeFolder(_ path: String) throws(StorageError) {
    if exists(path) {
      guard isFolder(path) else { throw .notAFolder(path: path) }
      return
    }
    let parent = folder(of: path)
    if !parent.isEmpty && !exists(parent) { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(doing: "make the folder", path: path, code: errno)
    }
    try syncFolder(of: path)
  }

  /// Why a folder that is there cannot be written to: told at once, and not only after the first
  /// answer.
  static func obstacle(to path: String) -> StorageError? {
    guard isFolder(path), access(path, W_OK) != 0 else { return nil }
    return .system(doing: "write to", path: path, code: errno)
  }

  /// Makes a new or renamed name in a folder last through a power cut.
  static func syncFolder(of path: String) throws(StorageError) {
    let parent = folder(of: path)
    let file = try File(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY, doing: "open")
    // Some file systems cannot sync a folder and say so; the file itself is safe.
    do throws(StorageError) { try file.sync() } catch .system(_, _, EINVAL) {}
  }

  /// Replaces a file whole, or not at all. The lock must be held: what another process began and
  /// did not finish is removed.
  static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    try replace(path) { file throws(StorageError) in try file.write(bytes) }
  }

  static func replace(
    _ path: String, _ write: (borrowing File) throws(StorageError) -> Void
  ) throws(StorageError) {
    let path = target(of: path)
    let temporary = path + temporaryEnding
    // One that was left behind may be readable by others; a new one is not.
    unlink(temporary)
    do throws(StorageError) {
      let file = try File(temporary, O_WRONLY | O_CREAT | O_EXCL, doing: "write")
      try write(file)
      try file.sync()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(doing: "write", path: path, code: code)
    }
    try syncFolder(of: path)
  }

  /// The permission bits; nil where there is nothing.
  static func permissions(_ path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & 0o777 : nil
  }

  /// Of files that are to replace another, until they do.
  static let temporaryEnding = ".tmp"

  /// Removes a file for good; there need not be one.
  static func remove(_ path: String) throws(StorageError) {
    let target = target(of: path)
    if target != path { try remove(target) }
    guard unlink(path) == 0 else {
      if errno == ENOENT { return }
      throw .system(doing: "remove", path: path, code: errno)
    }
    try syncFolder(of: path)
  }

  /// Which folder this is: its number and its path on this machine, on one line. A copy has
  /// others, and so has what was brought back from a backup. The disk's number is left out: it may
  /// change whenever the machine starts.
  static func place(of folder: String) -> String {
    let resolved = realpath(folder, nil)
    defer { free(resolved) }
    let path = resolved.map { String(cString: $0) } ?? folder
    let line = path.replacing("\n", with: " ")
    return "\(identity(folder)?.inode ?? 0) \(line)"
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
