import EmotionCore

/// The words to be learned, in the order in which they are taught, and which are easily taken for
/// one another. A word is its place in that order.
struct Vocabulary {
  let lexicon: Lexicon
  let words: [WordID]
  let neighbors: [[Int]]
  let places: [WordID: Int]

  init(_ library: Library) {
    let words = library.teachingOrder
    let lexicon = library.lexicon
    let places = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    self.words = words
    self.lexicon = lexicon
    self.places = places
    neighbors = words.map { lexicon.neighbors(of: $0).compactMap { places[$0.word] } }
  }
}

/// What is asked: a word and a skill.
struct Item: Hashable {
  let word: Int
  let skill: Skill
}

/// A point in a simulated life.
struct Instant {
  /// Days since the first.
  var day = 0
  /// Seconds since the first session began.
  var seconds = 0.0
  /// How many of them were spent practicing.
  var practiced = 0.0

  mutating func practice(for time: Double) {
    seconds += time
    practiced += time
  }

  /// The session's beginning on a later day.
  mutating func skip(to day: Int) {
    self.day = day
    seconds = max(seconds, Double(day) * 86_400)
  }
}
