import EmotionCore
import Terminal
import Testing

@testable import Screens

/// Pasted texts, marked or not, and keys that arrive at once.
@Suite struct BurstTests {
  private static let lines = "first line\nsecond line\nthird line"
  private static let entry = [CheckIn.of("overwhelmed")]

  // MARK: What a burst comes to

  private func events(_ keys: String, takesText: Bool) -> [AppEvent] {
    var burst = Burst(Rehearsal.parse(keys))
    var events: [AppEvent] = []
    while let event = burst.next(takesText: takesText) { events.append(event) }
    return events
  }

  /// "‹…›" is pasted text, and the rest are keys.
  private func shown(_ events: [AppEvent]) -> String {
    events.map { event in
      switch event {
      case .pasted(let text): "‹\(text)›"
      case .key(let key, isAlone: false): "\(key.name) "
      default: "?"
      }
    }.joined()
  }

  @Test(
    arguments: [
      ("sad", "‹sad›"), ("sad<Enter>", "‹sad›Enter "), ("sad<Enter><Enter>", "‹sad›Enter "),
      ("first<Enter>do", "‹first\ndo›"), ("<Enter>do", "‹\ndo›"), ("a<Enter><Enter>b", "‹a\n\nb›"),
      ("first<Enter>do<Enter><Enter>", "‹first\ndo\n\n›"),
      ("first<Enter>do<Enter><^C>", "‹first\ndo\n›Ctrl-C "),
      ("a lot of words<Enter>", "‹a lot of words›Enter "), ("ab<Back>c<Enter>d", "‹abc\nd›"),
      ("a long line of words<Back>x<Enter>", "‹a long line of wordsx›Enter "),
      ("a<Tab>b<Tab>", "‹a b›Tab "), ("a<^C>b", "‹ab›"), ("a<^C>", "‹a›Ctrl-C "),
      ("a<Esc>b<Esc>", "‹ab›Esc "), ("sadd<Back>", "‹sadd›Backspace "),
      ("sas<Back>d<Enter>", "‹sas›Backspace ‹d›Enter "), ("tir<Down><Down><Enter>u", "‹tir\nu›"),
      ("tir<Down><Down><Enter>", "‹tir›↓ ↓ Enter "), ("<Down><Enter><Enter>", "↓ Enter "),
      ("<Enter><Enter>", "Enter "), ("<Esc><Esc>", "Esc "),
    ])
  func inAField(_ keys: String, _ result: String) {
    #expect(shown(events(keys, takesText: true)) == result)
  }

  @Test(
    arguments: [
      ("jj<Enter>", "j j Enter "), ("jjjjjjjjjjjjjjjjjjjjjj", String(repeating: "j ", count: 22)),
      ("delete this one", "d e l e t e Space t h i s Space o n e "),
      ("delete this one!", "‹delete this one!›"),
      ("first line<Enter>second", "‹first line\nsecond›"),
      ("delete<^C>this one!!", "‹deletethis one!!›"),
      ("<Down>abcdef", "↓ a b c d e f "),
    ])
  func amongCommands(_ keys: String, _ result: String) {
    #expect(shown(events(keys, takesText: false)) == result)
  }

  // MARK: What it does

  @Test(arguments: [true, false])
  func aPastedNoteKeepsItsLinesAndItsEntry(_ isMarked: Bool) {
    var rehearsal = Rehearsal(.journal, after: Self.entry)
    rehearsal.press("<Enter><Down>")
    if isMarked { rehearsal.tell(.pasted(Self.lines)) } else { rehearsal.burst(Self.lines) }
    rehearsal.press("<Enter>")
    #expect(rehearsal.journal.entries.map(\.checkIn?.note) == [Self.lines])
  }

