import SpacedRepetition

extension CheckInTable {
  /// The entries that can be read, oldest first, below a header. `init` reads it back.
  public static func records(of journal: Journal) -> [[String]] {
    let header = ["date", "time", "utc offset", "words", "strengths", "said", "cues", "note"]
    return [header]
      + journal.entries.compactMap { entry in
        guard let checkIn = entry.checkIn else { return nil }
        let local = entry.moment.milliseconds + Int64(entry.moment.offsetMinutes) * 60_000
        let date = CalendarDay(daysSince1970: entry.moment.localDate)
        let second = Int(local / 1000 - Int64(entry.moment.localDate) * 86_400)
        let time = [second / 3600, second / 60 % 60, max(0, second % 60)].map(twoDigits)
        return [date.iso, time.joined(separator: ":"), offset(entry.moment.offsetMinutes)]
          + fields(of: checkIn).map(\.text)
      }
  }

  /// What is written of a check-in, in the order of the columns.
  static func fields(of checkIn: CheckIn) -> [(column: CheckInColumn, text: String)] {
    let words = checkIn.feelings.map { feeling in
      // Of a word from elsewhere, which would read as two.
      String(feeling.word.map { separators.contains($0) ? " " : $0 })
    }
    return [
      (.words, SpreadsheetText.safe(words.joined(separator: "; "))),
      (.strength, checkIn.feelings.map { "\($0.strength)" }.joined(separator: "; ")),
      (.said, SpreadsheetText.safe(checkIn.said ?? "")),
      (.cues, SpreadsheetText.safe((checkIn.cues ?? []).joined(separator: "; "))),
      (.note, SpreadsheetText.safe(checkIn.note ?? "")),
    ]
  }

  /// "UTC+01:00": with a letter first, no spreadsheet takes it for a sum.
  private static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    return "UTC\(minutes < 0 ? "-" : "+")\(twoDigits(size / 60)):\(twoDigits(size % 60))"
  }
}

/// Text that a spreadsheet shows and does not work out: what begins like a formula gets an
/// apostrophe before it (OWASP, CSV injection). Reading takes it off again. What would command a
/// terminal is left out, as it is in reading.
enum SpreadsheetText {
  static func safe(_ text: String) -> String {
    let text = String(
      text.unicodeScalars.filter {
        $0.properties.generalCategory != .control || "\t\r\n".unicodeScalars.contains($0)
      })
    return beginsFormula(text) ? "'" + text : text
  }

  static func plain(_ text: String) -> String {
    text.hasPrefix("'") && beginsFormula(text) ? String(text.dropFirst()) : text
  }

  /// Apostrophes before it make no difference: one is added to any, so that one can be taken off.
  private static func beginsFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }
}

/// The history of practice as other programs for spaced repetition know it.
public enum ReviewTable {
  public static let header = ["card_id", "review_rating", "review_time", "review_duration"]

  /// The card, 1 Again … 4 Easy, milliseconds since 1970 UTC, and milliseconds that it took.
  /// - Returns: nil for what can't be a card, which might command a terminal.
  public static func record(of review: Review, milliseconds: Int64) -> [String]? {
    guard review.card.isPlausible else { return nil }
    return [
      SpreadsheetText.safe(review.card.description), "\(review.grade.rawValue)", "\(milliseconds)",
      "\(review.milliseconds)",
    ]
  }
}
