import EmotionCore
import Terminal

/// One screen: its state, what keys do to it, and how it looks.
protocol Scene {
  associatedtype Action

  /// How its keys are read.
  var typing: Typing { get }
  /// True where it puts things side by side and makes use of a wide terminal.
  var isWide: Bool { get }
  func bindings(_ world: World) -> [Binding<Action>]
  mutating func handle(_ action: Action, _ world: inout World) -> [Command]
  /// A key that types. Only called while `typing` is not `none`.
  mutating func type(_ key: Key, _ world: inout World) -> [Command]
  /// A text that was pasted. Only called while `typing` is not `none`.
  mutating func paste(_ text: String, _ world: inout World) -> [Command]
  /// A deed that this screen wanted is on disk.
  mutating func saved(_ id: String, _ world: inout World) -> [Command]
  /// What a screen opened by this one chose.
  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command]
  /// The screen above was closed, or an answer of an earlier session was taken back.
  mutating func resume(_ world: inout World)
  /// What stands in the field, for the shell to ask whether it calls for care. Every scene with a
  /// field says it; only what's secret isn't said.
  var typed: Typed? { get }
  /// What was typed called for care, and the page comes up: a field for words is emptied.
  mutating func heard()
  /// What was changed and is not yet asked to be saved; it is saved when the program ends here.
  var unfinished: Deed? { get }
  func content(_ world: World, _ area: Area) -> Content
}

extension Scene {
  var typing: Typing { .none }
  var isWide: Bool { false }
  mutating func type(_ key: Key, _ world: inout World) -> [Command] { [] }
  mutating func paste(_ text: String, _ world: inout World) -> [Command] {
    pasteLine(text, &world)
  }
  mutating func saved(_ id: String, _ world: inout World) -> [Command] { [] }
  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command] { [] }
  mutating func resume(_ world: inout World) {}
  var typed: Typed? { nil }
  mutating func heard() {}
  var unfinished: Deed? { nil }

  /// Types a text into a field of one line, where newlines are spaces.
  mutating func pasteLine(_ text: String, _ world: inout World) -> [Command] {
    var line = text[...]
    while line.last == "\n" { line.removeLast() }
    let kept = line.prefix(pastedLineCapacity)
    var commands: [Command] = []
    for character in kept {
      commands += type(.character(character == "\n" ? " " : character), &world)
    }
    if kept.endIndex < line.endIndex {
      commands.append(
        .notice("That was too long for here: its first 1,000 characters went in."))
    }
    return commands
  }
}

/// Characters of a paste that a field of one line takes.
private let pastedLineCapacity = 1000

/// What a person has typed into a field.
enum Typed: Equatable {
  /// In a field for words, which Enter hands over.
  case word(String)
  /// In a note that was changed: it's handed over when it's left.
  case note(String)
}

/// How characters are read.
enum Typing {
  /// Every key is a command.
  case none
  /// Letters go into a field for words; `?` and the bound keys remain commands.
  case word
  /// Everything printable goes into the text.
  case text
}

/// What a screen asks of the shell.
enum Command {
  case open(Screen)
  case close
  /// Closes this screen and hands the one below what was chosen.
  case choose(Cue)
  case append(Deed)
  /// Write an answer of practice in the place of an earlier one.
  case replace(String, with: Deed)
  case undo(String)
  /// Take back the last answer in the log.
  case undoLatest
  case readJournal
  case unlock(SecretField)
  case notice(String)
  case quit
}

/// The room a screen has for its content.
struct Area: Equatable {
  let columns: Int
  let rows: Int
  /// A small terminal: one column, no spare rows.
  let isCompact: Bool
}

/// What a screen shows, before it is laid out.
struct Content {
  var title: Line
  /// At the right of the title.
  var aside: Line = .blank
  var lines: [Line]
  /// The line that must be in view when there are more than fit.
  var focus: Int?
  /// The first line to show, where the person scrolls by hand.
  var scroll: Int?
  /// Where text is being typed: line and column.
  var cursor: (line: Int, column: Int)?
}
