import Testing

@testable import SpacedRepetition

@Suite struct ReviewQueueTests {
  /// The queue as a list of cards, each change looked through anew.
  private struct Naive {
    var steps: [(card: Int, due: Int64)]
    var reviews: [(card: Int, rank: Double)]
    var new: [Int]

    func step(until time: Int64, _ isAllowed: (Int) -> Bool) -> Int? {
      steps.filter { $0.due <= time && isAllowed($0.card) }
        .min { ($0.due, $0.card) < ($1.due, $1.card) }?.card
    }

    func review(_ isAllowed: (Int) -> Bool) -> Int? {
      reviews.filter { isAllowed($0.card) }
        .min { ($0.rank, $0.card) < ($1.rank, $1.card) }?.card
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func itFindsWhatLookingThroughAllFinds(_ seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let cards = Array(0..<60).shuffled(using: &dice)
    var naive = Naive(
      steps: cards[0..<15].map { ($0, .random(in: 0...20, using: &dice)) },
      reviews: cards[15..<40].map { ($0, Double(Int.random(in: 0...8, using: &dice)) / 4) },
      new: Array(cards[40...]))
    var queue = ReviewQueue(steps: naive.steps, reviews: naive.reviews, new: naive.new)
    for _ in 0..<200 {
      let time = Int64.random(in: -1...25, using: &dice)
      let barred = Int.random(in: 1...5, using: &dice)
      let isAllowed: (Int) -> Bool = { !$0.isMultiple(of: barred + 1) }
      #expect(queue.step(until: time, where: isAllowed) == naive.step(until: time, isAllowed))
      #expect(queue.review(where: isAllowed) == naive.review(isAllowed))
      #expect(queue.new(where: isAllowed) == naive.new.first(where: isAllowed))
      #expect(queue.stepCount(until: time) == naive.steps.count { $0.due <= time })
      #expect(queue.reviewCount == naive.reviews.count)
      #expect(queue.newCount == naive.new.count)

      let card = Int.random(in: 0..<60, using: &dice)
      #expect(queue.canBegin(card) == naive.new.contains(card))
      switch Int.random(in: 0...3, using: &dice) {
      case 0:
        let due = Int64.random(in: 0...20, using: &dice)
        naive.steps.removeAll { $0.card == card }
        naive.steps.append((card, due))
        queue.setStep(card, due: due)
      case 1:
        naive.steps.removeAll { $0.card == card }
        queue.setStep(card, due: nil)
      case 2:
        #expect(queue.removeReview(card) == naive.reviews.contains { $0.card == card })
        naive.reviews.removeAll { $0.card == card }
      default:
        queue.removeNew(card)
        naive.new.removeAll { $0 == card }
      }
    }
  }

  @Test func anEmptyQueueHasNothing() {
    let queue = ReviewQueue<Int>(steps: [], reviews: [], new: [])
    #expect(queue.step(until: .max) { _ in true } == nil)
    #expect(queue.review { _ in true } == nil && queue.new { _ in true } == nil)
    #expect(queue.stepCount(until: .max) == 0 && queue.reviewCount == 0 && queue.newCount == 0)
  }

  /// The order of ranks is the order of forgetting, whatever the parameters.
  @Test(arguments: [FSRS6.defaultParameters[20], 0.1, 0.8])
  func retrievabilityFallsWithRank(_ decay: Double) throws {
    var parameters = FSRS6.defaultParameters
    parameters[20] = decay
    let model = try #require(FSRS6(parameters: parameters))
    var dice = SplitMix64(seed: 9)
    let cards = (0..<500).map { _ in
      (Double.random(in: 0.01...900, using: &dice), Int.random(in: 0...400, using: &dice))
    }
    func rank(_ stability: Double, _ days: Int) -> Double {
      model.rank(of: MemoryTrace(stability: stability, difficulty: 5), after: .days(days))
    }
    let recalls = cards.sorted { rank($0.0, $0.1) < rank($1.0, $1.1) }
      .map { model.retrievability(of: $0.0, elapsedDays: Double($0.1)) }
    for (first, second) in zip(recalls, recalls.dropFirst()) { #expect(first >= second - 1e-12) }
    #expect(rank(2, -3) == 0 && rank(2, 3) == 1.5)
  }
}
