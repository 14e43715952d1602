import SpacedRepetition
import Testing

@testable import EmotionCore

/// How much of what waits a person is asked for.
@Suite struct LimitsTests {
  private let now = Moment.noon(of: 20_000)

  @Test func thePlanSetsTheLimit() {
    #expect(PracticeLimits(Plan()).newPerDay == 8)
    #expect(PracticeLimits(Plan(newPerDay: 3)).newPerDay == 3)
    #expect(PracticeLimits(Plan(newPerDay: -4)).newPerDay == 0)
    #expect(PracticeLimits(Plan(newPerDay: 1_000_000)).newPerDay == 100)
    #expect(PracticeLimits(Plan(), minutes: -2).session == 60_000)
    #expect(PracticeLimits(Plan(), minutes: .max).session == 86_400_000)
  }

  @Test func whatIsSetOutsideItsRangeIsMovedToItsEnd() {
    var limits = PracticeLimits()
    #expect(limits.learnAhead == 1_200_000 && limits.session == 300_000)
    (limits.newPerDay, limits.learnAhead, limits.session) = (.max, .max, 0)
    #expect(limits.newPerDay == 100 && limits.learnAhead == 86_400_000)
    #expect(limits.session == 60_000)
    #expect(limits.allowance(work: 0) == 100 && limits.allowance(work: .max) == 0)
    (limits.newPerDay, limits.learnAhead, limits.session) = (.min, .min, .max)
    #expect(limits.newPerDay == 0 && limits.learnAhead == 0 && limits.session == 86_400_000)
    #expect(limits.allowance(work: .min) == 0)
  }

  @Test(arguments: [
    (0, 8), (75, 8), (149, 8), (150, 8), (170, 7), (225, 4), (290, 1), (299, 1), (300, 0),
    (9000, 0),
  ])
  func theMoreWaitsTheFewerAreBegun(_ seconds: Int64, _ allowance: Int) {
    #expect(PracticeLimits().allowance(work: seconds * 1000) == allowance)
  }

  @Test(arguments: [0, 1, 3, 8, 40, 100], [1, 5, 60])
  func moreWorkNeverAllowsMore(_ newPerDay: Int, _ minutes: Int) {
    let limits = PracticeLimits(Plan(newPerDay: newPerDay), minutes: minutes)
    let allowances = (0...200).map { limits.allowance(work: limits.session * Int64($0) / 150) }
    #expect(allowances.first == newPerDay && allowances.last == 0)
    for (less, more) in zip(allowances, allowances.dropFirst()) { #expect(less >= more) }
    let falls = zip(allowances, allowances.dropFirst()).map { $0 - $1 }.max() ?? 0
    #expect(falls <= newPerDay / 50 + 1, "never all or nothing")
  }

  /// Words that were learned long ago and are all due.
  private func backlog(_ count: Int) -> (ledger: Ledger, words: [WordID]) {
    var ledger = Ledger()
    let words = (0..<count).map { "w\($0)" }
    for word in words {
      ledger.learn("\(word)/recognize", at: .noon(of: 19_000))
      ledger.learn("\(word)/recall", at: .noon(of: 19_001))
    }
    ledger.pace = AnswerPace()
    return (ledger, words + (0..<50).map { "new\($0)" })
  }

  @Test(arguments: [(0, 8), (7, 8), (10, 6), (14, 2), (15, 0), (500, 0)])
  func aBacklogHoldsNewCardsBack(_ waiting: Int, _ new: Int) {
    let (ledger, words) = backlog(waiting)
    let due = Due(ledger, words: words, now: now)
    #expect(due.new == new)
    #expect(due.total == waiting + new)
  }

  @Test func asTheBacklogIsDoneNewCardsComeBack() {
    var (ledger, words) = backlog(15)
    var queue = PracticeQueue(ledger: ledger, words: words, now: now)
    var reasons: [PracticeQueue.Pick.Reason] = []
    while reasons.count < 100, let pick = queue.next(at: now, ahead: []) {
      reasons.append(pick.reason)
      ledger.answer(pick.card.description, .easy, at: now)
      queue.answered(pick.card, ledger, now: now)
    }
    #expect(reasons.count { $0 == .due } == 15)
    #expect(reasons.count { $0 == .new } == 8)
    #expect(reasons.prefix(2) == [.due, .due])
  }

  @Test func theShareIsWhatFitsIntoASession() {
    let (ledger, words) = backlog(500)
    let limits = PracticeLimits()
    let due = Due(ledger, words: words, now: now)
    #expect(due.total == 500)
    #expect(due.share(ledger, now: now, limits: limits) == .init(cards: 15, minutes: 5))
    let long = due.share(ledger, now: now, limits: PracticeLimits(Plan(), minutes: 20))
    #expect(long == .init(cards: 60, minutes: 20))
  }

  @Test func theShareIsDoneOnceItWasAnswered() {
    var (ledger, words) = backlog(40)
    let limits = PracticeLimits()
    for (index, word) in words.prefix(15).enumerated() {
      ledger.answer("\(word)/recognize", .good, at: .noon(of: 20_000, plus: index))
      ledger.pace = AnswerPace()
      let due = Due(ledger, words: words, now: now)
      #expect(due.share(ledger, now: now, limits: limits).cards == 14 - index)
    }
    let tomorrow = Moment.noon(of: 20_001)
    let due = Due(ledger, words: words, now: tomorrow)
    #expect(due.share(ledger, now: tomorrow, limits: limits).cards == 15)
  }

  @Test func whoIsSlowIsAskedForLess() {
    var (ledger, words) = backlog(100)
    ledger.pace.answering[.recognize] = .init(milliseconds: 40_000, count: 50)
    ledger.pace.answering[.recall] = .init(milliseconds: 40_000, count: 50)
    let due = Due(ledger, words: words, now: now)
    words.removeAll()
    #expect(due.share(ledger, now: now, limits: PracticeLimits()) == .init(cards: 6, minutes: 5))
  }
}
