import SpacedRepetition
import Testing

@testable import EmotionCore

/// Cards that keep slipping, and what is offered for them.
@Suite struct ContrastDrillTests {
  @Test func theFourthLapseIsNoticedAndEverySecondFromThere() {
    #expect((0...11).filter(Leech.isNoticed) == [4, 6, 8, 10])
  }

  private func ledger(_ instead: [WordID]) -> Ledger {
    var ledger = Ledger()
    for word in instead {
      let card = CardKey(word: "overwhelmed", skill: .recall)
      let review = Review(card: card, grade: .again, milliseconds: 1, instead: word)
      ledger.apply(.reviewed(review), id: "", at: .noon(of: 20_000))
    }
    return ledger
  }

  @Test(arguments: [
    (["calm", "calm", "pressured"], "calm", 2), (["pressured"], "pressured", 1),
    (["calm", "calm", "sad", "sad"], "calm", 2),
    (["no-such-word", "no-such-word", "pressured"], "pressured", 1),
  ])
  func theRivalIsWhatWasAnsweredInstead(_ instead: [WordID], _ rival: WordID, _ count: Int) {
    let leech = Leech("overwhelmed", ledger(instead), RealData.lexicon)
    #expect(leech?.rival == rival)
    #expect(leech?.mixUps == count)
  }

  /// One slip to a word far away says less than what lies close.
  @Test(arguments: [[], ["calm"], ["no-such-word"]])
  func withoutOneItIsTheNearestNeighbor(_ instead: [WordID]) throws {
    let leech = try #require(Leech("overwhelmed", ledger(instead), RealData.lexicon))
    #expect(leech.rival == RealData.lexicon.nearestNeighbors(of: "overwhelmed").first)
    #expect(RealData.lexicon.contrast("overwhelmed", leech.rival) != nil)
    #expect(leech.mixUps == 0)
  }

  @Test func aWordWithoutNeighborsHasNoRival() {
    #expect(Leech("no-such-word", Ledger(), RealData.lexicon) == nil)
  }

  /// Every word of the lexicon can be told apart from its nearest neighbor.
  @Test func everyWordHasADrill() throws {
    let library = RealData.library()
    var dice = SeededDice(5)
    for word in library.lexicon.words {
      let leech = try #require(Leech(word.id, Ledger(), library.lexicon))
      let drill = try #require(ContrastDrill(leech, library, dice: &dice))
      #expect((2...2 * ContrastDrill.situationsEach).contains(drill.questions.count))
      #expect(Set(drill.questions.map(\.situation.id)).count == drill.questions.count)
      for question in drill.questions {
        let other = question.answer == drill.word ? drill.rival : drill.word
        #expect(question.situation.fits.first == question.answer)
        #expect(!question.situation.fits.contains(other))
        #expect(!question.line.isEmpty)
      }
    }
  }

  /// The words take turns, and the turn does not give the answer away.
  @Test func theTwoTakeTurnsInNoFixedOrder() throws {
    let library = RealData.library()
    let leech = try #require(Leech("overwhelmed", Ledger(), library.lexicon))
    var orders: Set<[Bool]> = []
    for seed in 1...40 as ClosedRange<UInt64> {
      var dice = SeededDice(seed)
      let drill = try #require(ContrastDrill(leech, library, dice: &dice))
      let order = drill.questions.map { $0.answer == drill.word }
      for turn in stride(from: 0, to: order.count, by: 2) {
        #expect(order[turn] != order[turn + 1])
      }
      orders.insert(order)
    }
    #expect(orders.count == 8)
  }
}
