public import SpacedRepetition

/// What a person's deeds come to: where every card stands, and the journal.
///
/// A pure fold of the log: the same deeds in the same order give the same ledger on any machine.
public struct Ledger: Equatable, Sendable, Codable {
  /// Raised when `apply` changes its meaning, so that saved ledgers are made anew.
  public static let version = 1

  /// By the card's text form, since only text can be a key in JSON.
  public internal(set) var cards: [String: Card] = [:]
  /// The journal, oldest first.
  public internal(set) var entries: [Entry] = []
  /// Words to be practiced because they were named or kept, oldest first, each once.
  public internal(set) var enrolled: [WordID] = []
  /// The last logical day on which any card of a word was answered.
  public internal(set) var lastAnswered: [WordID: Int] = [:]
  /// New cards begun on a day; only the newest day is kept.
  public internal(set) var begun = Begun(day: 0, count: 0)
  /// The sum and the number of answer times, each counted as a minute at most.
  public internal(set) var answerTime = AnswerTime(milliseconds: 0, count: 0)

  public struct Card: Equatable, Sendable, Codable {
    public var state: CardState = .new
    public var repetitions = 0
    /// Times it was forgotten after it had been learned.
    public var lapses = 0
  }

  public struct Entry: Equatable, Sendable, Codable {
    /// The event that made it.
    public let id: String
    public let moment: Moment
    public var checkIn: CheckIn

    public init(id: String, moment: Moment, checkIn: CheckIn) {
      self.id = id
      self.moment = moment
      self.checkIn = checkIn
    }
  }

  public struct Begun: Equatable, Sendable, Codable {
    public var day: Int
    public var count: Int
  }

  public struct AnswerTime: Equatable, Sendable, Codable {
    public var milliseconds: Int
    public var count: Int
  }

  public init() {}

  /// Folds in one deed.
  /// - Parameter id: the event's, which later deeds name.
  public mutating func apply(
    _ deed: Deed, id: String, at moment: Moment, scheduler: Scheduler = Scheduler()
  ) {
    switch deed {
    case .reviewed(let review): apply(review, at: moment, scheduler)
    case .checkedIn(let checkIn):
      entries.append(Entry(id: id, moment: moment, checkIn: checkIn))
      // The newest stands last, and of one entry the first-named word.
      for feeling in checkIn.feelings.reversed() { enroll(feeling.id, anew: true) }
    case .amended(let amendment):
      guard let index = entries.lastIndex(where: { $0.id == amendment.entry }) else { return }
      entries[index].checkIn = amendment.checkIn
      for feeling in amendment.checkIn.feelings { enroll(feeling.id) }
    case .removed(let removal):
      entries.removeAll { $0.id == removal.entry }
    case .kept(let keeping): enroll(keeping.word)
    }
  }

  public func card(_ key: CardKey) -> Card { cards[key.description] ?? Card() }

  public func entry(_ id: String) -> Entry? { entries.last { $0.id == id } }

  /// How often each word was named.
  public var namings: [WordID: Int] {
    entries.reduce(into: [:]) { counts, entry in
      for feeling in entry.checkIn.feelings { counts[feeling.id, default: 0] += 1 }
    }
  }

  /// Cards that are past their first steps.
  public func count(learned skill: Skill) -> Int {
    cards.count { key, card in
      guard CardKey(key)?.skill == skill, case .review = card.state else { return false }
      return true
    }
  }

  /// Words of which any card was ever answered.
  public var practicedWords: Int { Set(cards.keys.compactMap { CardKey($0)?.word }).count }

  private mutating func apply(_ review: Review, at moment: Moment, _ scheduler: Scheduler) {
    let key = review.card.description
    var card = cards[key] ?? Card()
    if card.state == .new {
      begun =
        begun.day == moment.day
        ? Begun(day: moment.day, count: begun.count + 1) : Begun(day: moment.day, count: 1)
    }
    if case .review = card.state, review.grade == .again { card.lapses += 1 }
    card.repetitions += 1
    let dice = Fuzz.dice(card: key, repetition: card.repetitions)
    card.state = scheduler.next(card.state, review.grade, at: moment, dice: dice)
    cards[key] = card
    answerTime.milliseconds += min(max(review.milliseconds, 0), 60_000)
    answerTime.count += 1
    // A word that was answered before is enrolled already.
    let isFirst = lastAnswered.updateValue(moment.day, forKey: review.card.word) == nil
    if isFirst { enroll(review.card.word) }
  }

  private mutating func enroll(_ word: WordID, anew: Bool = false) {
    if let index = enrolled.lastIndex(of: word) {
      guard anew else { return }
      enrolled.remove(at: index)
    }
    enrolled.append(word)
  }
}
