import Foundation

/// A shell in a terminal of its own, in which the program is started and used as a person would.
struct TerminalSession: ~Copyable {
  struct Size: Equatable {
    let columns: Int
    let rows: Int

    static let standard = Size(columns: 80, rows: 24)
  }

  let home: String
  private let environment: [String: String]
  private let socket = "inkling-" + UUID().uuidString
  private let server: Child

  /// Opens a terminal; its shell is ready when this returns.
  /// - Parameter shell: `sh -i` when not given: shells like dash leave the terminal's modes as a
  ///   program left them, so that a broken terminal shows; bash mends them.
  static func open(
    in sandbox: borrowing Sandbox, size: Size = .standard, shell: [String] = ["sh", "-i"]
  ) async throws -> TerminalSession {
    let session = try TerminalSession(in: sandbox)
    _ = try await Poll.until("tmux") { try? session.tmux(["set-option", "-g", "status", "off"]) }
    try session.tmux(
      ["new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "/usr/bin/env"] + shell)
    _ = try await session.waitForPrompt()
    return session
  }

  private init(in sandbox: borrowing Sandbox) throws {
    home = sandbox.home
    environment = sandbox.environment.merging(
      ["TMUX_TMPDIR": sandbox.home, "PS1": "[$?]$ "]
    ) { $1 }
    // Not a daemon, so that it is this test's own and ends with it.
    server = try Child(
      ["tmux", "-D", "-L", socket, "-f", "/dev/null"], environment: environment,
      input: .nullDevice, output: .nullDevice, errors: .nullDevice)
  }

  deinit { close() }

  /// Closes the terminal, as closing its window does.
  func close() {
    server.terminate()
    server.wait()
  }

  // MARK: Typing

  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// - Parameter keys: as tmux calls them: "Enter", "Escape", "C-c", "1".
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Sends bytes as a terminal would, all at once.
  func send(bytes: String) throws {
    try tmux(["send-keys", "-H"] + bytes.utf8.map { String($0, radix: 16) })
  }

  /// Types a command line and presses Enter.
  func start(_ line: String) async throws {
    try type(line)
    try await wait("the command line") { $0.joined().hasSuffix("]$ " + line) }
    try press("Enter")
  }

  /// Runs a command line to its end.
  /// - Returns: its exit status.
  @discardableResult
  func run(_ line: String) async throws -> Int {
    try await start(line)
    return try await waitForPrompt()
  }

  // MARK: Seeing

  /// The lines of the screen, without spaces at their ends; wrapped lines joined.
  func lines() throws -> [String] {
    try tmux(["capture-pane", "-p", "-J"]).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }

  func screen() throws -> String { try lines().joined(separator: "\n") }

  /// The screen with its colors and attributes, as escape sequences.
  func styledScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  var isAlternate: Bool {
    get throws { try ask("alternate_on") == "1" }
  }

  /// Waits until a text is on the screen.
  func wait(for text: String) async throws {
    try await wait("“\(text)”") { $0.contains { $0.contains(text) } }
  }

  func wait(_ what: String, until isSo: ([String]) -> Bool) async throws {
    _ = try await Poll.until(what, found: { (try? screen()) ?? "no screen" }) {
      isSo(try lines()) ? true : nil
    }
  }

  /// Waits until the shell has the terminal again and asks for a command.
  /// - Returns: the exit status of the one before.
  func waitForPrompt() async throws -> Int {
    try await Poll.until("the shell's prompt", found: { (try? screen()) ?? "no screen" }) {
      guard try !isAlternate, let last = try lines().last(where: { !$0.isEmpty }),
        last.hasPrefix("["), last.hasSuffix("]$")
      else { return nil }
      return Int(last.dropFirst().dropLast(2))
    }
  }

  /// What `stty -a` says of the terminal, word by word.
  func modes() async throws -> Set<String> {
    let path = home + "/" + UUID().uuidString
    try await run("stty -a >\(path)")
    let words = try Sandbox.text(path).split { $0.isWhitespace || $0 == ";" }
    return Set(words.map(String.init))
  }

  /// Keeps every byte that goes to the terminal from now on.
  func record(to path: String) throws { try tmux(["pipe-pane", "cat >\(path)"]) }

  /// The digit that answers a question of practice with `word`, nil when that is not offered.
  static func choice(_ word: String, in lines: [String]) -> String? {
    lines.first { $0.hasSuffix("  " + word) }?.first(where: \.isNumber).map(String.init)
  }

  func choice(_ word: String) throws -> String? { Self.choice(word, in: try lines()) }

  // MARK: Outside

  func resize(_ size: Size) throws {
    try tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// The process that has the terminal: the program, while it runs.
  func process() throws -> Int32 {
    let shell = try ask("pane_pid")
    let group = try Tool.run(["ps", "-o", "tpgid=", "-p", shell], environment: environment)
    guard let id = Int32(group.output.filter(\.isNumber)), "\(id)" != shell else {
      throw Poll.TimedOut(description: "No program runs in the terminal:\n\(try screen())")
    }
    return id
  }

  func send(_ signal: Int32) throws { kill(try process(), signal) }

  private func ask(_ variable: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(variable)}"]).filter { $0 != "\n" }
  }

  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Tool.run(
      ["tmux", "-L", socket, "-f", "/dev/null", "-u"] + arguments, environment: environment)
    guard outcome.status == 0 else { throw Poll.TimedOut(description: "tmux: \(outcome.errors)") }
    return outcome.output
  }
}
