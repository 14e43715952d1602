import SpacedRepetition
import Testing

@testable import EmotionCore

/// What each deed does to the ledger.
@Suite struct LedgerTests {
  private let now = Moment.noon(of: 20_000)

  private func checkIn(_ words: WordID..., note: String? = nil) -> CheckIn {
    CheckIn(feelings: words.map { .init(id: $0, word: $0) }, note: note)
  }

  @Test func anEmptyLedgerKnowsNothing() {
    let ledger = Ledger()
    #expect(ledger.card(CardKey(word: "sad", skill: .recall)) == Ledger.Card())
    #expect(ledger.recent.entry("e") == nil)
    #expect(ledger.namings == [:])
    #expect(ledger.practicedWords == 0)
  }

  @Test func itKnowsWhetherAnythingIsSealed() {
    var ledger = Ledger()
    ledger.apply(.checkedIn(checkIn("sad")), id: "a:1", at: now)
    #expect(!ledger.holdsSealed)
    ledger.apply(.removed(Removal(entry: "a:2")), id: "a:3", at: now)
    // Deleted or not, it is in the log.
    ledger.apply(.sealed(Sealed(box: "x")), id: "a:2", at: now)
    #expect(ledger.holdsSealed)
  }

  @Test func itKnowsOfEditsWhoseEntryMayBeGone() {
    let edit = Amendment(entry: "a:1", checkIn: checkIn("glad"))
    for deed in [Deed.amended(edit), .sealed(Sealed(amends: "a:1", box: "x"))] {
      var ledger = Ledger()
      ledger.apply(deed, id: "a:2", at: now)
      #expect(ledger.holdsStrayEdits)
      ledger = Ledger()
      ledger.apply(.checkedIn(checkIn("sad")), id: "a:1", at: now)
      ledger.apply(deed, id: "a:2", at: now)
      #expect(!ledger.holdsStrayEdits)
    }
  }

