import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

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

  /// Nothing that ends the program can come between taking an answer back and giving it again.
  @Test(arguments: ["g4", "c"])
  func aRegradeIsOneWrite(keys: String) {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    rehearsal.play(keys == "c" ? "!wrong" : "!right")
    let count = rehearsal.effects.count
    let answer = rehearsal.log.last?.id
    rehearsal.press(keys)
    let writes = rehearsal.effects.dropFirst(count)
    #expect(writes.count == 1)
    guard case .replace(let id, .reviewed(let review)) = writes.first else {
      Issue.record("no replacement")
      return
    }
    #expect(id == answer)
    #expect(review.grade == (keys == "c" ? .good : .easy))
    #expect(rehearsal.world.ledger.answers == 1)
    // A regrade of a regrade replaces that.
    let second = rehearsal.log.last?.id
    rehearsal.press("g2")
    guard case .replace(second, _) = rehearsal.effects.last else {
      Issue.record("no replacement")
      return
    }
    #expect(rehearsal.world.ledger.answers == 1)
    #expect(rehearsal.world.ledger.cards.values.map(\.repetitions) == [1])
    rehearsal.press("u")
    #expect(rehearsal.world.ledger.answers == 0)
    #expect(rehearsal.app.question != nil)
  }

  /// The first answer holds until the new one is on disk, and Ctrl-R writes it.
  @Test func aRegradeThatFailsLosesNothing() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    rehearsal.play("!right")
    rehearsal.failure = "The disk is full."
    rehearsal.press("g1")
    #expect(rehearsal.text.contains("The disk is full. Nothing is lost so far."))
    #expect(rehearsal.world.ledger.answers == 1)
    var dropped = rehearsal
    dropped.press("<Esc><Esc>")
    #expect(dropped.world.ledger.answers == 1)
    rehearsal.failure = nil
    rehearsal.press("<^R>")
    #expect(rehearsal.world.ledger.answers == 1)
    guard case .reviewed(let review) = rehearsal.deeds.last else {
      Issue.record("no review")
      return
    }
    #expect(review.grade == .again)
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