  @Test(arguments: [true, false])
  func inOneLineNewlinesAreSpaces(_ isMarked: Bool) {
    var rehearsal = Rehearsal(.name)
    if isMarked { rehearsal.tell(.pasted(Self.lines)) } else { rehearsal.burst(Self.lines) }
    #expect(
      rehearsal.app.content(rehearsal.world, Area(columns: 120, rows: 18, isCompact: true))
        .lines[0].spans.map(\.text).joined().contains("first line second line third line"))
    #expect(rehearsal.log.isEmpty)
  }

  @Test func aPasteThatIsTooLongIsCutAndSaysSo() {
    var rehearsal = Rehearsal(.journal, after: Self.entry)
    rehearsal.press("<Enter><Down>")
    rehearsal.tell(.pasted(String(repeating: "x", count: TextArea.capacity + 12)))
    #expect(
      rehearsal.text.contains(
        "The note is full: the last 12 characters of what you pasted didn't fit."))
    rehearsal.press("<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note?.count == TextArea.capacity)

    var name = Rehearsal(.name)
    name.tell(.pasted(String(repeating: "x", count: 1001)))
    #expect(name.text.contains("That was too long for here: its first 1,000 characters went in."))
  }

  /// A paste is no command, and where nothing is typed it's nothing at all.
  @Test(arguments: GoldenTests.scenes.indices)
  func aPasteIsNoCommand(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    for text in ["d\nu\nq\n", "duq\n1\n \n\u{3}", Self.lines] {
      var rehearsal = Rehearsal(scene.start, after: scene.deeds)
      rehearsal.play(scene.keys)
      let (log, effects) = (rehearsal.log.count, rehearsal.effects)
      rehearsal.tell(.pasted(text))
      #expect(!rehearsal.hasQuit && rehearsal.log.count == log, "\(scene.name)")
      #expect(rehearsal.effects == effects, "\(scene.name)")
      if !rehearsal.app.takesText {
        #expect(rehearsal.text.contains("There's no place for text here"), "\(scene.name)")
      }
    }
  }

  @Test(arguments: GoldenTests.scenes.indices)
  func pastedLinesAreNoCommandWithoutMarksEither(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    let (log, effects) = (rehearsal.log.count, rehearsal.effects)
    rehearsal.burst(Self.lines)
    #expect(!rehearsal.hasQuit && rehearsal.log.count == log, "\(scene.name)")
    #expect(rehearsal.effects == effects, "\(scene.name)")
  }

  /// However short: nothing is taken away by keys that arrive at once.
  @Test(arguments: ["jd", "dj", "kdd", "do it", "dd"])
  func aBurstDeletesNothing(_ keys: String) {
    var rehearsal = Rehearsal(.journal, after: GoldenTests.week)
    rehearsal.burst(keys)
    #expect(rehearsal.journal.entries.count == 3)
    #expect(rehearsal.effects.isEmpty)
  }

  @Test func itSaysHowToDelete() {
    var rehearsal = Rehearsal(.journal, after: GoldenTests.week)
    rehearsal.burst("jd")
    #expect(rehearsal.text.contains("Press d once more to delete."))
    rehearsal.press("d")
    #expect(rehearsal.journal.entries.count == 2)
    rehearsal.burst("ju")
    #expect(rehearsal.text.contains("Press u once more to undo."))
    rehearsal.press("u")
    #expect(rehearsal.journal.entries.count == 3)
  }

  @Test func nothingIsUndoneByABurst() {
    var practice = Rehearsal(.practice, after: GoldenTests.week)
    practice.play("!right")
    let log = practice.log.count
    practice.burst("mu")
    #expect(practice.log.count == log)
    #expect(practice.text.contains("Press u once more to undo."))
    var home = Rehearsal(.home, after: GoldenTests.learned)
    home.burst("ku")
    #expect(!home.effects.contains(.undoLatest))
    var saved = Rehearsal(.name)
    saved.press("stressed<Enter><Enter>")
    saved.burst("ku")
    #expect(saved.journal.entries.count == 1)
  }

  /// A slow line hands over several keys at once: they do what they say.
  @Test func aSlowLineIsUnderstood() {
    var rehearsal = Rehearsal(.home)
    rehearsal.burst("nstressed<Enter>")
    #expect(rehearsal.text.contains("It could be") && rehearsal.text.contains("[stressed]"))
    rehearsal.burst("jj<Enter>")
    #expect(rehearsal.journal.entries.count == 1)
    rehearsal.burst("5<Down>a long and winding dax<Back>y<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note == "a long and winding day")
    #expect(rehearsal.text.contains("How are you, underneath?"))
  }

  /// While something is not saved, a paste goes nowhere and throws nothing away.
  @Test(arguments: [true, false])
  func aPasteWhileTheDiskIsFull(_ isMarked: Bool) {
    var rehearsal = Rehearsal(.journal, after: Self.entry)
    rehearsal.press("<Enter><Down>kept")
    rehearsal.failure = "The disk is full."
    rehearsal.press("<Enter>")
    let effects = rehearsal.effects
    if isMarked { rehearsal.tell(.pasted(Self.lines)) } else { rehearsal.burst(Self.lines) }
    rehearsal.burst("<Esc><Esc>")
    rehearsal.burst("<Esc><Esc>d")
    #expect(rehearsal.effects == effects)
    #expect(
      rehearsal.text.contains("Esc once more, and it is thrown away.")
        || rehearsal.text.contains("This is not saved yet"))
    rehearsal.failure = nil
    rehearsal.press("<^R>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note == "kept")
  }

  @Test func aPasteWhileTheNoteIsFullOfIt() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>")
    rehearsal.tell(.pasted((1...10_000).map { "line \($0)" }.joined(separator: "\n") + "\n"))
    #expect(rehearsal.text.contains("line 10000"))
    rehearsal.press("<Enter>")
    let note = rehearsal.journal.entries.first?.checkIn?.note
    #expect(note?.split(separator: "\n").count == 10_000)
  }
}

extension Rehearsal {
  /// Keys that arrive at once: as `press`, with newlines for Enter.
  mutating func burst(_ keys: String) {
    var burst = Burst(
      Self.parse(
        keys.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "<Enter>")))
    while let event = burst.next(takesText: app.takesText) { tell(event) }
  }
}
