/// How likely someone who feels a word is to notice a signal in the body.
///
/// Body maps are averages over many people (Nummenmaa 2014): a signal makes a word a few times
/// likelier and never rules one out. A word with another signal in the same region gains a little.
struct BodyLikelihood {
  private let signal: String
  private let region: Set<String>

  init(_ signal: String, regions: [BodyRegion]) {
    self.signal = signal
    let home = regions.first { $0.signals.contains { $0.id == signal } }
    region = Set((home?.signals ?? []).map(\.id))
  }

  func callAsFunction(_ word: borrowing Word) -> Double {
    if word.body.contains(signal) { return 0.6 }
    return word.body.contains(where: region.contains) ? 0.15 : 0.05
  }
}
