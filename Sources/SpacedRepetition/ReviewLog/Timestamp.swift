/// Points in time as other programs write them.
enum Timestamp {
  /// 0001-01-01 to 9999-12-31, in milliseconds since 1970 UTC.
  private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// Milliseconds since 1970 UTC, from such a number or from ISO 8601: a date and a time with or
  /// without seconds and a fraction, then Z, ±HH:MM, ±HHMM, ±HH, or nothing, which means UTC.
  static func milliseconds(_ text: String) -> Int64? {
    let found = Int64(text) ?? iso8601(text)
    return found.flatMap { range.contains($0) ? $0 : nil }
  }

  /// Minutes of ±HH:MM, ±HHMM, ±HH or Z.
  static func offset(_ text: some StringProtocol) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var digits = text.dropFirst()
    if digits.count == 5, let colon = digits.firstIndex(of: ":") {
      guard digits.distance(from: digits.startIndex, to: colon) == 2 else { return nil }
      let minutes = number(digits[digits.index(after: colon)...])
      return total(sign, number(digits[..<colon]), minutes)
    }
    guard digits.count == 2 || digits.count == 4 else { return nil }
    let hours = number(digits.prefix(2))
    digits = digits.dropFirst(2)
    return total(sign, hours, digits.isEmpty ? 0 : number(digits))
  }

  private static func total(_ sign: Character, _ hours: Int?, _ minutes: Int?) -> Int? {
    guard let hours, let minutes, hours < 24, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func iso8601(_ text: String) -> Int64? {
    guard let separator = text.firstIndex(where: { "Tt ".contains($0) }) else { return nil }
    let date = text[..<separator].split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, date[0].utf8.count == 4, date[1].utf8.count == 2,
      date[2].utf8.count == 2, let year = number(date[0]), let month = number(date[1]),
      let day = number(date[2]), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year)
    else { return nil }
    var rest = text[text.index(after: separator)...]
    var offset = 0
    if let zone = rest.firstIndex(where: { "Zz+-".contains($0) }) {
      guard let found = Self.offset(rest[zone...]) else { return nil }
      offset = found
      rest = rest[..<zone]
    }
    guard let time = timeOfDay(rest) else { return nil }
    let minutes = Int64(days(year, month, day)) * 1440 + Int64(time.minutes - offset)
    // Leap seconds are the last of a day of UTC.
    let isLast = (minutes + 1) % 1440 == 0
    return time.milliseconds < 60_000 || isLast ? minutes * 60_000 + Int64(time.milliseconds) : nil
  }

  /// Minutes since midnight, and milliseconds since those, up to 60,999.
  private static func timeOfDay(_ text: Substring) -> (minutes: Int, milliseconds: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      let hours = number(parts[0]), let minutes = number(parts[1]), hours < 24, minutes < 60
    else { return nil }
    let whole = hours * 60 + minutes
    guard parts.count == 3 else { return (whole, 0) }
    let seconds = parts[2].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard seconds.count <= 2, seconds[0].utf8.count == 2, let second = number(seconds[0]),
      second <= 60
    else { return nil }
    guard seconds.count == 2 else { return (whole, second * 1000) }
    guard isDigits(seconds[1]), let part = number((seconds[1] + "00").prefix(3)) else { return nil }
    return (whole, second * 1000 + part)
  }

  /// Digits and nothing else.
  private static func number(_ text: some StringProtocol) -> Int? {
    isDigits(text) ? Int(text) : nil
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01 in the Gregorian calendar (years from March, so that a leap day is the
  /// last of its year).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    let leapDays = years / 4 - years / 100 + years / 400
    return years * 365 + leapDays + (months * 153 + 2) / 5 + day - 1 - 719_468
  }
}
