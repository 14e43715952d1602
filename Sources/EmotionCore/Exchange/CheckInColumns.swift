/// What a column of a table of check-ins holds.
public enum CheckInColumn: String, CaseIterable, Sendable {
  case date
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
  /// Only rows with "mood" in it are check-ins.
  case category
}

/// Which column of a table holds what.
struct CheckInColumns: Equatable {
  /// Places in a row, from 0.
  private(set) var places: [CheckInColumn: Int] = [:]
  let count: Int

  subscript(column: CheckInColumn) -> Int? { places[column] }

  /// Whether what a column holds is taken, or is the date once more.
  func uses(_ place: Int, called name: String) -> Bool {
    places.values.contains(place) || Self.plain(name) == "weekday"
      || Self.usual(.date).contains(Self.plain(name))
  }

  /// - Parameters:
  ///   - header: the first row.
  ///   - map: names of columns that were named by the person, "" for what is not to be read; the
  ///     others are found by their names.
  init(header: [String], map: [CheckInColumn: String]) throws(CheckInTable.Problem) {
    count = header.count
    let names = header.map(Self.plain)
    for (column, name) in map.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !name.isEmpty {
      guard let place = names.firstIndex(of: Self.plain(name)) else {
        throw .header(
          "there is no column “\(name)” among \(Self.listed(header))")
      }
      places[column] = place
    }
    guard !names.contains("cid") || !names.contains("ease"),
      !names.contains("card id") || !names.contains("review rating")
    else { throw .reviewLog }
    // In a table of everything, what a mood was is in the details.
    if map[.words] == nil, names.contains("category"), let detail = names.firstIndex(of: "detail") {
      places[.words] = detail
    }
    for column in CheckInColumn.allCases where map[column] == nil && places[column] == nil {
      places[column] = Self.usual(column).lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    for column in [CheckInColumn.date, .words] where places[column] == nil {
      throw .header(
        "which column holds the \(column == .date ? "date" : "feeling words") is not clear from "
          + "\(Self.listed(header)): name it with --map \(column.rawValue)=COLUMN")
    }
  }

  /// What such columns are called by Inkling itself, and in the exports of mood trackers: Daylio's
  /// (full_date, time, mood, note_title, note), How We Feel's (Date, Mood, Notes) and Bearable's
  /// (date formatted, time of day, category, detail, notes).
  private static func usual(_ column: CheckInColumn) -> [String] {
    switch column {
    case .date:
      [
        "full date", "date formatted", "date", "datetime", "date time", "timestamp", "created at",
        "day", "when",
      ]
    case .time: ["time", "time of day"]
    case .offset: ["utc offset"]
    case .words:
      ["words", "word", "feelings", "feeling", "emotions", "emotion", "moods", "mood"]
    case .strength: ["strengths", "strength", "intensity"]
    case .said: ["said"]
    case .cues: ["cues"]
    case .note: ["note", "notes", "comment", "comments", "journal", "text"]
    case .title: ["note title", "title"]
    case .category: ["category"]
    }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("_", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static func listed(_ header: [String]) -> String {
    let names = header.prefix(12).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return header.count > 12 ? names + " …" : names
  }
}
