import CTerminal

/// The real terminal. Only one may be alive; it gives the terminal back when it goes.
public struct Driver: ~Copyable {
  /// Why a terminal could not be used.
  public enum Failure: Error, Equatable {
    case unknown
    case dumb
  }

  private let isASCII: Bool
  private var input: InputGroups
  /// Bytes that were read and not taken in yet. They lie in the one buffer there is for input, which
  /// is overwritten before more is waited for.
  private var rest = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var arrival: Int64 = 0
  /// True while a secret is typed; it holds for what was not taken in yet.
  public var isSecret = false
  /// The end of the input, told after everything that was typed before it.
  private var ending: Input?
  /// The description that is used in place of the terminal's own, where that is not known here.
  public let assumed: String?

  /// Takes over the terminal on standard input and output.
  /// - Parameters:
  ///   - name: what the terminal calls itself: TERM.
  ///   - color: whether colors may be used at all.
  ///   - ascii: whether to keep to ASCII even where the locale offers more.
  public init(name: String, color: Bool, ascii: Bool) throws(Failure) {
    ct_set_locale()
    let used = try Self.start(name, color: color)
    assumed = used == name ? nil : used
    isASCII = ascii || !ct_is_utf8()
    // A locale that knows ASCII alone says nothing of the terminal, which most often writes UTF-8.
    let encoding = ct_is_utf8() || ct_is_ascii() ? TextEncoding.utf8 : .locale
    input = InputGroups(
      InputDecoder(encoding: encoding, ownKeys: Self.ownKeys()),
      escapeDelay: Int(ct_escape_delay()))
  }

  /// - Returns: the name of the description that is used.
  private static func start(_ name: String, color: Bool) throws(Failure) -> String {
    guard !name.isEmpty else { throw .unknown }
    for candidate in TerminalName.candidates(name) {
      switch ct_start(candidate, color) {
      case CT_STARTED: return candidate
      case CT_DUMB_TERM: throw .dumb
      default: continue
      }
    }
    throw .unknown
  }

  /// The sequences that the terminal's description has for keys.
  private static func ownKeys() -> [[UInt8]: Key] {
    let keys: [(ct_key, Key)] = [
      (CT_KEY_UP, .up), (CT_KEY_DOWN, .down), (CT_KEY_LEFT, .left), (CT_KEY_RIGHT, .right),
      (CT_KEY_HOME, .home), (CT_KEY_END, .end), (CT_KEY_PAGE_UP, .pageUp),
      (CT_KEY_PAGE_DOWN, .pageDown), (CT_KEY_BACKSPACE, .backspace), (CT_KEY_DELETE, .delete),
      (CT_KEY_BACK_TAB, .backTab), (CT_KEY_ENTER, .enter),
    ]
    var known: [[UInt8]: Key] = [:]
    for (code, key) in keys {
      guard let sequence = ct_key_sequence(code) else { continue }
      let bytes = Array(String(cString: sequence).utf8)
      // Keys that send a control character are that character.
      if bytes.count > 1, bytes.first == 0x1B { known[bytes] = key }
    }
    return known
  }

  deinit { ct_stop() }

  public var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Draws a frame; only what changed is sent.
  public func show(_ frame: Frame) {
    let frame = isASCII ? frame.ascii() : frame
    ct_erase()
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let start = column
        let style = frame[row, column].style
        var text = ""
        while column < frame.size.columns, frame[row, column].style == style {
          if let character = frame[row, column].character { text.append(character) }
          column += 1
        }
        if style != .plain || text.contains(where: { $0 != " " }) {
          ct_put(Int32(row), Int32(start), text, attributes(style), color(style.color))
        }
      }
    }
    ct_show(Int32(frame.cursor?.row ?? -1), Int32(frame.cursor?.column ?? -1))
  }

  /// What happened outside.
  public enum Input: Equatable, Sendable {
    case typed(InputGroups.Input)
    case resized
    case suspend
    case terminate
    case hangUp
  }

  /// True where input waits already, so that nobody would see what's drawn now.
  public var hasInput: Bool { input.hasNext || !rest.isEmpty || ct_is_ending() }

  /// Waits for the next input.
  public mutating func next() -> Input {
    while true {
      if let typed = input.next() { return .typed(typed) }
      guard rest.isEmpty else {
        takeIn()
        continue
      }
      if let ending { return ending }
      let event = ct_next_event(Int32(input.patience ?? -1))
      switch event.kind {
      case CT_BYTES:
        rest = UnsafeBufferPointer(start: event.bytes, count: event.count)
        arrival = ct_uptime()
      case CT_NOTHING: input.quiet(at: ct_uptime())
      case CT_RESIZED: return .resized
      case CT_SUSPEND: return .suspend
      case CT_TERMINATE: end(.terminate)
      case CT_HANGUP: end(.hangUp)
      default: continue
      }
    }
  }

  /// Takes in all that was read, of a secret no more than a byte: the one behind it may be none of it.
  private mutating func takeIn() {
    if isSecret, let byte = rest.first {
      input.receive(secret: byte, at: arrival)
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
    } else {
      input.receive(rest, at: arrival)
      rest = UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  /// Hands on what was pasted or typed up to now, and then the ending.
  private mutating func end(_ ending: Input) {
    input.end()
    self.ending = ending
  }

  /// Stops the program as Ctrl-Z does, until it is brought back.
  public func suspend() { ct_suspend() }

  /// Makes the next frame paint every cell.
  public func repaint() { ct_repaint() }

  private func attributes(_ style: Style) -> Int32 {
    var bits = 0
    if style.bold { bits |= CT_BOLD }
    if style.dim { bits |= CT_DIM }
    if style.reverse { bits |= CT_REVERSE }
    if style.underline { bits |= CT_UNDERLINE }
    return Int32(bits)
  }

  /// Magenta keeps its contrast on light and on dark backgrounds alike.
  private func color(_ color: Style.Color) -> Int32 {
    switch color {
    case .standard: 0
    case .bad: 1
    case .good: 2
    case .accent: 5
    }
  }
}
