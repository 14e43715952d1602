/// What every entry of `Data/vague.json` keeps to.
extension ContentCheck {
  static let finerCount = 5...12
  static let becauseLength = 1...12
  /// What people really say first.
  static let essentialVagueWords = [
    "stressed", "fine", "okay", "good", "bad", "angry", "sad", "anxious", "upset", "tired", "busy",
    "i-dont-know",
  ]
  /// What "stressed" is said for most often.
  static let underStressed = ["overwhelmed", "pressured", "disappointed", "let-down"]

  func vagueWordProblems() -> [ContentProblem] {
    var found = Findings()
    let twice = repeated(vagueWords.map(\.element.id))
    var owners: [String: String] = [:]
    for entry in vagueWords {
      let vague = entry.element
      found.look(at: entry.file, vague.id)
      found.require(!twice.contains(vague.id), "id", "stands twice")
      found.require(
        Prose.isIdentifier(vague.id), "id", "is not lower-case words joined by hyphens")
      for spelling in vague.spellings.map(Spelling.normalized) {
        found.require(!spelling.isEmpty, "aliases", "has an empty one")
        if let owner = owners[spelling] {
          found.require(
            false, "aliases", "“\(spelling)” stands under “\(owner)” too: leave it to one of them")
        }
        owners[spelling] = vague.id
      }
      requireFiner(of: vague, &found)
    }
    return found.problems
  }

  private func requireFiner(of vague: VagueWord, _ found: inout Findings) {
    let finer = vague.finer.map(\.word)
    found.requireList("finer", finer, Self.finerCount, known: wordIDs)
    found.require(!finer.contains(vague.id), "finer", "leads to the same word")
    if vague.id == "stressed" {
      for word in Self.underStressed {
        found.require(finer.contains(word), "finer", "does not lead to “\(word)”")
      }
    }
    for entry in vague.finer {
      let because = Prose(entry.because)
      let field = "finer.\(entry.word).because"
      found.require(
        Self.becauseLength.contains(because.wordCount), field,
        "has \(because.wordCount) words, not 1 to 12")
      if let used = traces[entry.word]?.found(in: because) {
        found.require(false, field, "uses “\(used)”: write it without the word")
      }
    }
  }
}
