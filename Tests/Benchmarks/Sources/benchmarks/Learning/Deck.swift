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
}

/// The rivals' queue. It keeps to Inkling's rules wherever a method prescribes nothing: new items a
/// day, one for every two reviews; recognizing first, recalling once that is learned; one item of a
/// word a day. Reviews come in the order in which they fell due.
struct Deck<Method: Spacing>: Course {
  private let method: Method
  private let words: Range<Int>
  private let newPerDay: Int
  private let retiresRecognition: Bool
  private var states: [Item: Method.State] = [:]
  /// Words begun, oldest first.
  private var begun: [Int] = []
  private var answeredToday: Set<Int> = []
  private var reviews: [Item] = []
  private var again: [Item] = []
  private var newToday = 0
  private var reviewedToday = 0

  /// - Parameter retiresRecognition: a word that is recalled need not be recognized any more.
  init(
    _ method: Method, _ vocabulary: Vocabulary, newPerDay: Int = PracticeQueue.Limits().newPerDay,
    retiresRecognition: Bool = false
  ) {
    self.method = method
    words = vocabulary.words.indices
    self.newPerDay = newPerDay
    self.retiresRecognition = retiresRecognition
  }

  mutating func beginSession(at now: Instant) {
    answeredToday = []
    again = []
    (newToday, reviewedToday) = (0, 0)
    reviews = states.filter { method.dueDay($0.value) <= now.day && !isRetired($0.key) }
      .map { (method.dueDay($0.value), $0.key) }
      .sorted { left, right in
        (left.0, left.1.word, left.1.skill.rawValue) < (
          right.0, right.1.word, right.1.skill.rawValue
        )
      }
      .map(\.1)
  }

  mutating func next(at now: Instant) -> Item? {
    reviews.removeAll { answeredToday.contains($0.word) }
    let isNewTurn = reviewedToday >= newToday * 2 + 2 || reviews.isEmpty
    if isNewTurn, newToday < newPerDay, let item = opening() { return item }
    return reviews.first ?? again.first
  }

  mutating func answered(_ item: Item, _ answer: Answer, at now: Instant) {
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

  private func isRetired(_ item: Item) -> Bool {
    guard retiresRecognition, item.skill == .recognize else { return false }
    return states[Item(word: item.word, skill: .recall)].map(method.isLearned) ?? false
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
