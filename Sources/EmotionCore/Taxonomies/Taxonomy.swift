/// A published way of ordering feelings, laid over the lexicon as a lens.
public struct Taxonomy: Equatable, Sendable {
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
  /// Where it puts words on the plane, for one that is a plane.
  public let plane: [Point]?
  /// The needs that it puts behind feelings, in its own groups and words.
  public let needs: [NeedGroup]?

  /// A place in the tree: a word of the lexicon, a vague word, or only a heading.
  public struct Node: Equatable, Sendable {
    public let word: WordID?
    public let vague: String?
    /// How the taxonomy writes it, where that is not the word itself.
    public let label: String?
    /// How weak and how strong it can be, 1…10.
    public let range: [Int]?
    public let children: [Node]?
  }

  /// A word on the plane, −1…1 each way.
  public struct Point: Equatable, Sendable {
    /// nil where the set has a place for no feeling, such as "neutral".
    public let word: WordID?
    public let label: String?
    public let pleasantness: Double
    public let energy: Double
  }

  public struct NeedGroup: Equatable, Sendable {
    public let group: String
    public let needs: [String]
  }

  public struct Blend: Equatable, Sendable {
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
    let all = tree.flatMap(\.words) + (plane ?? []).compactMap(\.word) + (blends ?? []).map(\.word)
    return all.filter { seen.insert($0).inserted }
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
