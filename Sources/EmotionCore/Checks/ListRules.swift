/// What the fixed lists keep to: body signals, needs, and the order of teaching.
extension ContentCheck {
  func listProblems() -> [ContentProblem] {
    var found = Findings()
    let signals = library.body.flatMap(\.signals).map { (id: $0.id, text: $0.text) }
    let needs = library.needs.flatMap(\.needs).map { (id: $0.id, text: $0.text) }
    for (file, items) in [("body.json", signals), ("needs.json", needs)] {
      let twice = repeated(items.map(\.id))
      for item in items {
        found.look(at: file, item.id)
        found.require(
          Prose.isIdentifier(item.id), "id", "is not lower-case words joined by hyphens")
        found.require(!twice.contains(item.id), "id", "stands twice")
        found.require(!item.text.isEmpty, "text", "is empty")
      }
    }
    for need in library.needs.flatMap(\.needs) {
      found.look(at: "needs.json", need.id)
      found.require(!need.met.isEmpty, "met", "is empty")
      found.require(need.met.last?.isLetter ?? true, "met", "does not end like half a sentence")
    }
    found.look(at: "teaching-order.json")
    found.requireOnceAndKnown(nil, library.teachingOrder, known: wordIDs)
    return found.problems
  }
}
