public import EmotionCore

/// A conversation line by line, for screen readers, pipes and serial lines.
public struct Talk {
  /// Prints a line.
  public var say: (String) -> Void
  /// Asks a question and reads a line; nil at the end of the input.
  public var ask: (String) -> String?
  /// Puts a deed on disk; returns its event id, or nil after saying why it could not.
  public var append: (Deed, inout World) -> String?
  /// Takes back the newest answer of practice there is; returns which, or nil after saying why not.
  public var undoLatest: (inout World) -> String?
  /// Brings the time of the world up to date.
  public var tick: (inout World) -> Void

  public init(
    say: @escaping (String) -> Void, ask: @escaping (String) -> String?,
    append: @escaping (Deed, inout World) -> String?,
    undoLatest: @escaping (inout World) -> String?, tick: @escaping (inout World) -> Void
  ) {
    self.say = say
    self.ask = ask
    self.append = append
    self.undoLatest = undoLatest
    self.tick = tick
  }

  func paragraph(_ text: String) {
    say("")
    say(text)
  }
}
