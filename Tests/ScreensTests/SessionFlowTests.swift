import EmotionCore
import SpacedRepetition
import Testing

@testable import Screens

/// A session ends, goes on, and is begun again.
@Suite struct SessionFlow {
  /// All that may be begun today, begun.
  private static func done() -> Rehearsal {
    let reviews = embeddedLibrary().teachingOrder.prefix(8).map { word in
      Deed.reviewed(
        Review(card: CardKey(word: word, skill: .recognize), grade: .easy, milliseconds: 4000))
    }
    return Rehearsal(.home, after: Array(reviews))
  }

  @Test func escapeShowsWhatItCameToAndThenLeaves() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.week)
    rehearsal.press("p<Esc>")
    #expect(rehearsal.text.contains("How are you"), "nothing was answered")
    rehearsal.play("p!right<Enter><Esc>")
    #expect(rehearsal.text.contains("Done for now: 1 word."))
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("How are you"))
    rehearsal.play("p!right<Esc>")
    #expect(rehearsal.text.contains("Done for now: 1 word."), "right after an answer too")
  }

  /// Eight times "don't know", Esc, Esc, p: that's not the time to say that nothing is due.
  @Test func openedAgainAtOnceItGoesOn() {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("p")
    for _ in 0..<8 { rehearsal.press("0<Enter>") }
    rehearsal.press("<Esc><Esc>")
    #expect(rehearsal.text.contains("p  Practice              8 today"))
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil)
    var another = rehearsal.restarted(.practice)
    another.world.leftSession = nil
    another = another.restarted(.practice)
    #expect(another.app.question != nil, "another run goes on as well")
  }

  /// What rests after three misses rests also when practice is opened again.
  @Test func whatRestsGoesOnResting() {
    var rehearsal = Rehearsal(.home)
    rehearsal.add(.planned(Plan(newPerDay: 1)))
    rehearsal.press("p0<Enter>0<Enter>0<Enter>")
    #expect(rehearsal.text.contains("One word rests"))
    rehearsal.press("<Enter>p")
    #expect(rehearsal.text.contains("Nothing's due right now."))
    rehearsal.press("<Enter>")
    #expect(!rehearsal.text.contains("1 today"), "home says the same")
    rehearsal.wait(seconds: 1801)
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil, "half an hour later it's another session")
  }

  @Test func whenNothingIsDueOneMayPracticeAnyway() {
    var rehearsal = Self.done()
    rehearsal.press("p")
    #expect(rehearsal.text.contains("Nothing's due right now."))
    #expect(rehearsal.text.contains("p practice anyway"))
    let known = rehearsal.world.ledger.practicedWords
    rehearsal.press("p")
    #expect(rehearsal.app.question?.pick.reason == .new, "all others were answered today")
    rehearsal.play("!right<Enter>!right<Enter>")
    #expect(rehearsal.world.ledger.practicedWords == known + 2)
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("p practice more"))
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil)
  }

  @Test func thoseDueSoonestComeFirst() {
    var rehearsal = Self.done()
    rehearsal.sleep(days: 1)
    rehearsal.add(.planned(Plan(newPerDay: 0)))
    rehearsal.press("p")
    #expect(rehearsal.text.contains("Nothing's due right now."))
    rehearsal.press("p")
    #expect(rehearsal.app.question?.pick.reason == .ahead)
    rehearsal.play("!right<Enter>!right<Enter>")
    #expect(rehearsal.app.question?.pick.reason == .new)
  }

  /// It ends after its minutes, as every session does, and goes on if asked.
  @Test func theTimeBeginsAnew() {
    var rehearsal = Rehearsal(.practice, minutes: 1)
    rehearsal.play("!right<Enter>!right<Enter>")
    rehearsal.wait(seconds: 61)
    rehearsal.play("!right<Enter>")
    #expect(rehearsal.text.contains("There's more whenever you like: p goes on."))
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil)
    #expect(rehearsal.text.contains("1 min left"))
  }

  /// On the summary, undo still takes back the last answer.
  @Test func undoAfterEscapeAsksAgain() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.week)
    rehearsal.play("p!wrong<Esc>u")
    #expect(rehearsal.app.question != nil)
    #expect(rehearsal.world.ledger.answers == 0)
  }

  /// An answer that is taken back on home is asked again, although its word was done with.
  @Test func whatIsTakenBackAfterwardsIsAskedAgain() {
    var rehearsal = Rehearsal(.home, after: [CheckIn.of("overwhelmed")])
    rehearsal.play("p!rightg4<Enter><Esc><Esc>u")
    #expect(rehearsal.text.contains("Taken back: your answer on overwhelmed"))
    var other = rehearsal
    rehearsal.press("p")
    #expect(rehearsal.app.question?.exercise.word == "overwhelmed")
    other.play("p!rightg4<Enter><Esc><Esc>pu<Esc>p")
    #expect(other.app.question?.exercise.word == "overwhelmed", "taken back in practice")
  }

  @Test func notKnowingIsNoMistake() {
    var rehearsal = Rehearsal(.practice, after: GoldenTests.week)
    rehearsal.press("0")
    let word = rehearsal.world.text("overwhelmed")
    #expect(rehearsal.text.contains("    It's \(word)\n"), "no sign of a mistake")
    #expect(!rehearsal.text.contains("✗"))
    rehearsal.press("<Esc>")
    #expect(!rehearsal.text.contains("✗"))
    #expect(rehearsal.text.contains("· \(word)"))
  }

  @Test(arguments: ["idk", "i dont know", "no idea"])
  func aTypedIDontKnowIsUnderstood(_ typed: String) {
    var rehearsal = Rehearsal(.home, after: GoldenTests.learned)
    rehearsal.sleep(days: 1)
    rehearsal.press("p\(typed)<Enter>")
    #expect(rehearsal.text.contains("It's overwhelmed"))
    #expect(!rehearsal.text.contains("✗"))
    #expect(!rehearsal.text.contains("doesn't know"))
  }
}

