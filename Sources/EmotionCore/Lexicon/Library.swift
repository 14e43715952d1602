import FoundationEssentials

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
  public private(set) lazy var situations = Dictionary(
    grouping: all("situations/", [Situation].self), by: { $0.fits.first ?? "" })
  public private(set) lazy var taxonomies: [Taxonomy] = each("taxonomies/", Taxonomy.self)
  public private(set) lazy var families = all("families.json", [Family].self)
  /// The order in which words are introduced to someone who has named none.
  public private(set) lazy var teachingOrder = all("teaching-order.json", [WordID].self)
  public private(set) lazy var vagueWords = all("vague.json", [VagueWord].self)
  public private(set) lazy var body = all("body.json", [BodyRegion].self)
  public private(set) lazy var needs = all("needs.json", [NeedGroup].self)

  /// The vague word that `text` is a way of saying.
  public func vagueWord(spelled text: String) -> VagueWord? {
    let query = Spelling.normalized(text)
    return vagueWords.first { vague in
      vague.spellings.contains { Spelling.normalized($0) == query }
    }
  }

  public func bodySignal(_ id: String) -> BodySignal? {
    body.lazy.flatMap(\.signals).first { $0.id == id }
  }

  public func need(_ id: String) -> Need? { needs.lazy.flatMap(\.needs).first { $0.id == id } }

  private func all<Element: Decodable>(_ prefix: String, _ type: [Element].Type) -> [Element] {
    each(prefix, type).flatMap(\.self)
  }

  private func each<Part: Decodable>(_ prefix: String, _ type: Part.Type) -> [Part] {
    files.filter { $0.name.hasPrefix(prefix) }.compactMap { file in
      do {
        return try JSONDecoder().decode(type, from: Data(file.bytes))
      } catch {
        problems.append("Data/\(file.name) could not be read: \(Self.explain(error)).")
        return nil
      }
    }
  }

  private static func explain(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the file" : path.map(\.stringValue).joined(separator: " › ")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(place(context.codingPath)) has no \(key.stringValue)"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(place(context.codingPath)) has the wrong kind of value"
    case DecodingError.dataCorrupted(let context):
      "\(place(context.codingPath)): \(context.debugDescription)"
    default: "\(error)"
    }
  }
}
