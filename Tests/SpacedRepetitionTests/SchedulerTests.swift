import Foundation
import SpacedRepetition
import Testing

/// What the reference does not know of: clocks that run back, settings that change, saved cards.
struct SchedulerTests {
  private let scheduler = Scheduler(intervals: .rounded)
  private let known = MemoryTrace(stability: 20, difficulty: 5)

  @Test func aClockThatRanBackCountsAsTheSameDay() {
    let card = CardState.review(known, dueDay: 120, last: .noon(ofDay: 100))
    let sameDay = scheduler.next(card, .good, at: .noon(ofDay: 100), dice: 0)
    let earlier = scheduler.next(card, .good, at: .noon(ofDay: 90), dice: 0)
    #expect(earlier.memory == sameDay.memory)
    #expect(earlier.last == .noon(ofDay: 90))
  }

  @Test func elapsedTimeIsTheDaysThatWereStoredNotTheHours() {
    let evening = Moment.at(0, day: 100)
    let card = CardState.review(known, dueDay: 120, last: evening)
    let anHourLater = scheduler.next(card, .good, at: .at(3600, day: 101), dice: 0)
    #expect(anHourLater.memory == .reviewed(FSRS6().next(known, .good, after: .days(1))))
  }

  @Test(arguments: [Grade.hard, .good, .easy])
  func aStepThatIsNoMoreLeadsToReview(grade: Grade) {
    let card = CardState.stepping(known, .learning, step: 5, due: 0, last: .noon(ofDay: 1))
    guard case .review = scheduler.next(card, grade, at: .noon(ofDay: 1), dice: 0) else {
      Issue.record("still in steps")
      return
    }
  }

  @Test func aForgottenStepThatIsNoMoreBeginsAgain() {
    let now = Moment.noon(ofDay: 1)
    let card = CardState.stepping(known, .learning, step: 5, due: 0, last: now)
    guard
      case .stepping(_, .learning, step: 0, let due, _) =
        scheduler.next(card, .again, at: now, dice: 0)
    else {
      Issue.record("not at the first step")
      return
    }
    #expect(due == now.milliseconds + 60_000)
  }

  @Test func belowTheMaximumThereIsRoomForEachGrade() {
    let scheduler = Scheduler(maximumInterval: 30)
    let card = CardState.review(
      MemoryTrace(stability: 9000, difficulty: 2), dueDay: 120, last: .noon(ofDay: 100))
    for (grade, longest) in [(Grade.hard, 148), (.good, 149), (.easy, 150)] {
      guard
        case .review(_, let dueDay, _) =
          scheduler.next(card, grade, at: .noon(ofDay: 120), dice: 0.99)
      else {
        Issue.record("not in review")
        return
      }
      #expect(dueDay == longest, "\(grade)")
    }
  }

  /// A damaged snapshot, or numbers from elsewhere.
  @Test(arguments: [Double.nan, .infinity, -.infinity, 0, -5, 1e-300, 1e300])
  func damagedTracesLeadToADay(odd: Double) {
    for trace in [
      MemoryTrace(stability: odd, difficulty: 5), MemoryTrace(stability: 5, difficulty: odd),
      MemoryTrace(stability: odd, difficulty: odd),
    ] {
      let card = CardState.review(trace, dueDay: 120, last: .noon(ofDay: 100))
      for elapsed in [0, 1, 50] {
        for grade in Grade.allCases {
          let next = Scheduler().next(card, grade, at: .noon(ofDay: 100 + elapsed), dice: 0.5)
          let trace = next.memory.trace
          #expect(trace.map { FSRS6.stabilityRange.contains($0.stability) } == true)
          #expect(trace.map { FSRS6.difficultyRange.contains($0.difficulty) } == true)
        }
      }
      #expect((1...36500).contains(Scheduler().plainDays(trace)))
    }
  }

  @Test func settingsAreMovedIntoTheirRanges() {
    let low = Scheduler(
      retention: -1, learningSteps: [-60, .max], relearningSteps: [.min], maximumInterval: .min)
    #expect(low.retention == 0.7 && low.maximumInterval == 3)
    #expect(low.learningSteps == [0, 31_536_000] && low.relearningSteps == [0])
    let high = Scheduler(retention: .infinity, maximumInterval: .max)
    #expect(high.retention == 0.99 && high.maximumInterval == 36500)
    #expect(Scheduler(retention: .nan) == Scheduler())
  }

  @Test func atTheSmallestMaximumEachGradeHasItsDay() {
    let scheduler = Scheduler(maximumInterval: 0)
    let card = CardState.review(known, dueDay: 120, last: .noon(ofDay: 100))
    let now = Moment.noon(ofDay: 120)
    let preview = scheduler.preview(card, at: now, dice: 0.5)
    let days = [preview.hard, preview.good, preview.easy].map { state -> Int in
      if case .review(_, let dueDay, _) = state { dueDay - now.day } else { 0 }
    }
    #expect(days == [1, 2, 3])
  }

  @Test func aNewCardHasNoMemoryTrace() {
    #expect(CardState<MemoryTrace>.new.memory == .new)
    #expect(CardState<MemoryTrace>.new.last == nil)
  }

  /// Cards are saved in the snapshot, so a change of these names needs a new version of it.
  @Test func savedCardsKeepTheirNames() throws {
    let last = Moment(milliseconds: 5, offsetMinutes: -210, day: 3)
    let cards: [CardState<MemoryTrace>] = [
      .new,
      .stepping(
        MemoryTrace(stability: 1.5, difficulty: 2), .relearning, step: 1, due: 9, last: last),
      .review(MemoryTrace(stability: 1.5, difficulty: 2), dueDay: 8, last: last),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(cards)
    let moment = #"{"day":3,"milliseconds":5,"offsetMinutes":-210}"#
    let memory = #"{"difficulty":2,"stability":1.5}"#
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"[{"new":{}},{"stepping":{"_0":\#(memory),"_1":"relearning","due":9,"#
        + #""last":\#(moment),"step":1}},{"review":{"_0":\#(memory),"dueDay":8,"last":\#(moment)}}]"#
    )
    #expect(try JSONDecoder().decode([CardState<MemoryTrace>].self, from: data) == cards)
  }
}
