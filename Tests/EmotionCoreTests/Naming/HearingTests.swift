import Testing

@testable import EmotionCore

@Suite struct HearingTests {
  private static let library = RealData.library

  private static func heard(_ text: String, _ library: Library) -> [String] {
    Hearing(text, library: library).heard.map { item in
      switch item.feeling {
      case .vague(let vague): "\(item.words)>\(vague.id)"
      case .word(let word): "\(item.words)>\(word.id)"
      }
    }
  }

  /// What a sentence says, as "the words>what they were taken for".
  static let said: [(String, [String])] = [
    ("I feel tired and empty", ["tired>tired", "empty>empty"]),
    ("I feel like shit", ["like shit>bad"]),
    ("feeling like crap today", ["like crap>bad"]),
    ("I feel like garbage", ["like garbage>bad"]),
    ("I feel like a failure", ["like a failure>like-a-failure"]),
    ("I hate myself", ["i hate myself>i-hate-myself"]),
    ("ugh, I hate myself so much", ["i hate myself>i-hate-myself"]),
    ("I hate my body", ["hate my body>i-hate-myself"]),
    ("I'm worthless", ["worthless>worthless"]),
    ("I'm a failure", ["a failure>like-a-failure"]),
    ("I'm such an idiot", ["such an idiot>i-hate-myself"]),
    ("angry at my boss", ["angry>angry"]),
    ("my boss makes me so angry", ["so angry>angry"]),
    ("never felt so lonely", ["lonely>lonely"]),
    ("I'm not just tired", ["tired>tired"]),
    ("I like him", ["like>liking"]),
    ("I feel low", ["low>low"]),
    ("feeling a bit down", ["down>down"]),
    ("I was hurt and ashamed", ["hurt>hurt", "ashamed>ashamed"]),
    ("I feel so small", ["small>small"]),
    ("cold and alone", ["cold>cold", "alone>lonely"]),
    ("I miss my mom", ["miss>missing-someone"]),
    ("so stressed. Then sad.", ["stressed>stressed", "sad>sad"]),
  ]

  /// What isn't said, or isn't said of whoever writes.
  static let unsaid = [
    "I feel like nobody cares", "it looks like rain", "what's he like", "I feel like pizza",
    "it's like a movie", "I feel that he lied to me", "kind of", "that's kind of him", "I mean it",
    "you mean the world to me", "fine with it", "I'm fine with that", "a blue car",
    "the content of the email",
    "close the door", "close to home", "cross the street", "low on milk", "down for a movie",
    "I hurt my knee",
    "I lost my keys", "a small house", "cold pizza", "not angry", "wasn't even mad", "I'm not sad",
    "I don't feel guilty", "never jealous", "my boss is angry", "she's so sad",
    "he was furious with me",
    "an angry man", "no one told me", "I love pizza", "I hate Mondays", "used to it",
    "we moved house",
    "the light is low", "good for you", "still in bed", "my brother is lonely",
    "I want a free lunch",
    "the flat tire", "an open window", "warm soup", "qwerty asdf",
  ]

  @Test(arguments: said.indices) func whatIsSaidIsHeard(_ index: Int) {
    let (text, expected) = Self.said[index]
    #expect(Self.heard(text, Self.library()) == expected, "\(text)")
  }

  @Test func whatIsNotSaidIsNot() {
    let library = Self.library()
    for text in Self.unsaid { #expect(Self.heard(text, library) == [], "\(text)") }
  }

  @Test(arguments: ["", " ", ",,,", "…!?", "not", "i", String(repeating: "really ", count: 2000)])
  func anythingCanBeHeard(_ text: String) {
    #expect(Hearing(text, library: Self.library()).heard.isEmpty)
  }

  /// Self-hate leads to what may lie in it, and not to hate.
  @Test func selfHateIsNotHateful() throws {
    let library = Self.library()
    let vague = try #require(library.vagueWord(spelled: "i hate myself"))
    let words = Shortlist(library: library).suggestions([.said(vague.id)]).map(\.word)
    #expect(words.prefix(3) == ["ashamed", "worthless", "self-critical"])
    #expect(!words.contains("hateful"))
  }
}
