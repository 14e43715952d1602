@testable import SpacedRepetition

/// Review logs made by a seeded generator, for the optimizer to learn from.
enum Simulation {
  /// Histories of any shape, positions in the order of the cards.
  static func anyHistories(_ count: Int, seed: UInt64) -> [ReviewHistory] {
    var random = SplitMix64(seed: seed)
    var position = 0
    return (0..<count).map { _ in
      ReviewHistory(
        (0..<Int.random(in: 2...9, using: &random)).map { index in
          let longest = [0, 4, 60][Int.random(in: 0..<3, using: &random)]
          position += 1
          return ReviewHistory.Review(
            grade: Grade.allCases[Int.random(in: 0..<4, using: &random)],
            elapsedDays: index == 0 ? 0 : Int.random(in: 0...longest, using: &random),
            position: position - 1)
        })
    }
  }

  /// What a learner whose memory is `model` answers to reviews scheduled by the defaults.
  static func histories(of model: FSRS6, cards: Int, seed: UInt64) -> [ReviewHistory] {
    var random = SplitMix64(seed: seed)
    let defaults = FSRS6()
    var log: [(card: Int, grade: Grade, day: Int)] = []
    for card in 0..<cards {
      var day = Int.random(in: 0..<200, using: &random)
      var memory = Memory<MemoryTrace>.new
      var assumed = Memory<MemoryTrace>.new
      while day < 600 {
        let grade: Grade
        var elapsed = 0
        if case .reviewed(let known) = memory, case .reviewed(let assumed) = assumed {
          let wait = defaults.interval(of: assumed.stability, retention: 0.9)
          elapsed = Int((wait * Double.random(in: 0.7...1.3, using: &random)).rounded(.up))
          day += elapsed
          let recall = model.retrievability(of: known.stability, elapsedDays: Double(elapsed))
          grade =
            Double.random(in: 0..<1, using: &random) > recall
            ? .again : [.hard, .good, .good, .easy][Int.random(in: 0..<4, using: &random)]
        } else {
          grade = Grade.allCases[Int.random(in: 0..<4, using: &random)]
        }
        memory = .reviewed(model.next(memory, grade, after: .days(elapsed)))
        assumed = .reviewed(defaults.next(assumed, grade, after: .days(elapsed)))
        log.append((card, grade, day))
      }
    }
    let sorted = log.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    return ReviewHistory.histories(of: sorted.map(\.element))
  }

  /// Somebody who forgets faster at first, and slower later, than the defaults say.
  static let learner: [Double] = [
    0.4, 0.8, 1.4, 3.5, 6.1, 0.7, 2.6, 0.02, 1.3, 0.1, 0.7, 1.6, 0.09, 0.22, 1.8, 0.4, 2.6, 0.62,
    0.15, 0.11, 0.35,
  ]

  /// Parameters near the defaults, inside the bounds.
  static func anyParameters(_ random: inout SplitMix64) -> [Double] {
    zip(FSRS6.defaultParameters, FSRS6.parameterBounds).map { value, bounds in
      let near = value * Double.random(in: 0.6...1.5, using: &random)
      return min(max(near, bounds.lowerBound), bounds.upperBound)
    }
  }

  static func lastPosition(_ histories: [ReviewHistory]) -> Int {
    histories.compactMap { $0.reviews.last?.position }.max() ?? 0
  }
}
