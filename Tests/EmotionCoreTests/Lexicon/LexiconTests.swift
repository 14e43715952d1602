import EmotionCore
import Testing

@Suite struct LexiconTests {
  private let lexicon = RealData.lexicon

  @Test func everySpellingOfEveryWordIsUnderstood() {
    for word in lexicon.words {
      for spelling in word.spellings {
        let found = lexicon.word(spelled: spelling)
        #expect(
          found?.spellings.contains(spelling) == true, "\(word.id): \(spelling) is not understood")
      }
    }
  }

  @Test func everyWordIsFoundByItsIdentifierAndByItsName() {
    for word in lexicon.words {
      #expect(lexicon[word.id] == word)
      #expect(lexicon.word(spelled: word.word) == word)
      #expect(lexicon.word(spelled: "  " + word.word.uppercased() + "!") == word)
    }
    #expect(lexicon["no-such-word"] == nil)
    #expect(lexicon.word(spelled: "") == nil)
  }

  @Test(
    arguments: [
      ("happiness", "happy"), ("Overwhelming", "overwhelmed"), ("let-down", "let-down"),
      ("burned-out", "burnt-out"), ("light-hearted", "lighthearted"),
    ])
  func understandsNounsAndOtherForms(_ text: String, _ id: WordID) {
    #expect(lexicon.word(spelled: text)?.id == id)
  }

  @Test func aWordsOwnNameWinsOverAnothersForm() {
    let lexicon = Lexicon(
      words: [Sample.word("loving", forms: ["tender"]), Sample.word("tender")], contrasts: [])
    #expect(lexicon.word(spelled: "tender")?.id == "tender")
  }

  @Test func neighborsAreMutualAndSeenFromEachSide() {
    for word in lexicon.words {
      for neighbor in lexicon.neighbors(of: word.id) {
        let isMutual = lexicon.neighbors(of: neighbor.word).contains {
          $0.word == word.id && $0.itsLine == neighbor.ownLine && $0.ownLine == neighbor.itsLine
        }
        #expect(isMutual, "\(word.id)/\(neighbor.word)")
      }
    }
  }

  @Test func aContrastGivesEachWordItsOwnLine() throws {
    let lexicon = Lexicon(
      words: [Sample.word("ashamed"), Sample.word("guilty"), Sample.word("sad")],
      contrasts: [try Sample.contrast(["guilty": "what I did", "ashamed": "what I am"])])
    let seen = try #require(lexicon.contrast("guilty", "ashamed"))
    #expect(seen.word == "ashamed")
    #expect(seen.itsLine == "what I am")
    #expect(seen.ownLine == "what I did")
    #expect(lexicon.contrast("guilty", "sad") == nil)
    #expect(lexicon.neighbors(of: "sad") == [])
  }

  @Test func theLadderClimbsThroughTheFamilyAndHoldsTheWord() {
    for word in lexicon.words {
      let ladder = lexicon.ladder(of: word)
      let strengths = ladder.map(\.strength)
      #expect(ladder.contains(word), "\(word.id)")
      #expect(strengths == Set(strengths).sorted(), "\(word.id): \(strengths)")
      #expect(ladder.allSatisfy { $0.family == word.family }, "\(word.id)")
    }
  }

  /// From neighbor to neighbor, in the family, and not far from where it began.
  @Test func theLadderClimbsFromNeighborToNeighbor() throws {
    func word(
      _ id: WordID, family: String = "strain", _ strength: Int, _ pleasantness: Double = -0.5
    ) -> Word {
      Sample.word(id, family: family, strength: strength, pleasantness: pleasantness)
    }
    let middle = word("middle", 2)
    let words = [
      middle, word("near", 3, -0.45), word("nearer", 3, -0.5), word("stranger", 4, -0.5),
      word("far", 4, 0.5), word("joy", family: "joy", 4), word("top", 5), word("low", 1),
    ]
    let pairs = [
      ("middle", "near"), ("middle", "nearer"), ("middle", "far"), ("middle", "joy"),
      ("nearer", "top"), ("near", "low"),
    ]
    let contrasts = try pairs.map { try Sample.contrast([$0: "…", $1: "…"]) }
    let lexicon = Lexicon(words: words, contrasts: contrasts)
    #expect(lexicon.ladder(of: middle).map(\.id) == ["middle", "nearer", "top"])
    let without = Lexicon(words: words, contrasts: [])
    #expect(without.ladder(of: middle).map(\.id) == ["middle"], "a rung is not another feeling")
  }

  /// The worst that were seen: "[polite] < kind < nostalgic", "dazzled" above "jovial".
  @Test(arguments: [
    ("polite", ["polite"]), ("calm", ["calm", "relaxed"]), ("dazzled", ["dazzled"]),
    ("foreboding", ["foreboding", "dread"]), ("annoyed", ["annoyed", "cross"]),
    ("sad", ["blue", "down", "sad", "grief"]), ("kind", ["friendly", "kind", "caring"]),
  ])
  func unlikeThingsShareNoLadder(_ id: WordID, _ ladder: [WordID]) throws {
    let word = try #require(lexicon[id])
    #expect(lexicon.ladder(of: word).map(\.id) == ladder)
  }
}

@Suite struct SearchTests {
  private let lexicon = Lexicon(
    words: [
      Sample.word("reviled", everyday: 1), Sample.word("evil", everyday: 2),
      Sample.word("evilly-glad", everyday: 5), Sample.word("evasive", everyday: 4),
      Sample.word("devil", everyday: 3), Sample.word("sad", noun: "sorrow", everyday: 5),
    ], contrasts: [])

  @Test func theWordItselfThenBeginningsThenPartsThenSlips() {
    #expect(lexicon.search("evil").map(\.id) == ["evil", "evilly-glad", "devil", "reviled"])
    #expect(lexicon.search("ev").map(\.id) == ["evilly-glad", "evasive", "evil"], "no parts yet")
    #expect(lexicon.search("evi").map(\.id) == ["evilly-glad", "evil", "devil", "reviled"])
    #expect(lexicon.search("evasve").map(\.id) == ["evasive"])
  }

  @Test func otherFormsAreFoundToo() {
    #expect(lexicon.search("Sorr").map(\.id) == ["sad"])
    #expect(lexicon.search("evilly glad").map(\.id) == ["evilly-glad"])
  }

  @Test func nothingTypedShowsAllAndNonsenseNone() {
    #expect(lexicon.search(" ").map(\.id) == lexicon.words.map(\.id))
    #expect(lexicon.search("zzz") == [])
    #expect(lexicon.search("sda") == [], "three letters are too few to guess from")
  }
}
