/// A sentence in which a feeling can be told to somebody: the word, what set it off, and the need
/// behind it.
///
/// What hurts points to a need that isn't met, what feels good to one that is: "because I need
/// support", "because somebody's got my back".
public struct Saying: Equatable, Sendable {
  /// The sentence, with a full stop.
  public let text: String

  /// Above this pleasantness a feeling's needs count as met. Wanting and mixed feelings stay below
  /// it.
  static let pleasant = 0.3

  /// - Parameter isTold: whether what happened is told beside it, so that the sentence leaves no
  ///   gap for it.
  public init(_ word: Word, isTold: Bool, library: Library) {
    let opening = word.say.prefix(1).uppercased() + word.say.dropFirst()
    let trace = WordTrace(word)
    let needs = word.needs.compactMap(library.need)
    let isMet = word.pleasantness > Self.pleasant
    let clause =
      isMet
      ? Self.met(Self.unlike(trace, needs, \.met)) : Self.unmet(Self.unlike(trace, needs, \.text))
    let gap = isTold ? "" : " when …"
    guard let clause else {
      text = opening + gap + "."
      return
    }
    text =
      switch (isMet, isTold) {
      case (false, true): "\(opening), and \(clause)."
      default: "\(opening)\(gap), because \(clause)."
      }
  }

  /// The needs whose text does not say the word once more: nobody feels close because it's close.
  private static func unlike(
    _ trace: WordTrace, _ needs: [Need], _ text: (Need) -> String
  ) -> [String] {
    let texts = needs.map(text)
    let others = texts.filter { trace.found(in: Prose($0)) == nil }
    return others.isEmpty ? texts : others
  }

  /// "everything's in its place and I can take it easy"
  private static func met(_ clauses: [String]) -> String? {
    clauses.isEmpty ? nil : clauses.prefix(2).joined(separator: " and ")
  }

  /// "I need support, order or to be heard": what isn't a noun comes last.
  private static func unmet(_ needs: [String]) -> String? {
    let first = needs.prefix(3)
    let ordered = first.filter { !$0.hasPrefix("to ") } + first.filter { $0.hasPrefix("to ") }
    guard let last = ordered.last else { return nil }
    let others = ordered.dropLast().joined(separator: ", ")
    return "I need " + (others.isEmpty ? last : "\(others) or \(last)")
  }
}
