import EmotionCore
import Terminal

/// Asks for the passphrase of a locked journal. What is typed is never shown.
struct Unlock: Scene {
  enum Action {
    case unlock
    case back
  }

  private var field = SecretField()

  var typing: Typing { .text }

  func bindings(_ world: World) -> [Binding<Action>] {
    [
      Binding(
        [.enter], label: "unlock", help: "Open the journal.", inFooter: !field.isEmpty,
        action: .unlock),
      Binding([.escape], label: "back", help: "Leave it locked.", action: .back),
    ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .unlock:
      guard !field.isEmpty else { return [.notice("Type the passphrase first.")] }
      let typed = field
      field = SecretField()
      return [.unlock(typed)]
    case .back: return [.close]
    }
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    field.handle(key) == .taken ? [] : [.notice(Self.tooLong)]
  }

  /// What came before this screen did, and so wasn't known to be a secret.
  mutating func paste(_ text: String, _ world: inout World) -> [Command] {
    var commands: [Command] = []
    for character in text where character != "\n" {
      commands += type(.character(character), &world)
    }
    return commands
  }

  /// Cut off, it would be another passphrase.
  private static let tooLong =
    "A passphrase has room for \(SecretField.capacity) bytes, and this one is full."

  func content(_ world: World, _ area: Area) -> Content {
    var lines: [Line] = area.isCompact ? [] : [.blank]
    lines += Wrap.lines(
      "The journal is locked. You only need the passphrase to read it, not to name or practice.",
      columns: min(area.columns, 64), style: .faint)
    lines += [.blank, Line("Passphrase", .strong), Line("› ", .accent)]
    // Not even its length is shown to whoever looks over a shoulder.
    lines[lines.count - 1] = lines[lines.count - 1] + Line(field.isEmpty ? "" : "…", .faint)
    return Content(
      title: Line("Journal", .strong), aside: Line("Esc back", .faint), lines: lines,
      cursor: (lines.count - 1, field.isEmpty ? 2 : 3))
  }
}
