import CTerminal

/// The real terminal. Only one may be alive; it gives the terminal back when it goes.
public struct Driver: ~Copyable {
  /// Why a terminal could not be used.
  public enum Failure: Error, Equatable {
    case unknown
    case dumb
  }

  private let isASCII: Bool

  /// Takes over the terminal on standard input and output.
  /// - Parameters:
  ///   - color: whether colors may be used at all.
  ///   - ascii: whether to keep to ASCII even where the locale offers more.
  public init(color: Bool, ascii: Bool) throws(Failure) {
    ct_set_locale()
    switch ct_start(color) {
    case CT_STARTED: break
    case CT_DUMB_TERM: throw .dumb
    default: throw .unknown
    }
    isASCII = ascii || !ct_is_utf8()
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
    case key(Key)
    case resized
    case suspend
    case terminate
    case hangUp
  }

  /// Waits for the next input.
  public func next() -> Input {
    while true {
      let event = ct_next_event(-1)
      switch event.kind {
      case CT_CHARACTER: if let key = Self.key(character: event.code) { return .key(key) }
      case CT_KEY: if let key = Self.key(special: event.code) { return .key(key) }
      case CT_RESIZED: return .resized
      case CT_SUSPEND: return .suspend
      case CT_TERMINATE: return .terminate
      case CT_HANGUP: return .hangUp
      default: continue
      }
    }
  }

  /// Stops the program as Ctrl-Z does, until it is brought back.
  public func suspend() { ct_suspend() }

  /// Makes the next frame paint every cell.
  public func repaint() { ct_repaint() }

  static func key(character code: UInt32) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 8, 127: return .backspace
    case 27: return .escape
    case 1...26:
      return Unicode.Scalar(code + 96).map { .control(Character($0)) }
    case 0..<32, 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static func key(special code: UInt32) -> Key? {
    switch ct_key(code) {
    case CT_KEY_UP: .up
    case CT_KEY_DOWN: .down
    case CT_KEY_LEFT: .left
    case CT_KEY_RIGHT: .right
    case CT_KEY_HOME: .home
    case CT_KEY_END: .end
    case CT_KEY_PAGE_UP: .pageUp
    case CT_KEY_PAGE_DOWN: .pageDown
    case CT_KEY_BACKSPACE: .backspace
    case CT_KEY_DELETE: .delete
    case CT_KEY_BACK_TAB: .backTab
    case CT_KEY_ENTER: .enter
    default: nil
    }
  }

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
