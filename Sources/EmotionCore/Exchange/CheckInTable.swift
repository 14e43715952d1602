public import SpacedRepetition

/// Check-ins as a table with a header, as spreadsheets and mood trackers have them.
public struct CheckInTable: Sendable {
  public struct Row: Sendable {
    /// Of the file, the first 1.
    public let line: Int
    public let fields: [String]

    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }
  }

  public struct Entry: Equatable, Sendable {
    public let moment: Moment
    public let checkIn: CheckIn
  }

  public enum Problem: Error, Equatable, Sendable {
    /// What is wrong with the first row, as part of a sentence.
    case header(String)
    /// What is wrong with another follows "line 3": "has 4 fields, and the first line 5".
    case row(line: Int, String)
    /// It is a history of reviews.
    case reviewLog
  }

  /// Which number is the day in 03/04/2026.
  public enum DateOrder: String, CaseIterable, Sendable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
  }

  /// By time, those of one time in the order of the file.
  public private(set) var entries: [Entry] = []
  /// Rows without any word.
  public private(set) var wordless = 0
  /// Words that the lexicon does not have, as they were first written, each once.
  public private(set) var unknown: [String] = []
  /// Columns of which nothing was taken though something is in them, as the header calls them.
  public private(set) var unused: [String] = []

  /// - Parameters:
  ///   - rows: the header first.
  ///   - map: columns that are called otherwise than usual; "" for one that is not to be used.
  ///   - order: nil to find it out from dates that can be read in one way only.
  ///   - now: nothing may have been felt more than a day later.
  ///   - offset: local time minus UTC in minutes, of a local time in seconds since 1970.
  public init(
    _ rows: [Row], map: [CheckInColumn: String] = [:], order: DateOrder? = nil,
    lexicon: Lexicon, now: Moment, offset: (Int64) -> Int
  ) throws(Problem) {
    guard let header = rows.first else { throw .header("it is empty") }
    var reader = RowReader(
      columns: try CheckInColumns(header: header.fields, map: map), lexicon: lexicon)
    let rows = rows.dropFirst()
    if let order { reader.order = order } else { reader.order = try reader.order(of: rows) }
    var entries: [Entry] = []
    for row in rows {
      guard let (feelings, fields) = try reader.feelings(row) else { continue }
      let moment = try reader.moment(row, fields, offset: offset)
      guard moment.milliseconds <= now.milliseconds + 86_400_000 else {
        throw .row(line: row.line, "has a date that is still to come")
      }
      entries.append(Entry(moment: moment, checkIn: reader.checkIn(feelings, fields)))
    }
    unused = header.fields.indices.filter { place in
      !reader.columns.uses(place, called: header.fields[place])
        && rows.contains { $0.fields.count > place && !$0.fields[place].isEmpty }
    }
    .map { header.fields[$0] }
    self.entries = entries.enumerated().sorted { left, right in
      (left.element.moment.milliseconds, left.offset)
        < (right.element.moment.milliseconds, right.offset)
    }
    .map(\.element)
    wordless = reader.wordless
    unknown = reader.unknown
  }

  /// What reading a table gives of a check-in that was written to it: some space in texts is not
  /// kept, and words are what the lexicon takes them for.
  public static func readBack(_ checkIn: CheckIn, lexicon: Lexicon) -> CheckIn {
    let written = fields(of: checkIn)
    let row = Row(line: 1, fields: ["", ""] + written.map(\.text))
    let header = ["date", "utc offset"] + written.map(\.column.rawValue)
    guard let columns = try? CheckInColumns(header: header, map: [:]) else { return checkIn }
    var reader = RowReader(columns: columns, lexicon: lexicon)
    guard let (feelings, fields) = try? reader.feelings(row) else { return checkIn }
    return reader.checkIn(feelings, fields)
  }

  /// Between words.
  static let separators: [Character] = [",", ";", "|", "\n", "\r", "\r\n"]
}

