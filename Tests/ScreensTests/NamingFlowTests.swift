import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

@Suite struct NamingFlow {
  /// What's denied isn't what was said, however near its spelling is to something else.
  @Test(arguments: ["not happy", "not hapy", "not angry"])
  func aDenialIsNotTakenForTheWord(text: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text)
    #expect(!rehearsal.text.contains("› happy"))
    #expect(!rehearsal.text.contains("› angry"))
  }

  @Test func enterTwiceSavesTheLikeliestWord() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("<Enter><Enter>")
    #expect(rehearsal.journal.entries.map(\.checkIn?.feelings.first?.id) == ["overwhelmed"])
    #expect(rehearsal.journal.entries.first?.checkIn?.said == "stressed")
    rehearsal.press("<Enter>")
    #expect(rehearsal.hasQuit)
  }

  @Test func markedWordsAreSavedTogether() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Space><Down><Space><Enter>")
    let words = rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id)
    #expect(words == ["overwhelmed", "pressured"])
  }

  @Test func noneOfTheseShowsOnlyOthers() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>")
    let before = rehearsal.text
    rehearsal.press("0")
    #expect(before.contains("overwhelmed"))
    #expect(!rehearsal.text.contains("overwhelmed"))
  }

  /// What is marked stays in sight, and nothing out of sight is saved.
  @Test(arguments: ["0", "0000", "b<Space><Enter>"])
  func whatIsMarkedStaysInSight(keys: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Space>" + keys)
    #expect(rehearsal.text.contains("● overwhelmed"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id) == ["overwhelmed"])
  }

  /// Nothing is cut where there is room for all of it.
  @Test(arguments: [80, 120])
  func glossesAreWholeWhereThereIsRoom(_ columns: Int) {
    for word in ["stressed", "tired", "angry", "sad", "fine", "good"] {
      var rehearsal = Rehearsal(.name)
      for keys in [word, "<Enter>", "0"] {
        rehearsal.press(keys)
        let frame = rehearsal.frame(columns: columns, rows: 24)
        let text = (0..<24).map { frame.text(row: $0) }
        #expect(!text.contains { $0.contains("…") }, "\(text.joined(separator: "\n"))")
      }
    }
  }

  @Test func withANoteTheSentenceHasNoGap() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter>")
    #expect(rehearsal.text.contains("I feel overwhelmed when …, because I need support"))
    rehearsal.press("<Down>the build is red")
    #expect(rehearsal.text.contains("I feel overwhelmed, and I need support"))
  }

  @Test func strengthAndNoteAmendTheEntry() throws {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter>5<Down>  two  lines <Enter>")
    let entry = try #require(rehearsal.journal.entries.first)
    #expect(entry.checkIn?.feelings.first?.strength == 5)
    #expect(entry.checkIn?.note == "two lines")
    #expect(rehearsal.log.count == 2)
  }

  @Test func leavingUnchangedWritesNothingMore() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Right><Left><Enter>")
    #expect(rehearsal.log.count == 1)
  }

  @Test func undoTakesTheEntryBackAndShowsTheListAgain() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter>u")
    #expect(rehearsal.journal.entries.isEmpty)
    #expect(rehearsal.text.contains("It could be"))
  }

  @Test func questionMarkAndLettersAreTextInANote() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>why u and q?<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note == "why u and q?")
  }

  @Test func aBranchOfATaxonomyIsACue() {
    var rehearsal = Rehearsal(.name)
    // Through Roberts' wheel, the third lens, to bad and its first branch.
    rehearsal.press("<Tab><Down><Down><Right><Down><Down><Right><Enter>")
    #expect(rehearsal.text.contains("[bored]"))
    #expect(rehearsal.text.contains("apathetic"))
  }

  @Test func escapeTakesCuesBackOneByOneAndThenLeaves() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>bjaw<Enter>")
    #expect(rehearsal.text.contains("[tight jaw]"))
    rehearsal.press("<Esc>")
    #expect(!rehearsal.text.contains("[tight jaw]"))
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("What would you say?"))
    rehearsal.press("<Esc>")
    #expect(rehearsal.hasQuit)
  }

  @Test func aNoteBeingTypedIsSavedWhenTheProgramIsEnded() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>half a no")
    guard case .append(.amended(let amendment)) = rehearsal.app.farewell.first else {
      Issue.record("nothing would be saved")
      return
    }
    #expect(amendment.checkIn.note == "half a no")
  }

  @Test func aSentenceOffersTheFirstWordsInIt() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("I feel tired and empty")
    #expect(rehearsal.text.contains("› tired"))
    rehearsal.press("<Down><Enter>")
    #expect(rehearsal.text.contains("[empty]"))
  }

  @Test func theFirstWordItselfCanBeSaved() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("tired<Enter><End><Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id) == ["tired"])
  }

  @Test func oneStepBackBringsBackWhatWasRuledOut() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>")
    let before = rehearsal.frame()
    rehearsal.press("0")
    #expect(rehearsal.frame() != before)
    rehearsal.press("<Esc>")
    #expect(rehearsal.frame() == before)
  }

  @Test func whatCannotBeSeenIsNotAnswered() {
    var rehearsal = Rehearsal(.name)
    rehearsal.world.size = Size(columns: 39, rows: 12)
    rehearsal.press("<Enter><Enter>")
    #expect(rehearsal.log.isEmpty)
    rehearsal.press("<^C>")
    #expect(rehearsal.hasQuit)
  }

  @Test func aWordPutIntoPracticeCanBeTakenOut() {
    var rehearsal = Rehearsal(.word("smug"))
    rehearsal.press("p")
    #expect(rehearsal.world.ledger.enrolled == ["smug"])
    rehearsal.press("p")
    #expect(rehearsal.world.ledger.enrolled.isEmpty)
  }

  @Test func nothingMovesOnUntilItIsOnDisk() {
    var rehearsal = Rehearsal(.name)
    rehearsal.failure = "The disk is full."
    rehearsal.press("stressed<Enter><Enter>")
    #expect(rehearsal.text.contains("The disk is full. Nothing is lost"))
    rehearsal.press("<Down>")
    #expect(rehearsal.text.contains("not saved yet"))
    rehearsal.failure = nil
    rehearsal.press("<^R>")
    #expect(rehearsal.text.contains("Saved"))
    #expect(rehearsal.journal.entries.count == 1)
  }

  @Test func whatCannotBeSavedIsThrownAwayOnlyWhenAskedTwice() {
    var rehearsal = Rehearsal(.home)
    rehearsal.failure = "The disk is full."
    rehearsal.press("nstressed<Enter><Enter><Esc>")
    #expect(rehearsal.text.contains("Esc once more, and it is thrown away."))
    #expect(rehearsal.text.contains("Ctrl-O save elsewhere"))
    rehearsal.press("x<Esc>")
    #expect(rehearsal.text.contains("Esc once more, and it is thrown away."))
    #expect(rehearsal.app.farewell.count == 1)
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("It was thrown away."))
    #expect(rehearsal.app.farewell.isEmpty)
    rehearsal.press("<Esc><Esc>")
    #expect(rehearsal.text.contains("How are you"))
  }

  @Test(arguments: [
    ("stresed", "stressed", "overwhelmed"), ("grumbly", "grumpy", "grumpy"),
  ])
  func aSlipLeadsWhereTheWordWould(_ typed: String, _ word: String, _ finer: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(typed)
    #expect(rehearsal.text.contains("› \(word)"))
    var exact = Rehearsal(.name)
    exact.press(word)
    #expect(rehearsal.text.contains(finer))
    rehearsal.press("<Enter>")
    exact.press("<Enter>")
    #expect(rehearsal.text == exact.text)
  }

  @Test func withWordsMarkedADigitMarksAnother() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter> 3")
    #expect(rehearsal.journal.entries.isEmpty)
    rehearsal.press("<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.feelings.count == 2)
  }

  @Test func aSpaceBeforeAnythingIsTypedLeavesTheChoice() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>b<Down>")
    let before = rehearsal.text
    rehearsal.press(" ")
    #expect(rehearsal.text == before)
  }

  /// What isn't understood is never made into a feeling without a word.
  @Test(arguments: [
    "I feel like nobody cares", "I feel like pizza", "wasn't even mad", "fine with it",
    "a blue car",
  ])
  func whatIsNotUnderstoodIsSaidSo(_ text: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text)
    #expect(rehearsal.text.contains("No feeling heard"))
    #expect(!rehearsal.text.contains("It could be"))
    rehearsal.press("<Enter><Enter>")
    #expect(rehearsal.log.isEmpty)
    #expect(rehearsal.text.contains("Esc leaves with nothing saved."))
    rehearsal.press(.backTab)
    #expect(rehearsal.text.contains("type to search: jaw"))
  }

  @Test(arguments: [
    ("I feel like shit", "“like shit”", "bad"), ("I hate myself", "I hate myself", "I hate myself"),
    ("angry at my boss", "“angry”", "angry"),
    ("I feel tired and empty", "“tired” · “empty”", "tired"),
  ])
  func whatWasHeardIsShown(_ text: String, _ heard: String, _ first: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text)
    #expect(rehearsal.text.contains(heard))
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("[\(first)]"))
    #expect(!rehearsal.text.contains("hateful"))
    #expect(!rehearsal.text.contains("approving"))
  }

  @Test func escapeGoesUpOneBranch() {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("x<Right><Right><Right><Esc><Esc>")
    #expect(rehearsal.text.contains("Explore ›"))
    rehearsal.press("<Esc><Esc>")
    #expect(rehearsal.text.contains("How are you"))
  }
}
