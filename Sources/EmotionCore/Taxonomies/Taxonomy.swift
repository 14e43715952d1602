/// A published way of ordering feelings, laid over the lexicon as a lens.
public struct Taxonomy: Equatable, Sendable, Codable {
  public let id: String
  public let name: String
  public let authors: String
  public let year: Int
  public let source: String
  /// One sentence on what it is good for.
  public let goodFor: String
  public let tree: [Node]
  /// Pairs that it calls opposite.
  public let opposites: [[WordID]]?
  /// Words that it makes of two others.
  public let blends: [Blend]?

  /// A place in the tree: a word of the lexicon, or a vague word that heads a branch.
  public struct Node: Equatable, Sendable, Codable {
    public let word: WordID?
    public let vague: String?
    /// How the taxonomy writes it, where that is not the word itself.
    public let label: String?
    public let children: [Node]?
  }

  public struct Blend: Equatable, Sendable, Codable {
    public let word: WordID
    public let label: String?
    /// The two that make it.
    public let of: [WordID]
    /// 1 for neighbors on the wheel … 4 for opposites.
    public let level: Int
  }

  /// Every word in it, each once, in order of first appearance.
  public var words: [WordID] {
    var seen: Set<WordID> = []
    return (tree.flatMap(\.words) + (blends ?? []).map(\.word)).filter {
      seen.insert($0).inserted
    }
  }

  /// Where `word` stands: the labels from the root down, one list for each place.
  public func paths(to word: WordID) -> [[String]] {
    tree.flatMap { $0.paths(to: word) }
  }
}

extension Taxonomy.Node {
  /// How it is shown.
  public var text: String {
    label ?? (word ?? vague ?? "").split(separator: "-").joined(separator: " ")
  }

  var words: [WordID] { (word.map { [$0] } ?? []) + (children ?? []).flatMap(\.words) }

  func paths(to target: WordID) -> [[String]] {
    let below = (children ?? []).flatMap { $0.paths(to: target) }.map { [text] + $0 }
    // A branch named after one of its own leaves is one place, not two.
    return word == target && below.isEmpty ? [[text]] : below
  }
}