/// A day that begins, clocks that change, and a clock that is set back, while Inkling runs.
@Suite struct TimeFlow {
  @Test func homeCountsAnewAtEveryKey() {
    var rehearsal = Rehearsal(.home)
    rehearsal.play("p")
    for _ in 0..<8 { rehearsal.play("!right<Enter>") }
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("more at 21:24"))
    rehearsal.wait(seconds: 599)
    rehearsal.press("z")
    #expect(rehearsal.text.contains("more at 21:24"))
    rehearsal.wait(seconds: 1)
    rehearsal.press("z")
    #expect(rehearsal.text.contains("8 today"))
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil)
  }

  /// A time that is told is not too early: at 21:25 it's due, not some seconds later.
  @Test func whatComesAtATimeIsThereAtThatTime() {
    var rehearsal = Rehearsal(.home)
    rehearsal.wait(seconds: 37)
    rehearsal.play("p")
    for _ in 0..<8 { rehearsal.play("!right<Enter>") }
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("more at 21:25"))
    rehearsal.wait(seconds: 11 * 60 - 37)
    rehearsal.press("p")
    #expect(rehearsal.app.question != nil)
  }

  /// Practice is open on its empty page while its time comes.
  @Test func theEmptyPageAsksOnceSomethingIsDue() {
    var rehearsal = Rehearsal(.home)
    rehearsal.play("p")
    for _ in 0..<8 { rehearsal.play("!right<Enter>") }
    rehearsal.press("<Enter>p")
    #expect(rehearsal.text.contains("Nothing's due right now."))
    rehearsal.wait(seconds: 601)
    rehearsal.press("p")
    #expect(rehearsal.app.question?.pick.reason == .due)
  }

  /// After midnight the date is another, and so is the last of the seven days; the day of practice
  /// goes on until four.
  @Test func afterMidnightItIsTheNextDate() {
    var rehearsal = Rehearsal(.home, after: [CheckIn.of("calm")])
    #expect(rehearsal.text.contains("Sun    Mon    Tue    Wed    Thu    Fri    today"))
    #expect(rehearsal.text.contains("·      ·      ·      ·      ·      ·      ●"))
    rehearsal.wait(seconds: 4 * 3600)
    #expect(rehearsal.text.contains("Sun 22 Nov  01:14"))
    #expect(rehearsal.text.contains("Mon    Tue    Wed    Thu    Fri    Sat    today"))
    #expect(rehearsal.text.contains("·      ·      ·      ·      ·      ●      ·"))
    rehearsal.add(CheckIn.of("torn"))
    #expect(rehearsal.text.contains("·      ·      ·      ·      ·      ●      ●"))
    #expect(rehearsal.text.contains("2 entries in the last 7 days"))
    rehearsal.sleep(days: 6)
    #expect(rehearsal.text.contains("1 entry in the last 7 days"))
    rehearsal.sleep(days: 1)
    #expect(rehearsal.text.contains("nothing in the last 7 days"))
  }

  /// At four a day of practice begins: what is new counts anew, and no word that was just known is
  /// asked once more.
  @Test func aDayBeginsWithinASession() {
    var rehearsal = Rehearsal(.home, minutes: 60)
    rehearsal.wait(seconds: 6 * 3600 + 16 * 60)
    rehearsal.play("p")
    var asked: Set<WordID> = []
    var settled: Set<WordID> = []
    var days: Set<Int> = []
    for _ in 0..<30 {
      guard let card = rehearsal.app.question?.exercise.card else { break }
      #expect(!settled.contains(card.word), "\(card) once more")
      asked.insert(card.word)
      days.insert(rehearsal.world.now.day)
      rehearsal.wait(seconds: 120)
      rehearsal.play("!right")
      if case .review = rehearsal.world.ledger.card(card).state { settled.insert(card.word) }
      rehearsal.press("<Enter>")
    }
    #expect(!settled.isEmpty)
    #expect(days.count == 2)
    #expect(asked.count > 8, "the new day brings new words")
  }

  /// An hour that clocks show twice, and one they skip, change nothing but what they show.
  @Test(arguments: [-60, 60])
  func clocksAreChanged(_ minutes: Int) {
    var rehearsal = Rehearsal(.home, after: [CheckIn.of("calm")])
    rehearsal.play("p!right<Enter>")
    rehearsal.world.now.offsetMinutes += minutes
    rehearsal.play("!right<Enter>")
    #expect(rehearsal.app.question != nil)
    #expect(!rehearsal.text.contains("The clock"))
    rehearsal.press("<Esc><Esc>")
    #expect(rehearsal.text.contains(minutes > 0 ? "22:14" : "20:14"))
    #expect(rehearsal.text.contains("1 entry in the last 7 days"))
  }

  /// A clock that is set back by days while practice runs is asked about before anything is filed
  /// on a day gone by.
  @Test func aClockSetBackByDaysIsAskedAbout() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.week)
    rehearsal.play("p!right")
    rehearsal.sleep(days: -3)
    rehearsal.press("<Enter>")
    #expect(rehearsal.app.question == nil)
    #expect(rehearsal.text.contains("The clock says Wed 18 Nov"))
    let answers = rehearsal.world.ledger.answers
    rehearsal.press("1")
    #expect(rehearsal.world.ledger.answers == answers)
    var fixed = rehearsal
    rehearsal.press("<Enter>")
    #expect(rehearsal.app.question != nil, "practice anyway")
    rehearsal.play("!right<Enter>")
    #expect(rehearsal.app.question != nil, "and it asks no second time")
    fixed.sleep(days: 3)
    fixed.press("<Enter>")
    #expect(fixed.app.question != nil)
  }

  @Test func aClockSetBackALittleIsTold() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.week)
    rehearsal.play("p!right")
    rehearsal.wait(seconds: -1800)
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("The clock is behind by 30 minutes."))
    #expect(rehearsal.app.question != nil)
    rehearsal.play("!right<Enter>")
    #expect(!rehearsal.text.contains("The clock is behind"), "once is enough")
  }
}
