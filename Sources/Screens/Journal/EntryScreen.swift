import EmotionCore
import SpacedRepetition
import Terminal

/// One entry of the journal, to be read and changed.
struct EntryScreen: Scene {
  enum Action {
    case editor(EntryEditor.Action)
    case done
  }

  private(set) var editor: EntryEditor
  private let moment: Moment

  init(entry: String, moment: Moment, checkIn: CheckIn) {
    editor = EntryEditor(entry: entry, checkIn: checkIn)
    self.moment = moment
  }

  var typing: Typing { editor.typing }
  var typed: Typed? { editor.typed }
  mutating func heard() { editor.heard() }
  var unfinished: Deed? { editor.deed }

  func bindings(_ world: World) -> [Binding<Action>] {
    editor.bindings.map { binding in
      Binding<Action>(
        binding.keys, shown: binding.shown, label: binding.label, help: binding.help,
        listed: binding.listed, inFooter: binding.inFooter, action: .editor(binding.action))
    } + [Binding([.enter, .escape], label: "done", help: "Save and go back.", action: .done)]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .editor(let action): editor.handle(action, world)
    case .done: return (editor.deed.map { [.append($0)] } ?? []) + [.close]
    }
    return []
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    editor.type(key, world)
    return []
  }

  mutating func paste(_ text: String, _ world: inout World) -> [Command] { editor.paste(text) }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    editor.settle()
    return []
  }

  func content(_ world: World, _ area: Area) -> Content {
    var content = editor.content(
      world, area, title: Dates.relative(moment, now: world.now))
    content.title = Line(Dates.relative(moment, now: world.now), .strong)
    return content
  }
}
