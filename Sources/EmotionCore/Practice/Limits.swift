/// How much practice there is at once. What is set outside its range is moved to its end.
public struct PracticeLimits: Equatable, Sendable {
  /// Cards begun in a day at the most, 0…100.
  public var newPerDay = 8 { didSet { newPerDay = min(max(newPerDay, 0), 100) } }
  /// How far ahead of its time a card in its first steps may be shown when nothing else is left,
  /// in milliseconds, 0 to a day.
  public var learnAhead: Int64 = 20 * 60_000 {
    didSet { learnAhead = min(max(learnAhead, 0), 86_400_000) }
  }
  /// How long a session lasts, in milliseconds, a minute to a day.
  public var session: Int64 = 5 * 60_000 {
    didSet { session = min(max(session, 60_000), 86_400_000) }
  }

  /// The usual ones.
  public init() {}

  /// The limits of a plan, for sessions of so many minutes, 1…1440.
  public init(_ plan: Plan, minutes: Int = 5) {
    newPerDay = min(max(plan.newPerDay ?? newPerDay, 0), 100)
    session = Int64(min(max(minutes, 1), 1440)) * 60_000
  }

  /// How many cards may be begun in a day on which the reviews that wait need `work`
  /// milliseconds: all of `newPerDay` while they fill no more than half a session, from there
  /// fewer and fewer, and none once they fill it. It never rises with the work, and comes back as
  /// the work is done.
  public func allowance(work: Int64) -> Int {
    let room = 2 * Double(session - max(0, work)) / Double(session)
    return Int((Double(newPerDay) * min(max(room, 0), 1)).rounded(.up))
  }
}
