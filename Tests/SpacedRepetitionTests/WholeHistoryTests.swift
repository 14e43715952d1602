import SpacedRepetition
import Testing

/// Whole histories as a person would live them, each row worked out with py-fsrs 6.3.2.
struct WholeHistoryTests {
  /// Default steps, every answer given when the card is due, no fuzz.
  @Test(arguments: [
    ("3", "10m", 2.3065, 2.118103970459016),
    ("4", "8d", 8.2956, 1.0),
    ("14", "1m 1d", 0.42437996387663374, 5.200020369516838),
    ("33", "10m 2d", 2.3065, 2.111214235785395),
    ("331", "10m 2d 10m", 0.6077016626638644, 7.392238132342694),
    ("1111", "1m 1m 1m 1m", 0.01543191751473265, 9.85140710095639),
    ("2222", "5.5m 5.5m 5.5m 5.5m", 1.2931, 8.538967850205447),
    ("4444", "8d 66d 397d 1875d", 1874.9169554074524, 1.0),
    ("2333", "5.5m 10m 1d 5d", 4.655957768535494, 5.082548942895193),
    ("13333", "1m 10m 1d 2d 7d", 6.624321210928598, 6.368627342043034),
    ("33332", "10m 2d 11d 46d 116d", 116.48998898113136, 4.739151024325689),
    ("33334", "10m 2d 11d 46d 265d", 264.85236923213756, 1.0),
    ("41233", "8d 10m 15m 1d 3d", 3.0974988020154743, 7.9860518139336705),
    ("333333", "10m 2d 11d 46d 163d 498d", 497.8765551245907, 2.083724125574744),
    ("3331111", "10m 2d 11d 10m 10m 10m 10m", 0.07768197608049572, 9.886090574068795),
    ("4342414", "8d 39d 253d 579d 1994d 10m 17d", 16.523001868137722, 6.454874965145469),
    ("33311333", "10m 2d 11d 10m 10m 1d 2d 3d", 3.264691119772732, 9.08567595638207),
    ("33331333", "10m 2d 11d 46d 10m 3d 8d 19d", 18.84991601950064, 7.351274132683154),
    (
      "333323234", "10m 2d 11d 46d 116d 294d 526d 976d 2391d",
      2391.3456047738337, 5.282684267231845
    ),
    (
      "1333331333331333", "1m 10m 1d 2d 7d 19d 10m 2d 4d 8d 15d 26d 10m 2d 4d 6d",
      5.984492144402038, 9.521632887958587
    ),
  ])
  func answeredWhenDue(
    answers: String, waits: String, stability: Double, difficulty: Double
  ) throws {
    let scheduler = Scheduler(intervals: .rounded)
    var card = CardState<MemoryTrace>.new
    var now = Moment.noon(ofDay: 20_000)
    var found: [String] = []
    for grade in try grades(answers) {
      card = scheduler.next(card, grade, at: now, dice: 0)
      switch card {
      case .new:
        Issue.record("an answered card is not new")
      case .stepping(_, _, _, let due, _):
        found.append(minutes(due - now.milliseconds))
        now.milliseconds = due
      case .review(_, let dueDay, _):
        found.append("\(dueDay - now.day)d")
        now = .noon(ofDay: dueDay)
      }
    }
    #expect(found.joined(separator: " ") == waits)
    let memory = try #require(card.memory.trace)
    #expect(memory.stability.isClose(to: stability))
    #expect(memory.difficulty.isClose(to: difficulty))
  }

  private func minutes(_ milliseconds: Int64) -> String {
    let halves = milliseconds / 30_000
    return halves.isMultiple(of: 2) ? "\(halves / 2)m" : "\(halves / 2).5m"
  }

  struct Row: Sendable {
    let answers: String
    /// Days since the answer before.
    let elapsed: [Int]
    let stabilities: [Double]
    let difficulties: [Double]
    let days: [Int]
  }

