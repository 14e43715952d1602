/// Words in the order in which they were last named, each once.
struct Enrollment: Equatable, Sendable {
  /// With gaps where a word stood before it was named again.
  private var slots: [WordID?]
  /// The place of each word; nil until a word is added, since a start only reads.
  private var places: [WordID: Int]?

  init(_ words: [WordID] = []) { slots = words }

  /// The oldest first.
  var words: [WordID] { slots.compactMap(\.self) }

  static func == (left: Enrollment, right: Enrollment) -> Bool { left.words == right.words }

  /// Adds a word at the end.
  /// - Parameter anew: whether one that is there already goes to the end.
  mutating func add(_ word: WordID, anew: Bool = false) {
    if places == nil { renumber() }
    if let place = places?[word] {
      guard anew else { return }
      slots[place] = nil
    }
    places?[word] = slots.count
    slots.append(word)
    // So that gaps never outnumber the words by much.
    if slots.count > 64 + 2 * (places?.count ?? 0) { renumber() }
  }

  private mutating func renumber() {
    slots.removeAll { $0 == nil }
    var places: [WordID: Int] = [:]
    for (place, word) in slots.enumerated() {
      if let word { places[word] = place }
    }
    self.places = places
  }
}
