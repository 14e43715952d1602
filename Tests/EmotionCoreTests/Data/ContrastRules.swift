import EmotionCore
import Testing

/// What every record of `Data/contrasts/` keeps to.
@Suite struct ContrastRules {
  private let contrasts = RealData.contrasts

  /// "joyful/sad"
  private func name(_ contrast: Contrast) -> String {
    contrast.lines.map(\.word).joined(separator: "/")
  }

  @Test func bothWordsAreKnown() {
    for (file, contrast) in contrasts.map({ ($0.file, $0.element) }) {
      for (word, _) in contrast.lines {
        rule(RealData.wordIDs.contains(word), file, name(contrast), word, "is unknown")
      }
    }
  }

  @Test func noPairStandsTwiceInAnyFiles() {
    let files = Dictionary(grouping: contrasts, by: { name($0.element) })
    for (pair, places) in files where places.count > 1 {
      let all = places.map(\.file).sorted()
      rule(false, all[0], pair, "pair", "stands in \(all.joined(separator: " and "))")
    }
  }

  @Test func linesAreThereAndShort() {
    for (file, contrast) in contrasts.map({ ($0.file, $0.element) }) {
      for (word, line) in contrast.lines {
        let length = wordCount(line)
        rule((1...16).contains(length), file, name(contrast), word, "has \(length) words")
      }
    }
  }

  @Test func aLineDoesNotUseItsOwnWord() {
    for (file, contrast) in contrasts.map({ ($0.file, $0.element) }) {
      for (id, line) in contrast.lines {
        let used = RealData.lexicon[id].flatMap { Root.spelling(of: $0, in: line) }
        rule(used == nil, file, name(contrast), id, "uses \(used ?? "")")
      }
    }
  }

  @Test func everyWordHasSomeNeighborsAndNotTooMany() {
    var neighbors: [WordID: Set<WordID>] = [:]
    for contrast in contrasts.map(\.element) {
      let pair = contrast.lines.map(\.word)
      for word in pair { neighbors[word, default: []].formUnion(pair.filter { $0 != word }) }
    }
    for (file, word) in RealData.words.map({ ($0.file, $0.element) }) {
      let count = neighbors[word.id]?.count ?? 0
      rule((2...12).contains(count), file, word.id, "contrasts", "has \(count), not 2...12")
    }
  }
}
