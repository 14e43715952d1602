import SpacedRepetition

extension RowReader {
  /// When a row says that something was felt.
  struct Time {
    let moment: Moment
    let date: CalendarDay
    /// Since 1970, by the row's clock.
    let seconds: Int64
    /// True of a row that says its zone, so that its clock is UTC's.
    let isUTC: Bool
    let hasClock: Bool
    /// The time that earlier versions took, if another.
    let formerSeconds: Int64?
  }

  func time(
    _ row: CheckInTable.Row, _ fields: Fields, offset: (Int64) -> Int
  ) throws(CheckInTable.Problem) -> Time {
    let written = writtenDay(fields)
    guard let written, let date = date(written.date) else {
      throw .row(line: row.line, unreadableDay(row, fields))
    }
    guard date.year >= 1900 else { throw .row(line: row.line, "has a date before 1900") }
    let time = try timeOfDay(row, fields)
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
    let utc = local - Int64(offset) * 60
    return Time(
      moment: Moment(milliseconds: utc * 1000, offsetMinutes: offset), date: date,
      seconds: minutes == nil ? local : utc, isUTC: minutes != nil,
      hasClock: time.map { !$0.isPart } ?? (written.seconds != nil),
      formerSeconds: time?.formerSeconds.map { Int64(date.daysSince1970) * 86_400 + Int64($0) })
  }

  // MARK: The date

  /// Finds out which number is the day; nil when no date leaves it open.
  func order(
    of rows: ArraySlice<CheckInTable.Row>
  ) throws(CheckInTable.Problem) -> CheckInTable.DateOrder? {
    var open: (line: Int, text: String)?
    var found: CheckInTable.DateOrder?
    for row in rows {
      guard let fields = try fields(row), let text = fields[.date],
        case .either(let first, let second, _) = writtenDay(fields)?.date
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

  /// The date of a row, with the year from a column of its own where it has none.
  private func writtenDay(_ fields: Fields) -> WrittenTime? {
    let text = (fields[.date] ?? "").tidied
    if let written = WrittenTime(text), written.date != nil { return written }
    guard let year = fields[.year]?.tidied, year.count == 4, Int(year) != nil else { return nil }
    // "5/19" and "18 May".
    let isNumbers = !text.contains(where: \.isLetter)
    let sign = isNumbers ? text.last { "/.-".contains($0) } : nil
    return WrittenTime(text + String(sign ?? " ") + year)
  }

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

  private func unreadableDay(_ row: CheckInTable.Row, _ fields: Fields) -> String {
    let text = (fields[.date] ?? "").tidied
    let saying = "has the date “\(text.prefix(30))”, which "
    if Self.isDayNumber(text) {
      // Counted from 1900 in some files and from 1904 in others: a guess could be four years off.
      return saying
        + "is a spreadsheet's number for a day: format that column as a date there, like "
        + "2026-11-21, and save it again"
    }
    let other = row.fields.indices.first { place in
      place < columns.names.count && place != columns[.date]
        && guess.isDay(row.fields[place].tidied)
    }
    guard let other else { return saying + "isn't one: write it like 2026-11-21" }
    return saying + "isn't one: write it like 2026-11-21, or take another column with "
      + CheckInColumns.argument(.date, columns.names[other])
  }

  /// A number such as 46161 or 46161,802: a day of the years from 1954 to 2119.
  private static func isDayNumber(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
      && (20_000...80_000).contains(Int(parts[0]) ?? 0)
  }

  // MARK: The time of day

  private struct TimeOfDay {
    let seconds: Int
    var offsetMinutes: Int?
    var isPart = false
    var formerSeconds: Int?
  }

  private func timeOfDay(
    _ row: CheckInTable.Row, _ fields: Fields
  ) throws(CheckInTable.Problem) -> TimeOfDay? {
    guard let text = fields[.time]?.tidied, !text.isEmpty else { return nil }
    if let part = Self.partsOfDay[text.lowercased()] {
      return TimeOfDay(
        seconds: part.hour * 3600, isPart: true,
        formerSeconds: part.former == part.hour ? nil : part.former * 3600)
    }
    // "All day" is no time; the middle of the day stands for it.
    guard text.contains(where: \.isNumber) else { return nil }
    let time = WrittenTime(text) ?? WrittenTime(text.replacing(".", with: ":"))
    guard let time, time.date == nil, let seconds = time.seconds else {
      throw .row(
        line: row.line, "has the time “\(text.prefix(20))”, which isn't one: write it like 21:14")
    }
    return TimeOfDay(seconds: seconds, offsetMinutes: time.offsetMinutes)
  }

  /// The hours that stand for parts of the day, Bearable's four among them, and those that earlier
  /// versions took: the rows that they imported are to be found again.
  private static let partsOfDay: [String: (hour: Int, former: Int)] = [
    "pre": (6, 12), "morning": (9, 9), "am": (9, 9), "mid": (14, 12), "midday": (12, 12),
    "noon": (12, 12), "afternoon": (15, 15), "pm": (20, 15), "evening": (19, 19),
    "night": (22, 22),
  ]
}
