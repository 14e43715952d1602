/// The fields that columns of a table of check-ins hold.
public enum CheckInColumn: String, CaseIterable, Sendable {
  case date
  /// The year, for dates that have none: "January 30".
  case year
  case time
  /// Local time minus UTC: "UTC+01:00".
  case offset
  case words
  case strength
  case said
  case cues
  case note
  /// Put before the note.
  case title
  /// Lists of what else was noted, in any number of columns; they go after the note.
  case tags
  /// Texts, or lists of them, in any number of columns: after the note.
  case reflections
  /// Only rows with "mood" in it are check-ins.
  case category

  /// True of a field that several columns may hold.
  var isMany: Bool { self == .tags || self == .reflections }
}

/// The columns of a table that a person named.
public struct ColumnMap: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  /// Says in one sentence what's wrong with an argument.
  public struct Problem: Error, Equatable, Sendable {
    public let sentence: String
  }

  /// "" for what is not to be read.
  private(set) var names: [CheckInColumn: [String]] = [:]

  public init(dictionaryLiteral elements: (CheckInColumn, String)...) {
    for (column, name) in elements { names[column, default: []].append(name) }
  }

  /// Reads "date=When,words=Mood", any number of times. A comma belongs to a column's name unless
  /// another field follows it; quotes around a name may be there or not.
  public init(_ arguments: [String]) throws(Problem) {
    for argument in arguments {
      var pairs: [(field: CheckInColumn, name: String)] = []
      for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let isOpen = pairs.last.map { Self.isOpenQuote($0.name) } ?? false
        let field = pair[0].filter { !$0.isWhitespace }.lowercased()
        if !isOpen, pair.count == 2, let column = CheckInColumn(rawValue: field) {
          pairs.append((column, String(pair[1])))
        } else if !pairs.isEmpty {
          pairs[pairs.count - 1].name += "," + part
        } else {
          let fields = CheckInColumn.allCases.map(\.rawValue).joined(separator: ", ")
          throw Problem(
            sentence: "--map takes pairs like date=When,words=Mood; the fields are \(fields).")
        }
      }
      for (column, name) in pairs { names[column, default: []].append(Self.unquoted(name)) }
    }
  }

  subscript(column: CheckInColumn) -> [String]? { names[column] }

  private static func isOpenQuote(_ name: String) -> Bool {
    name.first == "\"" && (name.count == 1 || name.last != "\"")
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count > 1, name.first == "\"", name.last == "\"" else { return name }
    return String(name.dropFirst().dropLast())
  }
}

/// The place of every field among the columns of a table.
struct CheckInColumns: Equatable, Sendable {
  /// Places in a row, from 0; none for a field that no column holds.
  private(set) var places: [CheckInColumn: [Int]] = [:]
  /// The columns' names. A comma at the end of a header names no column.
  let names: [String]

  subscript(column: CheckInColumn) -> Int? { places[column]?.first }

  /// True of a table that Inkling wrote: nobody else has this column.
  var isOwn: Bool { self[.offset].map { Self.plain(names[$0]) == "utc offset" } ?? false }

  /// True of a column that is taken, or that only repeats one that is.
  func uses(_ place: Int) -> Bool {
    let name = Self.plain(names[place])
    return places.values.contains { $0.contains(place) } || name == "weekday" || name == "mood key"
      || Self.usual(.date).contains(name)
  }

