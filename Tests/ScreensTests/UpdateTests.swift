import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

@Suite struct NamingFlow {
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

  @Test(arguments: ["suicidal", "I want to die", "so tired, I could kill myself"])
  func careComesBeforeWords(_ text: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text + "<Enter>")
    #expect(rehearsal.text.contains("If you may harm"))
    #expect(!rehearsal.text.contains("It could be"))
    #expect(rehearsal.log.isEmpty)
    #expect(rehearsal.world.library.unknown(text) == Care.sentence)
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

  /// Sadness alone does not trigger it.
  @Test(arguments: ["sad", "hopeless", "dying of boredom", "empty"])
  func careIsNotForcedOnSadness(_ text: String) {
    #expect(!Care.isCalledFor(by: text))
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
}

@Suite struct PracticeFlow {
  @Test func namedWordsComeFirst() {
    let rehearsal = Rehearsal(.practice, after: [CheckIn.of("cornered", "torn")])
    #expect(rehearsal.app.question?.exercise.word == "cornered")
  }

  @Test func undoAsksTheSameQuestionAgain() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    let question = rehearsal.app.question?.exercise
    rehearsal.play("!wrong")
    #expect(rehearsal.world.ledger.cards.count == 1)
    rehearsal.press("u")
    #expect(rehearsal.app.question?.exercise == question)
    #expect(rehearsal.world.ledger.cards.isEmpty)
  }

  @Test func regradeThenUndoLeavesNoTrace() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    let before = rehearsal.world.ledger
    rehearsal.play("!rightg4")
    #expect(rehearsal.world.ledger.cards.count == 1)
    rehearsal.press("u")
    #expect(rehearsal.world.ledger == before)
  }

  @Test func undoWorksOnTheSummary() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week, minutes: 1)
    rehearsal.play("!right")
    rehearsal.wait(seconds: 61)
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("Done for now"))
    rehearsal.press("u")
    #expect(rehearsal.app.question != nil)
    #expect(rehearsal.world.ledger.cards.isEmpty)
  }

  @Test func mineFitsCountsTheAnswerAsRight() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    rehearsal.play("!wrongc")
    let grades = rehearsal.deeds.compactMap { deed -> Grade? in
      if case .reviewed(let review) = deed { review.grade } else { nil }
    }
    #expect(grades == [.again, .good])
    #expect(rehearsal.world.ledger.cards.values.map(\.repetitions) == [1])
  }

  @Test func theSessionEndsAfterItsMinutes() {
    var rehearsal = Rehearsal(.practice, minutes: 1)
    var answers = 0
    while rehearsal.app.question != nil, answers < 50 {
      rehearsal.wait(seconds: 15)
      rehearsal.play("!right<Enter>")
      answers += 1
    }
    #expect(answers == 4)
  }

  @Test func answersCarryTheTimeTheyTook() {
    var rehearsal = Rehearsal(.practice)
    rehearsal.wait(seconds: 7)
    rehearsal.play("!right")
    guard case .reviewed(let review) = rehearsal.deeds.last else {
      Issue.record("no review")
      return
    }
    #expect(review.milliseconds == 7000)
  }

  @Test func withNothingDueThereIsAWayOut() {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("pq?<Esc><Esc>")
    #expect(!rehearsal.hasQuit)
  }
}

@Suite struct Keys {
  /// Every key in a footer does something: the screen, the log or the program changes.
  @Test(arguments: GoldenTests.scenes.indices)
  func everyKeyInTheFooterWorks(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for hint in rehearsal.app.hints(rehearsal.world) where hint.inFooter {
      let responds = hint.keys.contains { key in
        var copy = rehearsal
        copy.press(key)
        return copy.frame() != rehearsal.frame() || copy.log.count != rehearsal.log.count
          || copy.hasQuit
      }
      // At the end of a list ↓ has nowhere to go, but then ↑ has; a list of one has neither.
      let isMove = hint.shown == "↑↓"
      #expect(
        responds || isMove && (moves(rehearsal, "<Up>") || !moves(rehearsal, "<Down>")),
        "\(scene.name): \(hint.shown) \(hint.label)")
    }
  }

  private func moves(_ rehearsal: Rehearsal, _ key: String) -> Bool {
    var copy = rehearsal
    copy.press(key)
    return copy.frame() != rehearsal.frame()
  }

  @Test(arguments: GoldenTests.scenes.indices)
  func escapeAlwaysLeadsOut(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for _ in 0..<6 { rehearsal.press("<Esc>") }
    if !rehearsal.hasQuit { rehearsal.press("q") }
    #expect(rehearsal.hasQuit, "\(scene.name)")
  }

  @Test(arguments: GoldenTests.scenes.indices)
  func controlCAlwaysLeaves(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    rehearsal.press("<^C>")
    #expect(rehearsal.hasQuit)
  }

  /// Every size from too small to large draws without a trap, and nothing stands outside.
  @Test(arguments: GoldenTests.scenes.indices)
  func everySizeDraws(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for (columns, rows) in [(1, 1), (20, 5), (40, 12), (41, 13), (59, 17), (60, 18), (200, 70)] {
      let frame = rehearsal.frame(columns: columns, rows: rows)
      #expect(frame.size == Size(columns: columns, rows: rows))
    }
  }

  @Test func helpListsEveryKeyOfTheScreen() {
    let rehearsal = Rehearsal(.name)
    let hints = rehearsal.app.hints(rehearsal.world)
    var helped = rehearsal
    helped.press("?")
    let area = Area(columns: 76, rows: 100, isCompact: false)
    let page = helped.app.content(helped.world, area).lines
      .map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
    for hint in hints { #expect(page.contains(hint.help)) }
  }
}
