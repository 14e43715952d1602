import EmotionCore
import Terminal

extension WordPage {
  func content(_ world: World, _ area: Area) -> Content {
    guard let entry = world.library.lexicon[word] else {
      return Content(
        title: Line(word, .strong),
        lines: [Line("This word is not in the lexicon (any more). Esc goes back.")])
    }
    let family = world.library.families.first { $0.id == entry.family }?.name ?? entry.family
    let lines = page(entry, world, area)
    return Content(
      title: Line(entry.word, .chosen),
      aside: Line(
        area.isCompact
          ? family : "\(family) · strength \(entry.strength) of 5     \(entry.say)", .faint),
      lines: lines, scroll: scroll)
  }

  private func page(_ entry: Word, _ world: World, _ area: Area) -> [Line] {
    let gap: [Line] = area.isCompact ? [] : [.blank]
    let label = area.isCompact ? 10 : 14
    func row(_ name: String, _ value: String, short: String? = nil) -> [Line] {
      value.isEmpty
        ? []
        : Widgets.labeled(
          area.isCompact ? short ?? name : name, value, labelColumns: label, columns: area.columns)
    }
    var lines = gap + Wrap.lines(entry.meaning, columns: area.columns, style: .strong)
    if let sense = entry.sense {
      lines += Wrap.lines("(\(sense))", columns: area.columns, style: .faint)
    }
    lines += gap + neighbors(entry, world, area, label: label) + gap
    lines += row("By strength", ladder(entry, world), short: "Strength")
    lines += row(
      "In the body",
      entry.body.compactMap { world.library.bodySignal($0)?.text }.joined(separator: " · "),
      short: "Body")
    lines += row("It wants to", entry.urge, short: "Wants to")
    lines += row(
      "It may need",
      entry.needs.compactMap { world.library.need($0)?.text }.joined(separator: " · "),
      short: "May need")
    if let story = entry.story {
      lines += row("It tells", story.says, short: "Tells")
      lines += row(
        "Underneath", story.underneath.map { world.text($0) }.joined(separator: " · "),
        short: "Beneath")
    }
    for (index, situation) in world.library.situations(of: entry.id).enumerated() {
      lines += row(
        index == 0 ? "For example" : "", situation.text, short: index == 0 ? "Example" : "")
    }
    lines += row("Opposite", opposites(entry, world))
    lines += row("Mixed with", blends(entry, world))
    let places = world.library.taxonomies.map { taxonomy in
      place(
        taxonomy, taxonomy.paths(to: entry.id).map { $0.joined(separator: " › ") }, entry)
    }.filter { !$0.isEmpty }
    for (index, place) in places.enumerated() { lines += row(index == 0 ? "Found in" : "", place) }
    return lines
  }

  private func opposites(_ entry: Word, _ world: World) -> String {
    world.library.taxonomies.compactMap { taxonomy in
      let pairs = (taxonomy.opposites ?? []).filter { $0.contains(entry.id) }
      let others = pairs.flatMap { $0 }.filter { $0 != entry.id }.map { world.text($0) }
      return others.isEmpty ? nil : "\(taxonomy.name): \(others.joined(separator: " · "))"
    }.joined(separator: " · ")
  }

  /// What this word and another make together: "trusting → loving · sad → bittersweet".
  private func blends(_ entry: Word, _ world: World) -> String {
    world.library.taxonomies.compactMap { taxonomy in
      let blends = (taxonomy.blends ?? []).filter { $0.of.contains(entry.id) }.map { blend in
        let others = blend.of.filter { $0 != entry.id }.map { world.text($0) }
        return "\(others.joined(separator: " + ")) → \(world.text(blend.word))"
      }
      return blends.isEmpty ? nil : "\(taxonomy.name): \(blends.joined(separator: " · "))"
    }.joined(separator: " · ")
  }

  private func place(_ taxonomy: Taxonomy, _ paths: [String], _ entry: Word) -> String {
    var places = paths
    if let blend = taxonomy.blends?.first(where: { $0.word == entry.id }) {
      places.append(blend.of.map { Explore.Node.spelled($0) }.joined(separator: " + "))
    }
    return places.isEmpty ? "" : "\(taxonomy.name): \(places.joined(separator: " · "))"
  }

  private func neighbors(
    _ entry: Word, _ world: World, _ area: Area, label: Int
  ) -> [Line] {
    let neighbors = world.library.lexicon.neighbors(of: entry.id)
    guard !neighbors.isEmpty else { return [] }
    let names = area.isCompact ? 0 : label
    let widest = neighbors.map { Width.of(world.text($0.word)) }.max() ?? 0
    // Each line stands beside its word, all of them one below the other.
    let words = min(max(14, widest), 20) + 4
    var lines: [Line] = []
    for (index, neighbor) in neighbors.enumerated() {
      let isChosen = index == self.neighbor
      let name = Line([
        Widgets.marker(isChosen),
        Span(world.text(neighbor.word), isChosen ? .chosen : .strong),
      ])
      // A narrow terminal has no room for a column of names.
      let lead =
        area.isCompact
        ? name + Line("  ")
        : Line(index == 0 ? "Not" : "", .faint).fitted(names) + name.fitted(words)
      lines += Wrap.lines(
        neighbor.itsLine, columns: area.columns, style: isChosen ? .plain : .faint, lead: lead,
        hang: area.isCompact ? 4 : nil)
    }
    if neighbors.indices.contains(neighbor) {
      lines += Wrap.lines(
        neighbors[neighbor].ownLine, columns: area.columns,
        lead: Line("", .faint).fitted(names) + Line("  \(entry.word): ", .faint), hang: names + 2)
    }
    return lines
  }

  /// "stretched < pressured < overwhelmed < panicked"
  private func ladder(_ entry: Word, _ world: World) -> String {
    let ladder = world.library.lexicon.ladder(of: entry)
    return ladder.count < 2
      ? "" : ladder.map { $0.id == entry.id ? "[\($0.word)]" : $0.word }.joined(separator: " < ")
  }
}
