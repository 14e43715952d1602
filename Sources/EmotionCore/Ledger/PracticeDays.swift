/// What was practiced on the days that were folded in last, by their logical day.
///
/// More than one day, since the answers of a device where it is tomorrow already come after all of
/// today's, as do those of one whose clock was ahead.
public struct PracticeDays: Equatable, Sendable {
  /// What was practiced on a day.
  public struct Day: Equatable, Sendable {
    /// The logical day.
    public let day: Int
    /// Cards begun.
    public internal(set) var begun = 0
    /// Answers given.
    public internal(set) var answered = 0
    /// Words of which a card was answered.
    public internal(set) var words: Set<WordID> = []
  }

  /// As many days as are kept.
  static let limit = 16

  /// The day of the last answer stands last.
  private(set) var days: [Day] = []

  init(_ days: [Day] = []) { self.days = days }

  /// What was practiced on a day: nothing, when it is not kept.
  public subscript(day: Int) -> Day { days.last { $0.day == day } ?? Day(day: day) }

  mutating func add(_ word: WordID, isNew: Bool, on day: Int) {
    if days.last?.day != day {
      let known = self[day]
      days.removeAll { $0.day == day }
      days = days.suffix(Self.limit - 1) + [known]
    }
    let last = days.count - 1
    if isNew { days[last].begun += 1 }
    days[last].answered += 1
    days[last].words.insert(word)
  }
}
