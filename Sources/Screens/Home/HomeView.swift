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
        "Start with the first word that comes, even if it's only “fine” or “stressed”. "
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
      row("j", "Journal", entries(world, isCompact: area.isCompact)),
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
      return due.next.map { "more \(Dates.until($0, now: world.now))" } ?? "nothing due"
    }
    let share = due.share(world.ledger, now: world.now, limits: world.limits)
    guard share.cards > 0 else {
      return isCompact ? "done for today" : "done for today; more if you like"
    }
    return "\(share.cards) today, \(isCompact ? "" : "about ")\(share.minutes) min"
  }

  private func entries(_ world: World, isCompact: Bool) -> String {
    if world.ledger.recent.entries.isEmpty { return "nothing yet" }
    let time = isCompact ? "in 7 days" : "in the last 7 days"
    return switch lastWeek(world).count {
    case 0: "nothing \(time)"
    case 1: "1 entry \(time)"
    case let count: "\(count)\(isCompact ? "" : " entries") \(time)"
    }
  }

  /// The dates of the last seven days, today's last. What is named after midnight belongs to the
  /// date that clocks show, as in the journal.
  private func lastDates(_ world: World) -> ClosedRange<Int> {
    world.now.localDate - 6...world.now.localDate
  }

  private func lastWeek(_ world: World) -> [Journal.Entry] {
    let dates = lastDates(world)
    return world.ledger.recent.entries.filter { dates.contains($0.moment.localDate) }
  }

  private func week(_ world: World, _ area: Area) -> [Line] {
    let week = lastWeek(world)
    let cell = area.isCompact ? 5 : 7
    var names = Line()
    var marks = Line()
    for date in lastDates(world) {
      let count = week.count { $0.moment.localDate == date }
      let mark = count == 0 ? "·" : String(repeating: "●", count: min(count, cell - 2))
      let isToday = date == world.now.localDate
      let name = isToday ? "today" : Dates.weekdays[Dates.weekday(date)]
      names = names + Line(name, isToday ? .strong : .faint).fitted(cell)
      marks = marks + Line(mark, count > 0 ? .accent : .faint).fitted(cell)
    }
    if area.isCompact { return [names, marks] }
    var words: [String] = []
    for feeling in week.reversed().compactMap(\.checkIn).flatMap({ $0.feelings.prefix(50) })
    where !words.contains(feeling.word) {
      words.append(feeling.word)
    }
    return [Line("The last seven days", .faint), names.indented(2), marks.indented(2)]
      + (words.isEmpty
        ? []
        : [.blank, Line(words.joined(separator: " · ")).clipped(area.columns - 2).indented(2)])
  }

  /// Shows how many of the words that were met are found without a list.
  private func progress(_ world: World) -> [Line] {
    let found = world.ledger.count(learned: .recall)
    let met = world.ledger.practicedWords
    return [
      Line("Found by yourself", .faint).fitted(20)
        + Widgets.bar(Double(found) / Double(max(met, 1)), columns: 30)
        + Line("   \(found) of \(met) word\(met == 1 ? "" : "s")", .faint)
    ]
  }
}
