#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One process at a time writes to a folder; the lock is let go when it goes out of scope.
///
/// It is on a file of its own, since a log may be replaced by another file.
struct Lock: ~Copyable {
  private let file: File

  /// Waits until no other process holds it.
  init(_ folder: String) throws(StorageError) {
    let file = try File(folder + "/lock", O_RDWR | O_CREAT, doing: "open")
    try file.lock()
    self.file = file
  }
}
