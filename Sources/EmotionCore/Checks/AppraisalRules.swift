/// Appraisal profiles use the dimensions and values that questions can be asked about.
extension ContentCheck {
  /// After Scherer, Smith & Ellsworth and Lazarus.
  static let appraisalValues: [String: Set<String>] = [
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

  func appraisalProblems() -> [ContentProblem] {
    var found = Findings()
    for entry in appraisals {
      let appraisal = entry.element.appraisal
      found.look(at: entry.file, entry.element.id)
      found.require(
        appraisal.count >= 4, "appraisal", "has \(appraisal.count) dimensions, not 4 or more")
      for (dimension, fits) in appraisal.sorted(by: { $0.key < $1.key }) {
        let field = "appraisal.\(dimension)"
        guard let known = Self.appraisalValues[dimension] else {
          found.require(false, field, "is an unknown dimension")
          continue
        }
        found.require(!fits.isEmpty, field, "is empty: leave it out when it does not matter")
        for (value, fit) in fits.sorted(by: { $0.key < $1.key }) {
          found.require(known.contains(value), "\(field).\(value)", "is an unknown value")
          found.require((1...3).contains(fit), "\(field).\(value)", "is \(fit), not 1 to 3")
        }
      }
    }
    return found.problems
  }

  /// Values that would make a question about them useless.
  func unusedAppraisalValues() -> [ContentProblem] {
    var found = Findings()
    var used: [String: Set<String>] = [:]
    for entry in appraisals {
      for (dimension, fits) in entry.element.appraisal {
        used[dimension, default: []].formUnion(fits.keys)
      }
    }
    found.look(at: "words")
    for (dimension, values) in Self.appraisalValues.sorted(by: { $0.key < $1.key }) {
      for value in values.subtracting(used[dimension] ?? []).sorted() {
        found.require(false, "appraisal.\(dimension).\(value)", "fits no word")
      }
    }
    return found.problems
  }
}
