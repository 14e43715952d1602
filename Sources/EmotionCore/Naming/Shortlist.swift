#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one ranking: posterior(word) ∝ prior(word) × ∏ likelihood(cue | word).
public struct Shortlist {
  public let library: Library
  /// How often the person has named each word before.
  public let history: [WordID: Int]

  public init(library: Library, history: [WordID: Int] = [:]) {
    self.library = library
    self.history = history
  }

  /// Every word with its probability given the cues, the likeliest first; those that a cue rules
  /// out are left out.
  public func posterior(_ cues: [Cue]) -> [(word: Word, probability: Double)] {
    let words = library.lexicon.words
    let weights = weights(cues)
    let total = weights.reduce(0, +)
    return words.indices.filter { weights[$0] > 0 }
      .sorted { precedes($0, $1, weights) }
      .map { (words[$0], weights[$0] / total) }
  }

  /// The `count` likeliest words, each with why it is there.
  public func suggestions(_ cues: [Cue], count: Int = 6) -> [Suggestion] {
    let words = library.lexicon.words
    let weights = weights(cues)
    let total = weights.reduce(0, +)
    return likeliest(count, weights).map { index in
      Suggestion(
        word: words[index].id, probability: weights[index] / total,
        why: reason(for: words[index], given: cues))
    }
  }

  /// Prior × likelihoods of every word, by its index: a word is large to copy, and few are shown.
  private func weights(_ cues: [Cue]) -> [Double] {
    let words = library.lexicon.words
    let likelihoods = cues.map { likelihood(of: $0) }
    return words.indices.map { index in
      likelihoods.reduce(prior(of: words[index])) { $0 * $1(words[index]) }
    }
  }

  /// The likelier first; of equals, by name, so that every machine agrees.
  private func precedes(_ left: Int, _ right: Int, _ weights: [Double]) -> Bool {
    if weights[left] != weights[right] { return weights[left] > weights[right] }
    return library.lexicon.words[left].id < library.lexicon.words[right].id
  }

  /// The first of the order without sorting the rest of it.
  private func likeliest(_ count: Int, _ weights: [Double]) -> [Int] {
    var best: [Int] = []
    for index in weights.indices where weights[index] > 0 {
      if best.count == count, let last = best.last, !precedes(index, last, weights) { continue }
      let place = best.firstIndex { precedes(index, $0, weights) } ?? best.endIndex
      best.insert(index, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  /// How common a word is, nudged by how often this person has needed it.
  private func prior(of word: borrowing Word) -> Double {
    let common = Double(word.everyday) / 5
    return common * (1 + 0.25 * log(1 + Double(history[word.id] ?? 0)))
  }

  private func likelihood(of cue: Cue) -> (borrowing Word) -> Double {
    switch cue {
    case .said(let id): VagueWordLikelihood(vague: id, library: library).callAsFunction
    case .word(let id): ClosenessLikelihood(to: id, lexicon: library.lexicon).callAsFunction
    case .body(let signal): BodyLikelihood(signal, regions: library.body).callAsFunction
    // The word that heads a branch names it, and is likelier than what it holds.
    case .branch(_, let words): { $0.id == words.first ? 3 : words.contains($0.id) ? 1 : 0.02 }
    case .notThese(let ids): { ids.contains($0.id) ? 0 : 1 }
    }
  }

  /// The newest cue that says something of the word explains it; the meaning does otherwise.
  private func reason(for word: Word, given cues: [Cue]) -> String {
    for cue in cues.reversed() {
      switch cue {
      case .said(let id):
        let vague = library.vagueWords.first { $0.id == id }
        if let finer = vague?.finer.first(where: { $0.word == word.id }) { return finer.because }
      case .word(let id):
        if let neighbor = library.lexicon.contrast(id, word.id) { return neighbor.itsLine }
      case .body, .branch, .notThese: continue
      }
    }
    return word.meaning
  }
}
