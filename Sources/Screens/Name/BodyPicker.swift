import EmotionCore
import Terminal

/// Chooses a signal of the body as a cue.
struct BodyPicker: Scene {
  enum Action {
    case move(Move)
    case take
    case back
  }

  var row = 0
  var field = TextField()

  var typing: Typing { .word }
  var typed: Typed? { .word(field.text) }
  mutating func heard() { field = TextField() }

  func bindings(_ world: World) -> [Binding<Action>] {
    [Binding([.enter], label: "this one", help: "Add the chosen signal as a cue.", action: .take)]
      + Move.bindings("choose", help: "Another signal.", letters: false, Action.move)
      + [Binding([.escape], label: "back", help: "Back without a signal.", action: .back)]
  }

  private func signals(_ world: World) -> [(region: String, signal: BodySignal)] {
    let query = Spelling.normalized(field.text)
    return world.library.body.flatMap { region in
      region.signals
        .filter { query.isEmpty || "\(region.region) \($0.text)".contains(query) }
        .map { (region.region, $0) }
    }
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    let signals = signals(world)
    switch action {
    case .move(let move): row = move.applied(to: row, count: signals.count)
    case .take:
      guard signals.indices.contains(row) else {
        return [.notice("No such signal in the list. Try another word, or Esc.")]
      }
      return [.choose(.body(signals[row].signal.id))]
    case .back: return [.close]
    }
    return []
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    guard key != .character(" ") || !field.isEmpty else { return [] }
    if field.handle(key) { row = 0 }
    return []
  }

  func content(_ world: World, _ area: Area) -> Content {
    let (shown, cursor) = field.view(columns: area.columns - 4)
    var lines = [
      Line([Span("› ", .chosen), Span(shown)])
        .justified(
          with: Line(field.isEmpty ? "type to search: jaw, chest …" : "", .faint),
          columns: area.columns)
    ]
    if !area.isCompact { lines.append(.blank) }
    let signals = signals(world)
    let rows = area.rows - lines.count
    let start = max(0, min(row - rows / 2, signals.count - rows))
    var region = ""
    for (index, item) in signals.enumerated().dropFirst(start).prefix(rows) {
      let isNew = item.region != region
      region = item.region
      lines.append(
        Line(isNew ? item.region : "", .faint).fitted(area.isCompact ? 12 : 22)
          + Line([
            Widgets.marker(index == row), Span(item.signal.text, index == row ? .chosen : .plain),
          ]))
    }
    if signals.isEmpty { lines.append(Line("Nothing of that name.", .faint)) }
    return Content(
      title: Line("What do you notice in the body?", .strong), aside: Line("Esc back", .faint),
      lines: lines, cursor: (0, 2 + cursor))
  }
}