  @Test func aReviewMovesItsCardAndCounts() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .good, at: now)
    let card = ledger.card(CardKey(word: "sad", skill: .recognize))
    guard case .stepping(_, .learning, step: 1, due: let due, last: now) = card.state else {
      Issue.record("\(card.state)")
      return
    }
    #expect(due == now.milliseconds + 600_000)
    #expect(card.repetitions == 1 && card.lapses == 0)
    #expect(Array(ledger.cards.keys) == [CardKey(word: "sad", skill: .recognize)])
    #expect(ledger.enrolled == ["sad"])
    #expect(ledger.lastAnswered == ["sad": 20_000])
    #expect(ledger.days[20_000] == .init(day: 20_000, begun: 1, answered: 1, words: ["sad"]))
    #expect(ledger.recent.entries == [])
  }

  @Test func aCardThatWasLearnedAndForgottenIsALapse() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .again, at: now)
    ledger.answer("sad/recognize", .easy, at: now)
    ledger.answer("sad/recognize", .again, at: .noon(of: 20_030))
    ledger.answer("sad/recognize", .again, at: .noon(of: 20_030))
    let card = ledger.card(CardKey(word: "sad", skill: .recognize))
    #expect(card.repetitions == 4)
    #expect(card.lapses == 1)
    guard case .stepping(_, .relearning, _, _, _) = card.state else {
      Issue.record("\(card.state)")
      return
    }
  }

  @Test func beginningsAreCountedByDay() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .again, at: now)
    ledger.answer("sad/recognize", .good, at: now)
    ledger.answer("glad/recognize", .good, at: now)
    #expect(ledger.days[20_000].begun == 2)
    ledger.answer("sad/recognize", .good, at: .noon(of: 20_001))
    #expect(ledger.days[20_001].begun == 0)
    ledger.answer("sad/recall", .good, at: .noon(of: 20_001))
    #expect(ledger.days[20_001].begun == 1)
    #expect(ledger.days[20_000].begun == 2)
    #expect(ledger.lastAnswered == ["sad": 20_001, "glad": 20_000])
  }

  @Test func answersAreCounted() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .again, at: now)
    ledger.answer("sad/recognize", .good, at: .noon(of: 20_001))
    ledger.answer("sad/recognize", .good, at: .noon(of: 20_001, plus: 1))
    #expect(ledger.answers == 3)
    #expect(ledger.days[20_001].answered == 2)
    #expect(ledger.days[20_000].answered == 1)
    #expect(ledger.days[19_999].answered == 0)
  }

  /// Those of the last answers, not the latest: today counts also after weeks of a wrong clock.
  @Test func theDaysOfTheLastAnswersAreKept() {
    var ledger = Ledger()
    for day in 20_100..<20_140 { ledger.answer("w\(day)/recognize", .good, at: .noon(of: day)) }
    ledger.answer("sad/recognize", .good, at: now)
    ledger.answer("glad/recognize", .good, at: .noon(of: 20_130))
    #expect(
      ledger.days.days.map(\.day) == Array(20_125..<20_130) + Array(20_131..<20_140) + [
        20_000, 20_130,
      ])
    #expect(ledger.days[20_000].begun == 1)
    #expect(ledger.days[20_130].words == ["w20130", "glad"])
    #expect(ledger.days[20_124] == .init(day: 20_124))
  }

  @Test func aWordRestsOnItsDayAndTheDayBefore() {
    var ledger = Ledger()
    ledger.answer("sad/recognize", .good, at: .noon(of: 20_001))
    #expect((19_998...20_003).filter { ledger.rests("sad", on: $0) } == [20_000, 20_001])
    #expect(!ledger.rests("glad", on: 20_001))
    ledger.answer("sad/recognize", .good, at: .noon(of: 20_030))
    #expect(ledger.rests("sad", on: 20_000), "whatever came after")
  }

  @Test func aCheckInIsAnEntryAndEnrollsItsWordsOnce() {
    var ledger = Ledger()
    ledger.apply(.checkedIn(checkIn("sad", "torn")), id: "e1", at: now)
    ledger.apply(.checkedIn(checkIn("glad", "sad")), id: "e2", at: .noon(of: 20_001))
    #expect(ledger.recent.entries.map(\.id) == ["e1", "e2"])
    #expect(
      ledger.recent.entry("e1")
        == .init(id: "e1", moment: now, content: .open(checkIn("sad", "torn"))))
    #expect(ledger.enrolled == ["torn", "sad", "glad"], "the newest last, the first-named newest")
    #expect(ledger.namings == ["sad": 2, "torn": 1, "glad": 1])
    #expect(ledger.practicedWords == 0)
  }

  @Test func anAmendmentReplacesTheFeelingsAndNothingElse() {
    var ledger = Ledger()
    ledger.apply(.checkedIn(checkIn("sad")), id: "e1", at: now)
    ledger.apply(.checkedIn(checkIn("glad")), id: "e2", at: now)
    let amendment = Amendment(entry: "e1", checkIn: checkIn("grief", note: "It was more."))
    ledger.apply(.amended(amendment), id: "e3", at: .noon(of: 20_005))
    #expect(ledger.recent.entries.map(\.id) == ["e1", "e2"])
    #expect(ledger.recent.entry("e1")?.checkIn == amendment.checkIn)
    #expect(ledger.recent.entry("e1")?.moment == now)
    #expect(ledger.namings == ["grief": 1, "glad": 1])
    #expect(ledger.enrolled == ["sad", "glad", "grief"])
  }

  @Test func aRemovalTakesTheEntryAndLeavesThePractice() {
    var ledger = Ledger()
    ledger.apply(.checkedIn(checkIn("sad")), id: "e1", at: now)
    ledger.apply(.checkedIn(checkIn("glad")), id: "e2", at: now)
    ledger.apply(.removed(Removal(entry: "e1")), id: "e3", at: now)
    #expect(ledger.recent.entries.map(\.id) == ["e2"])
    #expect(ledger.namings == ["glad": 1])
    #expect(ledger.enrolled == ["sad", "glad"])
  }

  @Test func whatSpeaksOfAnUnknownEntryChangesNothing() {
    var ledger = Ledger()
    ledger.apply(.checkedIn(checkIn("sad")), id: "e1", at: now)
    let before = ledger
    ledger.apply(.amended(Amendment(entry: "e9", checkIn: checkIn("torn"))), id: "y", at: now)
    ledger.apply(.removed(Removal(entry: "e9")), id: "x", at: now)
    #expect(ledger.recent.entries == before.recent.entries)
    #expect(ledger.namings == before.namings)
  }

  @Test func aKeptWordIsEnrolledOnce() {
    var ledger = Ledger()
    ledger.apply(.kept(Keeping(word: "wistful")), id: "k1", at: now)
    ledger.apply(.kept(Keeping(word: "wistful")), id: "k2", at: now)
    #expect(ledger.enrolled == ["wistful"])
    #expect(ledger.recent.entries == [])
  }

  @Test func whatWasAnsweredInsteadIsCounted() {
    var ledger = Ledger()
    let card = CardKey(word: "sad", skill: .recall)
    for instead in ["grief", "sad", nil, "grief", "torn"] {
      let review = Review(card: card, grade: .again, milliseconds: 1, instead: instead)
      ledger.apply(.reviewed(review), id: "r", at: now)
    }
    #expect(ledger.mixUps == ["sad": ["grief": 2, "torn": 1]])
  }

  @Test func theLoadOfADayIsTheCardsThatWaitForIt() {
    var ledger = Ledger()
    for (index, word) in ["sad", "glad", "torn", "sad", "sad"].enumerated() {
      ledger.answer("\(word)/recognize", index == 4 ? .again : .easy, at: .noon(of: 20_000 + index))
    }
    let days = ledger.cards.values.compactMap { card -> Int? in
      if case .review(_, let dueDay, _) = card.state { dueDay } else { nil }
    }
    #expect(days.count == 2)
    for day in 20_000..<20_100 {
      #expect(ledger.load[day] == days.count { $0 == day })
    }
  }

  /// The days of the scheduler itself, with the dice of the card and its repetition, and a load of
  /// the other cards.
  @Test(arguments: [[], [5, 6], [0, 1, 2, 3, 4]])
  func aCardGoesWhereItsDiceAndTheOthersSendIt(_ lighter: [Int]) throws {
    let plan = Plan(lighter: lighter)
    var ledger = Ledger()
    ledger.apply(.planned(plan), id: "p", at: now)
    var states: [String: CardState<MemoryTrace>] = [:]
    var answers: [String: Int] = [:]
    var moved = 0
    for day in 20_000..<20_060 {
      for card in (0..<30).map({ "w\($0)/recall" }) {
        if case .review(_, let dueDay, _)? = states[card], dueDay > day { continue }
        answers[card, default: 0] += 1
        let grade: Grade = states[card] == nil ? .easy : .hard
        let dice = Fuzz.dice(card: card, repetition: answers[card, default: 0])
        var load = DayLoad(shares: plan.shares)
        for case (let other, .review(_, let dueDay, _)) in states where other != card {
          load.add(dueDay)
        }
        func next(_ dice: Double, _ load: DayLoad) -> CardState<MemoryTrace> {
          Scheduler().next(
            states[card] ?? .new, grade, at: .noon(of: day), dice: dice, load: load)
        }
        let expected = next(dice, load)
        if expected != next(dice, DayLoad(shares: plan.shares)) { moved += 1 }
        ledger.answer(card, grade, at: .noon(of: day))
        #expect(ledger.card(try #require(CardKey(card))).state == expected, "\(card) on \(day)")
        states[card] = expected
      }
    }
    #expect(answers.values.allSatisfy { $0 >= 3 } && moved > 10)
  }

  @Test func aLighterPlanMovesCardsToOtherDays() {
    func weekends(_ lighter: [Int]) -> Int {
      var ledger = Ledger()
      ledger.apply(.planned(Plan(lighter: lighter)), id: "p", at: now)
      for word in 0..<70 { ledger.learn("w\(word)/recall", at: .noon(of: 20_000 + word % 7)) }
      return ledger.cards.values.count { card in
        guard case .review(_, let dueDay, _) = card.state else { return false }
        return WeekdayShares.weekday(of: dueDay) >= 5
      }
    }
    #expect(weekends([5, 6]) < weekends([]))
    #expect(weekends([]) < weekends([0, 1, 2, 3, 4]))
  }

  @Test func lighterWeekdaysHaveHalfAShare() {
    var ledger = Ledger()
    ledger.apply(.planned(Plan(lighter: [5, 6])), id: "p", at: now)
    #expect(ledger.load.shares.fromMonday == [1, 1, 1, 1, 1, 0.5, 0.5])
    ledger.apply(.planned(Plan()), id: "q", at: now)
    #expect(ledger.load.shares == WeekdayShares())
  }

  @Test func aPlanHoldsForWhatIsFoldedAfterIt() {
    var usual = Ledger()
    var strict = Ledger()
    strict.apply(.planned(Plan(retention: 0.97)), id: "p", at: now)
    usual.learn("sad/recall", at: now)
    strict.learn("sad/recall", at: now)
    guard case .review(_, let usualDay, _) = usual.card(CardKey(word: "sad", skill: .recall)).state,
      case .review(_, let strictDay, _) = strict.card(CardKey(word: "sad", skill: .recall)).state
    else {
      Issue.record("not learned")
      return
    }
    #expect(strictDay < usualDay)
    #expect(Plan(retention: 7).scheduler.retention == 0.99)
    #expect(Plan(parameters: [1, 2]).scheduler.model == FSRS6())
  }

  @Test func learnedCardsAndPracticedWordsAreCounted() {
    var ledger = Ledger()
    ledger.learn("sad/recognize", "sad/recall", "glad/recognize", at: now)
    ledger.answer("torn/recognize", .again, at: now)
    #expect(ledger.count(learned: .recognize) == 2)
    #expect(ledger.count(learned: .recall) == 1)
    #expect(ledger.practicedWords == 3)
  }

  @Test func theSameDeedsGiveTheSameLedger() {
    func folded() -> Ledger {
      var ledger = Ledger()
      for day in 20_000..<20_040 {
        for (index, word) in ["sad", "glad", "torn"].enumerated() {
          let grade = Grade(rawValue: (day * 7 + index * 3) % 4 + 1) ?? .good
          ledger.answer("\(word)/recognize", grade, at: .noon(of: day, plus: index))
        }
      }
      ledger.name("numb", at: now)
      return ledger
    }
    let ledger = folded()
    #expect(ledger == folded())
  }
}
