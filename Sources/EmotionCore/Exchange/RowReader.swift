/// Reads one row of a table after another.
struct RowReader {
  let columns: CheckInColumns
  let guess: ColumnGuess
  /// Meanings of labels, by their normalized spelling.
  let meanings: [String: WordID]
  let lexicon: Lexicon
  var order: CheckInTable.DateOrder?
  private(set) var wordless = 0
  private(set) var unknown: [String] = []
  private var known: Set<WordID> = []
  /// Names of the columns of which there may be several.
  private let labels: [Int: String]

  init(
    columns: CheckInColumns, guess: ColumnGuess, meanings: [String: WordID], lexicon: Lexicon
  ) {
    self.columns = columns
    self.guess = guess
    self.meanings = meanings
    self.lexicon = lexicon
    let places = columns.places.filter { $0.key.isMany }.flatMap(\.value)
    labels = Dictionary(places.map { ($0, columns.label(of: $0)) }, uniquingKeysWith: { $1 })
  }

  /// The texts of a row.
  struct Fields {
    fileprivate(set) var texts: [CheckInColumn: String] = [:]
    /// Of the columns that may be several, with what to call them.
    fileprivate(set) var lists: [CheckInColumn: [(label: String, text: String)]] = [:]

    subscript(column: CheckInColumn) -> String? { texts[column] }
  }

  /// - Returns: nil for a row that is of another category, or names no feeling.
  mutating func entry(
    _ row: CheckInTable.Row, offset: (Int64) -> Int
  ) throws(CheckInTable.Problem) -> CheckInTable.Entry? {
    guard let fields = try fields(row), let found = try feelings(row, fields) else { return nil }
    let time = try time(row, fields, offset: offset)
    var text = Self.parts(fields[.words] ?? "").map { $0.lowercased() }.joined(separator: "\n")
    if !time.hasClock {
      text +=
        "\n\n"
        + [fields[.title], fields[.note]].map { ($0 ?? "").tidiedLines }
        .joined(separator: "\n")
    }
    return CheckInTable.Entry(
      moment: time.moment, checkIn: checkIn(found.feelings, fields), line: row.line,
      key: CheckInTable.RowKey(seconds: time.seconds, isUTC: time.isUTC, text: text),
      asWritten: found.asWritten, hasClock: time.hasClock, formerSeconds: time.formerSeconds,
      date: time.date)
  }

  /// Takes a row apart by columns; nil for one of another category.
  func fields(_ row: CheckInTable.Row) throws(CheckInTable.Problem) -> Fields? {
    let count = columns.names.count
    // Some programs end every row with a comma, or only the header.
    guard row.fields.count >= count, row.fields[count...].allSatisfy(\.isEmpty) else {
      throw .row(line: row.line, "has \(row.fields.count) fields, and the first line \(count)")
    }
    var fields = Fields()
    for (column, places) in columns.places {
      if column.isMany {
        fields.lists[column] = places.map { (labels[$0] ?? "", row.fields[$0]) }
      } else if let place = places.first {
        fields.texts[column] = row.fields[place]
      }
    }
    if let category = fields[.category], !category.lowercased().contains("mood") { return nil }
    if columns.isOwn { fields.texts = fields.texts.mapValues(SpreadsheetText.plain) }
    return fields
  }

  // MARK: Words

  /// The feelings of a row, and which they are by its own words; nil when it names none.
  mutating func feelings(
    _ row: CheckInTable.Row, _ fields: Fields
  ) throws(CheckInTable.Problem) -> (feelings: [CheckIn.Feeling], asWritten: [WordID])? {
    let words = Self.parts(fields[.words] ?? "")
    guard !words.isEmpty else {
      wordless += 1
      return nil
    }
    guard words.count <= WordLimits.feelings, words.allSatisfy(Self.isShort) else {
      throw .row(line: row.line, "has a text where feeling words should be: \(otherColumn)")
    }
    let strengths = try strengths(fields[.strength] ?? "", count: words.count, line: row.line)
    var feelings: [CheckIn.Feeling] = []
    var asWritten: [WordID] = []
    for (word, strength) in zip(words, strengths) {
      guard word.contains(where: { !$0.isNumber && !".,/".contains($0) }) else {
        throw .row(
          line: row.line, "has “\(word)” where a feeling word should be: \(otherColumn)")
      }
      let (feeling, id) = feeling(word, strength: strength)
      if !feelings.contains(where: { $0.id == feeling.id }) { feelings.append(feeling) }
      if !asWritten.contains(id) { asWritten.append(id) }
    }
    return (feelings, asWritten)
  }

  /// A character may have any number of marks upon it.
  private static func isShort(_ word: String) -> Bool {
    word.count <= 60 && word.utf8.count <= WordLimits.bytes
  }

  /// The advice to name another column than the one that the words were looked for in.
  private var otherColumn: String {
    var place = guess.column(.words, columns.names)
    if place == columns[.words] { place = nil }
    return "name the column with the words with "
      + CheckInColumns.argument(.words, place.map { columns.names[$0] } ?? "COLUMN")
  }

