import SpacedRepetition

/// The scheduler on one core.
enum Scheduling {
  // Rounds shorter than a slice of a busy machine's time, and many.
  private static let rounds = 301
  private static let cards = 200
  private static let reviewsEach = 20
  private static let turns = 2000
  private static let now = Moment(milliseconds: 1_760_000_000_000, offsetMinutes: 0)

  static func show() {
    let scheduler = Scheduler()
    let model = FSRS6()
    let load = load(around: now.day)
    var table = Table("FSRS-6", "median")
    // The sums are printed nowhere; they keep the compiler from leaving the work out.
    var sum = 0.0
    var days = 0
    let replays = (0..<rounds).map { _ in
      duration { for card in 0..<cards { sum += replay(card, scheduler) } }
    }
    let reviews = Double(cards * reviewsEach)
    table.add("reviews replayed, a second", (reviews / (replays.median / 1e9)).text(0))

    table.add(
      "the model's four next traces, ns",
      eachTurn { _, trace in
        let next = model.next(trace, after: .days(12))
        sum +=
          next.again.stability + next.hard.stability + next.good.stability
          + next.easy.stability
      })
    table.add(
      "the scheduler's four next states, ns",
      eachTurn { dice, trace in
        days += wait(scheduler.preview(card(trace), at: now, dice: dice))
      })
    table.add(
      "the same, the load of each day seen to, ns",
      eachTurn { dice, trace in
        days += wait(scheduler.preview(card(trace), at: now, dice: dice, load: load))
      })
    table.add(
      "one day drawn by load, interval 60, ns",
      eachTurn { dice, _ in
        days += Fuzz.days(60, dice: dice, from: now.day, load: load)
      })
    if sum.isNaN || days == 0 { table.add("not a number came out", "") }
    table.show()
  }

  /// Nanoseconds for one call, the median of many rounds of calls with other dice and traces.
  private static func eachTurn(_ body: (Double, MemoryTrace) -> Void) -> String {
    let times = (0..<rounds).map { _ in
      duration {
        for turn in 0..<turns {
          let dice = Double(turn) / Double(turns)
          body(dice, MemoryTrace(stability: 8 + 8 * dice, difficulty: 3 + 4 * dice))
        }
      }
    }
    return (times.median / Double(turns)).text(0)
  }

  private static func card(_ trace: MemoryTrace) -> CardState<MemoryTrace> {
    .review(
      trace, dueDay: now.day,
      last: Moment(
        milliseconds: now.milliseconds - 12 * 86_400_000, offsetMinutes: 0, day: now.day - 12))
  }

  private static func wait(_ states: ByGrade<CardState<MemoryTrace>>) -> Int {
    func day(_ state: CardState<MemoryTrace>) -> Int {
      switch state {
      case .new: 0
      case .stepping(_, _, let step, _, _): step
      case .review(_, let dueDay, _): dueDay
      }
    }
    return day(states.again) + day(states.hard) + day(states.good) + day(states.easy)
  }

  /// A few cards on each day of a year, and a light Sunday.
  private static func load(around day: Int) -> DayLoad {
    let shares = WeekdayShares(fromMonday: [1, 1, 1, 1, 1, 1, 0.5]) ?? WeekdayShares()
    var load = DayLoad(shares: shares)
    for index in 0..<2000 { load.add(day + index &* 7919 % 365) }
    return load
  }

  /// A card's whole history: grades by turn, each answer on the day it was due.
  private static func replay(_ card: Int, _ scheduler: Scheduler<FSRS6>) -> Double {
    var state = CardState<MemoryTrace>.new
    var time: Int64 = 1_700_000_000_000
    for review in 0..<reviewsEach {
      let grade = grades[(card + review) % 7]
      let dice = Double((card &* 31 &+ review &* 17) & 1023) / 1024
      let now = Moment(milliseconds: time, offsetMinutes: 0)
      state = scheduler.next(state, grade, at: now, dice: dice)
      switch state {
      case .new: break
      case .stepping(_, _, _, let due, _): time = due
      case .review(_, let dueDay, _): time += Int64(dueDay - now.day) * 86_400_000
      }
    }
    return state.memory.trace?.stability ?? 0
  }

  private static let grades: [Grade] = [.good, .good, .easy, .hard, .good, .again, .good]
}
