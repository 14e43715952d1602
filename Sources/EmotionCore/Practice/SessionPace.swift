/// What a session has asked so far, so that it neither drums one word in nor asks for ever.
///
/// A missed word comes back after others, and after three misses it rests until another day; a word
/// that was known comes back when its time has come and not before.
public struct SessionPace: Equatable, Sendable {
  /// Misses after which a word rests.
  public static let missesBeforeRest = 3

  private var misses: [CardKey: Int] = [:]
  /// Missed, and not known since.
  private var open: Set<CardKey> = []
  /// Words asked last, the newest last.
  private var recent: [WordID] = []

  public init() {}

  /// Notes an answer.
  public mutating func answered(_ card: CardKey, missed: Bool) {
    if missed {
      misses[card, default: 0] += 1
      open.insert(card)
    } else {
      open.remove(card)
    }
    recent = Array((recent + [card.word]).suffix(2))
  }

  /// How often a card was missed.
  public func misses(of card: CardKey) -> Int { misses[card] ?? 0 }

  /// The card to ask next, nil when the session has nothing more to ask.
  public func next(_ queue: PracticeQueue, lexicon: Lexicon) -> CardKey? {
    let resting = Set(misses.filter { $0.value >= Self.missesBeforeRest }.keys)
    let neighbors = recent.last.map { lexicon.neighbors(of: $0).map(\.word) } ?? []
    return queue.next(
      avoiding: Set(neighbors + recent), resting: resting, ahead: open.subtracting(resting))
  }
}
