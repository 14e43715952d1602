import Testing

@testable import EmotionCore

/// JSON of entries that break no rule by themselves, to be broken one field at a time.
enum Sound {
  /// Field → its JSON.
  typealias Changes = [String: String]

  static func word(_ id: WordID, _ changes: Changes = [:]) -> String {
    object(
      [
        "id": "\"\(id)\"", "word": "\"\(Spelling.spaced(id))\"", "say": "\"I am so\"",
        "family": "\"joy\"", "meaning": "\"Number \(id.count) of all that is.\"",
        "strength": "3", "pleasantness": "0.5", "energy": "0.1", "everyday": "4",
        "appraisal":
          #"{"time": {"now": 3}, "cause": {"me": 1}, "seen": {"no": 2}, "span": {"days": 1}}"#,
        "body": #"["smile", "warm-chest"]"#, "urge": "\"go on\"", "needs": #"["rest"]"#,
      ], changes)
  }

  static func situation(_ id: String, _ changes: Changes = [:]) -> String {
    object(
      [
        "id": "\"\(id)\"",
        "text": "\"The long day is over, and at home the light is still on.\"",
        "fits": #"["glad"]"#, "why": "\"Somebody waits.\"",
        "near": #"{"calm": "It is not still.", "proud": "Nobody did it.", "eager": "It is here."}"#,
      ], changes)
  }

  static func vagueWord(_ id: String, _ changes: Changes = [:]) -> String {
    let finer = ["glad", "calm", "proud", "eager", "fond"].map {
      #"{"word": "\#($0)", "because": "it is number \#($0.count)"}"#
    }
    return object(
      ["id": "\"\(id)\"", "word": "\"\(id)\"", "finer": "[\(finer.joined(separator: ", "))]"],
      changes)
  }

  static func taxonomy(_ id: String, _ changes: Changes = [:]) -> String {
    object(
      [
        "id": "\"\(id)\"", "name": "\"A wheel\"", "authors": "\"Somebody\"", "year": "1980",
        "source": "\"A paper\"", "goodFor": "\"Looking.\"", "tree": #"[{"word": "glad"}]"#,
      ], changes)
  }

  /// The fixed lists, and five words to refer to.
  static let lists: [(key: String, value: String)] = [
    (
      "families.json",
      #"[{"id": "joy", "name": "joy", "about": "good"}, {"id": "fear", "name": "fear", "about": ""}]"#
    ),
    (
      "body.json",
      """
      [{"region": "head", "signals": [{"id": "smile", "text": "smile"},
        {"id": "warm-chest", "text": "warm chest"}]}]
      """
    ),
    (
      "needs.json",
      #"[{"group": "peace", "needs": [{"id": "rest", "text": "rest", "met": "it is over"}]}]"#
    ),
  ]

  static let words: [(key: String, value: String)] = [
    ("words/joy.json", list(["glad", "calm", "proud", "eager", "fond"].map { word($0) }))
  ]

  static func list(_ entries: [String]) -> String { "[\(entries.joined(separator: ", "))]" }

  private static func object(_ fields: Changes, _ changes: Changes) -> String {
    let all = fields.merging(changes) { _, change in change }.sorted { $0.key < $1.key }
    return "{\(all.map { "\"\($0)\": \($1)" }.joined(separator: ", "))}"
  }
}

/// What one subject of the check finds in a few files, as sentences.
func problems(
  in files: [(key: String, value: String)], _ subject: (ContentCheck) -> [ContentProblem]
) -> [String] {
  Sample.withLibrary(files: files) { subject(ContentCheck($0)).map(\.description) }
}

/// A text of so many words.
func text(ofWords count: Int) -> String {
  Array(repeating: "so", count: count).joined(separator: " ")
}
