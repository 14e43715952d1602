/// Something in `Data/` that breaks a rule, and what to do about it.
public struct ContentProblem: Equatable, Sendable, CustomStringConvertible {
  /// The file's name below `Data/`: "words/joy.json".
  public let file: String
  /// The word, situation … that it is about; nil when it is the file as a whole.
  public let id: String?
  /// The field of it; nil when it is the whole entry.
  public let field: String?
  /// What is wrong and, where that does not go without saying, how to mend it.
  public let what: String

  /// "Data/words/joy.json: happy: meaning: uses “happy”: write it without the word"
  public var description: String {
    (["Data/\(file)"] + [id, field].compactMap(\.self) + [what]).joined(separator: ": ")
  }
}

/// The problems found so far, and where is being looked.
struct Findings {
  private(set) var problems: [ContentProblem] = []
  private var file = ""
  private var id: String?

  /// What is required from here on is required of this entry.
  mutating func look(at file: String, _ id: String? = nil) {
    self.file = file
    self.id = id
  }

  mutating func require(_ holds: Bool, _ field: String?, _ what: @autoclosure () -> String) {
    guard !holds else { return }
    problems.append(ContentProblem(file: file, id: id, field: field, what: what()))
  }
}
