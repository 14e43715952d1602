/// All words, with what tells them apart, indexed for looking up.
public struct Lexicon: Sendable {
  /// In the order of the files.
  public let words: [Word]
  /// What counts as having typed each word, normalized, in the same order; its name comes first.
  private let spellings: [[String]]
  private let byID: [WordID: Int]
  private let bySpelling: [String: WordID]
  private let neighborsByID: [WordID: [Neighbor]]

  public init(words: [Word], contrasts: [Contrast]) {
    self.words = words
    byID = Dictionary(zip(words.map(\.id), words.indices), uniquingKeysWith: { first, _ in first })
    let spellings = words.map { $0.spellings.map(Spelling.normalized) }
    self.spellings = spellings
    // A word's own name wins over another's inflection.
    bySpelling = Dictionary(
      zip(words, spellings).map { word, spellings in (spellings[0], word.id) }
        + zip(words, spellings).flatMap { word, spellings in spellings.map { ($0, word.id) } },
      uniquingKeysWith: { first, _ in first })
    var neighbors: [WordID: [Neighbor]] = [:]
    for contrast in contrasts {
      for (word, _) in contrast.lines {
        if let neighbor = contrast.seen(from: word) {
          neighbors[word, default: []].append(neighbor)
        }
      }
    }
    neighborsByID = neighbors
  }

  public subscript(id: WordID) -> Word? { byID[id].map { words[$0] } }

  /// The word that `text` is a spelling or inflection of.
  public func word(spelled text: String) -> Word? {
    bySpelling[Spelling.normalized(text)].flatMap { self[$0] }
  }

  /// Neighbors of a word, each with the lines that tell the two apart.
  public func neighbors(of id: WordID) -> [Neighbor] { neighborsByID[id] ?? [] }

  /// The lines between two words, seen from the first; nil when they are no neighbors.
  public func contrast(_ id: WordID, _ other: WordID) -> Neighbor? {
    neighbors(of: id).first { $0.word == other }
  }

  /// The words of a family that say the same thing more weakly and more strongly, from the weakest
  /// to the strongest, at most one for each strength.
  ///
  /// From the word it goes from neighbor to neighbor: only words that have a line to tell them apart
  /// are of one kind. None lies far from the word on the plane, so that many steps do not lead to
  /// another feeling. A strength that nothing fits is left out.
  public func ladder(of word: Word) -> [Word] {
    guard (1...5).contains(word.strength) else { return [] }
    return climb(from: word, through: (1..<word.strength).reversed()).reversed() + [word]
      + climb(from: word, through: (word.strength + 1)..<6)
  }

  /// A ladder leads no farther from its word than this, as the square of the distance on the plane.
  private static let reachOfLadder = 0.12

  private func climb(from word: Word, through strengths: some Sequence<Int>) -> [Word] {
    var rungs: [Word] = []
    for strength in strengths {
      let next = neighbors(of: (rungs.last ?? word).id).compactMap { self[$0.word] }
        .filter {
          $0.family == word.family && $0.strength == strength
            && distance($0, word) < Self.reachOfLadder
        }
        .min { (distance($0, word), $0.id) < (distance($1, word), $1.id) }
      if let next { rungs.append(next) }
    }
    return rungs
  }

  /// Words whose spelling begins with `text`, then those that contain it, then those a typing
  /// mistake away; the commonest first.
  public func search(_ text: String) -> [Word] {
    let query = Spelling.normalized(text)
    guard !query.isEmpty else { return words }
    func rank(_ index: Int) -> Int? {
      let spellings = spellings[index]
      if spellings.contains(query) { return 0 }
      if spellings.contains(where: { $0.hasPrefix(query) }) { return 1 }
      // Two letters stand somewhere in half of all words.
      if query.count >= 3, spellings.contains(where: { Spelling.contains($0, query) }) { return 2 }
      if query.count >= 4, Spelling.isSlip(query, of: spellings[0]) { return 3 }
      return nil
    }
    return words.indices.compactMap { index in rank(index).map { (words[index], $0) } }
      .sorted { left, right in
        (left.1, -left.0.everyday, left.0.word) < (right.1, -right.0.everyday, right.0.word)
      }
      .map(\.0)
  }

  /// Square of the distance on the pleasantness × energy plane.
  public func distance(_ left: Word, _ right: Word) -> Double {
    let pleasantness = left.pleasantness - right.pleasantness
    let energy = left.energy - right.energy
    return pleasantness * pleasantness + energy * energy
  }
}
