#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when it goes out of scope. The few system calls that Inkling makes.
struct File: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens `path`; a file made here can be read and written by its owner alone.
  init(_ path: String, _ flags: Int32, doing: String) throws(StorageError) {
    let opened = open(path, flags | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .system(doing: doing, path: path, code: errno) }
    descriptor = opened
    self.path = path
  }

  deinit { _ = close(descriptor) }

  /// Opens and locks the file that `path` names once the lock is held: another process may have put
  /// a new file in its place while this one waited.
  static func locked(
    _ path: String, _ flags: Int32, doing: String
  ) throws(StorageError) -> File {
    while true {
      let file = try File(path, flags, doing: doing)
      try file.lock()
      var (opened, named) = (stat(), stat())
      guard fstat(file.descriptor, &opened) == 0 else {
        throw .system(doing: doing, path: path, code: errno)
      }
      if stat(path, &named) == 0, opened.st_ino == named.st_ino, opened.st_dev == named.st_dev {
        return file
      }
    }
  }

  func size() throws(StorageError) -> Int {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      throw .system(doing: "read", path: path, code: errno)
    }
    return Int(information.st_size)
  }

  /// Bytes from `offset` to the end.
  func read(from offset: Int = 0) throws(StorageError) -> [UInt8] {
    let total = max(0, try size() - offset)
    var bytes = [UInt8](repeating: 0, count: total)
    var done = 0
    while done < total {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: done), total - done, off_t(offset + done))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(doing: "read", path: path, code: errno)
      }
      if count == 0 { break }
      done += count
    }
    bytes.removeLast(total - done)
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(StorageError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Self.systemWrite(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(doing: "write to", path: path, code: errno)
      }
      done += count
    }
  }

  func sync() throws(StorageError) {
    guard fsync(descriptor) == 0 else { throw .system(doing: "save", path: path, code: errno) }
  }

  func truncate(to length: Int) throws(StorageError) {
    guard ftruncate(descriptor, off_t(length)) == 0 else {
      throw .system(doing: "write to", path: path, code: errno)
    }
  }

  /// Waits until no other process holds the lock; it is let go when the file is closed.
  func lock() throws(StorageError) {
    while flock(descriptor, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      throw .system(doing: "lock", path: path, code: errno)
    }
  }

  /// - Returns: false when another process holds the lock.
  func tryLock() throws(StorageError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      throw .system(doing: "lock", path: path, code: errno)
    }
    return true
  }

  /// Lets go at once, also where a child that is just being started still holds the file open.
  func unlock() { _ = flock(descriptor, LOCK_UN) }

  private static func systemWrite(
    _ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }
}

/// What the file system is asked by path.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// The permission bits, nil when there is no such file.
  static func mode(_ path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & 0o777 : nil
  }

  /// Names in a folder, sorted; empty when it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
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

  /// Makes `path` and the folders above it, each its owner's alone; mends the permissions of one
  /// that was there.
  static func makeFolder(_ path: String) throws(StorageError) {
    if exists(path) {
      guard isFolder(path) else { throw .notAFolder(path: path) }
      if let mode = mode(path), mode & 0o077 != 0 { _ = chmod(path, 0o700) }
      return
    }
    let parent = folder(of: path)
    if !parent.isEmpty && !exists(parent) { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(doing: "make the folder", path: path, code: errno)
    }
    try syncFolder(of: path)
  }

  /// Tells a read-only disk or folder at once, and not only after the first answer.
  static func checkWritable(_ path: String) throws(StorageError) {
    guard access(path, W_OK) == 0 else {
      throw .system(doing: "write to", path: path, code: errno)
    }
  }

  /// Makes a new or renamed name in a folder last through a power cut.
  static func syncFolder(of path: String) throws(StorageError) {
    let parent = folder(of: path)
    let file = try File(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY, doing: "open")
    // Some file systems cannot sync a folder and say so; the file itself is safe.
    do throws(StorageError) { try file.sync() } catch .system(_, _, EINVAL) {}
  }

  /// Replaces a file whole, or not at all.
  static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    let temporary = "\(path).\(getpid()).tmp"
    do throws(StorageError) {
      let file = try File(temporary, O_WRONLY | O_CREAT | O_TRUNC, doing: "write")
      try file.write(bytes)
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

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
