import ArgumentParser
import EmotionCore
import FoundationEssentials
import SpacedRepetition
import Storage

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "How much practice there is, now and with other settings.")

  @OptionGroup var options: GlobalOptions

  @Option(
    help: "How likely a word is still known when it comes back, 0.80 to 0.95, or in percent.",
    transform: retention(from:))
  var retention: Double?

  @Option(parsing: .unconditional, help: "New cards a day, 0 to 100.")
  var new: Int?

  @Option(help: "Weekdays with less practice, such as sat,sun; none for none.")
  var lighter: String?

  @Flag(help: "Print JSON; nothing is asked, and kept only with --yes.")
  var json = false

  @Flag(help: "Keep the settings without being asked.")
  var yes = false

  private static func retention(from text: String) throws -> Double {
    let number = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let value = Double(number), value.isFinite else {
      throw ValidationError("--retention takes a number from 0.80 to 0.95.")
    }
    return value > 1 ? value / 100 : value
  }

  func validate() throws {
    if let retention, !(0.80...0.95).contains(retention) {
      throw ValidationError("--retention takes a number from 0.80 to 0.95.")
    }
    if let new, !(0...100).contains(new) {
      throw ValidationError("--new takes a number from 0 to 100.")
    }
    if let lighter, Self.weekdays(lighter) == nil {
      throw ValidationError("--lighter takes weekdays such as sat,sun, or none.")
    }
  }

  func run() throws {
    let session = try Session(options)
    let store = try session.openStore()
    for problem in store.problems { Output.complain(problem) }
    let before = Outlook(store.state, session)
    guard retention != nil || new != nil || lighter != nil else {
      if json { return try Output.json(PlanAnswer(before: before, after: nil, kept: false)) }
      return before.show(options)
    }
    let changed = changed(store.state.plan)
    let after = Outlook(try Self.replay(store, under: changed), session)
    if !json {
      after.show(options, insteadOf: before)
      guard yes || isConfirmed() else { return Output.say("Nothing was changed.") }
    }
    if yes || !json {
      do throws(StorageError) {
        try store.append(.planned(changed), at: Stamp(session.clock.now()))
        try? store.saveSnapshot()
      } catch { throw Failure(sentence: error.description) }
    }
    if json { return try Output.json(PlanAnswer(before: before, after: after, kept: yes)) }
    Output.say("Kept.")
  }

  private func isConfirmed() -> Bool {
    Output.ask("Keep this? [y/N] ")
    return readLine()?.lowercased().hasPrefix("y") ?? false
  }

  private func changed(_ plan: Plan) -> Plan {
    var plan = plan
    if let retention { plan.retention = retention }
    if let new { plan.newPerDay = new }
    if let lighter { plan.lighter = Self.weekdays(lighter) }
    return plan
  }

  /// What the whole log comes to under another plan.
  private static func replay(_ store: LogStore, under plan: Plan) throws(Failure) -> Ledger {
    var ledger = Ledger()
    ledger.apply(.planned(plan), id: "", at: Moment(milliseconds: 0, offsetMinutes: 0))
    do throws(StorageError) {
      for event in try store.events(mentioning: [
        "review", "checkin", "amend", "remove", "keep", "sealed",
      ]) {
        guard case .deed(let deed) = event.body, !deed.isSetting else { continue }
        ledger.apply(deed, id: event.id.description, at: Moment(event.stamp))
      }
    } catch { throw Failure(sentence: error.description) }
    return ledger
  }

  static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// 0 Monday … 6 Sunday, in order; nil where a name is none.
  static func weekdays(_ text: String) -> [Int]? {
    if text.lowercased() == "none" { return [] }
    var days: Set<Int> = []
    for name in text.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let day = weekdayNames.firstIndex(where: { name.hasPrefix($0) }) else { return nil }
      days.insert(day)
    }
    return days.isEmpty ? nil : days.sorted()
  }
}

/// A plan, and the month that it would bring.
struct Outlook {
  let plan: Plan
  let forecast: Forecast

  init(_ ledger: Ledger, _ session: Session) {
    plan = ledger.plan
    forecast = Forecast(ledger, words: session.library.teachingOrder, now: session.clock.now())
  }

  /// The plan's settings, the usual where it has none.
  var retention: Double { plan.scheduler.retention }
  var newPerDay: Int { PracticeLimits(plan).newPerDay }
  var lighter: String {
    let names = (plan.lighter ?? []).filter(PlanCommand.weekdayNames.indices.contains)
      .map { PlanCommand.weekdayNames[$0] }
    return names.isEmpty ? "none" : names.joined(separator: ",")
  }
}