  /// No steps, so that every answer leads to a day; early, late and on the same day.
  @Test(arguments: [
    Row(
      answers: "3333", elapsed: [0, 3, 10, 40],
      stabilities: [2.3065, 13.826903694, 47.452033728, 153.013211945],
      difficulties: [2.11810397, 2.111214236, 2.104331391, 2.097455429], days: [2, 14, 47, 153]),
    Row(
      answers: "3333", elapsed: [0, 0, 0, 0],
      stabilities: [2.3065, 2.3065, 2.3065, 2.3065],
      difficulties: [2.11810397, 2.111214236, 2.104331391, 2.097455429], days: [2, 2, 2, 2]),
    Row(
      answers: "3131", elapsed: [0, 5, 0, 9],
      stabilities: [2.3065, 0.68259825, 0.735468804, 0.3506041],
      difficulties: [2.11810397, 7.394502741, 7.382336608, 9.124820212], days: [2, 1, 1, 1]),
    Row(
      answers: "4444", elapsed: [0, 100, 400, 2000],
      stabilities: [8.2956, 218.118408857, 1559.717566613, 7054.155277208],
      difficulties: [1, 1, 1, 1], days: [8, 218, 1560, 7054]),
    Row(
      answers: "1234", elapsed: [0, 1, 1, 1],
      stabilities: [0.212, 1.219217274, 3.086306183, 6.664774035],
      difficulties: [6.4133, 7.604209769, 7.591833929, 6.772365417], days: [1, 1, 3, 7]),
    Row(
      answers: "2222", elapsed: [0, 2, 5, 12],
      stabilities: [1.2931, 4.469455348, 9.671928945, 17.603875246],
      difficulties: [5.112170706, 6.740459511, 7.821393498, 8.53896785], days: [1, 4, 10, 18]),
    Row(
      answers: "3123", elapsed: [0, 0, 0, 1],
      stabilities: [2.3065, 0.775083983, 0.775083983, 2.201844993],
      difficulties: [2.11810397, 7.394502741, 8.255577873, 8.242550664], days: [2, 1, 1, 2]),
    Row(
      answers: "44121", elapsed: [0, 1, 0, 0, 700],
      stabilities: [8.2956, 18.014944525, 5.287981454, 5.287981454, 1.938559011],
      difficulties: [1, 1, 7.026989569, 8.011605503, 9.331656619], days: [8, 18, 5, 5, 2]),
    Row(
      answers: "1111", elapsed: [0, 0, 1, 0],
      stabilities: [0.212, 0.0833567171, 0.0471571109, 0.0204694148],
      difficulties: [6.4133, 8.806304469, 9.592868765, 9.851407101], days: [1, 1, 1, 1]),
    Row(
      answers: "4222", elapsed: [0, 0, 0, 0],
      stabilities: [8.2956, 8.2956, 8.2956, 8.2956],
      difficulties: [1, 4.010608969, 6.009191497, 7.335943714], days: [8, 8, 8, 8]),
  ])
  func answeredEarlyLateAndOnTheSameDay(row: Row) throws {
    let scheduler = Scheduler(learningSteps: [], relearningSteps: [], intervals: .rounded)
    var card = CardState<MemoryTrace>.new
    var day = 20_000
    for (index, grade) in try grades(row.answers).enumerated() {
      day += row.elapsed[index]
      card = scheduler.next(card, grade, at: .noon(ofDay: day), dice: 0)
      guard case .review(let memory, let dueDay, _) = card else {
        Issue.record("answer \(index): \(card)")
        return
      }
      #expect(
        memory.stability.isClose(to: row.stabilities[index], tolerance: 1e-8), "answer \(index)")
      #expect(
        memory.difficulty.isClose(to: row.difficulties[index], tolerance: 1e-8), "answer \(index)")
      #expect(dueDay - day == row.days[index], "answer \(index)")
    }
  }
}
