import EmotionCore
import SpacedRepetition

/// When an item comes back.
protocol Spacing {
  associatedtype State
  /// - Parameter state: nil for a new item.
  func next(_ state: State?, _ grade: Grade, day: Int) -> State
  func dueDay(_ state: State) -> Int
  /// Whether the word's next skill may be begun.
  func isLearned(_ state: State) -> Bool
  /// Whether an answer calls for another on the same day, which then changes no interval.
  func isRepeated(_ grade: Grade) -> Bool
  /// What comes first has the lowest rank.
  func rank(_ state: State, day: Int) -> Double
}

extension Spacing {
  func rank(_ state: State, day: Int) -> Double { Double(dueDay(state)) }
}

/// The rivals' queue. It keeps to Inkling's rules wherever a method prescribes nothing: new items a
/// day, one for every two reviews; recognizing first, recalling once that is learned; one item of a
/// word a day. Reviews come in the order in which they fell due, unless the method ranks them.
struct Deck<Method: Spacing>: Course {
  private let method: Method
  private let words: Range<Int>
  private let newness: Newness
  private var states: [Item: Method.State] = [:]
  /// Words begun, oldest first.
  private var begun: [Int] = []
  private var answeredToday: Set<Int> = []
  private var reviews: [Item] = []
  private var again: [Item] = []
  private var newToday = 0
  private var reviewedToday = 0
  private var seconds = 0.0
  private var answers = 0

  init(_ method: Method, _ vocabulary: Vocabulary, _ newness: Newness) {
    self.method = method
    words = vocabulary.words.indices
    self.newness = newness
  }

  mutating func beginSession(at now: Instant) {
    answeredToday = []
    again = []
    (newToday, reviewedToday) = (0, 0)
    reviews = states.filter { method.dueDay($0.value) <= now.day }
      .map { (method.rank($0.value, day: now.day), $0.key) }
      .sorted { left, right in
        (left.0, left.1.word, left.1.skill.rawValue) < (
          right.0, right.1.word, right.1.skill.rawValue
        )
      }
      .map(\.1)
  }

  mutating func next(at now: Instant, timeLeft: Double) -> Item? {
    reviews.removeAll { answeredToday.contains($0.word) }
    let isNewTurn = reviewedToday >= newToday * 2 + 2 || reviews.isEmpty
    if isNewTurn, newToday < allowance, let item = opening() { return item }
    return reviews.first ?? again.first
  }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
    seconds += answer.seconds
    answers += 1
    if let place = again.firstIndex(of: item) {
      again.remove(at: place)
    } else {
      let state = states[item]
      if state == nil { newToday += 1 } else { reviewedToday += 1 }
      if state == nil, item.skill == .recognize { begun.append(item.word) }
      states[item] = method.next(state, answer.grade, day: now.day)
      answeredToday.insert(item.word)
    }
    if method.isRepeated(answer.grade) { again.append(item) }
  }

  private var allowance: Int {
    // Before the first answer nothing waits.
    let each = answers > 0 ? seconds / Double(answers) : 0
    return newness.allowance(work: each * Double(Set(reviews.map(\.word)).count))
  }

  /// Recalling a word that is recognized, the newest first; else a new word.
  private func opening() -> Item? {
    let waiting = Set(reviews.map(\.word))
    let word = begun.last { word in
      guard !answeredToday.contains(word), !waiting.contains(word),
        states[Item(word: word, skill: .recall)] == nil,
        let state = states[Item(word: word, skill: .recognize)]
      else { return false }
      return method.isLearned(state)
    }
    if let word { return Item(word: word, skill: .recall) }
    let first = words.lowerBound + begun.count
    return words.contains(first) ? Item(word: first, skill: .recognize) : nil
  }
}
