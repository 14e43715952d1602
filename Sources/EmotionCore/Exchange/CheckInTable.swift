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

  /// A row that names feelings.
  public struct Entry: Equatable, Sendable {
    public let moment: Moment
    public let checkIn: CheckIn
    /// Of the file, the first 1.
    public let line: Int
    /// Names the row on every device.
    public let key: RowKey
    /// Its words, without the meanings that a person gave to labels.
    public let asWritten: [WordID]
    /// True of a row that says a time of day, and not only a date or a part of the day.
    public let hasClock: Bool
    /// The time that earlier versions took for a part of the day, by the row's clock; nil if the same.
    public let formerSeconds: Int64?
    /// The date that the row says.
    public let date: CalendarDay
  }

  /// Names a row by what the file says, and by nothing of this machine's time zone.
  public struct RowKey: Hashable, Sendable {
    /// Since 1970: by the clock on the wall, or of UTC where the row says its zone.
    public let seconds: Int64
    public let isUTC: Bool
    /// The words as they are written; where there's no time of day, the note too, since a day may
    /// well have two moods of one name.
    public let text: String
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

  /// More rows than these are refused: nobody felt so much, and all of them are held in memory.
  public static let mostRows = 200_000

  /// - Parameters:
  ///   - rows: the header first.
  ///   - map: columns that are called otherwise than usual; "" for one that is not to be used.
  ///   - order: nil to find it out from dates that can be read in one way only.
  ///   - meanings: what labels mean that the lexicon does not have, by their normalized spelling.
  ///   - now: nothing may have been felt more than a day later.
  ///   - offset: local time minus UTC in minutes, of a local time in seconds since 1970.
  public init(
    _ rows: [Row], map: ColumnMap = [:], order: DateOrder? = nil,
    meanings: [String: WordID] = [:], lexicon: Lexicon, now: Moment, offset: (Int64) -> Int
  ) throws(Problem) {
    guard let header = rows.first else { throw .header("it is empty") }
    let rows = rows.dropFirst()
    let guess = ColumnGuess(rows: rows, lexicon: lexicon)
    var reader = RowReader(
      columns: try CheckInColumns(header: header.fields, map: map, guess: guess.column),
      guess: guess, meanings: meanings, lexicon: lexicon)
    if let order { reader.order = order } else { reader.order = try reader.order(of: rows) }
    var entries: [Entry] = []
    for row in rows {
      guard let entry = try reader.entry(row, offset: offset) else { continue }
      guard entry.moment.milliseconds <= now.milliseconds + 86_400_000 else {
        throw .row(line: row.line, "has a date that is still to come")
      }
      entries.append(entry)
    }
    unused = reader.columns.names.indices.filter { place in
      !reader.columns.uses(place)
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
    guard let columns = ownColumns else { return checkIn }
    var reader = RowReader(
      columns: columns, guess: ColumnGuess(rows: [], lexicon: lexicon), meanings: [:],
      lexicon: lexicon)
    guard let fields = try? reader.fields(row),
      let feelings = try? reader.feelings(row, fields)?.feelings
    else { return checkIn }
    return reader.checkIn(feelings, fields)
  }

  private static let ownColumns = try? CheckInColumns(
    header: ["date", "utc offset"]
      + fields(of: CheckIn(feelings: [])).map(\.column.rawValue), map: [:])

  /// Between words.
  static let separators: [Character] = [",", ";", "|", "\n", "\r", "\r\n"]
}
