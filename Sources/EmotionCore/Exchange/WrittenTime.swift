/// A date, a time of day or both, as people and programs write them:
/// `2026-11-21T21:14:05+01:00`, `2026-11-21 21:14`, `21.11.2026`, `11/21/2026 9:14 PM`,
/// `21 Nov 2026`, `Saturday, November 21st, 2026`, `2026 Sat Nov 21 9:14 PM`, `9:14 pm`.
struct WrittenTime: Equatable {
  enum Date: Equatable {
    case sure(CalendarDay)
    /// 03/04/2026: which number is the day is not to be told from this one alone.
    case either(first: Int, second: Int, year: Int)
  }

  var date: Date?
  /// Since midnight.
  var seconds: Int?
  /// Local time minus UTC.
  var offsetMinutes: Int?

  init?(_ text: String) {
    guard text.utf8.count <= 64, var tokens = Token.all(of: text), !tokens.isEmpty else {
      return nil
    }
    let colon = tokens.firstIndex(of: .sign(":"))
    if let start = colon.map({ $0 - 1 }) ?? Self.bareHour(tokens) {
      guard start >= 0, let time = Self.time(tokens[start...]) else { return nil }
      (seconds, offsetMinutes) = time
      tokens.removeSubrange(start...)
    }
    tokens.removeAll { $0 == .space || $0 == .sign(",") }
    if tokens.last == .word("t") || tokens.last == .word("at") { tokens.removeLast() }
    if !tokens.isEmpty {
      guard let date = Self.date(tokens) else { return nil }
      self.date = date
    }
    guard date != nil || seconds != nil else { return nil }
  }

  /// "+01:00", "UTC-5", "Z": an offset alone.
  static func offset(_ text: String) -> Int? {
    guard text.utf8.count <= 16, let tokens = Token.all(of: text), !tokens.isEmpty else {
      return nil
    }
    return offset(tokens.filter { $0 != .space }[...])
  }

  // MARK: Time

  /// Where "9 pm" begins.
  private static func bareHour(_ tokens: [Token]) -> Int? {
    guard tokens.last == .word("am") || tokens.last == .word("pm") else { return nil }
    let number = tokens.dropLast().lastIndex { $0 != .space }
    guard let number, case .number = tokens[number] else { return nil }
    return number
  }

  private static func time(_ tokens: ArraySlice<Token>) -> (seconds: Int, offset: Int?)? {
    var rest = tokens.filter { $0 != .space }[...]
    guard var hour = rest.takeNumber(digits: 1...2) else { return nil }
    var minute = 0
    var second = 0
    if rest.take(.sign(":")) {
      guard let minutes = rest.takeNumber(digits: 2...2) else { return nil }
      minute = minutes
      if rest.take(.sign(":")) {
        guard let seconds = rest.takeNumber(digits: 2...2) else { return nil }
        second = seconds
        if rest.take(.sign(".")) || rest.take(.sign(",")) {
          guard rest.takeNumber(digits: 1...9) != nil else { return nil }
        }
      }
    }
    if rest.take(.word("pm")) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + 12
    } else if rest.take(.word("am")) {
      guard (1...12).contains(hour) else { return nil }
      hour %= 12
    }
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    let seconds = hour * 3600 + minute * 60 + min(second, 59)
    if rest.isEmpty { return (seconds, nil) }
    return offset(rest).map { (seconds, $0) }
  }

  private static func offset(_ tokens: ArraySlice<Token>) -> Int? {
    var rest = tokens
    if rest.take(.word("z")) { return rest.isEmpty ? 0 : nil }
    let isNamed = rest.take(.word("utc")) || rest.take(.word("gmt"))
    if isNamed, rest.isEmpty { return 0 }
    let isWest = rest.take(.sign("-")) || rest.take(.sign("−"))
    guard isWest || rest.take(.sign("+")), case .number(let value, let digits) = rest.first else {
      return nil
    }
    rest.removeFirst()
    var minutes = digits <= 2 ? value * 60 : digits == 4 ? value / 100 * 60 + value % 100 : 9999
    if digits <= 2, rest.take(.sign(":")) {
      guard let more = rest.takeNumber(digits: 2...2), more < 60 else { return nil }
      minutes += more
    }
    guard rest.isEmpty, minutes <= 18 * 60 else { return nil }
    return isWest ? -minutes : minutes
  }

  // MARK: Date

  private static func date(_ tokens: [Token]) -> Date? {
    var numbers: [(value: Int, digits: Int)] = []
    var signs: [Character] = []
    var month: Int?
    for token in tokens {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits))
      case .sign(let sign): signs.append(sign)
      case .word(let word):
        if let number = Self.month(word) {
          guard month == nil else { return nil }
          month = number
        } else if !isWeekday(word), !["st", "nd", "rd", "th", "of"].contains(word) {
          return nil
        }
      case .space: break
      }
    }
    if let month {
      // The sign after an abbreviation or a day: "21. Nov. 2026", "21-Nov-2026".
      guard numbers.count == 2, signs.allSatisfy({ [".", "-", "/"].contains($0) }) else {
        return nil
      }
      let isYearFirst = numbers[0].digits == 4
      let (year, day) = isYearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      guard year.digits == 4, day.digits <= 2 else { return nil }
      return CalendarDay(year: year.value, month: month, day: day.value).map(Date.sure)
    }
    if numbers.count == 1, numbers[0].digits == 8, signs.isEmpty {
      let value = numbers[0].value
      return CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        .map(Date.sure)
    }
    guard numbers.count == 3, signs.count == 2, signs[0] == signs[1] else { return nil }
    return date(numbers, sign: signs[0])
  }

  private static func date(_ numbers: [(value: Int, digits: Int)], sign: Character) -> Date? {
    let values = numbers.map(\.value)
    if numbers[0].digits == 4, numbers[1].digits <= 2, numbers[2].digits <= 2,
      ["-", "/", "."].contains(sign)
    {
      return CalendarDay(year: values[0], month: values[1], day: values[2]).map(Date.sure)
    }
    guard numbers[2].digits == 4, numbers[0].digits <= 2, numbers[1].digits <= 2 else {
      return nil
    }
    switch sign {
    // With points the day comes first everywhere.
    case ".": return CalendarDay(year: values[2], month: values[1], day: values[0]).map(Date.sure)
    case "/", "-":
      guard
        CalendarDay(year: values[2], month: values[0], day: values[1]) != nil
          || CalendarDay(year: values[2], month: values[1], day: values[0]) != nil
      else { return nil }
      return .either(first: values[0], second: values[1], year: values[2])
    default: return nil
    }
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static func isWeekday(_ word: String) -> Bool {
    word.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}

private enum Token: Equatable {
  case number(Int, digits: Int)
  /// Lower case.
  case word(String)
  case sign(Character)
  case space

  static func all(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if first.isASCII && first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 9, let value = Int(digits) else { return nil }
        tokens.append(.number(value, digits: digits.count))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(.word(String(word)))
        rest = rest[word.endIndex...]
      } else {
        // Programs put a narrow space before "PM".
        tokens.append(first.isWhitespace ? .space : .sign(first))
        rest.removeFirst()
      }
    }
    while tokens.first == .space { tokens.removeFirst() }
    while tokens.last == .space { tokens.removeLast() }
    return tokens
  }
}

extension ArraySlice<Token> {
  fileprivate mutating func take(_ token: Token) -> Bool {
    guard first == token else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count) = first, digits.contains(count) else { return nil }
    removeFirst()
    return value
  }
}
