import ArgumentParser
import EmotionCore
import FoundationEssentials
import Screens
import Storage

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "How much is due, for prompts and status bars.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON.")
  var json = false

  struct Answer: Encodable {
    /// Everything to practice now, new cards included.
    let due: Int
    /// Fewer while much waits; they come back as it is worked off.
    let new: Int
    /// ISO 8601; null when something is due now, or nothing ever.
    let next: String?
    /// As many of them as fit into a session, without those answered today: what the home screen
    /// says.
    let today: Int
    /// The minutes those take, rounded up.
    let minutes: Int

    private enum Key: String, CodingKey {
      case due
      case new
      case next
      case today
      case minutes
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(due, forKey: .due)
      try container.encode(new, forKey: .new)
      try container.encode(next, forKey: .next)
      try container.encode(today, forKey: .today)
      try container.encode(minutes, forKey: .minutes)
    }
  }

  func run() throws {
    let session = try Session(options)
    let store = try session.openStore()
    for problem in store.problems { Output.complain(problem) }
    let world = session.world(store)
    let due = world.due
    let share = due.share(world.ledger, now: world.now, limits: world.limits)
    let next = due.next.map { next in
      switch next {
      case .time(let milliseconds): Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      case .day(let day): session.clock.begin(ofDay: day)
      }
    }
    // A prompt asks often: what was replayed for it need not be the next time.
    try? store.saveSnapshot()
    let answer = Answer(
      due: due.total, new: due.new, next: next?.ISO8601Format(), today: share.cards,
      minutes: share.minutes)
    if json { return try Output.json(answer) }
    let later = next.map { "; next \($0.ISO8601Format())" } ?? ""
    // Where they differ it says so: a session asks for no more than fits into it.
    let today = share.cards == due.total ? "" : "; \(share.cards) for today"
    Output.say("\(answer.due) due, \(answer.new) of them new\(today)\(later)")
  }
}
