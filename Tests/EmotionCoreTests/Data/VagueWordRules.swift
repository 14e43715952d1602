import EmotionCore
import Testing

/// What every entry of `Data/vague.json` keeps to.
@Suite struct VagueWordRules {
  private static let file = "vague.json"
  private let vagueWords = RealData.vagueWords.map(\.element)

  @Test func identifiersAreUnique() {
    #expect(vagueWords.count >= 12)
    let twice = repeated(vagueWords.map(\.id))
    for vague in vagueWords {
      rule(!twice.contains(vague.id), Self.file, vague.id, "id", "stands twice")
      rule(isIdentifier(vague.id), Self.file, vague.id, "id", "is not lower-case with hyphens")
    }
  }

  @Test(
    arguments: [
      "stressed", "fine", "okay", "good", "bad", "angry", "sad", "anxious", "upset", "tired",
      "busy", "i-dont-know",
    ])
  func leadsOnFromWhatPeopleReallySay(_ id: String) {
    #expect(vagueWords.contains { $0.id == id })
  }

  @Test func noSpellingBelongsToTwo() {
    let spellings = vagueWords.map { vague in
      (id: vague.id, spellings: vague.spellings.map(Spelling.normalized))
    }
    let twice = repeated(spellings.flatMap(\.spellings))
    for (id, own) in spellings {
      let shared = own.filter(twice.contains)
      rule(shared.isEmpty, Self.file, id, "word, aliases", "\(shared) stands twice")
      rule(!own.contains(""), Self.file, id, "word, aliases", "one is empty")
    }
  }

  @Test func leadsToFiveToTwelveKnownWords() {
    for vague in vagueWords {
      let finer = vague.finer.map(\.word)
      rule((5...12).contains(finer.count), Self.file, vague.id, "finer", "has \(finer.count)")
      rule(repeated(finer) == [], Self.file, vague.id, "finer", "twice: \(repeated(finer))")
      rule(!finer.contains(vague.id), Self.file, vague.id, "finer", "leads to itself")
      for word in finer {
        rule(RealData.wordIDs.contains(word), Self.file, vague.id, "finer", "unknown \(word)")
      }
    }
  }

  @Test func everyFinerWordHasAShortBecauseThatDoesNotUseIt() {
    for vague in vagueWords {
      for finer in vague.finer {
        let field = "finer.\(finer.word).because"
        let length = wordCount(finer.because)
        rule((1...12).contains(length), Self.file, vague.id, field, "has \(length) words")
        let used = RealData.lexicon[finer.word].flatMap {
          Root.spelling(of: $0, in: finer.because)
        }
        rule(used == nil, Self.file, vague.id, field, "uses \(used ?? "")")
      }
    }
  }

  @Test(arguments: ["overwhelmed", "pressured", "disappointed", "let-down"])
  func stressedLeadsTo(_ word: WordID) throws {
    let stressed = try #require(vagueWords.first { $0.id == "stressed" })
    #expect(stressed.finer.contains { $0.word == word })
  }
}
