import EmotionCore
import Testing

@Suite struct ShortlistTests {
  private let library = RealData.library()
  private var shortlist: Shortlist { Shortlist(library: library) }

  private static let cues: [Cue] = [
    .said("stressed"), .said("numb"), .word("angry"), .body("tight-jaw"),
    .branch(label: "sadness", words: ["sad", "lonely", "grief"]), .notThese(["overwhelmed"]),
    .notThese(["lonely"]),
  ]

  private func probabilities(_ cues: [Cue]) -> [WordID: Double] {
    shortlist.posterior(cues).reduce(into: [:]) { $0[$1.word.id] = $1.probability }
  }

  @Test func probabilitiesAddUpToOneForAnyCues() {
    for mask in 0..<(1 << Self.cues.count) where mask.nonzeroBitCount <= 3 {
      let cues = Self.cues.indices.filter { mask & (1 << $0) != 0 }.map { Self.cues[$0] }
      let posterior = shortlist.posterior(cues)
      let sum = posterior.reduce(0) { $0 + $1.probability }
      #expect(abs(sum - 1) < 1e-9, "\(cues)")
      #expect(posterior.allSatisfy { $0.probability > 0 }, "\(cues)")
      let falling = zip(posterior, posterior.dropFirst()).allSatisfy {
        $0.probability >= $1.probability
      }
      #expect(falling, "\(cues)")
    }
  }

  @Test(arguments: [
    Cue.said("no-such"), .word("no-such"), .body("no-such"), .notThese(["no-such"]),
  ])
  func aCueOfWhichNothingIsKnownChangesNothing(_ cue: Cue) {
    let plain = probabilities([.said("stressed")])
    for (word, probability) in probabilities([.said("stressed"), cue]) {
      #expect(abs(probability - plain[word, default: 0]) < 1e-12, "\(word)")
    }
  }

  @Test func withoutCuesEverydayWordsComeFirst() {
    let everyday = shortlist.posterior([]).map(\.word.everyday)
    #expect(everyday.count == library.lexicon.words.count)
    #expect(everyday == everyday.sorted(by: >))
  }

  @Test(arguments: RealData.vagueWords.map(\.id))
  func whatWasSaidBringsItsFinerWordsFirstInTheirOrder(_ id: String) throws {
    let vague = try #require(library.vagueWords.first { $0.id == id })
    let suggestions = shortlist.suggestions([.said(id)], count: vague.finer.count)
    #expect(suggestions.map(\.word) == vague.finer.map(\.word))
    #expect(suggestions.map(\.why) == vague.finer.map(\.because))
  }

  @Test func stressedIsOverwhelmedFirst() {
    let suggestions = shortlist.suggestions([.said("stressed")])
    #expect(suggestions.count == 6)
    #expect(suggestions.first?.word == "overwhelmed")
    #expect(suggestions.first?.why == "it is more than I can hold")
  }

  @Test func notThisRemovesTheWordAndNothingElse() {
    let before = shortlist.posterior([.said("stressed")]).map(\.word.id)
    let after = shortlist.posterior([.said("stressed"), .notThese(["overwhelmed"])]).map(\.word.id)
    #expect(after == before.filter { $0 != "overwhelmed" })
  }

  @Test func everythingRuledOutIsAnEmptyList() {
    let cues = library.lexicon.words.map { Cue.notThese([$0.id]) }
    #expect(shortlist.posterior(cues).isEmpty)
    #expect(shortlist.suggestions(cues).isEmpty)
  }

  @Test func theOrderOfTwoCuesDoesNotMatter() {
    for (left, right) in Self.cues.flatMap({ cue in Self.cues.map { (cue, $0) } }) {
      let there = probabilities([left, right])
      let back = probabilities([right, left])
      #expect(there.keys == back.keys)
      for (word, probability) in there {
        #expect(abs(probability - back[word, default: 0]) < 1e-12, "\(left) \(right) \(word)")
      }
    }
  }

