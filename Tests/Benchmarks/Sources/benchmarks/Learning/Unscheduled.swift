import EmotionCore
import SpacedRepetition

/// Any word that was begun, by chance; new ones as in the rivals' queue.
struct AtRandom: Course {
  private let words: Int
  private let newness: Newness
  private var dice: Chance
  private var begun: [Item] = []
  /// Words recognized on an earlier day, whose other skill is new.
  private var ready: [Int] = []
  private var readyTomorrow: [Int] = []
  private var wordsBegun = 0
  private var newToday = 0
  private var oldToday = 0

  init(_ vocabulary: Vocabulary, _ newness: Newness, seed: UInt64) {
    words = vocabulary.words.count
    self.newness = newness
    dice = Chance(seed: seed)
  }

  mutating func beginSession(at now: Instant) {
    (newToday, oldToday) = (0, 0)
    ready += readyTomorrow
    readyTomorrow = []
  }

  mutating func next(at now: Instant, timeLeft: Double) -> Item? {
    if newToday < newness.allowance(work: 0), oldToday >= newToday * 2 || begun.isEmpty {
      if let word = ready.last { return Item(word: word, skill: .recall) }
      if wordsBegun < words { return Item(word: wordsBegun, skill: .recognize) }
    }
    return begun.randomElement(using: &dice)
  }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
    let isNew = item.skill == .recall ? ready.last == item.word : item.word == wordsBegun
    guard isNew else {
      oldToday += 1
      return
    }
    newToday += 1
    begun.append(item)
    switch item.skill {
    case .recognize:
      wordsBegun += 1
      readyTomorrow.append(item.word)
    case .recall: ready.removeLast()
    }
  }
}

/// One word after the other, each until it was recognized twice and recalled three times running,
/// and never again.
struct Blocked: Course {
  private let words: Int
  private var item = Item(word: 0, skill: .recognize)
  private var hits = 0

  init(_ vocabulary: Vocabulary) { words = vocabulary.words.count }

  mutating func beginSession(at now: Instant) {}

  mutating func next(at now: Instant, timeLeft: Double) -> Item? { item.word < words ? item : nil }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
    hits = answer.grade >= .good ? hits + 1 : 0
    switch item.skill {
    case .recognize where hits >= 2:
      self.item = Item(word: item.word, skill: .recall)
      hits = 0
    case .recall where hits >= 3:
      self.item = Item(word: item.word + 1, skill: .recognize)
      hits = 0
    default: break
    }
  }
}
