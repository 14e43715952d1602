import SpacedRepetition

/// The scheduler on one core.
enum Scheduling {
  private static let cards = 2000
  private static let reviewsEach = 20

  static func show() {
    let scheduler = Scheduler()
    var table = Table("FSRS-6", "median")
    // The sum is printed nowhere; it keeps the compiler from leaving the work out.
    var sum = 0.0
    let replays = (0..<15).map { _ in
      duration { for card in 0..<cards { sum += replay(card, scheduler) } }
    }
    let reviews = Double(cards * reviewsEach)
    table.add("reviews replayed, a second", (reviews / (replays.median / 1e9)).text(0))

    let now = Moment(milliseconds: 1_760_000_000_000, offsetMinutes: 0)
    let learned = CardState.review(
      Memory(stability: 12, difficulty: 5), dueDay: now.day,
      last: Moment(milliseconds: now.milliseconds - 12 * 86_400_000, offsetMinutes: 0))
    let count = 20_000
    let choices = (0..<15).map { _ in
      duration {
        for turn in 0..<count {
          let dice = Double(turn) / Double(count)
          for grade in Grade.allCases {
            sum += scheduler.next(learned, grade, at: now, dice: dice).memory?.stability ?? 0
          }
        }
      }
    }
    table.add("a card's four next states, ns", (choices.median / Double(count)).text(0))
    if sum.isNaN { table.add("not a number came out", "") }
    table.show()
  }

  /// A card's whole history: grades by turn, each answer on the day it was due.
  private static func replay(_ card: Int, _ scheduler: Scheduler) -> Double {
    var state = CardState.new
    var time: Int64 = 1_700_000_000_000
    for review in 0..<reviewsEach {
      let grade = Grade.allCases[[2, 2, 3, 1, 2, 0, 2][(card + review) % 7]]
      let dice = Double((card &* 31 &+ review &* 17) & 1023) / 1024
      let now = Moment(milliseconds: time, offsetMinutes: 0)
      state = scheduler.next(state, grade, at: now, dice: dice)
      switch state {
      case .new: break
      case .stepping(_, _, _, let due, _): time = due
      case .review(_, let dueDay, _): time += Int64(dueDay - now.day) * 86_400_000
      }
    }
    return state.memory?.stability ?? 0
  }
}
