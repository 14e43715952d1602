import EmotionCore
import SpacedRepetition
import Terminal

extension Home {
  func content(_ world: World, _ area: Area) -> Content {
    var lines: [Line] = []
    if !area.isCompact { lines.append(.blank) }
    lines.append(Line("How are you, underneath?", .strong))
    lines.append(.blank)
    lines += menu(world, area)
    if !world.ledger.recent.entries.isEmpty {
      lines.append(.blank)
      lines += week(world, area)
    } else if !area.isCompact {
      lines.append(.blank)
      lines += Wrap.lines(
        "Start with the first word that comes, even if it is only “fine” or “stressed”. "
          + "Inkling helps you find the one underneath. Everything stays on this machine.",
        columns: min(area.columns, 64), style: .faint)
    }
    if !area.isCompact, world.ledger.practicedWords > 0 {
      lines.append(.blank)
      lines += progress(world)
    }
    return Content(
      title: Line("inkling", .chosen),
      aside: Line("\(Dates.short(world.now.localDate))  \(Dates.time(world.now))", .faint),
      lines: lines)
  }

  private func menu(_ world: World, _ area: Area) -> [Line] {
    let label = area.isCompact ? 16 : 22
    func row(_ key: String, _ name: String, _ detail: String) -> Line {
      Line([Span("\(area.isCompact ? "" : "  ")\(key)  ", .chosen), Span(name)])
        .fitted(label + (area.isCompact ? 3 : 5))
        + Line(detail, .faint)
    }
    return [
      row("n", "Name a feeling", lastNamed(world)),
      row("p", "Practice", waiting(world, isCompact: area.isCompact)),
      row("x", "Explore", area.isCompact ? "words" : "words, and what tells them apart"),
      row("j", "Journal", entries(world)),
    ].map { $0.clipped(area.columns) }
  }

  private func lastNamed(_ world: World) -> String {
    guard let entry = world.ledger.recent.entries.last else { return "under a minute" }
    let time = Dates.relative(entry.moment, now: world.now)
    guard let checkIn = entry.checkIn else { return "last one \(time)" }
    return "\(checkIn.feelings.map(\.word).joined(separator: " · ")), \(time)"
  }

  private func waiting(_ world: World, isCompact: Bool) -> String {
    let due = world.due
    guard due.total > 0 else {
      guard case .time(let time)? = due.next else { return "nothing is due" }
      return "more \(Dates.until(.time(time), now: world.now))"
    }
    let share = due.share(world.ledger, now: world.now, limits: world.limits)
    guard share.cards > 0 else {
      return isCompact ? "done for today" : "done for today; more if you like"
    }
    return "\(share.cards) today, \(isCompact ? "" : "about ")\(share.minutes) min"
  }

  private func entries(_ world: World) -> String {
    if world.ledger.recent.entries.isEmpty { return "nothing yet" }
    return switch thisWeek(world).count {
    case 0: "nothing this week"
    case 1: "1 entry this week"
    case let count: "\(count) entries this week"
    }
  }

  private func thisWeek(_ world: World) -> [Journal.Entry] {
    let today = world.now.day
    let monday = today - Dates.weekday(today)
    return world.ledger.recent.entries.filter { (monday...today).contains($0.moment.day) }
  }

  private func week(_ world: World, _ area: Area) -> [Line] {
    let today = world.now.day
    let monday = today - Dates.weekday(today)
    let week = thisWeek(world)
    let cell = area.isCompact ? 5 : 7
    var names = Line()
    var marks = Line()
    for day in 0..<7 {
      let count = week.count { $0.moment.day == monday + day }
      let mark = count == 0 ? "·" : String(repeating: "●", count: min(count, cell - 2))
      let future = monday + day > today
      names =
        names + Line(Dates.weekdays[day], monday + day == today ? .strong : .faint).fitted(cell)
      marks = marks + Line(future ? "" : mark, count > 0 ? .accent : .faint).fitted(cell)
    }
    var words: [String] = []
    for feeling in week.reversed().compactMap(\.checkIn).flatMap({ $0.feelings.prefix(50) })
    where !words.contains(feeling.word) {
      words.append(feeling.word)
    }
    let list = Line(words.joined(separator: " · "))
    if area.isCompact { return [names, marks] }
    return [Line("This week", .faint), names.indented(2), marks.indented(2), .blank]
      + (words.isEmpty ? [] : [list.clipped(area.columns - 2).indented(2)])
  }

  private func progress(_ world: World) -> [Line] {
    let known = world.ledger.count(learned: .recall)
    let practiced = world.ledger.practicedWords
    func row(_ label: String, _ count: Int) -> Line {
      Line(label, .faint).fitted(20)
        + Widgets.bar(Double(count) / Double(max(practiced, 1)), columns: 30)
        + Line("   \(count)")
    }
    return [row("Words practiced", practiced), row("Found by yourself", known)]
  }
}