/// Reads one row after another.
private struct RowReader {
  let columns: CheckInColumns
  let lexicon: Lexicon
  var order: CheckInTable.DateOrder?
  var wordless = 0
  var unknown: [String] = []
  private var known: Set<WordID> = []

  init(columns: CheckInColumns, lexicon: Lexicon) {
    self.columns = columns
    self.lexicon = lexicon
  }

  /// What a row holds, by column; nil for one of another category.
  private func fields(_ row: CheckInTable.Row) throws(CheckInTable.Problem) -> [CheckInColumn:
    String]?
  {
    guard row.fields.count == columns.count else {
      throw .row(
        line: row.line, "has \(row.fields.count) fields, and the first line \(columns.count)")
    }
    var fields = columns.places.mapValues { row.fields[$0] }
    if let category = fields[.category], !category.lowercased().contains("mood") { return nil }
    if columns[.offset] != nil { fields = fields.mapValues(SpreadsheetText.plain) }
    return fields
  }

  /// Which number is the day, nil when no date leaves it open.
  func order(
    of rows: ArraySlice<CheckInTable.Row>
  ) throws(CheckInTable.Problem) -> CheckInTable.DateOrder? {
    var open: (line: Int, text: String)?
    var found: CheckInTable.DateOrder?
    for row in rows {
      guard let text = try fields(row)?[.date],
        case .either(let first, let second, _) = WrittenTime(text.tidied)?.date
      else { continue }
      guard first <= 12, second <= 12 else {
        let order: CheckInTable.DateOrder = first > 12 ? .dayFirst : .monthFirst
        guard found == nil || found == order else {
          throw .row(
            line: row.line, "has the date “\(text.tidied)”, and others have day and month swapped")
        }
        found = order
        continue
      }
      if first != second, open == nil { open = (row.line, text.tidied) }
    }
    if let open, found == nil {
      throw .row(
        line: open.line,
        "has the date “\(open.text)”, in which either number may be the day: say which with "
          + "--date-format dmy or --date-format mdy")
    }
    return found
  }

  // MARK: Words

  /// The feelings of a row and its other fields; nil when it is none that names any.
  mutating func feelings(
    _ row: CheckInTable.Row
  ) throws(CheckInTable.Problem) -> ([CheckIn.Feeling], [CheckInColumn: String])? {
    guard let fields = try fields(row) else { return nil }
    let words = Self.parts(fields[.words] ?? "")
    guard !words.isEmpty else {
      wordless += 1
      return nil
    }
    let strengths = try strengths(fields[.strength] ?? "", count: words.count, line: row.line)
    var feelings: [CheckIn.Feeling] = []
    for (word, strength) in zip(words, strengths) {
      guard word.contains(where: { !$0.isNumber && !".,/".contains($0) }) else {
        throw .row(
          line: row.line,
          "has “\(word)” where a feeling word should be: name the column with the words with "
            + "--map words=COLUMN")
      }
      guard word.count <= 60, words.count <= 50 else {
        throw .row(
          line: row.line,
          "has a text where feeling words should be: name the column with the words with "
            + "--map words=COLUMN")
      }
      let feeling = feeling(word, strength: strength)
      if !feelings.contains(where: { $0.id == feeling.id }) { feelings.append(feeling) }
    }
    return (feelings, fields)
  }

  private mutating func feeling(_ text: String, strength: Int) -> CheckIn.Feeling {
    if let word = lexicon.word(spelled: text) {
      return CheckIn.Feeling(id: word.id, word: word.word, strength: strength)
    }
    let normalized = Spelling.normalized(text)
    // A word of signs alone, an emoji for example, is its own name.
    let id = (normalized.isEmpty ? text : normalized).map { " /".contains($0) ? "-" : $0 }
    if known.insert(String(id)).inserted { unknown.append(text) }
    return CheckIn.Feeling(id: String(id), word: text, strength: strength)
  }

