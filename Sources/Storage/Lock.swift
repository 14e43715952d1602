#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One process at a time writes to a folder; the lock is let go when it goes out of scope.
///
/// It is on a file of its own, since a log may be replaced by another file. Ctrl-Z waits until it is
/// let go: a program that was stopped with the lock in its hand would keep all others waiting.
struct Lock: ~Copyable {
  private let file: File
  /// The signals that waited before.
  private let signals: sigset_t

  /// Waits until no other process holds it.
  init(_ folder: String) throws(StorageError) {
    let file = try File(folder + "/lock", O_RDWR | O_CREAT, doing: "open")
    try file.lock()
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &stop, &before)
    signals = before
    self.file = file
  }

  deinit {
    // In this order: what waited stops the program at once.
    file.unlock()
    var signals = signals
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }
}
