/// A date, a time of day or both, as people and programs write them:
/// `2026-11-21T21:14:05+01:00`, `2026-11-21 21:14`, `21.11.2026`, `11/21/2026 9:14 PM`,
/// `21 Nov 2026`, `Saturday, November 21st, 2026`, `2026 Sat Nov 21 9:14 PM`, `9:14 pm`, and the same
/// in other languages: `19 de mayo de 2026`, `7:15 nachm.`, `7:15 p. m.`, `2026年5月19日 午後7:15`.
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
    guard text.utf8.count <= 128, let all = Token.all(of: Self.withoutZoneName(text)) else {
      return nil
    }
    var tokens = Token.plain(all)
    let colon = tokens.firstIndex(of: .sign(":"))
    if let start = colon.map({ Self.start(ofTimeWith: $0, tokens) }) ?? Self.bareHour(tokens) {
      guard start >= 0, let time = Self.time(tokens[start...]) else { return nil }
      (seconds, offsetMinutes) = time
      tokens.removeSubrange(start...)
    }
    tokens.removeAll { $0 == .space || $0 == .sign(",") || $0 == .sign("(") || $0 == .sign(")") }
    // "2026. 5. 19." and the point after "kl."
    while case .sign(".") = tokens.last { tokens.removeLast() }
    while case .word(let word) = tokens.last, TimeWords.fillers.contains(word) {
      tokens.removeLast()
    }
    if !tokens.isEmpty {
      guard let date = Self.date(tokens) else { return nil }
      self.date = date
    }
    guard date != nil || seconds != nil else { return nil }
  }

  /// Without the zone's name that JavaScript and Java add to its offset: "GMT+0100 (CET)".
  private static func withoutZoneName(_ text: String) -> Substring {
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)]
    where text.last == close {
      guard let start = text.lastIndex(of: open), text[..<start].contains(":") else { continue }
      return text[..<start]
    }
    return text[...]
  }

  /// "+01:00", "UTC-5", "Z": an offset alone.
  static func offset(_ text: String) -> Int? {
    guard text.utf8.count <= 16, let tokens = Token.all(of: text[...]), !tokens.isEmpty else {
      return nil
    }
    return offset(tokens.filter { $0 != .space }[...])
  }

  // MARK: Time

  /// Finds where a time begins that has its first colon at `colon`: the half of the day may come before the
  /// hour. Less than 0 where nothing stands before the colon.
  private static func start(ofTimeWith colon: Int, _ tokens: [Token]) -> Int {
    guard let hour = tokens[..<colon].lastIndex(where: { $0 != .space }) else { return -1 }
    guard let before = tokens[..<hour].lastIndex(where: { $0 != .space }),
      [.word("am"), .word("pm")].contains(tokens[before])
    else { return hour }
    return before
  }

  /// Finds where "9 pm" begins.
  private static func bareHour(_ tokens: [Token]) -> Int? {
    guard tokens.last == .word("am") || tokens.last == .word("pm") else { return nil }
    let number = tokens.dropLast().lastIndex { $0 != .space }
    guard let number, case .number = tokens[number] else { return nil }
    return number
  }

  private static func time(_ tokens: ArraySlice<Token>) -> (seconds: Int, offset: Int?)? {
    var rest = tokens.filter { $0 != .space }[...]
    var half = rest.takeHalf()
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
    // "7:15 da tarde"
    while case .word(let word) = rest.first, TimeWords.fillers.contains(word) {
      rest.removeFirst()
    }
    if half == nil { half = rest.takeHalf() }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    _ = rest.take(.word("uhr"))
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
    var months: [String] = []
    for token in tokens {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits))
      case .sign(let sign): signs.append(sign)
      case .word(let word):
        if TimeWords.month(word) != nil {
          months.append(word)
        } else if !TimeWords.isWeekday(word), !TimeWords.fillers.contains(word) {
          return nil
        }
      case .space: break
      }
    }
    // "mar. 19 mai 2026": Tuesday, not March.
    if months.count > 1 { months.removeAll(where: TimeWords.isWeekday) }
    guard months.count <= 1 else { return nil }
    if let month = months.first.flatMap(TimeWords.month) {
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
}

private enum Token: Equatable {
  case number(Int, digits: Int)
  /// Lower case.
  case word(String)
  case sign(Character)
  case space

  static func all(of text: Substring) -> [Token]? {
    var tokens: [Token] = []
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if first.isASCII && first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 9, let value = Int(digits) else { return nil }
        tokens.append(.number(value, digits: digits.count))
        rest = rest[digits.endIndex...]
      } else if case .number? = tokens.last, TimeWords.units[first] != nil {
        tokens.append(.word(String(first)))
        rest.removeFirst()
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

  /// The tokens as English and ISO 8601 would have them: halves of the day as "am" and "pm", units
  /// of dates and times as the signs between their numbers.
  static func plain(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    var rest = tokens[...]
    while let token = rest.popFirst() {
      guard case .word(let word) = token else {
        result.append(token)
        continue
      }
      if let half = rest.takeDottedHalf(after: word) ?? TimeWords.half(word) {
        // "7:15 nachm."
        if rest.first == .sign("."), !isDigits(rest.dropFirst().first) { rest.removeFirst() }
        result.append(.word(half))
      } else if case .number? = result.last(where: { $0 != .space }),
        let signs = signs(for: word, isLast: !rest.contains(where: isDigits))
      {
        result += signs
      } else {
        result.append(token)
      }
    }
    return result
  }

  /// The signs that stand for a unit after a number; nil for another word.
  private static func signs(for word: String, isLast: Bool) -> [Token]? {
    // "19h15" and "7 Uhr 15"; the hour alone is one of 60 minutes.
    let isHour = word == "h" || word == "uhr" && !isLast
    let ofCJK = word.count == 1 ? word.first.flatMap { TimeWords.units[$0] } : nil
    guard let unit = isHour ? .hour : ofCJK else { return nil }
    switch unit {
    case .year, .month: return [.sign("-")]
    case .day, .second: return [.space]
    case .hour: return isLast ? [.sign(":"), .number(0, digits: 2)] : [.sign(":")]
    case .minute: return isLast ? [.space] : [.sign(":")]
    }
  }

  private static func isDigits(_ token: Token?) -> Bool {
    if case .number? = token { true } else { false }
  }
}

extension ArraySlice<Token> {
  /// "am" or "pm".
  fileprivate mutating func takeHalf() -> String? {
    take(.word("am")) ? "am" : take(.word("pm")) ? "pm" : nil
  }

  /// The rest of "p. m." after its first letter.
  fileprivate mutating func takeDottedHalf(after letter: String) -> String? {
    var rest = self
    _ = rest.take(.sign("."))
    while rest.take(.space) {}
    guard case .word(let second) = rest.first,
      let half = TimeWords.dottedHalf(letter, second)
    else { return nil }
    self = rest.dropFirst()
    return half
  }

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
