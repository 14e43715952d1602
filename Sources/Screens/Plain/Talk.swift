public import EmotionCore

/// A conversation line by line, for screen readers, pipes and serial lines.
public struct Talk {
  /// Prints a line.
  public var say: (String) -> Void
  /// Asks a question and reads a line, whatever it says; nil at the end of the input.
  private let read: (String) -> String?
  private let care: CareLines
  /// Puts a deed on disk; returns its event id, or nil after saying why it could not.
  public var append: (Deed, inout World) -> String?
  /// Takes back the newest answer of practice there is; returns which, or nil after saying why not.
  public var undoLatest: (inout World) -> String?
  /// Brings the time of the world up to date.
  public var tick: (inout World) -> Void

  public init(
    say: @escaping (String) -> Void, ask: @escaping (String) -> String?, care: CareLines,
    append: @escaping (Deed, inout World) -> String?,
    undoLatest: @escaping (inout World) -> String?, tick: @escaping (inout World) -> Void
  ) {
    self.say = say
    read = ask
    self.care = care
    self.append = append
    self.undoLatest = undoLatest
    self.tick = tick
  }

  /// Asks a question and reads the answer; nil at the end of the input. What calls for people to talk
  /// to is no answer: they are named, and the question is asked again.
  func ask(_ question: String) -> String? {
    while let line = read(question) {
      guard let lines = care.answer(to: line) else { return line }
      say("")
      lines.forEach(say)
      guard read("Enter to go on when you're ready: ") != nil else { return nil }
    }
    return nil
  }

  /// Asks for a note, which belongs to whoever writes it, whatever it says.
  func askNote(_ question: String) -> String? { read(question) }

  /// Names people to talk to, where a note that was written calls for them.
  func answer(toNote note: String) {
    guard let lines = care.answer(toNote: note) else { return }
    say("")
    lines.forEach(say)
    _ = read("Enter to go on when you're ready: ")
  }

  func paragraph(_ text: String) {
    say("")
    say(text)
  }
}