  private mutating func feeling(
    _ text: String, strength: Int
  ) -> (CheckIn.Feeling, asWritten: WordID) {
    let normalized = Spelling.normalized(text)
    // A word of signs alone, an emoji for example, is its own name.
    let id = (normalized.isEmpty ? text : normalized).map { " /".contains($0) ? "-" : $0 }
    let word = lexicon.word(spelled: text)
    let asWritten = word?.id ?? String(id)
    if let meant = meanings[Self.label(text)] {
      let name = lexicon[meant]?.word ?? meant
      return (CheckIn.Feeling(id: meant, word: name, strength: strength), asWritten)
    }
    if let word {
      return (CheckIn.Feeling(id: word.id, word: word.word, strength: strength), asWritten)
    }
    if known.insert(asWritten).inserted { unknown.append(text) }
    return (CheckIn.Feeling(id: asWritten, word: text, strength: strength), asWritten)
  }

  /// The spelling under which a label is looked up among those that were given a meaning.
  static func label(_ text: String) -> String {
    let normalized = Spelling.normalized(text)
    return normalized.isEmpty ? text.tidied : normalized
  }

  private func strengths(
    _ text: String, count: Int, line: Int
  ) throws(CheckInTable.Problem) -> [Int] {
    var parts = Self.parts(text)
    guard !parts.isEmpty else { return Array(repeating: 3, count: count) }
    // "3,0" where a comma marks decimals.
    if parts.count == 2, count == 1, parts[1].allSatisfy({ $0 == "0" }) { parts.removeLast() }
    let strengths = parts.compactMap(Self.strength)
    guard strengths.count == parts.count, parts.count == 1 || parts.count == count else {
      throw .row(
        line: line,
        "has the strength “\(text.tidied.prefix(20))”, which is not one number from 1 to 5, or one "
          + "for each word: leave the column out with --map strength=")
    }
    return parts.count == 1 ? Array(repeating: strengths[0], count: count) : strengths
  }

  private static func strength(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else {
      return nil
    }
    return Int(parts[0]).flatMap { (1...5).contains($0) ? $0 : nil }
  }

  private static func parts(_ text: String) -> [String] {
    text.split { CheckInTable.separators.contains($0) }.map { String($0).tidied }.filter {
      !$0.isEmpty
    }
  }

  // MARK: The rest

  func checkIn(_ feelings: [CheckIn.Feeling], _ fields: Fields) -> CheckIn {
    func text(_ column: CheckInColumn) -> String? {
      let text = shown(fields[column] ?? "")
      return text.isEmpty ? nil : text
    }
    let note = [text(.title), text(.note)].compactMap(\.self).joined(separator: ": ")
    let reflections = (fields.lists[.reflections] ?? []).map { shown(NotedList($0.text).lines) }
    let tags = (fields.lists[.tags] ?? []).compactMap { list -> String? in
      let items = shown(NotedList(list.text).items)
      return items.isEmpty ? nil : "\(list.label): \(items)"
    }
    let lines = ([note] + reflections + tags).filter { !$0.isEmpty }
    let cues = (fields[.cues] ?? "").split(separator: ";").map { String($0).tidied }
      .filter { !$0.isEmpty }
    return CheckIn(
      feelings: feelings, said: text(.said), cues: cues.isEmpty ? nil : cues,
      note: lines.isEmpty ? nil : lines.joined(separator: "\n"))
  }

  /// Takes markup off, except from what Inkling wrote: that has none, whatever it looks like.
  private func shown(_ text: String) -> String {
    (columns.isOwn ? text : Markup.plain(text)).tidiedLines
  }
}

/// A cell that may hold a list: of JSON, or with bars between.
private struct NotedList {
  private let parts: [String]

  init(_ cell: String) {
    let trimmed = cell.drop(while: \.isWhitespace)
    if trimmed.first == "[" || trimmed.first == "{" {
      if let json = Array(cell.utf8).withUnsafeBytes({ try? JSON($0) }) {
        parts = Self.texts(json)
        return
      }
    }
    parts = cell.split(separator: "|").map { String($0).tidiedLines }.filter { !$0.isEmpty }
  }

  var lines: String { parts.joined(separator: "\n") }
  var items: String { parts.map(\.tidied).joined(separator: ", ") }

  /// The texts in a list, those of an object on one line.
  private static func texts(_ json: JSON) -> [String] {
    switch json {
    case .array(let values): values.flatMap(texts)
    case .object(let members):
      [members.flatMap { texts($0.value) }.joined(separator: ": ")].filter { !$0.isEmpty }
    case .string(let text): text.isEmpty ? [] : [text]
    case .null, .bool, .number: []
    }
  }
}

extension String {
  /// On one line, without control characters, without space around.
  var tidied: String {
    // Most fields are plain words, and a table may be long.
    if utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return self }
    return tidiedLines.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without control characters, and lines ended by a newline alone.
  var tidiedLines: String {
    if utf8.first != 0x20, utf8.last != 0x20, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return self
    }
    var kept = UnicodeScalarView()
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n", "\r": kept.append("\n")
      case "\t": kept.append(" ")
      default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
      }
    }
    var text = String(kept)[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
