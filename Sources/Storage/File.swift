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
    descriptor = try Self.opened(path, flags, doing: doing)
    self.path = path
  }

  private static func opened(
    _ path: String, _ flags: Int32, doing: String
  ) throws(StorageError) -> Int32 {
    let isFolderWanted = flags & O_DIRECTORY != 0
    // A pipe would otherwise be waited for.
    let opened = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard opened >= 0 else {
      let code = errno
      guard isFolderWanted || !Files.isFolder(path) else { throw .notAFile(path: path) }
      throw .system(doing: doing, path: path, code: code)
    }
    var information = stat()
    if !isFolderWanted, fstat(opened, &information) == 0, information.st_mode & S_IFMT == S_IFIFO {
      close(opened)
      throw .notAFile(path: path)
    }
    return opened
  }

  deinit { _ = close(descriptor) }

  /// What tells whether a file was touched: which it is, its size, and when it was written to.
  struct Identity: Equatable {
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  func identity() throws(StorageError) -> Identity {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      throw .system(doing: "read", path: path, code: errno)
    }
    return Identity(information)
  }

  /// All bytes.
  func read() throws(StorageError) -> [UInt8] {
    try read(from: 0, count: try identity().size)
  }

  /// Up to `count` bytes; fewer when the file ends before.
  func read(from offset: Int, count: Int) throws(StorageError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < count {
      let count = try read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[done..<count]), from: offset + done)
      if count == 0 { break }
      done += count
    }
    return Array(buffer[..<done])
  }

  /// - Returns: how many bytes there were, at most as many as fit; 0 at the end of the file.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(StorageError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw .system(doing: "read", path: path, code: errno) }
    }
  }

  /// Newlines in the first `end` bytes.
  func countLines(to end: Int) throws(StorageError) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var lines = 0
    var done = 0
    while done < end {
      let count = try read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, end - done)]),
        from: done)
      if count == 0 { break }
      lines += buffer[..<count].count { $0 == UInt8(ascii: "\n") }
      done += count
    }
    return lines
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
      // A device that takes nothing would be asked for ever.
      guard count > 0 else { throw .system(doing: "write to", path: path, code: ENOSPC) }
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

extension File.Identity {
  init(_ information: stat) {
    inode = UInt64(information.st_ino)
    size = Int(information.st_size)
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
  }
}
