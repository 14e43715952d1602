#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely someone who feels a word is to have said a vague one.
///
/// The finer words of the vague one come first, in the order in which they were written; words
/// next to one of those remain possible, everything else barely.
struct VagueWordLikelihood {
  private var likely: [WordID: Double] = [:]

  init(vague id: String, library: Library) {
    guard let vague = library.vagueWords.first(where: { $0.id == id }) else { return }
    for (rank, finer) in vague.finer.enumerated() {
      // The prior prefers everyday words; among those chosen by hand the order was chosen too.
      let everyday = library.lexicon[finer.word].map { Double($0.everyday) / 5 } ?? 1
      likely[finer.word] = exp(-0.12 * Double(rank)) / everyday
      for neighbor in library.lexicon.neighbors(of: finer.word) {
        likely[neighbor.word] = max(likely[neighbor.word] ?? 0, 0.06)
      }
    }
    if likely[id] == nil || vague.finer.allSatisfy({ $0.word != id }) { likely[id] = 0.02 }
  }

  func callAsFunction(_ word: borrowing Word) -> Double { likely[word.id] ?? 0.004 }
}
