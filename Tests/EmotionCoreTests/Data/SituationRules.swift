import EmotionCore
import Testing

/// What every vignette of `Data/situations/` keeps to.
@Suite struct SituationRules {
  private let situations = RealData.situations

  @Test func identifiersAreUnique() {
    let twice = repeated(situations.map(\.element.id))
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      rule(!situation.id.isEmpty, file, situation.text, "id", "is missing")
      rule(!twice.contains(situation.id), file, situation.id, "id", "stands twice")
    }
  }

  @Test func theTextIsAsLongAsAVignette() {
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      let length = wordCount(situation.text)
      rule((10...38).contains(length), file, situation.id, "text", "has \(length) words")
    }
  }

  @Test func theAnswerIsKnownAndExplained() {
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      rule(!situation.fits.isEmpty, file, situation.id, "fits", "is empty")
      rule(repeated(situation.fits) == [], file, situation.id, "fits", "names one twice")
      for word in situation.fits {
        rule(RealData.wordIDs.contains(word), file, situation.id, "fits", "unknown \(word)")
      }
      rule(!situation.why.isEmpty, file, situation.id, "why", "is missing")
    }
  }

  /// The situations of a word are looked for in the file of its family only.
  @Test func itStandsInTheFileOfItsAnswersFamily() {
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      let family = situation.fits.first.flatMap { RealData.lexicon[$0] }?.family ?? ""
      rule(file == "situations/\(family).json", file, situation.id, "fits", "is of \(family)")
    }
  }

  @Test func threeOtherWordsAreNearEachWithAReason() {
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      let count = situation.near.count
      rule(count == 3, file, situation.id, "near", "has \(count) words, not 3")
      for (word, reason) in situation.near {
        rule(RealData.wordIDs.contains(word), file, situation.id, "near", "unknown \(word)")
        rule(!situation.fits.contains(word), file, situation.id, "near", "\(word) fits")
        rule(!reason.isEmpty, file, situation.id, "near.\(word)", "has no reason")
      }
    }
  }

  @Test func theTextGivesNeitherTheAnswerNorANearWordAway() {
    for (file, situation) in situations.map({ ($0.file, $0.element) }) {
      for id in situation.fits + situation.near.keys.sorted() {
        let used = RealData.lexicon[id].flatMap { Root.spelling(of: $0, in: situation.text) }
        rule(used == nil, file, situation.id, "text", "uses \(used ?? "") of \(id)")
      }
    }
  }

  @Test func everyWordHasThreeOrMore() {
    let answers = Dictionary(grouping: situations.compactMap(\.element.fits.first), by: \.self)
    for (file, word) in RealData.words.map({ ($0.file, $0.element) }) {
      let count = answers[word.id]?.count ?? 0
      rule(count >= 3, file, word.id, "situations", "has \(count), not 3 or more")
    }
  }
}
