import EmotionCore
import SpacedRepetition

/// The practice queue: what is picked next, and what the first screen counts.
enum Queueing {
  static func show() {
    var table = Table("Practice queue", "median", "best")
    let many = deck(words: 10_000)
    let picks = pick(many)
    table.add(
      "picking the next of 20,000 cards, µs", (picks.median / 1000).text(),
      ((picks.min() ?? 0) / 1000).text())
    add("making the queue of 20,000 cards, ms", many, to: &table) {
      PracticeQueue(ledger: $0.ledger, words: $0.words, now: $0.now).count(at: $0.now)
    }
    let usual = deck(words: 1300)
    add("making the queue of 2,600 cards, ms", usual, to: &table) {
      PracticeQueue(ledger: $0.ledger, words: $0.words, now: $0.now).count(at: $0.now)
    }
    add("what is due of 2,600 cards, ms", usual, to: &table) {
      Due($0.ledger, words: $0.words, now: $0.now).total
    }
    let short = deck(words: 649)
    add("a month's forecast of 1,298 cards, ms", short, to: &table) {
      Forecast($0.ledger, words: $0.words, now: $0.now).days.count
    }
    table.show()
  }

  private struct Deck {
    var ledger = Ledger()
    let words: [WordID]
    let lexicon: Lexicon
    let now: Moment
  }

  /// Every card answered once, at most ten days ago, so that most are due; each word with six
  /// neighbors.
  private static func deck(words count: Int) -> Deck {
    let words = (0..<count).map { "word-\($0)" }
    let contrasts = (0..<count).flatMap { index in
      [1, 2, 3].compactMap { step in
        Contrast([words[index]: "mine", words[(index + step) % count]: "yours"])
      }
    }
    var deck = Deck(
      words: words, lexicon: Lexicon(words: [], contrasts: contrasts), now: moment(day: 20_100))
    for (index, word) in words.enumerated() {
      for (place, skill) in Skill.allCases.enumerated() {
        let review = Review(
          card: CardKey(word: word, skill: skill), grade: .easy, milliseconds: 4000)
        deck.ledger.apply(
          .reviewed(review), id: "", at: moment(day: 20_000 + index * 7 % 90 + place))
      }
    }
    return deck
  }

  private static func moment(day: Int) -> Moment {
    Moment(milliseconds: Int64(day) * 86_400_000 + 43_200_000, offsetMinutes: 0, day: day)
  }

  /// A thousand questions of one session: how long each pick took, with taking in the answer before
  /// it, but without the ledger's part. Every fifth answer is wrong.
  private static func pick(_ deck: Deck) -> [Double] {
    var deck = deck
    var now = deck.now
    var queue = PracticeQueue(ledger: deck.ledger, words: deck.words, now: now)
    var pace = SessionPace()
    var last: PracticeQueue.Pick?
    var times: [Double] = []
    for turn in 0..<1000 {
      let isMissed = turn.isMultiple(of: 5)
      times.append(
        duration {
          if let last {
            queue.answered(last.card, deck.ledger, now: now)
            pace.answered(last, missed: isMissed)
          }
          last = pace.next(queue, at: now, lexicon: deck.lexicon)
        })
      guard let card = last?.card else { break }
      now.milliseconds += 6000
      deck.ledger.apply(
        .reviewed(Review(card: card, grade: isMissed ? .again : .good, milliseconds: 4000)),
        id: "", at: now)
    }
    return times
  }

  private static func add(
    _ name: String, _ deck: Deck, to table: inout Table, _ work: (Deck) -> Int
  ) {
    var sum = 0
    let times = (0..<9).map { _ in duration { sum += work(deck) } / 1_000_000 }
    // The sum keeps the compiler from leaving the work out.
    if sum < 0 { table.add("nothing was counted", "") }
    table.add(name, times.median.text(), (times.min() ?? 0).text())
  }
}
