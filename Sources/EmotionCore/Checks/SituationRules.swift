/// What every vignette of `Data/situations/` keeps to.
extension ContentCheck {
  /// One to three sentences.
  static let situationLength = 10...38
  /// With the answer, four to choose from.
  static let nearCount = 3

  func situationProblems() -> [ContentProblem] {
    var found = Findings()
    let twice = repeated(situations.map(\.element.id))
    for entry in situations {
      let situation = entry.element
      found.look(at: entry.file, situation.id)
      found.require(!situation.id.isEmpty, "id", "is empty")
      found.require(!twice.contains(situation.id), "id", "stands twice")
      requireText(of: situation, &found)
      requireAnswer(of: situation, in: entry.file, &found)
      requireNear(of: situation, &found)
    }
    return found.problems
  }

  private func requireText(of situation: Situation, _ found: inout Findings) {
    let text = Prose(situation.text)
    found.require(
      Self.situationLength.contains(text.wordCount), "text",
      "has \(text.wordCount) words, not 10 to 38")
    for id in situation.fits + situation.near.keys.sorted() {
      if let used = traces[id]?.found(in: text) {
        found.require(false, "text", "uses “\(used)”, which gives “\(id)” away")
      }
    }
  }

  private func requireAnswer(
    of situation: Situation, in file: String, _ found: inout Findings
  ) {
    found.require(!situation.fits.isEmpty, "fits", "is empty: name the word that fits")
    found.requireOnceAndKnown("fits", situation.fits, known: wordIDs)
    found.require(!situation.why.isEmpty, "why", "is empty")
    // The situations of a word are looked for in the file of its family only.
    if let family = situation.fits.first.flatMap({ lexicon[$0] })?.family {
      found.require(
        file == "situations/\(family).json", "fits",
        "is of the family “\(family)”: move it to situations/\(family).json")
    }
  }

  private func requireNear(of situation: Situation, _ found: inout Findings) {
    let count = situation.near.count
    found.require(count == Self.nearCount, "near", "has \(count) words, not \(Self.nearCount)")
    for (word, reason) in situation.near.sorted(by: { $0.key < $1.key }) {
      found.require(wordIDs.contains(word), "near.\(word)", "is unknown")
      found.require(!situation.fits.contains(word), "near.\(word)", "fits, and cannot be near")
      found.require(!reason.isEmpty, "near.\(word)", "has no reason")
    }
  }
}
