import EmotionCore
import Testing

/// What every entry of `Data/words/` keeps to.
@Suite struct WordRules {
  private let words = RealData.words

  @Test func identifiersAreUniqueAndSpellTheWord() {
    let twice = repeated(words.map(\.element.id))
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      rule(!twice.contains(word.id), file, word.id, "id", "stands twice")
      rule(isIdentifier(word.id), file, word.id, "id", "is not lower-case words with hyphens")
      let written = word.id.split(separator: "-").joined(separator: " ")
      rule(word.word == written, file, word.id, "word", "is not \(written)")
    }
  }

  @Test func everyWordIsInTheFileOfItsFamily() {
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      rule(file == "words/\(word.family).json", file, word.id, "family", "is \(word.family)")
    }
  }

  @Test func familiesAreKnownAndNoneIsEmpty() {
    let families = RealData.library().families.map(\.id)
    let used = Set(words.map(\.element.family))
    #expect(repeated(families) == [])
    #expect(used.subtracting(families) == [], "families of words that families.json does not have")
    #expect(Set(families).subtracting(used) == [], "families.json: families without words")
  }

  @Test func theMeaningIsShortAndDoesNotUseTheWord() {
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      let length = wordCount(word.meaning)
      rule((1...20).contains(length), file, word.id, "meaning", "has \(length) words, not 1...20")
      let used = Root.spelling(of: word, in: word.meaning)
      rule(used == nil, file, word.id, "meaning", "uses \(used ?? "")")
    }
  }

  @Test func whatIsSaidOfItIsThere() {
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      rule(!word.say.isEmpty, file, word.id, "say", "is missing")
      rule(!word.urge.isEmpty, file, word.id, "urge", "is missing")
      rule(word.sense != "", file, word.id, "sense", "is empty")
      for spelling in word.spellings {
        rule(!spelling.isEmpty, file, word.id, "noun, adjective or forms", "is empty")
      }
    }
  }

  @Test func numbersAreWithinTheirScales() {
    let plane = -1.0...1.0
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      rule((1...5).contains(word.strength), file, word.id, "strength", "\(word.strength)")
      rule((1...5).contains(word.everyday), file, word.id, "everyday", "\(word.everyday)")
      rule(
        plane.contains(word.pleasantness), file, word.id, "pleasantness", "\(word.pleasantness)")
      rule(plane.contains(word.energy), file, word.id, "energy", "\(word.energy)")
    }
  }

  @Test func bodyAndNeedsAreKnownAndFew() {
    let library = RealData.library()
    let signals = Set(library.body.flatMap(\.signals).map(\.id))
    let needs = Set(library.needs.flatMap(\.needs).map(\.id))
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      rule((2...5).contains(word.body.count), file, word.id, "body", "has \(word.body.count)")
      rule((1...4).contains(word.needs.count), file, word.id, "needs", "has \(word.needs.count)")
      rule(repeated(word.body + word.needs) == [], file, word.id, "body, needs", "name one twice")
      for signal in word.body {
        rule(signals.contains(signal), file, word.id, "body", "unknown signal \(signal)")
      }
      for need in word.needs {
        rule(needs.contains(need), file, word.id, "needs", "unknown need \(need)")
      }
    }
  }

  @Test func bodySignalsAndNeedsAreUniqueAndAreSaid() {
    let library = RealData.library()
    let signals = library.body.flatMap(\.signals)
    let needs = library.needs.flatMap(\.needs)
    #expect(repeated(signals.map(\.id)) == [])
    #expect(repeated(needs.map(\.id)) == [])
    for signal in signals {
      rule(isIdentifier(signal.id) && !signal.text.isEmpty, "body.json", signal.id, "text", "")
    }
    for need in needs {
      rule(isIdentifier(need.id) && !need.text.isEmpty, "needs.json", need.id, "text", "")
    }
  }

  @Test func aStoryHasKnownWordsUnderneath() {
    for (file, word) in words.map({ ($0.file, $0.element) }) {
      guard let story = word.story else { continue }
      rule(!story.says.isEmpty, file, word.id, "story.says", "is missing")
      rule(!story.underneath.isEmpty, file, word.id, "story.underneath", "is empty")
      for under in story.underneath {
        rule(
          RealData.wordIDs.contains(under) && under != word.id, file, word.id, "story.underneath",
          "\(under) is unknown or the word itself")
      }
    }
  }

  @Test func thereAreEnoughWordsOfEveryStrength() {
    #expect(words.count >= 120)
    #expect(Set(words.map(\.element.strength)) == [1, 2, 3, 4, 5])
  }

  @Test func theTeachingOrderNamesKnownWordsOnce() {
    let order = RealData.library().teachingOrder
    #expect(repeated(order) == [], "teaching-order.json: twice")
    #expect(Set(order).subtracting(RealData.wordIDs) == [], "teaching-order.json: unknown")
  }
}
