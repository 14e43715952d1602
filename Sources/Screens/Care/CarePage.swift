import EmotionCore
import Terminal

/// People to call, for whoever writes that they may hurt themselves, or asks for it. It knows nothing
/// of what was typed, and nothing of it is kept.
struct CarePage: Scene {
  enum Action {
    case move(Move)
    case countries
    case take
    case goOn
    case back
  }

  private enum Stage {
    case lines(scroll: Int)
    /// Another country is being chosen.
    case choosing(row: Int)
  }

  let occasion: CareText.Occasion
  private var stage = Stage.lines(scroll: 0)
  /// The chosen country; nil is the one of the locale.
  private var country: String?

  init(_ occasion: CareText.Occasion) { self.occasion = occasion }

  func bindings(_ world: World) -> [Binding<Action>] {
    let isNarrow = world.size.columns < 60
    return switch stage {
    case .lines:
      [
        Binding(
          [.enter, .escape, .character("q")],
          label: isNarrow ? "go on" : "go on when you're ready", help: "Go on. Take your time.",
          action: .goOn),
        Binding(
          [.character("c")], label: isNarrow ? "country" : "another country",
          help: "The lines of another country.",
          action: .countries),
      ] + Move.bindings("read on", help: "Read on.", Action.move).map { $0.outOfFooter }
    case .choosing:
      [
        Binding([.enter], label: "this one", help: "The lines of this country.", action: .take)
      ]
        + Move.bindings("choose", help: "Another country.", Action.move)
        + [Binding([.escape, .character("q")], label: "back", help: "Back.", action: .back)]
    }
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch (stage, action) {
    case (.lines(let scroll), .move(let move)):
      let area = Layout(size: world.size).area()
      let count = content(world, area).lines.count - area.rows + 1
      stage = .lines(scroll: move.applied(to: scroll, count: count, page: area.rows - 1))
    case (.lines, .countries):
      let support = world.library.support
      let row = support.firstIndex { $0.country == country ?? world.territory } ?? 0
      stage = .choosing(row: row)
    case (.lines, _): return [.close]
    case (.choosing(let row), .move(let move)):
      stage = .choosing(row: move.applied(to: row, count: world.library.support.count))
    case (.choosing(let row), .take):
      country = world.library.support[row].country
      stage = .lines(scroll: 0)
    case (.choosing, _): stage = .lines(scroll: 0)
    }
    return []
  }

  func content(_ world: World, _ area: Area) -> Content {
    switch stage {
    case .lines(let scroll): page(world, area, scroll: scroll)
    case .choosing(let row): countries(world, area, row: row)
    }
  }

  private func page(_ world: World, _ area: Area, scroll: Int) -> Content {
    let support = world.library.support(in: country ?? world.territory)
    let text = CareText(occasion: occasion, support: support)
    let gap: [Line] = area.isCompact ? [] : [.blank]
    let columns = min(area.columns, 72)
    let numbers = text.numbers(isShort: area.isCompact)
    let label = (numbers.map(\.number.count).max() ?? 0) + 2
    let indent = area.isCompact ? "" : "  "
    var lines = gap + Wrap.lines(text.opening, columns: columns, style: .strong) + gap
    lines += Wrap.lines(text.request, columns: columns)
    for (number, about) in numbers {
      lines += Wrap.lines(
        about, columns: columns,
        lead: Line([Span(indent), Span(number, .chosen)]).fitted(indent.count + label))
    }
    lines += Wrap.lines(text.closing, columns: columns) + gap
    lines += Wrap.lines(text.promise, columns: columns, style: .faint)
    return Content(
      title: Line("Someone to talk to", .strong), aside: Line(support?.name ?? "", .faint),
      lines: lines, scroll: scroll)
  }

  private func countries(_ world: World, _ area: Area, row: Int) -> Content {
    let lines = world.library.support.enumerated().map { index, support in
      Line([
        Widgets.marker(index == row), Span(support.name, index == row ? .chosen : .plain),
      ])
    }
    return Content(
      title: Line("Which country?", .strong), aside: Line("Esc back", .faint), lines: lines,
      focus: row)
  }
}
