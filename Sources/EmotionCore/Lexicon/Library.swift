/// Everything in `Data/`, each part decoded when it is first asked for.
///
/// The bytes are handed in; nothing is read from disk here. A part that cannot be decoded counts
/// as empty and leaves a sentence in `problems`; the tests keep that from ever being shipped.
public final class Library {
  public typealias Source = () -> [(name: String, bytes: UnsafeRawBufferPointer)]

  private let files: [(name: String, bytes: UnsafeRawBufferPointer)]
  /// The files that could not be decoded.
  private(set) var failures: [Failure] = []
  /// One sentence for each file that could not be decoded.
  public var problems: [String] {
    failures.map { "Data/\($0.file) could not be read: \($0.reason)." }
  }

  /// - Parameter files: name below `Data/` and content; the memory must outlive the library.
  public init(files: [(name: String, bytes: UnsafeRawBufferPointer)]) { self.files = files }

  public private(set) lazy var lexicon = Lexicon(
    words: all("words/", [Word].self), contrasts: all("contrasts/", [Contrast].self))
  /// How each word's situation is seen. It lies in the files of the words but is read apart from
  /// them: it takes longer to decode than all the rest, and no screen needs it to begin with.
  public private(set) lazy var appraisals = Dictionary(
    all("words/", [Appraised].self).map { ($0.id, $0.appraisal) },
    uniquingKeysWith: { first, _ in first })
  public private(set) lazy var taxonomies = parts("taxonomies/", Taxonomy.self).map(\.element)
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
  /// Whom one can call, country by country.
  public private(set) lazy var support = all("support.json", [Support].self)

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

  private lazy var vagueBySpelling = Dictionary(
    zip(vagueWords, vagueSpellings).flatMap { word, spellings in spellings.map { ($0, word) } },
    uniquingKeysWith: { first, _ in first })

  /// The vague word that `text` is a way of saying.
  public func vagueWord(spelled text: String) -> VagueWord? {
    vagueBySpelling[Spelling.normalized(text)]
  }

  public func bodySignal(_ id: String) -> BodySignal? {
    body.lazy.flatMap(\.signals).first { $0.id == id }
  }

  public func need(_ id: String) -> Need? { needs.lazy.flatMap(\.needs).first { $0.id == id } }

  private func all<Element: ContentReadable>(
    _ prefix: String, _ type: [Element].Type
  ) -> [Element] {
    parts(prefix, type).flatMap(\.element)
  }

  /// What each file below `prefix` holds, with its name; read anew at every call.
  func parts<Part: ContentReadable>(_ prefix: String, _ type: Part.Type) -> [Located<Part>] {
    files.filter { $0.name.hasPrefix(prefix) }.compactMap { file in
      let reason: String
      do throws(JSON.SyntaxError) {
        let json = try JSON(file.bytes)
        do throws(ContentError) {
          return Located(file: file.name, element: try Part(json, at: .file))
        } catch { reason = "\(error.place): \(error.reason)" }
      } catch { reason = "line \(error.line): \(error.reason)" }
      let failure = Failure(file: file.name, reason: reason)
      if !failures.contains(failure) { failures.append(failure) }
      return nil
    }
  }

  /// Each element of the lists below `prefix`, with the name of its file; read anew at every call.
  func located<Element: ContentReadable>(
    _ prefix: String, _ type: [Element].Type
  ) -> [Located<Element>] {
    parts(prefix, type).flatMap { part in
      part.element.map { Located(file: part.file, element: $0) }
    }
  }

  struct Failure: Equatable {
    let file: String
    let reason: String
  }
}

/// Something of `Data/`, with the name of the file that it stands in.
struct Located<Element> {
  let file: String
  let element: Element
}

extension Located: Sendable where Element: Sendable {}
