import EmotionCore
import SpacedRepetition
import Terminal

/// What was named, newest first.
struct JournalScreen: Scene {
  enum Action {
    case move(Move)
    case open
    case unlock
    case delete
    case undo
    case back
  }

  private(set) var row = 0
  /// Removals of this visit, to be undone.
  private var removals: [String] = []
  private var pending: Pending?
  private var lastRemoval: Deed?

  private enum Pending {
    case removal
    case undo
  }

  var isWide: Bool { true }

  func entries(_ world: World) -> [Journal.Entry] { world.journal.journal.entries.reversed() }

  private func isLocked(_ world: World) -> Bool {
    if case .locked = world.journal { true } else { false }
  }

  func bindings(_ world: World) -> [Binding<Action>] {
    (isLocked(world)
      ? [
        Binding(
          [.character("p")], label: "passphrase", help: "Open the locked entries.", action: .unlock)
      ] : [])
      + (entries(world).isEmpty
        ? []
        : Move.bindings("choose", help: "Another entry.", Action.move) + [
          Binding([.enter], label: "open", help: "Read or change the entry.", action: .open),
          Binding(
            [.character("d"), .delete], label: "delete",
            help: "Delete the entry; u brings it back.",
            inFooter: !isLocked(world), asksAlone: true, action: .delete),
        ])
      + [
        Binding(
          [.character("u")], label: "undo", help: "Bring back what was deleted here.",
          inFooter: !removals.isEmpty, asksAlone: true, action: .undo),
        Binding(
          [.escape, .character("q")], label: "back", help: "Leave the journal.", action: .back),
      ]
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    let entries = entries(world)
    switch action {
    case .move(let move): row = move.applied(to: row, count: entries.count)
    case .open:
      guard entries.indices.contains(row) else { return [] }
      guard let checkIn = entries[row].checkIn else { return [.open(.unlock(Unlock()))] }
      let (id, moment) = (entries[row].id, entries[row].moment)
      return [.open(.entry(EntryScreen(entry: id, moment: moment, checkIn: checkIn)))]
    case .unlock: return [.open(.unlock(Unlock()))]
    case .delete:
      guard entries.indices.contains(row) else { return [] }
      // Whoever may not read it may not take it away either.
      guard !isLocked(world) || entries[row].checkIn != nil else {
        return [.open(.unlock(Unlock()))]
      }
      pending = .removal
      let removal = Deed.removed(Removal(entry: entries[row].id))
      lastRemoval = removal
      return [.append(removal)]
    case .undo:
      guard let last = removals.last else { return [.notice("There is nothing to bring back.")] }
      pending = .undo
      return [.undo(last)]
    case .back: return [.close]
    }
    return []
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    let done = pending
    pending = nil
    row = min(row, max(0, world.journal.journal.entries.count - 1))
    switch done {
    case .removal:
      removals.append(id)
      return [.notice(promise(world))]
    case .undo:
      removals.removeLast()
      return [.notice("It is back.")]
    case nil: return []
    }
  }

  /// What becomes of the text of an entry that was just deleted.
  private func promise(_ world: World) -> String {
    let undo = "Deleted. While you are here, u brings it back. "
    guard case .removed(let removal) = lastRemoval, world.mayErase(removal.entry) else {
      return undo + "Its text goes when Inkling ends on the device that wrote it."
    }
    return undo + "When Inkling ends, its text is gone"
      + (world.isUnderGit ? ", but not from git's history." : ".")
  }

  private var title: Line { Line("Journal", .strong) }

  func content(_ world: World, _ area: Area) -> Content {
    let entries = entries(world)
    var lines: [Line] = area.isCompact ? [] : [.blank]
    guard !entries.isEmpty else {
      guard world.journal != .unread else { return Content(title: title, lines: []) }
      lines += Wrap.lines(
        removals.isEmpty
          ? "Nothing is named yet. n on the home screen names a feeling; it is kept here."
          : "No entry is left.",
        columns: area.columns, style: .faint)
      return Content(title: title, aside: Line("Esc back", .faint), lines: lines)
    }
    var day: Int?
    var focus = 0
    for (index, entry) in entries.enumerated() {
      if entry.moment.localDate != day {
        if day != nil, !area.isCompact { lines.append(.blank) }
        day = entry.moment.localDate
        lines.append(Line(Dates.short(entry.moment.localDate, now: world.now.localDate), .faint))
      }
      if index == row { focus = lines.count }
      lines.append(line(entry, isChosen: index == row, columns: area.columns))
    }
    return Content(
      title: title,
      aside: Line("\(entries.count) \(entries.count == 1 ? "entry" : "entries")", .faint),
      lines: lines, focus: focus)
  }

  private func line(_ entry: Journal.Entry, isChosen: Bool, columns: Int) -> Line {
    var line = Line([
      Widgets.marker(isChosen), Span(Dates.time(entry.moment) + "  ", .faint),
    ])
    guard let checkIn = entry.checkIn else {
      return (line + Line("locked", isChosen ? .chosen : .faint)).clipped(columns)
    }
    // No more than these find room, however many there are.
    for (index, feeling) in checkIn.feelings.prefix(columns).enumerated() {
      if index > 0 { line = line + Line(" · ", .faint) }
      line = line + Line(feeling.word, isChosen ? .chosen : .strong)
    }
    // A note may be as long as a book, and measuring it takes as long.
    if let note = checkIn.note { line = line + Line("  \(note.prefix(columns))", .faint) }
    return line.clipped(columns)
  }
}
