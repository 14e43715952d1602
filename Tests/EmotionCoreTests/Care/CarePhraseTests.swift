import Testing

@testable import EmotionCore

/// The little language that the phrases are written in.
@Suite struct CarePhraseTests {
  private static func isSaid(_ phrase: String, in text: String) -> Bool {
    let speech = PlainSpeech(text)
    let phrases = CarePhrases(CarePhrases.read(phrase))
    return speech.sentences.contains { phrases.match($0, isAlone: speech.sentences.count == 1) }
  }

  @Test(arguments: [
    ("want to die", "I want to die", true), ("want to die", "want it to die", false),
    // Fillers may stand in between, commas too.
    ("want to die", "I want, honestly, to just die", true),
    // A close gap doesn't go past anyone else, a denial or another time.
    ("wish ~2 dead", "wish I was dead", true), ("wish ~2 dead", "wish that I was dead", false),
    ("wish ~2 dead", "wish he was dead", false), ("wish ~2 dead", "wish not dead", false),
    ("want ~3 die", "want grapes before I die", false), ("want ~3 die", "want die", true),
    ("want|need to die", "need to die", true), ("want to? die", "want die", true),
    ("wish *2 dead", "wish I was dead", true), ("wish *2 dead", "wish that I was dead", false),
    ("to die -of|laughing", "to die", true),
    ("to die -of|laughing", "to die really laughing", false),
    ("<not want to die", "want to die", true), ("<not want to die", "do not want to die", false),
    ("%onion cut it", "cut it", true), ("%onion cut it", "cut it with the onion", false),
    ("^ cut tonight", "and cut tonight", true), ("^ cut tonight", "we cut tonight", false),
    ("go on $", "I can't go on", true), ("go on $", "I can't go on vacation", false),
    ("go on $", "I can't go on, she said", true), ("better without|$", "it gets better", true),
    ("^ way out !", "way out", true), ("^ way out !", "Way out. Then left.", false),
    ("{harm} myself", "hurt myself", true), ("{harm} myself", "like myself", false),
    (":wanted to die", "I wanted to die", true), (":wanted to die", "wanted to die", true),
    (":wanted to die", "my brother wanted to die", false),
    (":wanted to die", "I smiled at my brother and wanted to die", true),
    (":wanted to die", "she left, wanted to die", true),
  ])
  func itMeansWhatItSays(_ phrase: String, _ text: String, _ isSaid: Bool) {
    #expect(Self.isSaid(phrase, in: text) == isSaid)
  }

  /// A slip in writing a phrase would make it say nothing, without a word.
  @Test func everyPhraseCanBeSaid() {
    #expect(CarePhrases.all.count > 1000)
    for phrase in CarePhrases.all + CarePhrases.goodbyes {
      #expect(!phrase.beginnings.isEmpty, "\(phrase.parts)")
      for case .word(let words, _) in phrase.parts {
        #expect(!words.isEmpty, "\(phrase.parts)")
        for word in words where !["$", ","].contains(word) {
          #expect(word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "'" }, "\(word)")
        }
      }
    }
  }

  @Test(arguments: [
    (
      "I dont wnat 2 b here any more!!",
      [["i", "do", "not", "want", "to", "be", "here", "anymore"]]
    ),
    ("k.m.s", [["kms"]]), ("K M S", [["kms"]]), ("I’m. Fine", [["i", "am"], ["fine"]]),
    ("soooo tired, dieeee", [["so", "tired", ",", "die"]]),
    ("s*icide k1ll", [["suicide", "kill"]]),
    ("", []), ("!!! …", []), ("kilt letter bitter", [["kilt", "letter", "bitter"]]),
  ])
  func whatFingersDidIsUndone(_ text: String, _ sentences: [[String]]) {
    #expect(PlainSpeech(text).sentences == sentences)
  }
}
