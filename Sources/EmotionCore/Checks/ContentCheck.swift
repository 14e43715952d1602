/// The rules that `Data/` keeps to. The tests and `inkling doctor --content` both use them.
///
/// A rule lives in the file of its subject; each reads what was gathered here.
public struct ContentCheck {
  let library: Library
  let files: [Located<JSON>]
  let words: [Located<Word>]
  let appraisals: [Located<Appraised>]
  let contrasts: [Located<Contrast>]
  let situations: [Located<Situation>]
  let vagueWords: [Located<VagueWord>]
  let taxonomies: [Located<Taxonomy>]
  let storyLists: [Located<StoryList>]
  let norms: [Located<Norms>]
  let support: [Located<Support>]
  /// Days since 1970, nil where it doesn't matter when something was checked.
  let today: Int?
  let lexicon: Lexicon
  let wordIDs: Set<WordID>
  /// Finds a word in a text, for each word.
  let traces: [WordID: WordTrace]

  /// Reads everything in `library`, also what the program reads only when it is asked for.
  /// - Parameter today: days since 1970; with it, what was checked too long ago is a problem.
  public init(_ library: Library, today: Int? = nil) {
    self.library = library
    self.today = today
    files = library.parts("", JSON.self)
    words = library.located("words/", [Word].self)
    appraisals = library.located("words/", [Appraised].self)
    contrasts = library.located("contrasts/", [Contrast].self)
    situations = library.located("situations/", [Situation].self)
    vagueWords = library.located("vague.json", [VagueWord].self)
    taxonomies = library.parts("taxonomies/", Taxonomy.self)
    storyLists = library.parts("stories.json", StoryList.self)
    norms = library.parts("norms.json", Norms.self)
    support = library.located("support.json", [Support].self)
    lexicon = library.lexicon
    wordIDs = Set(words.map(\.element.id))
    traces = Dictionary(
      words.map { ($0.element.id, WordTrace($0.element)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything that breaks a rule, in the order of the rules and, within one, of the files; the
  /// same content gives the same list.
  public func problems() -> [ContentProblem] {
    let subjects = [
      wordProblems(), spellingProblems(), appraisalProblems(), meaningProblems(),
      contrastProblems(), situationProblems(), vagueWordProblems(), storyProblems(),
      taxonomyProblems(), publishedProblems(), listProblems(), familyProblems(),
      coverageProblems(), normProblems(), supportProblems(), textProblems(),
    ]
    return unreadable() + subjects.flatMap(\.self)
  }

  /// How much was checked: "649 words, 1215 contrasts, …".
  public var extent: String {
    "\(words.count) words, \(contrasts.count) contrasts, \(situations.count) situations, "
      + "\(vagueWords.count) vague words, \(taxonomies.count) taxonomies"
  }

  private func unreadable() -> [ContentProblem] {
    // Asked for so that a fault in them is noticed.
    _ = (library.families, library.teachingOrder, library.body, library.needs, library.support)
    return library.failures.map {
      ContentProblem(file: $0.file, id: nil, field: nil, what: "could not be read: \($0.reason)")
    }
  }
}

/// The elements that occur more than once, each once.
func repeated<Element: Hashable>(_ elements: some Sequence<Element>) -> Set<Element> {
  var seen: Set<Element> = []
  return Set(elements.filter { !seen.insert($0).inserted })
}
