import SpacedRepetition

/// Whether the clock is behind what the log already has, so that reviews would be filed on days
/// gone by.
enum ClockTrouble: Equatable {
  case none
  /// By more than five minutes: worth a word.
  case slow(minutes: Int)
  /// By more than a day: asked before anything is filed.
  case wrong(newest: Moment)

  init(now: Moment, newest: Moment?) {
    switch (ClockCheck(newest: newest, now: now), newest) {
    case (.dayBehind, .some(let newest)): self = .wrong(newest: newest)
    case (.behind(let milliseconds), _): self = .slow(minutes: Int(milliseconds / 60_000))
    default: self = .none
    }
  }

  var notice: String? {
    guard case .slow(let minutes) = self else { return nil }
    let time = minutes < 120 ? "\(minutes) minutes" : "\(minutes / 60) hours"
    return "The clock is behind by \(time)."
  }

  /// What is told before practice; nil when there is nothing to ask.
  func question(now: Moment) -> String? {
    guard case .wrong(let newest) = self else { return nil }
    let last = Dates.short(newest.localDate, now: now.localDate)
    return "The clock says \(Dates.short(now.localDate)), but what you did last was on \(last). "
      + "Answers would be filed on the wrong day."
  }
}
