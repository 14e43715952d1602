import EmotionCore
import FoundationEssentials
import Screens

extension Outlook {
  /// The settings and the month as text.
  func show(_ options: GlobalOptions, insteadOf before: Outlook? = nil) {
    if let before {
      compare(with: before)
    } else {
      for row in rows { print("\(Self.padded(row.name, 27))\(row.value)") }
    }
    print("")
    if options.plain {
      for day in forecast.days {
        print(
          "\(Dates.short(day.day)): \(Self.text(day.cards)) cards, \(Self.text(day.minutes)) min")
      }
    } else {
      chart(isASCII: Output.isASCII)
    }
  }

  private var rows: [(name: String, value: String)] {
    [
      ("known when it comes back", "\(Int((retention * 100).rounded())) %"),
      ("new cards a day, at most", "\(newPerDay)"), ("lighter days", lighter),
      ("cards a day", Self.text(forecast.cardsADay)),
      ("minutes a day", Self.text(forecast.minutesADay)),
      ("words known in \(forecast.days.count) days", Self.text(forecast.wordsKnown)),
    ]
  }

  private func compare(with before: Outlook) {
    print(Self.padded("", 27) + Self.padded("now", 10) + "then")
    for (old, new) in zip(before.rows, rows) {
      print(Self.padded(old.name, 27) + Self.padded(old.value, 10) + new.value)
    }
  }

  /// Cards a day as columns with the weeks below them: two cells wide each, or one where a month
  /// would not fit.
  private func chart(isASCII: Bool) {
    let height = 6
    let isNarrow = (Output.columns ?? 80) < 5 + 2 * forecast.days.count
    let gap = isNarrow ? "" : " "
    let most = max(forecast.days.map(\.cards).max() ?? 0, 1)
    let full = isASCII ? "#" : "█"
    let half = isASCII ? "." : "▄"
    for row in (0..<height).reversed() {
      let label = row == height - 1 ? Self.text(most) : ""
      let cells = forecast.days.map { day in
        let filled = day.cards / most * Double(height) - Double(row)
        return (filled >= 0.75 ? full : filled >= 0.25 ? half : " ") + gap
      }
      print(Self.trimmed("\(Self.leftPadded(label, 4)) \(cells.joined())"))
    }
    let weeks = stride(from: 0, to: forecast.days.count, by: isNarrow ? 14 : 7)
      .filter { !isNarrow || $0 + 10 <= forecast.days.count }.map { index in
        Self.padded(Dates.short(forecast.days[index].day), 14)
      }
    print(Self.trimmed("     \(weeks.joined())"))
    Output.say("     cards a day, if all that is due is practiced")
  }

  private static func text(_ value: Double) -> String { "\(Int(value.rounded()))" }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private static func leftPadded(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The plan as JSON. Fields may be added, never renamed.
struct PlanAnswer: Encodable {
  let before: Month
  /// null when nothing was to be changed.
  let after: Month?
  let kept: Bool

  struct Month: Encodable {
    let retention: Double
    let new: Int
    /// "sat", "sun".
    let lighter: [String]
    let cardsADay: Double
    let minutesADay: Double
    let wordsKnown: Double
    let days: [Day]

    private enum CodingKeys: String, CodingKey {
      case retention, new, lighter, days
      case cardsADay = "cards_a_day"
      case minutesADay = "minutes_a_day"
      case wordsKnown = "words_known"
    }
  }

  struct Day: Encodable {
    /// ISO 8601: "2026-11-21".
    let date: String
    let cards: Double
    let new: Double
    let answers: Double
    let minutes: Double
  }

  init(before: Outlook, after: Outlook?, kept: Bool) {
    self.before = Month(before)
    self.after = after.map(Month.init)
    self.kept = kept
  }

  private enum CodingKeys: String, CodingKey { case before, after, kept }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(kept, forKey: .kept)
  }
}

extension PlanAnswer.Month {
  init(_ outlook: Outlook) {
    let forecast = outlook.forecast
    self.init(
      retention: outlook.retention, new: outlook.newPerDay,
      lighter: outlook.lighter == "none"
        ? [] : outlook.lighter.split(separator: ",").map(String.init),
      cardsADay: Self.rounded(forecast.cardsADay),
      minutesADay: Self.rounded(forecast.minutesADay),
      wordsKnown: Self.rounded(forecast.wordsKnown),
      days: forecast.days.map { day in
        PlanAnswer.Day(
          date: Dates.iso(day.day), cards: Self.rounded(day.cards),
          new: Self.rounded(day.new), answers: Self.rounded(day.answers),
          minutes: Self.rounded(day.minutes))
      })
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
