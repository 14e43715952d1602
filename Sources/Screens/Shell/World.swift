public import EmotionCore
public import SpacedRepetition
public import Terminal

/// What a screen may know: the content, what the log comes to, the time, and the dice. It is all
/// handed in, so that every screen is a function of it.
public struct World {
  public let library: Library
  /// Changed by the runtime alone, after a deed is on disk.
  public var ledger: Ledger
  /// Set by the runtime before each event.
  public var now: Moment
  /// Milliseconds on a clock that never jumps, for how long an answer took.
  public var uptime: Int64
  public var dice: Dice
  /// The terminal's size, so that a page knows how far it can be scrolled.
  public var size = Size(columns: 80, rows: 24)
  /// How long a practice session lasts, in minutes.
  public var minutes: Int
  /// The newest moment in the log, set by the runtime: by it one sees that the clock is behind.
  public var newest: Moment?
  /// The practice session of this run that was left last.
  var leftSession: LeftSession?

  /// Where the person is, as the locale has it: "US"; nil where it doesn't say.
  public var territory: String?

  /// The whole journal, once it was asked for.
  public var journal = JournalAccess.unread
  /// Whether git keeps copies of what was written.
  public var isUnderGit = false
  /// The names of this device, whose entries can be erased here.
  public var devices: [String] = []

  public init(
    library: Library, ledger: Ledger, now: Moment, uptime: Int64 = 0, seed: UInt64,
    minutes: Int = 5
  ) {
    self.library = library
    self.ledger = ledger
    self.now = now
    self.uptime = uptime
    dice = Dice(seed: seed)
    self.minutes = minutes
  }

  /// How much practice there is at once.
  public var limits: PracticeLimits { PracticeLimits(ledger.plan, minutes: minutes) }

  /// Counts what a session that opens now would ask.
  public var due: Due {
    Due(
      ledger, words: library.teachingOrder, now: now, limits: limits,
      early: ledger.missed(now: now, limits: limits),
      resting: leftSession?.pace(at: self)?.resting ?? [])
  }

  /// Chooses for someone who wants more than waits.
  /// - Parameter asked: why each card was asked beyond what waited, the newest last.
  func further(after asked: [PracticeQueue.Pick.Reason] = []) -> FurtherPractice {
    FurtherPractice(ledger, words: library.teachingOrder, now: now, asked: asked)
  }

  /// Where a session that opens now begins: where the one before ended, or else with what was just
  /// missed.
  var openingPace: SessionPace {
    leftSession?.pace(at: self) ?? SessionPace(open: ledger.missed(now: now, limits: limits))
  }

  /// Takes note that something was just put on disk, so that a clock that is set back is seen.
  mutating func noteWriting() {
    if newest.map({ $0.milliseconds < now.milliseconds }) ?? true { newest = now }
  }

  /// What is to be practiced, in its order. It takes a while to make: a session keeps it.
  func queue() -> PracticeQueue {
    PracticeQueue(ledger: ledger, words: library.teachingOrder, now: now, limits: limits)
  }

  /// What was taken back: "your answer on overwhelmed, yesterday 21:10".
  public func name(of review: Review, at moment: Moment) -> String {
    "your answer on \(text(review.card.word)), \(Dates.relative(moment, now: now))"
  }

  /// Whether an entry's text is in a log that this device writes.
  func mayErase(_ entry: String) -> Bool {
    devices.isEmpty || (["import-"] + devices.map { $0 + ":" }).contains { entry.hasPrefix($0) }
  }

  /// The word as it is written; the identifier where the lexicon does not have it (any more).
  func text(_ word: WordID) -> String {
    library.lexicon[word]?.word ?? word.split(separator: "-").joined(separator: " ")
  }
}

/// A session of practice that was left. One that is opened soon after goes on with it.
struct LeftSession: Equatable {
  private let pace: SessionPace
  /// When it was left, in milliseconds on the clock that never jumps.
  private let uptime: Int64
  private let day: Int

  init(_ pace: SessionPace, _ world: World) {
    self.pace = pace
    uptime = world.uptime
    day = world.now.day
  }

  /// Tells what it asked; nil once it's another session's turn: as long after as a missed card may be
  /// asked ahead of its time, or on another day.
  func pace(at world: World) -> SessionPace? {
    let isSoon = (0...world.limits.learnAhead).contains(world.uptime - uptime)
    return isSoon && world.now.day == day ? pace.reopened : nil
  }
}

/// What is known of the journal beyond the ledger.
public enum JournalAccess: Equatable, Sendable {
  /// Nobody has asked for it yet.
  case unread
  /// Some of it is encrypted, and the passphrase was not given yet. What is not encrypted is here.
  case locked(Journal)
  case read(Journal)

  var journal: Journal {
    switch self {
    case .unread: Journal()
    case .locked(let journal), .read(let journal): journal
    }
  }

  public mutating func apply(_ deed: Deed, id: String, at moment: Moment) {
    switch self {
    case .unread: break
    case .locked(var journal):
      journal.apply(deed, id: id, at: moment)
      self = .locked(journal)
    case .read(var journal):
      journal.apply(deed, id: id, at: moment)
      self = .read(journal)
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and the same everywhere.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