  /// A word that lists the signal gains most, one that lists another of the region a little.
  @Test func aBodySignalRaisesTheWordsThatListItMostAndItsRegionALittle() {
    let before = probabilities([])
    for region in library.body {
      let signals = Set(region.signals.map(\.id))
      for signal in signals {
        let after = probabilities([.body(signal)])
        let gains = library.lexicon.words.map { word in
          (
            rank: word.body.contains(signal)
              ? 2 : word.body.contains(where: signals.contains) ? 1 : 0,
            gain: after[word.id, default: 0] / before[word.id, default: 1]
          )
        }
        let sorted = gains.sorted { $0.gain < $1.gain }
        #expect(sorted.map(\.rank) == sorted.map(\.rank).sorted(), "\(signal)")
        #expect(sorted.allSatisfy { $0.gain > 0 }, "\(signal)")
      }
    }
  }

  @Test func aBranchBringsItsWordsFirst() {
    let words: [WordID] = ["sad", "lonely", "grief", "homesick"]
    let first = shortlist.posterior([.branch(label: "sadness", words: words)]).prefix(words.count)
    #expect(Set(first.map(\.word.id)) == Set(words))
  }

  @Test func aWordIsClosestToItselfAndThenToItsNeighbors() {
    for word in library.lexicon.words {
      let posterior = shortlist.posterior([.word(word.id)])
      let neighbors = Set(library.lexicon.neighbors(of: word.id).map(\.word))
      let first = posterior.prefix(neighbors.count + 1).map(\.word.id)
      #expect(neighbors.isSubset(of: first), "\(word.id)")
      #expect(first.contains(word.id), "\(word.id)")
    }
  }
}

@Suite struct HistoryTests {
  private let library = RealData.library()

  @Test func whatWasNamedOftenMovesUpButNothingFromOutsideOvertakes() throws {
    let vague = try #require(library.vagueWords.first { $0.id == "stressed" })
    let finer = Set(vague.finer.map(\.word))
    for word in library.lexicon.words.map(\.id) {
      let plain = Shortlist(library: library).posterior([.said("stressed")])
      let nudged = Shortlist(library: library, history: [word: 10]).posterior([.said("stressed")])
      let before = try #require(plain.first { $0.word.id == word }).probability
      let after = try #require(nudged.first { $0.word.id == word }).probability
      #expect(after > before && after < 2 * before, "\(word)")
      #expect(Set(nudged.prefix(finer.count).map(\.word.id)) == finer, "\(word)")
    }
  }

  @Test func theOthersKeepTheirOrder() {
    let cues: [Cue] = [.said("bad"), .body("heavy-chest")]
    let plain = Shortlist(library: library).posterior(cues).map(\.word.id)
    let nudged = Shortlist(library: library, history: ["lonely": 40]).posterior(cues).map(\.word.id)
    #expect(nudged.filter { $0 != "lonely" } == plain.filter { $0 != "lonely" })
  }
}

@Suite struct ReasonTests {
  private let library = RealData.library()

  private func why(_ word: WordID, _ cues: [Cue]) throws -> String {
    let all = Shortlist(library: library).suggestions(cues, count: library.lexicon.words.count)
    return try #require(all.first { $0.word == word }).why
  }

  @Test func theMeaningExplainsAWordOfWhichNoCueSpeaks() throws {
    let meaning = try #require(library.lexicon["glad"]).meaning
    #expect(try why("glad", []) == meaning)
    #expect(try why("glad", [.said("stressed"), .body("smile")]) == meaning)
  }

  @Test func theLineOfTheNeighborExplainsAWordCloseToAnother() throws {
    let contrast = try #require(library.lexicon.neighbors(of: "overwhelmed").first)
    #expect(try why(contrast.word, [.word("overwhelmed")]) == contrast.itsLine)
  }

  @Test func theNewestCueThatSpeaksOfTheWordExplainsIt() throws {
    let said = try why("lonely", [.said("sad")])
    let newer = try why("lonely", [.said("sad"), .said("stressed"), .notThese(["sad"])])
    #expect(newer == "I carry it all, and nobody asks")
    #expect(said != newer)
    #expect(try why("lonely", [.said("stressed"), .said("sad")]) == said)
  }
}
