/// A card that was forgotten again and again.
///
/// It stays in practice; when it slips once more, the person is told with what it is mixed up, and
/// offered a `ContrastDrill`.
public struct Leech: Equatable, Sendable {
  /// The word that slips.
  public let word: WordID
  /// The word that is taken for it: the one that was answered instead most often, or else its
  /// nearest neighbor.
  public let rival: WordID
  /// How often the rival was answered instead, 0 or more.
  public let mixUps: Int

  /// Times a card is forgotten before it is noticed.
  public static let firstLapses = 4
  /// Times after which it is noticed again.
  public static let furtherLapses = 2

  /// Whether a card that was just forgotten, for the `lapses`th time, is to be noticed: the fourth
  /// time and every second time from there.
  public static func isNoticed(lapses: Int) -> Bool {
    lapses >= firstLapses && (lapses - firstLapses).isMultiple(of: furtherLapses)
  }

  /// - Returns: nil for a word that has neither been mixed up nor any neighbor.
  public init?(_ word: WordID, _ ledger: Ledger, _ lexicon: Lexicon) {
    let mixUps = (ledger.mixUps[word] ?? [:]).filter { $0.key != word && lexicon[$0.key] != nil }
    // One slip says little; a neighbor says as much, and has a line that tells it apart.
    let often = mixUps.filter { $0.value > 1 || lexicon.contrast(word, $0.key) != nil }
    if let most = often.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      self.init(word: word, rival: most.key, mixUps: most.value)
    } else if let nearest = lexicon.nearestNeighbors(of: word).first {
      self.init(word: word, rival: nearest, mixUps: 0)
    } else {
      return nil
    }
  }

  private init(word: WordID, rival: WordID, mixUps: Int) {
    self.word = word
    self.rival = rival
    self.mixUps = mixUps
  }
}

extension Lexicon {
  /// The neighbors of a word, those closest to it on the pleasantness × energy plane first.
  func nearestNeighbors(of id: WordID) -> [WordID] {
    func distance(_ other: WordID) -> Double {
      guard let here = self[id], let there = self[other] else { return .infinity }
      return self.distance(here, there)
    }
    return neighbors(of: id).map { ($0.word, distance($0.word)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}
