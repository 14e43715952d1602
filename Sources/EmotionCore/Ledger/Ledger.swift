public import SpacedRepetition

/// What a person's deeds come to for practice and for the first screens: where every card stands,
/// and the newest of the journal.
///
/// A pure fold of the log: the same deeds in the same order give the same ledger on any machine.
public struct Ledger: Equatable, Sendable {
  /// Raised when `apply` changes its meaning, so that saved ledgers are made anew.
  public static let version = 6

  /// Cards that were ever answered.
  public internal(set) var cards: [CardKey: Card] = [:]
  /// Words to be practiced because they were named or kept, oldest first, each once.
  public var enrolled: [WordID] { enrollment.words }
  var enrollment = Enrollment()
  /// The last logical day on which any card of a word was answered.
  public internal(set) var lastAnswered: [WordID: Int] = [:]
  /// What was answered instead of a word, and how often.
  public internal(set) var mixUps: [WordID: [WordID: Int]] = [:]
  /// What was practiced on the last days.
  public internal(set) var days = PracticeDays()
  /// All answers ever given.
  public internal(set) var answers = 0
  /// How long answers take.
  public internal(set) var pace = AnswerPace()
  /// How many cards wait for each day, and the weekdays with less practice.
  public internal(set) var load = DayLoad()
  /// The newest entries of the journal.
  public internal(set) var recent = Journal()
  /// How often each word was named, where it can be read.
  public internal(set) var namings: [WordID: Int] = [:]
  /// How often each first word was said.
  public internal(set) var sayings: [String: Int] = [:]
  /// Entries that were deleted, by the event that made them.
  public internal(set) var removed: Set<String> = []
  /// Whether anything of the journal is sealed.
  public internal(set) var holdsSealed = false
  /// Whether an entry was edited that was not among the newest: it may have been deleted before.
  public internal(set) var holdsStrayEdits = false
  /// How practice is scheduled.
  public internal(set) var plan = Plan() {
    didSet {
      scheduler = plan.scheduler
      load.shares = plan.shares
    }
  }
  /// The plan's scheduler.
  public private(set) var scheduler = Plan().scheduler

  /// Where a card stands, and what it took to bring it there.
  public struct Card: Equatable, Sendable {
    /// Where it stands.
    public var state: CardState<CardModel.Trace> = .new
    /// Answers to it, ≥ 0.
    public var repetitions = 0
    /// Times it was forgotten after it had been learned, ≥ 0.
    public var lapses = 0
  }

  /// A ledger of no deeds.
  public init() {}

  /// Folds in one deed.
  /// - Parameter id: the event's, which later deeds name.
  public mutating func apply(_ deed: Deed, id: String, at moment: Moment) {
    switch deed {
    case .reviewed(let review): apply(review, at: moment)
    case .checkedIn(let checkIn):
      guard !removed.contains(id) else { return }
      recent.apply(deed, id: id, at: moment)
      recent.keepRecent()
      count(checkIn, by: 1)
      // The newest stands last, and of one entry the first-named word.
      for word in Self.words(of: checkIn).reversed() { enrollment.add(word, anew: true) }
    case .amended(let amendment):
      // Of an older entry it is no longer known what it said; the counts are but a nudge.
      noteEdit(of: amendment.entry)
      if let before = recent.entry(amendment.entry)?.checkIn {
        count(before, by: -1)
        count(amendment.checkIn, by: 1)
      }
      recent.apply(deed, id: id, at: moment)
      for word in Self.words(of: amendment.checkIn) { enrollment.add(word) }
    case .removed(let removal):
      guard removed.insert(removal.entry).inserted else { return }
      if let before = recent.entry(removal.entry)?.checkIn { count(before, by: -1) }
      recent.apply(deed, id: id, at: moment)
    case .kept(let keeping):
      if WordLimits.allow(keeping.word) { enrollment.add(keeping.word) }
    case .planned(let plan): self.plan = plan
    case .sealed(let sealed):
      holdsSealed = true
      if let entry = sealed.amends { noteEdit(of: entry) }
      guard !removed.contains(id) else { return }
      recent.apply(deed, id: id, at: moment)
      recent.keepRecent()
    }
  }

  /// A card; a new one where it was never answered.
  public func card(_ key: CardKey) -> Card { cards[key] ?? Card() }

  /// Cards that are past their first steps.
  public func count(learned skill: Skill) -> Int {
    cards.count { key, card in
      guard key.skill == skill, case .review = card.state else { return false }
      return true
    }
  }

  /// Words of which any card was ever answered.
  public var practicedWords: Int { lastAnswered.count }

  /// Whether the cards of a word are left alone on a day: one of them was answered on it, or on the
  /// next, as it is already where another device is.
  public func rests(_ word: WordID, on day: Int) -> Bool {
    days[day].words.contains(word) || days[day + 1].words.contains(word)
  }

  private mutating func apply(_ review: Review, at moment: Moment) {
    guard review.card.isPlausible else { return }
    let key = review.card
    var card = cards[key] ?? Card()
    days.add(key.word, isNew: card.state == .new, on: moment.day)
    if case .review(_, let dueDay, _) = card.state {
      if review.grade == .again { card.lapses += 1 }
      load.remove(dueDay)
    }
    card.repetitions += 1
    let dice = Fuzz.dice(card: key.description, repetition: card.repetitions)
    card.state = scheduler.next(card.state, review.grade, at: moment, dice: dice, load: load)
    if case .review(_, let dueDay, _) = card.state { load.add(dueDay) }
    cards[key] = card
    let isFirst = lastAnswered.updateValue(moment.day, forKey: key.word) == nil
    if let instead = review.instead, instead != key.word, WordLimits.allow(instead) {
      mixUps[key.word, default: [:]][instead, default: 0] += 1
    }
    answers += 1
    pace.add(review, at: moment.milliseconds)
    if isFirst { enrollment.add(key.word) }
  }

  private mutating func noteEdit(of entry: String) {
    if recent.entry(entry) == nil { holdsStrayEdits = true }
  }

  private mutating func count(_ checkIn: CheckIn, by change: Int) {
    func add(_ counts: inout [String: Int], _ key: String) {
      let count = (counts[key] ?? 0) + change
      counts[key] = count > 0 ? count : nil
    }
    for word in Self.words(of: checkIn) { add(&namings, word) }
    if let said = checkIn.said, WordLimits.allow(said) { add(&sayings, said) }
  }

  /// The words of an entry that count, the first-named first.
  private static func words(of checkIn: CheckIn) -> [WordID] {
    checkIn.feelings.prefix(WordLimits.feelings).map(\.id).filter(WordLimits.allow)
  }
}
