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
  /// A deed that this screen wanted is on disk.
  mutating func saved(_ id: String, _ world: inout World) -> [Command]
  /// What a screen opened by this one chose.
  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command]
  /// The screen above was closed, or an answer of an earlier session was taken back.
  mutating func resume(_ world: inout World)
  /// What was changed and is not yet asked to be saved; it is saved when the program ends here.
  var unfinished: Deed? { get }
  func content(_ world: World, _ area: Area) -> Content
}

extension Scene {
  var typing: Typing { .none }
  var isWide: Bool { false }
  mutating func type(_ key: Key, _ world: inout World) -> [Command] { [] }
  mutating func saved(_ id: String, _ world: inout World) -> [Command] { [] }
  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command] { [] }
  mutating func resume(_ world: inout World) {}
  var unfinished: Deed? { nil }
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
  case undo(String)
  /// Take back the last answer in the log.
  case undoLatest
  case readJournal
  case unlock(String)
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
