import EmotionCore
import Terminal

/// Strengths and a note for a saved entry. Used right after naming, and from the journal.
struct EntryEditor: Equatable {
  enum Action {
    case move(Move)
    case weaker
    case stronger
    case strength(Int)
    case lineUp
    case newLine
  }

  /// The event that made the entry.
  let entry: String
  /// What the log has.
  private var original: CheckIn
  private(set) var checkIn: CheckIn
  private var note: TextArea
  /// Whether the note called for care, and nothing was typed since.
  private var isHeard = false
  /// A feeling, or after the last one the note.
  private(set) var row = 0

  init(entry: String, checkIn: CheckIn) {
    self.entry = entry
    original = checkIn
    self.checkIn = checkIn
    note = TextArea(checkIn.note ?? "")
  }

  private var isOnNote: Bool { row == checkIn.feelings.count }

  var typing: Typing { isOnNote ? .text : .none }

  /// A note that was changed and not yet left.
  var typed: Typed? {
    guard isOnNote, !isHeard, note.text != original.note ?? "" else { return nil }
    return .note(note.text)
  }

  mutating func heard() { isHeard = true }

  /// The change to be saved, nil when nothing was changed.
  var deed: Deed? {
    var changed = checkIn
    // A note that was not touched stays as it came, from wherever.
    if note.text != original.note ?? "" { changed.note = Self.tidy(note.text) }
    return changed == original ? nil : .amended(Amendment(entry: entry, checkIn: changed))
  }

  /// Without blank lines around it and spaces at the ends of lines; nil where nothing is left.
  private static func tidy(_ text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    while lines.last == "" { lines.removeLast() }
    let text = lines.drop { $0.isEmpty }.joined(separator: "\n")
    return text.isEmpty ? nil : text
  }

  /// The change is on disk.
  mutating func settle() {
    if case .amended(let amendment) = deed {
      (original, checkIn) = (amendment.checkIn, amendment.checkIn)
    }
  }

  var bindings: [Binding<Action>] {
    // On the note, letters, digits and the side arrows belong to the text.
    guard !isOnNote else {
      return [
        Binding(
          [.up], label: "strength", help: "A line up, and from the first to the strengths.",
          action: .lineUp),
        Binding(
          [.control("j")], shown: "Alt-Enter", label: "new line", help: "A new line in the note.",
          listed: "Alt-Enter Ctrl-J", action: .newLine),
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

  mutating func handle(_ action: Action, _ world: World) {
    switch action {
    case .move(let move): row = move.applied(to: row, count: checkIn.feelings.count + 1)
    case .weaker: setStrength { $0 - 1 }
    case .stronger: setStrength { $0 + 1 }
    case .strength(let value): setStrength { _ in value }
    case .lineUp:
      if !note.moveUp(columns: Self.noteColumns(Layout(size: world.size).area())) { row -= 1 }
    case .newLine: _ = note.insert("\n")
    }
  }

  mutating func type(_ key: Key, _ world: World) {
    let columns = Self.noteColumns(Layout(size: world.size).area())
    if note.handle(key, columns: columns) { isHeard = false }
  }

  mutating func paste(_ text: String) -> [Command] {
    isHeard = false
    let left = note.insert(text)
    guard left > 0 else { return [] }
    return [
      .notice(
        "The note is full: the last \(left) character\(left == 1 ? "" : "s") of what you pasted "
          + "didn't fit.")
    ]
  }

  /// Beside the label, with a column for the cursor behind the text.
  private static func noteColumns(_ area: Area) -> Int { max(1, area.columns - labelColumns - 1) }
  private static let labelColumns = 7

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
    let (noteLines, place) = noteLines(area, above: lines.count)
    let cursor = place.map { (line: lines.count + $0.row, column: $0.column) }
    lines += noteLines
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

  /// The note, as many rows of it as there is room for, and where the cursor is in them.
  private func noteLines(
    _ area: Area, above: Int
  ) -> (lines: [Line], cursor: (row: Int, column: Int)?) {
    let height = max(4, area.rows - above)
    let columns = Self.noteColumns(area)
    guard isOnNote else {
      let (rows, hasBelow) = note.beginning(columns: columns, height: height)
      return (labeled(rows, hasAbove: false, hasBelow: hasBelow), nil)
    }
    let view = note.view(columns: columns, height: height)
    return (
      labeled(view.rows, hasAbove: view.hasAbove, hasBelow: view.hasBelow),
      (view.cursor.row, Self.labelColumns + view.cursor.column)
    )
  }

  /// Rows of the note beside its label, with signs that there is more above or below.
  private func labeled(_ rows: [String], hasAbove: Bool, hasBelow: Bool) -> [Line] {
    let label = Line([Widgets.marker(isOnNote), Span("note", isOnNote ? .chosen : .faint)])
    guard !note.isEmpty || isOnNote else {
      return [label + Line(" ") + Line("what happened, if you like", .faint)]
    }
    return rows.enumerated().map { index, row in
      let sign = index == 0 && hasAbove ? "↑" : index == rows.count - 1 && hasBelow ? "↓" : " "
      let lead = index == 0 ? label : Line("      ")
      return lead + Line([Span(sign, .faint), Span(row)])
    }
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
