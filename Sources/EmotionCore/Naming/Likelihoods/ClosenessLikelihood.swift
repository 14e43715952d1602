#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely someone who feels a word is to have named another that is close to it: the same
/// word, a neighbor, or one that lies near on the plane, more so within the family.
struct ClosenessLikelihood {
  private let center: Word?
  private let neighbors: Set<WordID>
  private let lexicon: Lexicon

  init(to id: WordID, lexicon: Lexicon) {
    center = lexicon[id]
    neighbors = Set(lexicon.neighbors(of: id).map(\.word))
    self.lexicon = lexicon
  }

  func callAsFunction(_ word: borrowing Word) -> Double {
    guard let center else { return 1 }
    if word.id == center.id { return 1 }
    let near = exp(-lexicon.distance(word, center) / 0.18)
    let family = word.family == center.family ? 0.10 : 0.02
    // Neighbors were chosen by hand, rare words among them: the prior must not hide them.
    return neighbors.contains(word.id) ? 0.5 / (Double(word.everyday) / 5) : family * near
  }
}
