import EmotionCore
import Terminal

/// Strengths and a note for a saved entry. Used right after naming, and from the journal.
struct EntryEditor: Equatable {
  enum Action {
    case move(Move)
    case weaker
    case stronger
    case strength(Int)
  }

  /// The event that made the entry.
  let entry: String
  /// What the log has.
  private var original: CheckIn
  private(set) var checkIn: CheckIn
  private var note: TextField
  /// A feeling, or after the last one the note.
  private(set) var row = 0

  init(entry: String, checkIn: CheckIn) {
    self.entry = entry
    original = checkIn
    self.checkIn = checkIn
    note = TextField(checkIn.note ?? "")
  }

  private var isOnNote: Bool { row == checkIn.feelings.count }

  var typing: Typing { isOnNote ? .text : .none }

  /// The change to be saved, nil when nothing was changed.
  var deed: Deed? {
    var changed = checkIn
    let text = note.text.split(separator: " ").joined(separator: " ")
    changed.note = text.isEmpty ? nil : text
    return changed == original ? nil : .amended(Amendment(entry: entry, checkIn: changed))
  }

  /// The change is on disk.
  mutating func settle() {
    if case .amended(let amendment) = deed { original = amendment.checkIn }
  }

  var bindings: [Binding<Action>] {
    // On the note, letters, digits and the side arrows belong to the text.
    guard !isOnNote else {
      return [
        Binding([.up], label: "strength", help: "Back to the strengths.", action: .move(.up)),
        Binding(
          [.tab], label: "", help: "To the first word.", inFooter: false, action: .move(.first)),
      ]
    }
    return [
      Binding(
        [.right, .character("+"), .character("l")], shown: "←→", label: "strength",
        help: "Weaker or stronger.", listed: "← → - +", action: .stronger),
      Binding(
        [.left, .character("-"), .character("h")], label: "", help: "", inFooter: false,
        action: .weaker),
      Binding(
        [.down, .tab, .character("j")], shown: "↓", label: "note",
        help: "The next word, and then the note.", action: .move(.down)),
      Binding(
        [.up, .character("k")], label: "", help: "The word before.", inFooter: false,
        action: .move(.up)),
    ]
      + (1...5).map { number in
        Binding(
          [.character(Character("\(number)"))], label: "",
          help: number == 1 ? "That strength." : "", listed: "1–5", inFooter: false,
          action: .strength(number))
      }
  }

  mutating func handle(_ action: Action) {
    switch action {
    case .move(let move): row = move.applied(to: row, count: checkIn.feelings.count + 1)
    case .weaker: setStrength { $0 - 1 }
    case .stronger: setStrength { $0 + 1 }
    case .strength(let value): setStrength { _ in value }
    }
  }

  mutating func type(_ key: Key) { _ = note.handle(key) }

  private mutating func setStrength(_ change: (Int) -> Int) {
    guard checkIn.feelings.indices.contains(row) else { return }
    checkIn.feelings[row].strength = min(max(change(checkIn.feelings[row].strength), 1), 5)
  }

  func content(_ world: World, _ area: Area, title: String) -> Content {
    var lines: [Line] = area.isCompact ? [] : [.blank]
    // A word of one's own may be longer than those of the lexicon.
    let longest = checkIn.feelings.map { Width.of($0.word) }.max() ?? 0
    let names = min(max(20, longest + 4), max(20, area.columns - 18))
    for (index, feeling) in checkIn.feelings.enumerated() {
      let isChosen = index == row
      lines.append(
        Line([
          Widgets.marker(isChosen), Span(feeling.word, isChosen ? .chosen : .strong),
        ]).fitted(names - 2) + Line("  ") + Line([Widgets.dots(feeling.strength, of: 5)])
          + Line(isChosen ? "  \(Self.amounts[feeling.strength - 1])" : "", .faint))
    }
    if !area.isCompact { lines.append(.blank) }
    let label = Line([Widgets.marker(isOnNote), Span("note ", isOnNote ? .chosen : .faint)])
    let (shown, position) = note.view(columns: area.columns - label.width - 1)
    var cursor: (line: Int, column: Int)?
    if isOnNote { cursor = (lines.count, label.width + position) }
    if isOnNote {
      lines.append(label + Line(shown))
    } else {
      lines += Wrap.lines(
        note.isEmpty ? "what happened, if you like" : note.text, columns: area.columns,
        style: note.isEmpty ? .faint : .plain, lead: label)
    }
    let words = checkIn.feelings.map(\.word)
    // Words it was not help nobody any more.
    let said = ([checkIn.said].compactMap(\.self) + (checkIn.cues ?? []))
      .filter { !words.contains($0) && !$0.hasPrefix("not ") }.joined(separator: " · ")
    if !said.isEmpty, !area.isCompact {
      lines += Wrap.lines(said, columns: area.columns, style: .faint, lead: Line("  from ", .faint))
    }
    lines += sayIt(world, area)
    return Content(
      title: Line("✓ \(title)", .good), aside: Line("Enter done", .faint), lines: lines,
      focus: cursor?.line ?? row, cursor: cursor)
  }

  private static let amounts = ["a little", "somewhat", "clearly", "strongly", "as much as can be"]

  /// A sentence to say it with. With a note, what happened has been told, and it leaves no gap for it.
  private func sayIt(_ world: World, _ area: Area) -> [Line] {
    guard
      let feeling = checkIn.feelings.indices.contains(row)
        ? checkIn.feelings[row]
        : checkIn.feelings.first, let word = world.library.lexicon[feeling.id]
    else { return [] }
    let columns = min(area.columns, 72)
    let isTold = note.text.contains { $0 != " " }
    var lines: [Line] = [.blank]
    lines.append(Line("To say it", .faint))
    lines += Wrap.lines(
      Saying(word, isTold: isTold, library: world.library).text, columns: columns)
    if let story = word.story {
      if !area.isCompact { lines.append(.blank) }
      lines += Wrap.lines(
        "Often underneath: \(story.underneath.map { world.text($0) }.joined(separator: " · "))",
        columns: columns, style: .faint)
    }
    return lines
  }
}
