#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counts how many more files this process may open.
enum Descriptors {
  /// Tries it out: a limit alone doesn't tell how many are open already.
  static func areLeft(
    _ count: Int, opening: () -> Int32 = { open("/dev/null", O_RDONLY | O_CLOEXEC) },
    closing: (Int32) -> Void = { close($0) }
  ) -> Bool {
    var opened: [Int32] = []
    defer { for descriptor in opened { closing(descriptor) } }
    while opened.count < count {
      let descriptor = opening()
      guard descriptor >= 0 else { return false }
      opened.append(descriptor)
    }
    return true
  }
}
