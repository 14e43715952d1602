import Foundation

/// Another program that was started from here.
///
/// Foundation's `Process` is not used: among thousands of starts one crashes inside it (6.3.1 on
/// Linux), and its children inherit the blocked signals of a test's thread.
final class Child {
  let id: pid_t
  private var ended: Int32?

  /// - Parameter arguments: the program first, looked for on the path.
  init(
    _ arguments: [String], environment: [String: String], input: FileHandle, output: FileHandle,
    errors: FileHandle
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, handle) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, handle.fileDescriptor, Int32(target))
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let words = arguments.map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for text in words + variables { free(text) } }
    var started: pid_t = 0
    let code = posix_spawnp(
      &started, arguments[0], &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else {
      throw Poll.TimedOut(description: "\(arguments[0]): \(String(cString: strerror(code)))")
    }
    id = started
  }

  /// The exit status, 128 and the signal where one ended it, nil while it runs.
  var status: Int32? {
    if let ended { return ended }
    var word: Int32 = 0
    guard waitpid(id, &word, WNOHANG) == id else { return nil }
    ended = word & 0x7f == 0 ? word >> 8 & 0xff : 128 + word & 0x7f
    return ended
  }

  func terminate() {
    if status == nil { kill(id, SIGTERM) }
  }

  @discardableResult
  func wait() -> Int32 {
    while true {
      if let status { return status }
      usleep(500)
    }
  }
}
