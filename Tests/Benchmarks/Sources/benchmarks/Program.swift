import CPty

/// How a program is started.
struct Launch {
  var arguments: [String]
  var home: String
  /// Text that is on its first screen.
  var text: String

  var environment: [String] {
    [
      "HOME=\(home)", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC",
      "PATH=/usr/local/bin:/usr/bin:/bin:/opt/swift/usr/bin",
    ]
  }
}

/// A program running on a terminal of its own, ended when it goes out of scope.
struct Program: ~Copyable {
  private var child: pty_child
  private var hasEnded = false

  /// What a stretch of drawing was.
  struct Drawing {
    /// When the first and the last of it came, in nanoseconds.
    var first: Int64 = 0
    var last: Int64 = 0
    var bytes: [UInt8] = []
  }

  init(_ launch: Launch, rows: Int32 = 24, columns: Int32 = 80) throws(Trouble) {
    var child = pty_child()
    let isStarted = withCStrings(launch.arguments) { arguments in
      withCStrings(launch.environment) { environment in
        pty_start(&child, arguments, environment, rows, columns)
      }
    }
    guard isStarted else { throw Trouble("There is no terminal to run \(launch.arguments) on.") }
    self.child = child
  }

  deinit {
    guard !hasEnded else { return }
    var child = child
    pty_end(&child, true)
  }

  var process: Int32 { child.process }

  /// When it was exec'ed.
  func startTime() throws(Trouble) -> Int64 {
    var child = child
    let time = pty_start_time(&child)
    guard time > 0 else { throw Trouble("A program could not be started.") }
    return time
  }

  /// Reads until `text` has been drawn; nil when the program ends or rests before that.
  func draw(until text: String) -> Drawing? {
    let wanted = Array(text.utf8)
    var drawing = Drawing()
    while read(&drawing, wait: 5000) {
      if drawing.bytes.contains(wanted) { return drawing }
    }
    return nil
  }

  /// Reads until nothing more is drawn.
  /// - Parameter patience: how long to wait for the first of it, in milliseconds.
  @discardableResult
  func drawToQuiet(patience: Int32 = 40) -> Drawing {
    var drawing = Drawing()
    var wait = patience
    while read(&drawing, wait: wait) { wait = 40 }
    return drawing
  }

  /// Sends a key, and reads what it makes the program draw.
  /// - Returns: microseconds to the first and to the last byte, and the bytes.
  func press(_ key: String) throws(Trouble) -> (first: Double, last: Double, bytes: Int) {
    let start = pty_now()
    try send(key)
    let drawing = drawToQuiet(patience: 5000)
    guard !drawing.bytes.isEmpty else { throw Trouble("A key changed nothing on the screen.") }
    return (
      Double(drawing.first - start) / 1000, Double(drawing.last - start) / 1000,
      drawing.bytes.count
    )
  }

  func send(_ key: String) throws(Trouble) {
    var child = child
    let bytes = Array(key.utf8)
    guard pty_write(&child, bytes, bytes.count) else { throw Trouble("A key was not taken.") }
  }

  /// Lets the program come to its end.
  /// - Returns: its exit status.
  mutating func finish() -> Int32 {
    var drawing = Drawing()
    while read(&drawing, wait: 60_000) {}
    hasEnded = true
    return pty_end(&child, false)
  }

  /// - Returns: false when nothing came in time, or never will.
  private func read(_ drawing: inout Drawing, wait milliseconds: Int32) -> Bool {
    var child = child
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = pty_read(&child, &buffer, buffer.count, milliseconds)
    guard count > 0 else { return false }
    drawing.last = pty_now()
    if drawing.bytes.isEmpty { drawing.first = drawing.last }
    drawing.bytes += buffer.prefix(count)
    return true
  }
}

/// Why the benchmarks cannot go on, as one sentence.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Hands `body` the texts as C wants a list of them, NULL at its end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var characters: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(characters.count)
    characters += text.utf8CString
  }
  return characters.withUnsafeMutableBufferPointer { buffer in
    let pointers = starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
    return pointers.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { preconditionFailure("a list is never empty") }
      return body(start)
    }
  }
}