  /// - Parameters:
  ///   - header: the first row.
  ///   - map: the columns that were named by the person; the others are found by their names.
  ///   - guess: the column that looks as if it held something, for a sentence.
  init(
    header: [String], map: ColumnMap, guess: (CheckInColumn, [String]) -> Int? = { _, _ in nil }
  ) throws(CheckInTable.Problem) {
    var header = header
    while header.count > 1, header.last?.allSatisfy(\.isWhitespace) == true { header.removeLast() }
    names = header
    let names = header.map(Self.plain)
    for column in CheckInColumn.allCases {
      for name in map[column] ?? [] where !name.isEmpty {
        guard let place = names.firstIndex(of: Self.plain(name)) else {
          throw .header("there is no column “\(name)” among \(Self.listed(header))")
        }
        places[column, default: []].append(place)
      }
    }
    guard !names.contains("cid") || !names.contains("ease"),
      !names.contains("card id") || !names.contains("review rating")
    else { throw .reviewLog }
    // In a table of everything, what a mood was is in the details.
    if map[.words] == nil, names.contains("category"), let detail = names.firstIndex(of: "detail") {
      places[.words] = [detail]
    }
    for column in CheckInColumn.allCases where map[column] == nil && places[column] == nil {
      let found = Self.usual(column).compactMap { names.firstIndex(of: $0) }
      places[column] = column.isMany ? found.sorted() : Array(found.prefix(1))
    }
    let missing = [CheckInColumn.date, .words].filter { self[$0] == nil }
    if !missing.isEmpty { throw .header(Self.unclear(missing, header, guess)) }
  }

  /// Names the fields that no column is known to hold, and a way to name the columns.
  private static func unclear(
    _ missing: [CheckInColumn], _ header: [String], _ guess: (CheckInColumn, [String]) -> Int?
  ) -> String {
    let fields = missing.map { $0 == .date ? "date" : "feeling words" }
      .joined(separator: " and the ")
    let which = missing.count == 1 ? "which column holds" : "which columns hold"
    let start = "\(which) the \(fields) isn't clear from \(listed(header)): "
    let guesses = missing.map { column in (column, guess(column, header)) }
    let arguments = guesses.map { column, place in
      argument(column, place.map { header[$0] } ?? "COLUMN")
    }
    let isGuessed = guesses.allSatisfy { $0.1 != nil }
    return start + (isGuessed ? "try " : "name it with ") + arguments.joined(separator: " ")
  }

  /// An argument that can be pasted into a shell.
  static func argument(_ column: CheckInColumn, _ name: String) -> String {
    let pair = "\(column.rawValue)=\(plainSpaced(name))"
    let isPlain = pair.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
        || (byte < 0x80 && Character(Unicode.Scalar(byte)).isNumber)
    }
    return "--map " + (isPlain ? pair : "'" + pair.replacing("'", with: "'\\''") + "'")
  }

  /// What such columns are called by Inkling itself, and in the exports of mood trackers: Daylio's
  /// (full_date or year and date, time, mood, activities, note_title, note), How We Feel's (Date, Mood,
  /// Tags (People), Notes, Reflections), Bearable's (date formatted, time of day, category, detail,
  /// notes) and Apple's states of mind (Start, Labels, Associations).
  private static func usual(_ column: CheckInColumn) -> [String] {
    switch column {
    case .date:
      [
        "full date", "date formatted", "date", "datetime", "date time", "timestamp", "created at",
        "day", "when", "start", "start date", "start time",
      ]
    case .year: ["year"]
    case .time: ["time", "time of day"]
    case .offset: ["utc offset"]
    case .words:
      ["words", "word", "feelings", "feeling", "emotions", "emotion", "moods", "mood", "labels"]
    case .strength: ["strengths", "strength", "intensity"]
    case .said: ["said"]
    case .cues: ["cues"]
    case .note: ["note", "notes", "comment", "comments", "journal", "text"]
    case .title: ["note title", "title"]
    case .tags:
      [
        "activities", "tags", "tags (people)", "tags (places)", "tags (events)", "associations",
        "scales",
      ]
    case .reflections: ["reflections", "reflection", "takeaways", "takeaway"]
    case .category: ["category"]
    }
  }

  /// The name that a list gets before its tags: "Activities", and "People" for "Tags (People)".
  func label(of place: Int) -> String {
    let name = Self.plainSpaced(names[place]).replacing("_", with: " ")
    if name.lowercased().hasPrefix("tags ("), name.last == ")" {
      return String(name.dropFirst("tags (".count).dropLast())
    }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func plain(_ name: String) -> String {
    plainSpaced(name.lowercased().replacing("_", with: " "))
  }

  private static func plainSpaced(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func listed(_ header: [String]) -> String {
    let names = header.prefix(12).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return header.count > 12 ? names + " …" : names
  }
}
