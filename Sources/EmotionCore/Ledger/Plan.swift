public import SpacedRepetition

/// The memory model that cards are scheduled with. What goes by the parameters of FSRS-6 itself is
/// the plan, and by its trace, the saved ledger.
public typealias CardModel = FSRS6

/// How practice is scheduled for a person. What is not set is as usual.
///
/// The newest plan holds for the whole history: with other parameters, every card's memory is
/// worked out anew.
public struct Plan: Equatable, Sendable, Codable {
  /// The 21 parameters of FSRS-6, fitted to this person's reviews.
  public var parameters: [Double]?
  /// The probability of recall at which a card comes back, 0.7…0.99; usually 0.9.
  public var retention: Double?
  /// Weekdays with less practice, 0 Monday … 6 Sunday.
  public var lighter: [Int]?
  /// New cards a day, 0…100; usually 8.
  public var newPerDay: Int?

  /// A plan; what is nil is as usual.
  public init(
    parameters: [Double]? = nil, retention: Double? = nil, lighter: [Int]? = nil,
    newPerDay: Int? = nil
  ) {
    self.parameters = parameters
    self.retention = retention
    self.lighter = lighter
    self.newPerDay = newPerDay
  }

  private enum CodingKeys: String, CodingKey {
    case parameters, retention, lighter
    case newPerDay = "new"
  }

  /// What retention may be set to.
  public static let retentions = 0.7...0.99

  /// A full share of practice for every weekday, and half of one for the lighter.
  public var shares: WeekdayShares {
    let lighter = Set(lighter ?? [])
    return WeekdayShares(fromMonday: (0..<7).map { lighter.contains($0) ? 0.5 : 1 })
      ?? WeekdayShares()
  }

  /// The scheduler that keeps to this plan. Values out of their range are brought into it.
  public var scheduler: Scheduler<CardModel> {
    let model = parameters.flatMap(CardModel.init(parameters:)) ?? CardModel()
    let retention = min(
      max(retention ?? 0.9, Self.retentions.lowerBound), Self.retentions.upperBound)
    return Scheduler(model: model, retention: retention)
  }
}
