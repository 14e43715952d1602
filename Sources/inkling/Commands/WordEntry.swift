import EmotionCore

/// A word with all that other files say of it: what `word` and `words` print.
struct WordEntry: Encodable {
  private let word: Word
  private let appraisal: AppraisalProfile?
  private let near: [Near]
  private let situations: [Situation]
  private let taxonomies: [Place]
  private let names: [WordID: String]
  private let body: [String]
  private let needs: [String]

  struct Near: Encodable {
    let word: String
    /// What the neighbor means beside the word, and the word beside the neighbor.
    let difference: String
    let here: String
  }

  struct Place: Encodable {
    let taxonomy: String
    let paths: [[String]]
  }

  init(_ word: Word, _ library: Library) {
    let lexicon = library.lexicon
    self.word = word
    appraisal = library.appraisals[word.id]
    near = lexicon.neighbors(of: word.id).map {
      Near(
        word: lexicon[$0.word]?.word ?? $0.word, difference: $0.itsLine, here: $0.ownLine)
    }
    situations = library.situations(of: word.id)
    taxonomies = library.taxonomies.compactMap { taxonomy in
      guard taxonomy.words.contains(word.id) else { return nil }
      return Place(taxonomy: taxonomy.id, paths: taxonomy.paths(to: word.id))
    }
    names = (word.story?.underneath ?? []).reduce(into: [:]) { $0[$1] = lexicon[$1]?.word }
    body = word.body.compactMap { library.bodySignal($0)?.text }
    needs = word.needs.compactMap { library.need($0)?.text }
  }

  private enum Key: String, CodingKey {
    case appraisal
    case near
    case situations
    case taxonomies
  }

  func encode(to encoder: any Encoder) throws {
    try word.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(appraisal, forKey: .appraisal)
    try container.encode(near, forKey: .near)
    try container.encode(situations, forKey: .situations)
    try container.encode(taxonomies, forKey: .taxonomies)
  }

  /// The entry as text.
  var lines: [String] {
    var lines = ["\(word.word): \(word.meaning)", "  \(word.say)"]
    func add(_ label: String, _ value: String) {
      if !value.isEmpty { lines.append("  \(label.padded(to: 12))  \(value)") }
    }
    if let sense = word.sense { add("sense", sense) }
    add("family", "\(word.family), strength \(word.strength) of 5")
    add("body", body.joined(separator: ", "))
    add("wants to", word.urge)
    add("may need", needs.joined(separator: ", "))
    if let story = word.story {
      add("tells", story.says)
      add("underneath", story.underneath.map { names[$0] ?? $0 }.joined(separator: ", "))
    }
    for (index, neighbor) in near.enumerated() {
      add(index == 0 ? "not" : "", "\(neighbor.word): \(neighbor.difference)")
    }
    for (index, situation) in situations.enumerated() {
      add(index == 0 ? "for example" : "", situation.text)
    }
    for (index, place) in taxonomies.enumerated() {
      let paths = place.paths.map { $0.joined(separator: " › ") }
      add(index == 0 ? "found in" : "", ([place.taxonomy] + paths).joined(separator: ": "))
    }
    return lines
  }
}
