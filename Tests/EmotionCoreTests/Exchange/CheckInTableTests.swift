import SpacedRepetition
import Testing

@testable import EmotionCore

@Suite struct CheckInTableTests {
  /// 2026-11-21 21:14 UTC.
  private static let now = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 60)

  private func table(
    _ lines: [String], map: ColumnMap = [:], order: CheckInTable.DateOrder? = nil,
    meanings: [String: WordID] = [:]
  ) throws(CheckInTable.Problem) -> CheckInTable {
    let rows = lines.enumerated().map { index, line in
      CheckInTable.Row(
        line: index + 1,
        fields: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
    return try CheckInTable(
      rows, map: map, order: order, meanings: meanings, lexicon: RealData.lexicon, now: Self.now
    ) { _ in 60 }
  }

  private func shown(_ table: CheckInTable) -> [String] {
    table.entries.map { entry in
      let feelings = entry.checkIn.feelings.map { "\($0.id)/\($0.word)/\($0.strength)" }
      let date = CalendarDay(daysSince1970: entry.moment.localDate).iso
      return "\(date) \(entry.moment.minuteOfDay) \(feelings.joined(separator: " "))"
        + (entry.checkIn.note.map { " (\($0))" } ?? "")
    }
  }

  /// An import of one's own table must find what is there already.
  @Test(arguments: [
    CheckIn(feelings: [.init(id: "sad", word: "sad", strength: 5)]),
    CheckIn(
      feelings: [.init(id: "x y", word: "Two, words;x|y\n", strength: 1)],
      note: "\u{200E}\t a\tb \u{A0}\r\n\u{1B}[31m c\u{202E}\u{200F} "),
    CheckIn(
      feelings: [
        .init(id: "gone", word: " Ünknown 😀", strength: 2),
        .init(id: "sad", word: "sad", strength: 4),
      ], said: "\t=1+1", cues: ["a;b", " tight jaw", ""], note: "'-1\n"),
  ])
  func whatWasWrittenIsReadAsWhatReadBackTells(checkIn: CheckIn) throws {
    var journal = Journal()
    journal.apply(.checkedIn(checkIn), id: "a:1", at: Self.now)
    let rows = CheckInTable.records(of: journal).enumerated().map {
      CheckInTable.Row(line: $0 + 1, fields: $1)
    }
    let table = try CheckInTable(rows, lexicon: RealData.lexicon, now: Self.now) { _ in 0 }
    let expected = CheckInTable.readBack(checkIn, lexicon: RealData.lexicon)
    #expect(table.entries.map(\.checkIn) == [expected])
    #expect(table.entries.first?.moment == Self.now)
    #expect(!rows[1].fields.joined().contains("\u{1B}"))
    #expect(expected.feelings.count == checkIn.feelings.count)
  }

  // MARK: What mood trackers write

  @Test func daylio() throws {
    let table = try table([
      "full_date\tdate\tweekday\ttime\tmood\tactivities\tnote_title\tnote",
      "2026-03-27\tMarch 27\tFriday\t20:39\tirritable\twork | walk\t\t",
      "2026-03-27\tMarch 27\tFriday\t8:20 am\trad\t\tChoir\tTwo\r\nlines",
    ])
    #expect(
      shown(table) == [
        "2026-03-27 500 rad/rad/3 (Choir: Two\nlines)",
        "2026-03-27 1239 irritable/irritable/3 (Activities: work, walk)",
      ])
    #expect(table.unknown == ["rad"])
    // Date and weekday are told by "full_date".
    #expect(table.unused == [])
  }

  @Test func howWeFeel() throws {
    let table = try table([
      "Date\tMood\tMood Key\tTags (People)\tTags (Places)\tSleep\tNotes\tReflections\tTakeaways",
      "2026 Sun May 17 8:39 AM\tDetermined\tdetermined\tBy Myself\t\t7\ta note\t[]\t",
      "2026 Sun May 17 9:39 AM\tCalm\tcalm\tFamily | Friends\tHome\t\t\t"
        + #"[{"question":"Why?","answer":"Tea"},"and rest"]"# + "\t[\"Sit down\"]",
    ])
    #expect(
      shown(table) == [
        "2026-05-17 519 determined/determined/3 (a note\nPeople: By Myself)",
        "2026-05-17 579 calm/calm/3 (Why?: Tea\nand rest\nSit down\nPeople: Family, Friends\n"
          + "Places: Home)",
      ])
    #expect(table.unused == ["Sleep"])
  }

  @Test func bearable() throws {
    let table = try table([
      "date\tdate formatted\tweekday\ttime of day\tcategory\trating/amount\tdetail\tnotes",
      "27th Jul 2021\t2021-07-27\tTuesday\tpm\tMood\t6\tCalm | Anxious\tslept badly",
      "27th Jul 2021\t2021-07-27\tTuesday\tall day\tEnergy\t3\t\t",
      "27th Jul 2021\t2021-07-27\tTuesday\tall day\tMood\t3\t\t",
    ])
    #expect(shown(table) == ["2021-07-27 1200 calm/calm/3 anxious/anxious/3 (slept badly)"])
    #expect(table.wordless == 1)
  }

  @Test(arguments: [("pre", 6), ("am", 9), ("mid", 14), ("pm", 20), ("all day", 12), ("", 12)])
  func partsOfTheDayHaveAnHour(_ part: String, _ hour: Int) throws {
    let table = try table(["date\ttime of day\tmood", "2021-07-27\t\(part)\tcalm"])
    #expect(table.entries.first?.moment.minuteOfDay == hour * 60)
    #expect(table.entries.first?.hasClock == false)
  }

  @Test func daylioOfOldWithTheYearApart() throws {
    let table = try table([
      "year\tdate\tweekday\ttime\tmood\tactivities\tnote",
      "2017\tJanuary 30\tMonday\t7:15 pm\tworried\t\t",
      "2017\t18 maja\tczwartek\t22:40\tcalm\t\ttea",
      "2017\t5/19\tFriday\t1:05\tsad\tcook | clean\t",
    ])
    #expect(
      shown(table) == [
        "2017-01-30 1155 worried/worried/3", "2017-05-18 1360 calm/calm/3 (tea)",
        "2017-05-19 65 sad/sad/3 (Activities: cook, clean)",
      ])
    // At one in the morning it's still the day before; the file says the 19th.
    #expect(table.entries.last?.date.iso == "2017-05-19")
    #expect(table.unused == [])
  }

  @Test func applesStatesOfMindWithACommaTooMany() throws {
    let table = try table([
      "Start\tEnd\tKind\tLabels\tAssociations\tValence\t",
      "2026-05-18 22:40:10 +0200\tx\tMomentary Emotion\tContent | Relieved\tFamily\t0.44\t",
      "2026-05-19 07:15:00 +0200\tx\tDaily Mood\tWorried\t\t-0.31\t\t",
    ])
    #expect(
      shown(table) == [
        "2026-05-18 1360 content/content/3 relieved/relieved/3 (Associations: Family)",
        "2026-05-19 435 worried/worried/3",
      ])
    #expect(table.entries.map(\.key.isUTC) == [true, true])
    let error = #expect(throws: CheckInTable.Problem.self) {
      try self.table(["date\tmood\t", "2026-05-18\tcalm\t\tmore"])
    }
    #expect(error == .row(line: 2, "has 4 fields, and the first line 2"))
  }

  @Test func markupBecomesPlainText() throws {
    let html = "On the step<br><br>with <b>nobody</b> &amp; the cat"
    let plain = "On the step\n\nwith nobody & the cat"
    let table = try table(["date\tmood\tnote", "2026-05-18\tcalm\t\(html)"])
    #expect(table.entries.first?.checkIn.note == plain)
    // What Inkling wrote is text already.
    let own = try self.table([
      "date\tutc offset\twords\tnote", "2026-05-18\tUTC+00:00\tcalm\t\(html)",
    ])
    #expect(own.entries.first?.checkIn.note == html)
  }

  @Test func aLabelMayBeGivenAMeaning() throws {
    let read = try table(
      ["date\tmood", "2026-05-18\tRad!", "2026-05-18\tmeh, calm"],
      meanings: ["rad": "great", "meh": "listless", "calm": "serene"])
    #expect(
      shown(read) == [
        "2026-05-18 720 great/great/3", "2026-05-18 720 listless/listless/3 serene/serene/3",
      ])
    #expect(read.entries.map(\.asWritten) == [["rad"], ["meh", "calm"]])
    #expect(read.unknown == [])
  }

  /// So that the same row is the same event everywhere.
  @Test func aRowIsKnownByWhatTheFileSays() throws {
    func keys(_ lines: [String], zone: Int, meanings: [String: WordID] = [:]) throws
      -> [CheckInTable.RowKey]
    {
      try CheckInTable(
        lines.enumerated().map {
          CheckInTable.Row(line: $0 + 1, fields: $1.split(separator: "\t").map(String.init))
        }, meanings: meanings, lexicon: RealData.lexicon, now: Self.now, offset: { _ in zone }
      ).entries.map(\.key)
    }
    let clocked = ["date\ttime\tmood\tnote", "2026-05-18\t7:15\tRad\ta"]
    let key = CheckInTable.RowKey(seconds: 1_779_088_500, isUTC: false, text: "rad")
    for zone in [-600, 0, 120] { #expect(try keys(clocked, zone: zone) == [key]) }
    #expect(try keys(clocked, zone: 0, meanings: ["rad": "great"]) == [key])
    #expect(try keys([clocked[0], "2026-05-18\t7:15\trad\tb"], zone: 0) == [key])
    let zoned = ["2026-05-18T07:15+02:00", "2026-05-18T01:15-04:00"].map { "\($0)\trad" }
    let both = try keys(["date\tmood"] + zoned, zone: 0)
    #expect(both[0] == both[1] && both[0].isUTC)
    // Without a time of day the notes tell rows apart.
    let dated = try keys(
      ["date\tmood\tnote", "2026-05-18\trad\ta", "2026-05-18\trad\tb"], zone: 0)
    #expect(dated[0] != dated[1])
  }

  // MARK: Its own

  @Test func whatIsWrittenIsReadBack() throws {
    var journal = Journal()
    let checkIns = [
      CheckIn(
        feelings: [.init(id: "calm", word: "calm", strength: 1), .init(id: "sad", word: "sad")],
        said: "fine", cues: ["shallow breath", "-x"], note: "=1+1\n“so”, \"x\"; y"),
      CheckIn(feelings: [.init(id: "sad", word: "sad", strength: 5)], note: "'@me"),
      CheckIn(feelings: [.init(id: "meh-ish", word: "meh-ish")]),
    ]
    for (index, checkIn) in checkIns.enumerated() {
      journal.apply(
        .checkedIn(checkIn), id: "a:\(index)",
        at: Moment(
          milliseconds: Self.now.milliseconds - 90_061_000 * Int64(4 - index),
          offsetMinutes: [-330, 0, 765][index]))
    }
    journal.apply(.sealed(Sealed(box: "x")), id: "a:9", at: Self.now)
    let records = CheckInTable.records(of: journal)
    #expect(records.count == 4)
    #expect(records[1][2] == "UTC-05:30")
    #expect(records[1][7].hasPrefix("'=1+1"))
    let read = try table(records.map { $0.joined(separator: "\t") })
    #expect(read.entries.map(\.checkIn) == checkIns)
    #expect(read.entries.map(\.moment) == journal.entries.dropLast().map(\.moment))
  }

  @Test(arguments: ["=a", "+a", "-a", "@a", "'=a", "''+", "'a", "a", "", "'", "a=b", "\u{301}=x"])
  func textIsNeverAFormulaAndComesBack(_ text: String) {
    let safe = SpreadsheetText.safe(text)
    #expect(!"=+-@\t\r".contains(safe.first ?? "a"))
    #expect(SpreadsheetText.plain(safe) == text)
  }

  // MARK: Columns, words, strengths, dates

  @Test func columnsCanBeNamed() throws {
    let lines = ["When\tHow\tWhat else", "2026-01-02\tcalm\tx"]
    let read = try table(lines, map: [.date: "when", .words: "HOW", .note: "What else"])
    #expect(shown(read) == ["2026-01-02 720 calm/calm/3 (x)"])
    #expect(throws: CheckInTable.Problem.self) { try table(lines) }
    let error = #expect(throws: CheckInTable.Problem.self) {
      try table(lines, map: [.date: "Day", .words: "How"])
    }
    #expect(error == .header("there is no column “Day” among “When”, “How”, “What else”"))
  }

  @Test(arguments: [
    (
      ["Timestamp", "How do you feel, in one word?"],
      "try --map 'words=How do you feel, in one word?'"
    ),
    (["day_of_it", "mood"], "try --map date=day_of_it"),
    (["It's", "that"], #"try --map 'date=It'\''s' --map words=that"#),
  ])
  func whatAColumnLooksLikeIsOffered(_ header: [String], _ advice: String) throws {
    let error = #expect(throws: CheckInTable.Problem.self) {
      try table([header.joined(separator: "\t"), "2026/05/19 7:15:05 PM GMT+2\tworried"])
    }
    guard case .header(let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.hasSuffix(advice), "\(text)")
  }

  @Test(arguments: [
    ("soon\tcalm\t2026-05-18", "--map date=on"),
    ("46161.802\tcalm\t", "a spreadsheet's number for a day"),
    ("2026-05-18\t7\tcalm", "--map words=on"),
  ])
  func theColumnThatMayBeMeantIsOfferedWithTheRow(_ row: String, _ advice: String) {
    let error = #expect(throws: CheckInTable.Problem.self) {
      try table(["date\tmood\ton", row])
    }
    guard case .row(2, let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains(advice), "\(text)")
  }

  @Test func decimalCommasAndPointsInTimesAndStrengths() throws {
    let read = try table([
      "date\ttime\tmood\tstrength", "2026-05-18\t19.15\tcalm\t3,0", "2026-05-18\t19.15\tsad\t4.0",
    ])
    #expect(shown(read) == ["2026-05-18 1155 calm/calm/3", "2026-05-18 1155 sad/sad/4"])
  }

  @Test func wordsAreFoundInAnyForm() throws {
    let read = try table([
      "date\twords\tstrength", "2026-01-02\tCALM, Overwhelmed|calm ; 😀 / Feel-Good;;\t",
    ])
    #expect(
      shown(read) == [
        "2026-01-02 720 calm/calm/3 overwhelmed/overwhelmed/3 feel-good/😀 / Feel-Good/3"
      ])
    #expect(read.unknown == ["😀 / Feel-Good"])
    let sign = try table(["date\twords", "2026-01-02\t😀"])
    #expect(sign.entries.first?.checkIn.feelings == [.init(id: "😀", word: "😀")])
  }

  @Test(arguments: [("2", [2, 2]), ("1; 5", [1, 5]), ("", [3, 3])])
  func strengths(_ text: String, _ expected: [Int]) throws {
    let read = try table(["date\twords\tstrength", "2026-01-02\tcalm; sad\t\(text)"])
    #expect(read.entries.first?.checkIn.feelings.map(\.strength) == expected)
  }

  @Test func aColumnCanBeLeftOut() throws {
    let lines = ["date\twords\tintensity", "2026-01-02\tcalm\t9"]
    #expect(throws: CheckInTable.Problem.self) { try table(lines) }
    #expect(try table(lines, map: [.strength: ""]).entries.count == 1)
  }

  @Test func oneDateThatIsClearDecidesForAll() throws {
    let lines = ["date\tmood", "03/04/2026\tcalm", "25/04/2026\tsad", "05/05/2026\tsad"]
    #expect(
      shown(try table(lines)) == [
        "2026-04-03 720 calm/calm/3", "2026-04-25 720 sad/sad/3", "2026-05-05 720 sad/sad/3",
      ])
    let error = #expect(throws: CheckInTable.Problem.self) {
      try table(lines + ["04/25/2026\tsad"])
    }
    #expect(
      error == .row(line: 5, "has the date “04/25/2026”, and others have day and month swapped"))
  }

  @Test func datesThatAreNotClearAreAskedFor() throws {
    let lines = ["date\tmood", "05/05/2026\tcalm", "03/04/2026\tcalm"]
    let error = #expect(throws: CheckInTable.Problem.self) { try table(lines) }
    guard case .row(3, let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains("--date-format dmy"))
    let american = try table(lines, order: .monthFirst)
    #expect(shown(american).first?.hasPrefix("2026-03-04") == true)
    let british = try table(lines, order: .dayFirst)
    #expect(shown(british).first?.hasPrefix("2026-04-03") == true)
  }

  @Test(arguments: [
    ("2026-01-02\tcalm", "has 2 fields, and the first line 3"),
    ("soon\tcalm\t", "has the date “soon”, which isn't one"),
    ("\tcalm\t", "has the date “”, which isn't one"),
    ("1899-12-31\tcalm\t", "has a date before 1900"),
    ("2026-11-23\tcalm\t", "has a date that is still to come"),
    ("9999-12-31\tcalm\t", "has a date that is still to come"),
    ("2026-01-02\t7\t", "has “7” where a feeling word should be"),
    ("2026-01-02\tcalm\t25:00", "has the time “25:00”, which isn't one"),
    ("2026-01-02\t" + String(repeating: "a", count: 61) + "\t", "has a text where"),
    ("2026-01-02\te" + String(repeating: "\u{301}", count: 1000) + "\t", "has a text where"),
    (
      "2026-01-02\t" + (0...50).map { "w\($0)" }.joined(separator: ";") + "\t", "has a text where"
    ),
  ])
  func tellsTheRowAndWhatIsWrong(_ row: String, _ reason: String) {
    let error = #expect(throws: CheckInTable.Problem.self) {
      try table(["date\tmood\ttime", "2026-01-02\tcalm\t", row])
    }
    guard case .row(3, let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.hasPrefix(reason), "\(text)")
  }

  @Test(arguments: ["id\tcid\tusn\tease\tivl", "card_id\treview_rating\treview_time"])
  func aReviewLogIsKnown(_ header: String) {
    #expect(throws: CheckInTable.Problem.reviewLog) { try table([header]) }
  }

  @Test func controlCharactersStayOut() throws {
    let read = try table(["date\tmood\tnote", "2026-01-02\tca\u{1B}lm\u{9B}\ta\u{1B}[31mb\u{7}"])
    #expect(shown(read) == ["2026-01-02 720 calm/calm/3 (a[31mb)"])
  }

  @Test(arguments: 1...500 as ClosedRange<UInt64>)
  func noMutationIsTakenForWhatItIsNot(_ seed: UInt64) throws {
    var dice = SeededDice(seed)
    let lines = [
      "date\ttime\tutc offset\twords\tstrengths\tnote",
      "2026-01-02\t09:00:00\tUTC+01:00\tcalm; sad\t3; 4\tx", "1/2/2026\t9 pm\t\tcalm\t\t",
    ]
    var text = Array(lines.joined(separator: "\n").unicodeScalars)
    let signs = Array("09:;/-+.\t\n\u{0}\u{202E}😀zTp'=".unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      let place = Int.random(in: text.indices, using: &dice)
      text[place] = signs[Int.random(in: signs.indices, using: &dice)]
    }
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    guard let read = try? table(String(string).split(separator: "\n").map(String.init)) else {
      return
    }
    for entry in read.entries {
      #expect(!entry.checkIn.feelings.isEmpty)
      #expect(entry.checkIn.feelings.allSatisfy { (1...5).contains($0.strength) && $0.id != "" })
      #expect(entry.moment.milliseconds <= Self.now.milliseconds + 86_400_000)
    }
  }
}
