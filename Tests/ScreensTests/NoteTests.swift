import EmotionCore
import Terminal
import Testing

@testable import Screens

/// Notes of several lines.
@Suite struct NoteTests {
  static let long = (1...30).map { "line \($0) of a note that is a good deal longer than the room" }
    .joined(separator: "\n")

  @Test func altEnterMakesALine() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>  one  <New><New>two<New><New><Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note == "one\n\ntwo")
  }

  @Test func upGoesByRowsAndThenToTheStrengths() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>one<New>two<Up>!<Up>5<Enter>")
    let checkIn = rehearsal.journal.entries.first?.checkIn
    #expect(checkIn?.note == "one!\ntwo")
    #expect(checkIn?.feelings.first?.strength == 5)
  }

  @Test func aNoteThatIsOnlyReadStaysAsItIs() {
    let note = "two  spaces \n\n and a blank line\n"
    var rehearsal = Rehearsal(.journal, after: [CheckIn.of("overwhelmed", note: note)])
    rehearsal.press("<Enter><Down><Up><Enter>")
    #expect(rehearsal.log.count == 1)
  }

  /// In the list a note is one row, in the entry it has its lines.
  @Test func itsLinesAreShown() {
    var rehearsal = Rehearsal(.journal, after: [CheckIn.of("overwhelmed", note: "one\ntwo")])
    #expect(rehearsal.text.contains("overwhelmed  one two\n"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("note one\n"))
    #expect(rehearsal.text.contains("\n         two\n"))
  }

  @Test(arguments: GoldenTests.sizes)
  func aLongNote(_ size: Size) throws {
    var rehearsal = Rehearsal(.journal, after: [CheckIn.of("overwhelmed", "calm", note: Self.long)])
    rehearsal.world.size = size
    func check(_ name: String) throws {
      try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), name)
    }
    rehearsal.press("<Enter>")
    try check("entry, long note")
    rehearsal.press("<Down><Down>")
    try check("entry, long note, end")
    rehearsal.press("<Up><Up><Up><Up><Up><Up>")
    try check("entry, long note, middle")
  }

  /// The cursor is in sight wherever it stands.
  @Test(arguments: GoldenTests.sizes)
  func theCursorIsInSight(_ size: Size) {
    var rehearsal = Rehearsal(.journal, after: [CheckIn.of("overwhelmed", note: Self.long)])
    rehearsal.world.size = size
    rehearsal.press("<Enter><Down>")
    for step in 0..<200 {
      let frame = rehearsal.frame(columns: size.columns, rows: size.rows)
      guard rehearsal.app.takesText else {
        #expect(step >= 30)
        return
      }
      #expect(frame.cursor != nil)
      rehearsal.press("<Up>")
    }
    Issue.record("the first row was never reached")
  }
}
