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

  /// What is marked stays in sight, and nothing out of sight is saved.
  @Test(arguments: ["0", "0000", "b<Space><Enter>"])
  func whatIsMarkedStaysInSight(keys: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Space>" + keys)
    #expect(rehearsal.text.contains("●overwhelmed"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id) == ["overwhelmed"])
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

  @Test func careHasTheScreenToItself() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("i want to die")
    #expect(rehearsal.text.contains("please talk to someone now"))
    #expect(!rehearsal.text.contains("browse"))
    let before = rehearsal.text
    rehearsal.press("<Enter>")
    #expect(rehearsal.text == before)
    rehearsal.press("<Esc>")
    #expect(rehearsal.hasQuit)
  }

  @Test func escapeGoesUpOneBranch() {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("x<Right><Right><Right><Esc><Esc>")
    #expect(rehearsal.text.contains("Explore ›"))
    rehearsal.press("<Esc><Esc>")
    #expect(rehearsal.text.contains("How are you"))
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
    // A fourth would need 17 seconds, as the first three went, and there are 15.
    #expect(answers == 3)
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

  @Test func withNothingAnsweredHereUndoTakesBackTheNewestReviewOfAll() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    rehearsal.play("!right<Enter>!wrong<Esc>")
    let first = rehearsal.deeds.compactMap { deed in
      if case .reviewed(let review) = deed { review.card.word } else { nil }
    }
    rehearsal = rehearsal.restarted(.practice)
    rehearsal.press("u")
    #expect(rehearsal.text.contains("Taken back: your answer on \(first[1]), today 21:14."))
    #expect(rehearsal.world.ledger.answers == 1)
    rehearsal = rehearsal.restarted(.home)
    rehearsal.press("u")
    #expect(rehearsal.text.contains("Taken back: your answer on \(first[0]), today 21:14."))
    #expect(rehearsal.world.ledger.answers == 0)
    rehearsal.press("u")
    #expect(rehearsal.text.contains("The last thing you did was naming a feeling"))
    #expect(rehearsal.journal.entries.count == 3, "what was named stays")
    rehearsal.press("jdddqu")
    #expect(rehearsal.text.contains("There is nothing to undo."))
  }

  @Test func undoingWhenNothingIsDueAsksAgain() {
    let reviews = embeddedLibrary().teachingOrder.prefix(8).map { word in
      Deed.reviewed(
        Review(card: CardKey(word: word, skill: .recognize), grade: .easy, milliseconds: 4000))
    }
    var rehearsal = Rehearsal(.practice, after: Array(reviews))
    #expect(rehearsal.app.question == nil)
    rehearsal.press("u")
    #expect(rehearsal.app.question != nil)
  }

  @Test func anUndoThatFailsCanBePressedAgain() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.learned)
    rehearsal.failure = "The disk is full."
    rehearsal.press("u")
    #expect(rehearsal.text.contains("The disk is full."))
    #expect(rehearsal.world.ledger.answers == 1)
    rehearsal.failure = nil
    rehearsal.press("u")
    #expect(rehearsal.text.contains("Taken back: your answer on overwhelmed"))
    #expect(rehearsal.world.ledger.answers == 0)
    rehearsal.press("x")
    #expect(rehearsal.text.contains("Explore"))
  }

  /// The drill is offered at the fourth lapse, changes nothing, and can be left at any time.
  @Test(arguments: [1, 2, 3, 4, 5])
  func aLeechIsOfferedADrill(_ times: Int) {
    var rehearsal = Rehearsal(.home)
    rehearsal.slip("overwhelmed", instead: "pressured", times: times)
    rehearsal.press("p")
    rehearsal.play("!wrong")
    let isOffered = times == 3 || times == 5
    #expect(
      rehearsal.text.contains("This one keeps slipping: you often say pressured") == isOffered)
    let answered = rehearsal.text
    let before = (rehearsal.world.ledger, rehearsal.log.count)
    rehearsal.press("t")
    #expect(rehearsal.text.contains("overwhelmed or pressured?") == isOffered)
    #expect(rehearsal.text.contains("it changes no schedule") == isOffered)
    guard isOffered else { return }
    for _ in 0..<6 { rehearsal.press("1<Enter>") }
    #expect(rehearsal.text.contains("Told apart: 3 of 6. The schedule is as it was."))
    rehearsal.press("t2<Enter>1<Esc>")
    #expect(rehearsal.text.contains("The schedule is as it was."))
    #expect(!rehearsal.text.contains("Told apart"))
    rehearsal.press("t<Esc>")
    #expect(rehearsal.text == answered)
    #expect((rehearsal.world.ledger, rehearsal.log.count) == before)
  }

  @Test func whenTheClockIsDaysBehindItAsksFirst() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.week)
    rehearsal.world.newest = Rehearsal.evening
    rehearsal.sleep(days: -2)
    rehearsal.press("p")
    #expect(rehearsal.app.question == nil)
    #expect(
      rehearsal.text.contains("The clock says Thu 19 Nov, but what you did last was on Sat 21"))
    rehearsal.press("1")
    #expect(rehearsal.deeds.count == 3, "nothing is filed before it was asked")
    var left = rehearsal
    left.press("<Esc>")
    #expect(left.text.contains("How are you"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.app.question != nil)
  }

  @Test(arguments: [
    (0, false), (-5, false), (-6, true), (-100, true), (-23 * 60, true), (5, false),
  ])
  func aClockThatIsALittleBehindIsTold(_ minutes: Int64, _ isTold: Bool) {
    var world = Rehearsal().world
    world.newest = Rehearsal.evening
    world.now = Moment(
      milliseconds: Rehearsal.evening.milliseconds + minutes * 60_000, offsetMinutes: 0)
    let app = App(.practice, &world)
    let screen = app.view(world, size: world.size)
    let text = (0..<24).map { screen.text(row: $0) }.joined()
    #expect(text.contains("The clock is behind") == isTold)
    #expect(app.question != nil)
  }

  /// What was missed may be settled after the time is over, with two answers at most.
  @Test func theLastMissMayBeSettled() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week, minutes: 1)
    rehearsal.play("!wrong")
    let missed = rehearsal.app.question?.exercise.word
    rehearsal.wait(seconds: 61)
    var settled = rehearsal
    settled.press("<Enter>")
    #expect(missed == nil && settled.app.question != nil)
    settled.play("!right<Enter>")
    #expect(settled.text.contains("Done for now: 1 word."))
    rehearsal.play("<Enter>!wrong<Enter>!wrong<Enter>")
    #expect(rehearsal.text.contains("Done for now: 1 word."))
  }

  @Test func homeShowsTodaysShareAndNotTheBacklog() {
    let words = embeddedLibrary().teachingOrder.prefix(60)
    var rehearsal = Rehearsal(.home)
    for word in words {
      rehearsal.add(
        .reviewed(
          Review(card: CardKey(word: word, skill: .recognize), grade: .easy, milliseconds: 12_000)))
    }
    rehearsal.sleep(days: 300)
    #expect(rehearsal.world.due.total == 60)
    #expect(rehearsal.text.contains("p  Practice              1"))
    #expect(!rehearsal.text.contains("60" + " today"))
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

@Suite struct UnlockFlow {
  private static let locked = GoldenTests.sealed

  private func typed() -> Rehearsal {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    rehearsal.press("popen sesame?<Enter>")
    return rehearsal
  }

  @Test func thePassphraseIsHandedOnWholeAndOnce() {
    var rehearsal = typed()
    #expect(rehearsal.effects.last == .unlock("open sesame?"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.effects.count == 1)
    #expect(rehearsal.text.contains("Type the passphrase first."))
  }

  @Test func theRightOneLeadsBackToTheJournal() {
    var rehearsal = typed()
    rehearsal.world.journal = .read(rehearsal.journal)
    rehearsal.tell(.unlocked)
    #expect(rehearsal.text.contains("2 entries"))
    #expect(!rehearsal.text.contains("p passphrase"))
  }

  /// The journal is read before the screen is left.
  @Test func whatDoesNotOpenIsTold() {
    var rehearsal = typed()
    rehearsal.tell(.told("A locked entry was changed."))
    rehearsal.tell(.unlocked)
    #expect(rehearsal.text.contains("2 entries"))
    #expect(rehearsal.text.contains("A locked entry was changed."))
    rehearsal.press("<Down>")
    #expect(!rehearsal.text.contains("A locked entry was changed."))
  }

  @Test func aWrongOneIsAskedForAgain() {
    var rehearsal = typed()
    rehearsal.tell(.told("That does not open it."))
    #expect(rehearsal.text.contains("That does not open it."))
    rehearsal.press("another")
    #expect(!rehearsal.text.contains("That does not open it."))
    #expect(!rehearsal.text.contains("another"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.effects.last == .unlock("another"))
  }

  /// Not even how long it is.
  @Test func whatIsTypedIsNotShown() {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    rehearsal.press("px")
    let one = Golden.describe(rehearsal.frame())
    rehearsal.press("yzzy and more")
    #expect(Golden.describe(rehearsal.frame()) == one)
  }

  /// Whoever comes to the machine after finds it closed.
  @Test func leavingTheJournalClosesIt() {
    var rehearsal = Rehearsal(.home, after: Self.locked)
    rehearsal.press("j<Enter><Esc>")
    #expect(!rehearsal.effects.contains(.closeJournal))
    rehearsal.press("<Esc>")
    #expect(rehearsal.effects.last == .closeJournal)
    #expect(rehearsal.world.journal == .unread)
  }

  /// Whoever may not read an entry may not take it away.
  @Test func deletingALockedEntryAsksForThePassphrase() {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    let before = rehearsal.log.count
    rehearsal.press("d")
    #expect(rehearsal.log.count == before)
    #expect(rehearsal.text.contains("assphrase"))
  }
}
