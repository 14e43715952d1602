/// Typing a spelling can mean one word only.
extension ContentCheck {
  func spellingProblems() -> [ContentProblem] {
    var found = Findings()
    let own = words.map { entry in
      (entry, spellings: Set(entry.element.spellings.map(Spelling.normalized)).sorted())
    }
    var owners: [String: [WordID]] = [:]
    for (entry, spellings) in own {
      for spelling in spellings { owners[spelling, default: []].append(entry.element.id) }
    }
    let names = Dictionary(
      words.map { (Spelling.normalized($0.element.word), $0.element.id) },
      uniquingKeysWith: { first, _ in first })
    for (entry, spellings) in own {
      found.look(at: entry.file, entry.element.id)
      for spelling in spellings {
        // The word of that name may have it, or else the first that says so.
        guard let keeper = names[spelling] ?? owners[spelling]?.first else { continue }
        found.require(
          keeper == entry.element.id, Self.field(of: spelling, in: entry.element),
          "“\(spelling)” is a spelling of “\(keeper)” too: leave it to that word")
      }
    }
    return found.problems
  }

  private static func field(of spelling: String, in word: Word) -> String {
    let named = [("word", word.word), ("noun", word.noun), ("adjective", word.adjective)]
    return named.first { $0.1.map(Spelling.normalized) == spelling }?.0 ?? "forms"
  }
}
