import EmotionCore
import Testing

/// Appraisal profiles use the dimensions and values that questions can be asked about.
@Suite struct AppraisalRules {
  private let appraisals = RealData.library().appraisals

  private static let values: [String: Set<String>] = [
    "time": ["past", "now", "ahead"],
    "cause": ["me", "someone", "circumstances", "nothing-visible"],
    "object": ["me", "someone-else", "us", "thing"],
    "event": ["gain", "loss", "threat", "obstacle", "slight", "wrong-done", "nothing-happening"],
    "expected": ["expected", "unsure", "out-of-the-blue"],
    "certainty": ["settled", "open"],
    "control": ["yes", "with-help", "no"],
    "fairness": ["fair", "unfair", "not-a-question"],
    "own-standards": ["met", "missed", "not-touched"],
    "seen": ["yes", "no"],
    "closeness": ["toward", "away", "left-outside"],
    "load": ["too-much", "about-right", "too-little"],
    "worth": ["bigger", "smaller", "nothing"],
    "urge": [
      "move-toward", "push-against", "get-away", "hide", "freeze-or-stop", "hold-on", "let-go",
    ],
    "span": ["flash", "hours", "days"],
  ]

  @Test func profilesHaveAtLeastFourKnownDimensions() {
    for (file, word) in RealData.words.map({ ($0.file, $0.element) }) {
      let appraisal = appraisals[word.id] ?? [:]
      let count = appraisal.count
      rule(count >= 4, file, word.id, "appraisal", "has \(count) dimensions, not 4 or more")
      for dimension in appraisal.keys {
        rule(Self.values[dimension] != nil, file, word.id, "appraisal.\(dimension)", "is unknown")
      }
    }
  }

  @Test func valuesAreKnownAndFitFromOneToThree() {
    for (file, word) in RealData.words.map({ ($0.file, $0.element) }) {
      for (dimension, fits) in appraisals[word.id] ?? [:] {
        let known = Self.values[dimension] ?? []
        rule(!fits.isEmpty, file, word.id, "appraisal.\(dimension)", "is empty")
        for (value, fit) in fits {
          let field = "appraisal.\(dimension).\(value)"
          rule(known.contains(value), file, word.id, field, "is unknown")
          rule((1...3).contains(fit), file, word.id, field, "is \(fit), not 1...3")
        }
      }
    }
  }

  @Test func everyDimensionAndValueIsUsed() {
    var used: [String: Set<String>] = [:]
    for appraisal in appraisals.values {
      for (dimension, fits) in appraisal { used[dimension, default: []].formUnion(fits.keys) }
    }
    #expect(used == Self.values)
  }
}