  private func strengths(
    _ text: String, count: Int, line: Int
  ) throws(CheckInTable.Problem) -> [Int] {
    let parts = Self.parts(text)
    guard !parts.isEmpty else { return Array(repeating: 3, count: count) }
    let strengths = parts.compactMap { Int($0) }.filter { (1...5).contains($0) }
    guard strengths.count == parts.count, parts.count == 1 || parts.count == count else {
      throw .row(
        line: line,
        "has the strength “\(text.tidied.prefix(20))”, which is not one number from 1 to 5, or one "
          + "for each word: leave the column out with --map strength=")
    }
    return parts.count == 1 ? Array(repeating: strengths[0], count: count) : strengths
  }

  private static func parts(_ text: String) -> [String] {
    text.split { CheckInTable.separators.contains($0) }.map { String($0).tidied }.filter {
      !$0.isEmpty
    }
  }

  // MARK: Time

  func moment(
    _ row: CheckInTable.Row, _ fields: [CheckInColumn: String], offset: (Int64) -> Int
  ) throws(CheckInTable.Problem) -> Moment {
    let text = (fields[.date] ?? "").tidied
    guard let written = WrittenTime(text), let date = date(written.date) else {
      throw .row(
        line: row.line,
        "has the date “\(text.prefix(30))”, which is not one: write it like 2026-11-21")
    }
    guard date.year >= 1900 else {
      throw .row(line: row.line, "has a date before 1900")
    }
    let time = try time(row, fields)
    let seconds = time?.seconds ?? written.seconds ?? 12 * 3600
    let local = Int64(date.daysSince1970) * 86_400 + Int64(seconds)
    var minutes = time?.offsetMinutes ?? written.offsetMinutes
    if let text = fields[.offset]?.tidied, !text.isEmpty {
      guard let offset = WrittenTime.offset(text) else {
        throw .row(
          line: row.line, "has the offset “\(text.prefix(20))”: write it like UTC+01:00")
      }
      minutes = offset
    }
    let offset = minutes ?? offset(local)
    return Moment(
      milliseconds: (local - Int64(offset) * 60) * 1000, offsetMinutes: offset)
  }

  private func time(
    _ row: CheckInTable.Row, _ fields: [CheckInColumn: String]
  ) throws(CheckInTable.Problem) -> WrittenTime? {
    guard let text = fields[.time]?.tidied, !text.isEmpty else { return nil }
    // "All day" is no time; the middle of the day stands for it.
    let part = Self.partsOfDay[text.lowercased()] ?? text
    guard part.contains(where: \.isNumber) else { return nil }
    guard let time = WrittenTime(part), time.date == nil else {
      throw .row(
        line: row.line, "has the time “\(text.prefix(20))”, which is not one: write it like 21:14")
    }
    return time
  }

  private static let partsOfDay = [
    "morning": "9:00", "am": "9:00", "afternoon": "15:00", "pm": "15:00", "evening": "19:00",
    "night": "22:00",
  ]

  private func date(_ written: WrittenTime.Date?) -> CalendarDay? {
    switch written {
    case nil: nil
    case .sure(let date): date
    case .either(let first, let second, let year):
      order == .dayFirst
        ? CalendarDay(year: year, month: second, day: first)
        : CalendarDay(year: year, month: first, day: second)
    }
  }

  // MARK: The rest

  func checkIn(_ feelings: [CheckIn.Feeling], _ fields: [CheckInColumn: String]) -> CheckIn {
    func text(_ column: CheckInColumn) -> String? {
      let text = (fields[column] ?? "").tidiedLines
      return text.isEmpty ? nil : text
    }
    let note = [text(.title), text(.note)].compactMap(\.self).joined(separator: ": ")
    let cues = (fields[.cues] ?? "").split(separator: ";").map { String($0).tidied }
      .filter { !$0.isEmpty }
    return CheckIn(
      feelings: feelings, said: text(.said), cues: cues.isEmpty ? nil : cues,
      note: note.isEmpty ? nil : note)
  }
}

extension String {
  /// On one line, without control characters, without space around.
  fileprivate var tidied: String {
    // Most fields are plain words, and a table may be long.
    if utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return self }
    return tidiedLines.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without control characters, and lines ended by a newline alone.
  fileprivate var tidiedLines: String {
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
