/// Pleasantness, placed by hand, agrees with what people rated.
///
/// Only pleasantness is compared: two sets of ratings agree on it (r = .98) but not on energy
/// (r = .57).
extension ContentCheck {
  static let leastAgreement = 0.9

  func normProblems() -> [ContentProblem] {
    var found = Findings()
    for entry in norms {
      found.look(at: entry.file)
      for (field, text) in [
        ("source", entry.element.source), ("license", entry.element.license),
        ("scale", entry.element.scale),
      ] {
        found.require(!text.isEmpty, field, "is empty")
      }
      for (id, valence) in entry.element.valence.sorted(by: { $0.key < $1.key }) {
        found.require(wordIDs.contains(id), "valence.\(id)", "is unknown")
        found.require((1...9).contains(valence), "valence.\(id)", "is \(valence), not 1 to 9")
      }
      let agreement = Agreement(rated(by: entry.element))
      let furthest = agreement.furthest.prefix(5).map(\.id)
      found.require(
        agreement.correlation.map { $0 >= Self.leastAgreement } ?? false, "valence",
        "agrees with the pleasantness of our words at r = \(agreement.text), not .90 or more; "
          + "furthest off: \(furthest.joined(separator: ", "))")
    }
    return found.problems
  }

  private func rated(by norms: Norms) -> [Agreement.Pair] {
    norms.valence.sorted { $0.key < $1.key }.compactMap { id, valence in
      lexicon[id].map { Agreement.Pair(id: id, ours: $0.pleasantness, theirs: valence) }
    }
  }
}
