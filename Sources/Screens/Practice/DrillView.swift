import EmotionCore
import Terminal

extension Practice {
  func clock(_ question: String, _ area: Area) -> [Line] {
    (area.isCompact ? [] : [.blank]) + wrapped(question, area, style: .strong) + [.blank]
      + wrapped("Esc leaves, so that the clock can be set. Enter practices anyway.", area)
  }

  func drilling(_ drill: Drill, _ world: World, _ area: Area) -> [Line] {
    let gap: [Line] = area.isCompact ? [] : [.blank]
    var lines = gap + wrapped(drill.question.situation.text, area) + gap
    if let chosen = drill.chosen {
      lines += answered(drill, chosen, world, area) + gap
    } else {
      for (index, option) in drill.options.enumerated() {
        lines.append(
          row(option, number: index + 1, isChosen: index == drill.row, world, area))
      }
      lines += gap
    }
    return lines + wrapped("This is extra: it changes no schedule.", area, style: .faint)
  }

  private func answered(
    _ drill: Drill, _ chosen: WordID, _ world: World, _ area: Area
  ) -> [Line] {
    let answer = drill.question.answer
    let word = world.text(answer)
    let sign =
      chosen == answer
      ? Line([Span("✓ ", .good), Span(word, .good)])
      : Line([Span("✗ ", .bad), Span("It's "), Span(word, .chosen)])
    let other = drill.options.first { $0 != answer } ?? chosen
    return [sign.indented(indent(area))]
      + Wrap.lines(
        drill.question.line, columns: min(area.columns - indent(area), 72),
        lead: Line("Not \(world.text(other)): ", .strong), hang: 0
      ).map { $0.indented(indent(area)) }
  }
}
