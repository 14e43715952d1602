import EmotionCore
import SpacedRepetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What came of a question.
struct Answer {
  let grade: Grade
  /// The word that was given instead.
  let instead: Int?
  /// From the question to the answer, in seconds.
  let latency: Double
  /// With reading the explanation.
  let seconds: Double
}

/// Someone who learns words and takes them for their neighbors.
///
/// What a person and a word bring along shifts the log-odds of retrieval: normal, with standard
/// deviations of 0.2 and 0.3 units of activation.
///
/// Neighbors interfere as the fan effect has it (Anderson 1974, Cognitive Psychology 6): activation
/// falls by 0.4·ln(1 + Σ κ·p·(1 − q)), with p the chance that the neighbor comes to mind, fresh or
/// strong as it is, q that of the word itself, and κ = e^(−n/2) after the two were told apart n
/// times. Being told apart is: both within one session (the discriminative contrast of Kang and
/// Pashler 2012, Applied Cognitive Psychology 26), or one given for the other, 1; side by side among
/// the options, when both were met, ½. The shape is from the literature, the numbers are chosen here.
struct Learner<Memory: Trace> {
  private let vocabulary: Vocabulary
  private let shifts: [Double]
  private var traces: [Memory?]
  /// How often each word and its neighbors were told apart, in the order of the neighbors.
  private var toldApart: [[Double]]
  private var metInSession: Set<Int> = []
  private var dice: Chance

  init(_ vocabulary: Vocabulary, seed: UInt64) {
    var dice = Chance(seed: seed)
    let person = dice.normal() * 0.2
    shifts = vocabulary.words.map { _ in (person + dice.normal() * 0.3) / activationNoise }
    traces = vocabulary.words.map { _ in nil }
    toldApart = vocabulary.neighbors.map { $0.map { _ in 0 } }
    self.vocabulary = vocabulary
    self.dice = dice
  }

  mutating func beginSession() { metInSession = [] }

  /// The chance of typing each word from its meaning.
  func recall(at now: Instant) -> [Double] {
    vocabulary.words.indices.map { chance(odds(of: $0, .recall, now)) }
  }

  var wordsMet: Int { traces.count { $0 != nil } }

  mutating func answer(_ item: Item, at now: Instant) -> Answer {
    let odds = odds(of: item.word, item.skill, now)
    let alone = chance(unhindered(item.word, item.skill, now))
    let known = chance(odds)
    let draw = dice.unit()
    let verdict: Verdict
    let encounter: Encounter
    var instead: Int?
    if draw < known {
      verdict = .right
      encounter = item.skill == .recall ? .recalled : .recognized
    } else {
      encounter = .told
      if draw < alone, let other = mixedUp(with: item.word, now) {
        instead = other
        let word = vocabulary.words[other]
        // As `AnswerCheck` has it: a neighbor that is typed is near, one that is picked is wrong.
        verdict = item.skill == .recall ? .near(word) : .wrong(word)
      } else if item.skill == .recognize {
        verdict = dice.unit() < 0.25 ? .right : .unknown
      } else {
        verdict = .gaveUp
      }
    }
    let latency = Pace.latency(odds: encounter == .told ? 1 : odds)
    let answer = Answer(
      grade: verdict.grade(), instead: instead, latency: latency,
      seconds: latency + (verdict == .right ? Pace.readingAfterHit : Pace.readingAfterMiss))
    var after = now
    after.practice(for: answer.seconds)
    var trace = traces[item.word] ?? Memory()
    trace.add(encounter, at: after)
    traces[item.word] = trace
    tellApart(item, instead)
    metInSession.insert(item.word)
    return answer
  }

  private func chance(_ odds: Double) -> Double { odds / (1 + odds) }

  private func unhindered(_ word: Int, _ skill: Skill, _ now: Instant) -> Double {
    guard let trace = traces[word] else { return 0 }
    // Seeing the word among others takes half a unit of activation less than finding it.
    let help = skill == .recognize ? 0.5 / activationNoise : 0
    return trace.odds(at: now) * exp(shifts[word] + help)
  }

  private func odds(of word: Int, _ skill: Skill, _ now: Instant) -> Double {
    let alone = unhindered(word, skill, now)
    guard alone > 0 else { return 0 }
    let rivals = rivals(of: word, now).reduce(0, +)
    return alone * pow(1 + rivals * (1 - chance(alone)), -0.4 / activationNoise)
  }

  /// κ·p of each neighbor.
  private func rivals(of word: Int, _ now: Instant) -> [Double] {
    zip(vocabulary.neighbors[word], toldApart[word]).map { neighbor, times in
      exp(-times / 2) * chance(unhindered(neighbor, .recall, now))
    }
  }

  /// The neighbor that comes to mind in place of a word.
  private mutating func mixedUp(with word: Int, _ now: Instant) -> Int? {
    let rivals = rivals(of: word, now)
    var rest = dice.unit() * rivals.reduce(0, +)
    for (neighbor, weight) in zip(vocabulary.neighbors[word], rivals) {
      rest -= weight
      if rest < 0 { return neighbor }
    }
    return nil
  }

  private mutating func tellApart(_ item: Item, _ instead: Int?) {
    for (place, neighbor) in vocabulary.neighbors[item.word].enumerated() {
      let times: Double
      if neighbor == instead || metInSession.contains(neighbor) {
        times = 1
      } else {
        times = item.skill == .recognize && place < 3 && traces[neighbor] != nil ? 0.5 : 0
      }
      toldApart[item.word][place] += times
      if let back = vocabulary.neighbors[neighbor].firstIndex(of: item.word) {
        toldApart[neighbor][back] += times
      }
    }
  }
}

/// What answers cost, in seconds. Latency is F·e^(−m), F = 1 s; the rest is chosen here.
private enum Pace {
  static let readingAfterHit = 2.0
  static let readingAfterMiss = 8.0
  private static let threshold = PairedAssociates.threshold

  static func latency(odds: Double) -> Double {
    let activation = threshold + activationNoise * log(odds)
    // A situation and four options are read, or a shorter prompt, and then a word is typed.
    return 6 + min(exp(-activation), 8)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// 0..<1
  mutating func unit() -> Double { Double.random(in: 0..<1, using: &self) }

  /// Mean 0, standard deviation 1 (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
