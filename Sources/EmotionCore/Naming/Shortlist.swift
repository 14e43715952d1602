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
    return ranked(cues).map { (words[$0.index], $0.probability) }
  }

  /// The `count` likeliest words, each with why it is there.
  public func suggestions(_ cues: [Cue], count: Int = 6) -> [Suggestion] {
    let words = library.lexicon.words
    return ranked(cues).prefix(count).map { index, probability in
      let word = words[index]
      return Suggestion(
        word: word.id, probability: probability, why: reason(for: word, given: cues))
    }
  }

  /// The posterior by index: a word is large to copy, and few of them are shown.
  private func ranked(_ cues: [Cue]) -> [(index: Int, probability: Double)] {
    let words = library.lexicon.words
    let likelihoods = cues.map { likelihood(of: $0) }
    let weighted = words.indices.map { index in
      let word = words[index]
      return (index: index, weight: likelihoods.reduce(prior(of: word)) { $0 * $1(word) })
    }
    let total = weighted.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    return
      weighted
      .filter { $0.weight > 0 }
      .map { (index: $0.index, probability: $0.weight / total) }
      .sorted { left, right in
        if left.probability != right.probability { return left.probability > right.probability }
        return words[left.index].id < words[right.index].id
      }
  }

  /// How common a word is, nudged by how often this person has needed it.
  private func prior(of word: Word) -> Double {
    let common = Double(word.everyday) / 5
    return common * (1 + 0.25 * log(1 + Double(history[word.id] ?? 0)))
  }

  private func likelihood(of cue: Cue) -> (Word) -> Double {
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
