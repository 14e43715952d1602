/// A key that was pressed.
public enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  /// A character pressed with Alt, or after Esc without a pause. What moves or deletes by words is
  /// known by its letter, whatever key was pressed for it.
  case alt(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown

  /// Alt-Backspace, and Ctrl-Backspace where that is a key of its own.
  public static let wordBackspace = Key.alt("\u{7F}")

  /// How the key is written for people: "Enter", "↑", "Ctrl-L".
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .wordBackspace: "Alt-Backspace"
    case .alt(let character): "Alt-\(character.uppercased())"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}
