import Testing

@testable import EmotionCore

/// A sentence to say a feeling with.
@Suite struct SayingTests {
  private let library = RealData.library()

  private func say(_ word: WordID, isTold: Bool = false) throws -> String {
    Saying(try #require(library.lexicon[word]), isTold: isTold, library: library).text
  }

  /// What hurts asks for something, what feels good has it.
  @Test func aNeedIsMissedOrMet() throws {
    #expect(
      try say("overwhelmed")
        == "I feel overwhelmed when …, because I need support, order or rest.")
    #expect(
      try say("calm")
        == "I feel calm when …, because everything's in its place and I can take it easy.")
  }

  /// With a note, what happened has been told.
  @Test func whatWasToldLeavesNoGap() throws {
    #expect(
      try say("overwhelmed", isTold: true)
        == "I feel overwhelmed, and I need support, order or rest.")
    #expect(
      try say("calm", isTold: true)
        == "I feel calm, because everything's in its place and I can take it easy.")
  }

  @Test func whatIsNoNounComesLast() throws {
    for word in library.lexicon.words where word.pleasantness <= Saying.pleasant {
      let needs =
        Saying(word, isTold: false, library: library).text
        .split(separator: "I need ").last.map(String.init) ?? ""
      let parts = needs.replacing(" or ", with: ", ").split(separator: ", ")
      let firstVerb = parts.firstIndex { $0.hasPrefix("to ") } ?? parts.count
      #expect(parts[firstVerb...].allSatisfy { $0.hasPrefix("to ") }, "\(word.id): \(needs)")
    }
  }

  /// Nobody feels close because it's close.
  @Test func theReasonIsNotTheWordOnceMore() {
    for word in library.lexicon.words {
      let text = Saying(word, isTold: false, library: library).text
      let reason = text.split(separator: "because ").last.map(String.init) ?? ""
      let trace = WordTrace(word)
      let needs = word.needs.compactMap(library.need)
      let isMet = word.pleasantness > Saying.pleasant
      let hasOther = needs.contains { trace.found(in: Prose(isMet ? $0.met : $0.text)) == nil }
      #expect(!hasOther || trace.found(in: Prose(reason)) == nil, "\(text)")
    }
  }

  @Test func everyWordMakesAWholeSentence() {
    for word in library.lexicon.words {
      for isTold in [false, true] {
        let text = Saying(word, isTold: isTold, library: library).text
        #expect(text.first?.isUppercase == true && text.hasSuffix("."), "\(text)")
        #expect(text.contains("when …") != isTold, "\(text)")
        let isMissed = text.contains("because I need ") || text.contains(", and I need ")
        #expect(isMissed == (word.pleasantness <= Saying.pleasant), "\(text)")
      }
    }
  }

  @Test func withoutNeedsItIsTheFeelingAlone() {
    let word = Sample.word("odd")
    #expect(Saying(word, isTold: true, library: library).text == "I feel odd.")
    #expect(Saying(word, isTold: false, library: library).text == "I feel odd when ….")
  }
}
