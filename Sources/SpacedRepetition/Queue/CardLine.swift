/// Cards in an order that stays, from which any can be taken. O(1) to take one, O(n) to make.
struct CardLine<Card: Hashable & Sendable>: Sendable {
  private var cards: [Card?]
  private var places: [Card: Int]
  /// The first card may stand here, and not before.
  private var head = 0

  /// - Parameter cards: each once.
  init(_ cards: [Card]) {
    self.cards = cards
    places = Dictionary(zip(cards, cards.indices), uniquingKeysWith: { first, _ in first })
  }

  var count: Int { places.count }

  func contains(_ card: Card) -> Bool { places[card] != nil }

  /// The first card that is allowed.
  func first(where isAllowed: (Card) -> Bool) -> Card? {
    for case .some(let card) in cards[head...] where isAllowed(card) { return card }
    return nil
  }

  /// - Returns: whether it was there.
  mutating func remove(_ card: Card) -> Bool {
    guard let place = places.removeValue(forKey: card) else { return false }
    cards[place] = nil
    while head < cards.count, cards[head] == nil { head += 1 }
    return true
  }
}
