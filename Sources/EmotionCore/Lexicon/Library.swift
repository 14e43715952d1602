/// Everything in `Data/`, each part decoded when it is first asked for.
///
/// The bytes are handed in; nothing is read from disk here. A part that cannot be decoded counts
/// as empty and leaves a sentence in `problems`; the tests keep that from ever being shipped.
public final class Library {
  public typealias Source = () -> [(name: String, bytes: UnsafeRawBufferPointer)]

  private let files: [(name: String, bytes: UnsafeRawBufferPointer)]
  /// One sentence for each file that could not be decoded.
  public private(set) var problems: [String] = []

  /// - Parameter files: name below `Data/` and content; the memory must outlive the library.
  public init(files: [(name: String, bytes: UnsafeRawBufferPointer)]) { self.files = files }

  public private(set) lazy var lexicon = Lexicon(
    words: all("words/", [Word].self), contrasts: all("contrasts/", [Contrast].self))
  /// How each word's situation is seen. It lies in the files of the words but is read apart from
  /// them: it takes longer to decode than all the rest, and no screen needs it to begin with.
  public private(set) lazy var appraisals = Dictionary(
    all("words/", [Appraised].self).map { ($0.id, $0.appraisal) },
    uniquingKeysWith: { first, _ in first })
  public private(set) lazy var taxonomies: [Taxonomy] = each("taxonomies/", Taxonomy.self)
  public private(set) lazy var families = all("families.json", [Family].self)
  /// The order in which words are introduced to someone who has named none.
  public private(set) lazy var teachingOrder = all("teaching-order.json", [WordID].self)
  public private(set) lazy var vagueWords = all("vague.json", [VagueWord].self)
  /// The normalized spellings of each vague word, in the same order.
  public private(set) lazy var vagueSpellings = vagueWords.map { word in
    word.spellings.map(Spelling.normalized)
  }
  public private(set) lazy var body = all("body.json", [BodyRegion].self)
  public private(set) lazy var needs = all("needs.json", [NeedGroup].self)

  private var situationsByFamily: [String: [WordID: [Situation]]] = [:]

  /// The cases of a word. Its family's file is decoded when the first of its words is asked for.
  public func situations(of word: WordID) -> [Situation] {
    guard let family = lexicon[word]?.family else { return [] }
    if let known = situationsByFamily[family] { return known[word] ?? [] }
    let situations = Dictionary(
      grouping: all("situations/\(family).json", [Situation].self), by: { $0.fits.first ?? "" })
    situationsByFamily[family] = situations
    return situations[word] ?? []
  }

  /// The vague word that `text` is a way of saying.
  public func vagueWord(spelled text: String) -> VagueWord? {
    let query = Spelling.normalized(text)
    return zip(vagueWords, vagueSpellings).first { $0.1.contains(query) }?.0
  }

  public func bodySignal(_ id: String) -> BodySignal? {
    body.lazy.flatMap(\.signals).first { $0.id == id }
  }

  public func need(_ id: String) -> Need? { needs.lazy.flatMap(\.needs).first { $0.id == id } }

  private func all<Element: ContentReadable>(
    _ prefix: String, _ type: [Element].Type
  ) -> [Element] {
    each(prefix, type).flatMap(\.self)
  }

  private func each<Part: ContentReadable>(_ prefix: String, _ type: Part.Type) -> [Part] {
    files.filter { $0.name.hasPrefix(prefix) }.compactMap { file in
      let place: String
      do throws(JSON.SyntaxError) {
        let json = try JSON(file.bytes)
        do throws(ContentError) {
          return try Part(json, at: .file)
        } catch { place = "\(error.place): \(error.reason)" }
      } catch { place = "line \(error.line): \(error.reason)" }
      problems.append("Data/\(file.name) could not be read: \(place).")
      return nil
    }
  }
}
