import Testing

@testable import EmotionCore

@Suite struct WrittenTimeTests {
  private func shown(_ text: String) -> String {
    guard let written = WrittenTime(text) else { return "none" }
    let date =
      switch written.date {
      case nil: "-"
      case .sure(let date): date.iso
      case .either(let first, let second, let year): "\(first)?\(second)?\(year)"
      }
    let time = written.seconds.map { "\($0 / 3600):\($0 / 60 % 60):\($0 % 60)" } ?? "-"
    return "\(date) \(time) \(written.offsetMinutes.map(String.init) ?? "-")"
  }

  @Test(arguments: [
    ("2026-11-21", "2026-11-21 - -"), ("20261121", "2026-11-21 - -"),
    ("2026-11-21T21:14:05+01:00", "2026-11-21 21:14:5 60"),
    ("2026-11-21T21:14Z", "2026-11-21 21:14:0 0"),
    ("2026-11-21T21:14:05.123456-0530", "2026-11-21 21:14:5 -330"),
    ("2026-11-21 21:14", "2026-11-21 21:14:0 -"), ("2026/1/2", "2026-01-02 - -"),
    ("21.11.2026", "2026-11-21 - -"), ("1.2.2026 7:05", "2026-02-01 7:5:0 -"),
    ("11/21/2026", "11?21?2026 - -"), ("3/4/2026 9:14 PM", "3?4?2026 21:14:0 -"),
    ("2026 Wed Jul 22 11:36 PM", "2026-07-22 23:36:0 -"),
    ("2026 Sun May 17 12:39\u{202F}AM", "2026-05-17 0:39:0 -"),
    ("November 21st, 2026", "2026-11-21 - -"), ("Saturday, 21 Nov. 2026", "2026-11-21 - -"),
    ("27th Jul 2021", "2021-07-27 - -"), ("21-Nov-2026 at 9:14", "2026-11-21 9:14:0 -"),
    ("8:20 am", "- 8:20:0 -"), ("12:00 PM", "- 12:0:0 -"), ("9 pm", "- 21:0:0 -"),
    ("23:59:60", "- 23:59:59 -"), (" 20:39 ", "- 20:39:0 -"),
    ("2026-11-21 21:14 UTC", "2026-11-21 21:14:0 0"),
    ("2026-11-21 21:14 GMT+2", "2026-11-21 21:14:0 120"),
  ])
  func reads(_ text: String, _ expected: String) { #expect(shown(text) == expected) }

  @Test(arguments: [
    "", " ", "yesterday", "2026-13-01", "2026-02-29", "2026-1", "21.11.26", "11/21", "31/31/2026",
    "24:00", "21:60", "13:00 pm", "0:30 am", "2026-11-21 21:14 Mars", "2026-11-21 9", "9",
    "99999999999999999999", "2026--11-21", "2026-11/21", "Nov Dec 21 2026", "21:14:05:06",
    "2026-11-21T21:14+99:00", "😀", "٢٠٢٦-١١-٢١", "-1-1-2026", ":", "1:", ":5",
    "2026-11-21 \u{0}", "0000-01-01",
  ])
  func refuses(_ text: String) { #expect(shown(text) == "none") }

  @Test(arguments: [
    ("UTC+01:00", 60), ("UTC-05:30", -330), ("+0200", 120), ("Z", 0), ("UTC", 0), ("GMT-3", -180),
  ])
  func readsOffsets(_ text: String, _ minutes: Int) { #expect(WrittenTime.offset(text) == minutes) }

  @Test(arguments: ["", "CET", "1", "+1:2", "+19", "UTC+1:00x", "+"])
  func refusesOffsets(_ text: String) { #expect(WrittenTime.offset(text) == nil) }

  @Test func datesAndDaysAreEachOthersInverse() {
    for day in stride(from: -200_000, through: 200_000, by: 37) {
      #expect(CalendarDay(daysSince1970: day).daysSince1970 == day)
    }
    #expect(CalendarDay(daysSince1970: 20_778).iso == "2026-11-21")
    #expect(CalendarDay(year: 2000, month: 2, day: 29)?.daysSince1970 == 11_016)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
  }
}
