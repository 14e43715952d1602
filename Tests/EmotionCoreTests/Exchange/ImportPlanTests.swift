import SpacedRepetition
import Testing

@testable import EmotionCore

/// Which rows of a tracker's next export are new, and which are there.
@Suite struct ImportPlanTests {
  private static let now = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 60)

  private func table(
    _ rows: [String], zone: Int = 60, meanings: [String: WordID] = [:]
  ) throws -> CheckInTable {
    let lines = ["date\ttime\tmood\tnote"] + rows
    return try CheckInTable(
      lines.enumerated().map {
        CheckInTable.Row(
          line: $0 + 1,
          fields: $1.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      }, meanings: meanings, lexicon: RealData.lexicon, now: Self.now, offset: { _ in zone })
  }

  private func name(_ key: CheckInTable.RowKey, _ ordinal: Int) -> String {
    "\(key.isUTC ? "utc" : "local") \(key.seconds) \(key.text) \(ordinal)"
  }

  private func plan(
    _ table: CheckInTable, beside there: CheckInsThere, withDeleted: Bool = false
  ) -> ImportPlan {
    ImportPlan(table.entries, beside: there, withDeleted: withDeleted, name: name)
  }

  private func nothing() -> CheckInsThere { CheckInsThere(lexicon: RealData.lexicon) }

  /// The logs after an import of everything that is new.
  private func imported(
    _ rows: [String], zone: Int = 60, into there: CheckInsThere? = nil
  ) throws -> CheckInsThere {
    var there = there ?? nothing()
    for (id, row) in plan(try table(rows, zone: zone), beside: there).new {
      there.add(
        .checkedIn(row.checkIn), id: id, at: row.moment, origin: .row(isUTC: row.key.isUTC))
    }
    return there
  }

  /// The same as earlier versions did it.
  private func formerly(_ rows: [String], zone: Int = 60) throws -> CheckInsThere {
    var there = nothing()
    for (index, row) in try table(rows, zone: zone).entries.enumerated() {
      there.add(
        .checkedIn(row.checkIn), id: "import-0123:\(index + 1)", at: row.moment, origin: .file)
    }
    return there
  }

  private let june = ["2026-06-01\t21:07\tcalm\ta", "2026-06-02\t1:25\tsad\t"]
  private let july = ["2026-07-01\t21:07\tangry\tc"]

  @Test(arguments: [-600, 0, 60, 765], [true, false])
  func theNextExportAddsWhatIsNewInAnyZone(zone: Int, isOld: Bool) throws {
    let there = try isOld ? formerly(june) : imported(june)
    let next = plan(try table(july + june, zone: zone), beside: there)
    #expect(next.known == 2)
    #expect(next.new.map(\.row.date.iso) == ["2026-07-01"])
    #expect(next.corrected.isEmpty && next.differing.isEmpty)
  }

  @Test func aRowHasTheSameNameInEveryFileAndZone() throws {
    let first = plan(try table(june), beside: nothing()).new.map(\.id)
    let other = plan(try table(july + june.reversed(), zone: -240), beside: nothing()).new.map(\.id)
    #expect(Set(first).isSubset(of: other))
    #expect(Set(other).count == 3)
  }

  @Test func rowsThatAreOtherwiseTheSameAreCounted() throws {
    let twice = ["2026-06-01\t21:07\tcalm\ta", "2026-06-01\t21:07\tcalm\ta"]
    let first = plan(try table(twice), beside: nothing())
    #expect(Set(first.new.map(\.id)).count == 2)
    let other = [twice[0], "2026-06-01\t21:07\tcalm\tb", "2026-06-01\t21:07\tcalm\tc"]
    func names(_ rows: [String]) throws -> [String?: String] {
      let new = plan(try table(rows), beside: nothing()).new
      return Dictionary(uniqueKeysWithValues: new.map { ($0.row.checkIn.note, $0.id) })
    }
    // Whichever way round the file has them.
    #expect(try names(other) == names(other.reversed()))
    let there = try imported(twice)
    #expect(plan(try table(twice), beside: there).known == 2)
    let third = plan(try table(twice + [twice[0]]), beside: there)
    #expect(third.known == 2 && third.new.count == 1)
    #expect(!first.new.map(\.id).contains(third.new[0].id))
  }

  @Test(arguments: [true, false])
  func aCorrectedNoteAmendsWhatWasImported(isOld: Bool) throws {
    var there = try isOld ? formerly(june) : imported(june)
    let corrected = ["2026-06-01\t21:07\tcalm\ta, corrected", june[1]]
    let next = plan(try table(corrected, zone: -240), beside: there)
    #expect(next.new.isEmpty && next.known == 1)
    #expect(next.corrected.map(\.row.checkIn.note) == ["a, corrected"])
    let entry = try #require(next.corrected.first?.entry)
    // Then it's there, and so is what it said before.
    there.add(
      .amended(Amendment(entry: entry, checkIn: next.corrected[0].row.checkIn)),
      id: "import-4:1", at: Self.now, origin: .file)
    for rows in [corrected, june] {
      let again = plan(try table(rows), beside: there)
      #expect(again.known == 2 && again.corrected.isEmpty)
    }
    let more = plan(try table(["2026-06-01\t21:07\tcalm\tb"]), beside: there)
    #expect(more.corrected.map(\.entry) == [entry])
  }

  @Test func whatWasChangedHereStaysAndIsTold() throws {
    var there = try imported(june)
    let id = there.entries[0].id
    there.add(
      .amended(Amendment(entry: id, checkIn: CheckIn(feelings: [.init(id: "calm", word: "calm")]))),
      id: "desk:1", at: Self.now, origin: .person)
    let next = plan(try table(["2026-06-01\t21:07\tcalm\tcorrected"]), beside: there)
    #expect(next.new.isEmpty && next.corrected.isEmpty)
    #expect(next.differing.map(\.line) == [2])
    // What it said when it was imported, it's known to have said.
    #expect(plan(try table(june), beside: there).known == 2)
  }

  @Test func anEntryOfOnesOwnIsNotAmended() throws {
    var there = nothing()
    let row = try table(june).entries[0]
    there.add(
      .checkedIn(CheckIn(feelings: row.checkIn.feelings)), id: "desk:1", at: row.moment,
      origin: .person)
    let next = plan(try table(june), beside: there)
    #expect(next.differing.count == 1 && next.new.count == 1)
  }

  @Test func aMeaningGivenLaterChangesWhatWasImported() throws {
    let rows = ["2026-06-01\t21:07\trad\ta", "2026-06-01\t\trad\tb"]
    for there in [try imported(rows), try formerly(rows)] {
      let next = plan(try table(rows, meanings: ["rad": "overwhelmed"]), beside: there)
      #expect(next.corrected.count == 2 && next.new.isEmpty)
      #expect(next.corrected.allSatisfy { $0.row.checkIn.feelings[0].id == "overwhelmed" })
    }
  }

  @Test func aDayMayHaveTwoMoodsOfOneName() throws {
    let rows = ["2026-06-01\t\tcalm\ta", "2026-06-01\t\tcalm\tb"]
    let there = try imported(rows)
    let next = plan(try table(["2026-06-01\t\tcalm\tc"] + rows.reversed()), beside: there)
    #expect(next.known == 2 && next.new.count == 1 && next.corrected.isEmpty)
    // The one that's left is the one that was corrected.
    let fixed = plan(try table([rows[0], "2026-06-01\t\tcalm\tB"]), beside: there)
    #expect(fixed.corrected.map(\.row.checkIn.note) == ["B"])
    // Of two it can't be told which.
    let both = plan(try table(["2026-06-01\t\tcalm\tC", "2026-06-01\t\tcalm\tD"]), beside: there)
    #expect(both.new.count == 2 && both.corrected.isEmpty)
  }

  /// Earlier versions put "pm" elsewhere.
  @Test func aPartOfTheDayIsFoundWhereItWas() throws {
    var there = nothing()
    let row = try table(["2026-06-01\t15:00\tcalm\ta"]).entries[0]
    there.add(.checkedIn(row.checkIn), id: "import-0123:1", at: row.moment, origin: .file)
    let next = plan(try table(["2026-06-01\tpm\tcalm\ta"]), beside: there)
    #expect(next.known == 1 && next.new.isEmpty)
  }

  // MARK: What was deleted

  @Test func whatWasDeletedStaysAway() throws {
    let row = plan(try table(june), beside: nothing()).new[0]
    var there = nothing()
    there.add(nil, id: row.id, at: row.row.moment, origin: .row(isUTC: false))
    for zone in [-600, 60] {
      let next = plan(try table(june, zone: zone), beside: there)
      #expect(next.deleted == 1 && next.new.count == 1)
      // A name tells just which it was: another row of that time is new for sure.
      let other = plan(try table(["2026-06-01\t21:07\tsad\t"], zone: zone), beside: there)
      #expect(other.new.count == 1 && other.doubtful == 0)
    }
    // When it's asked for it comes back, under a name that has no tombstone.
    let asked = plan(try table(june), beside: there, withDeleted: true)
    #expect(asked.new.count == 2 && !asked.new.map(\.id).contains(row.id))
    there.add(
      .checkedIn(row.row.checkIn), id: asked.new[0].id, at: row.row.moment,
      origin: .row(isUTC: false))
    #expect(plan(try table([june[0]]), beside: there).known == 1)
  }

  @Test func whatIsDeletedButStillWrittenStaysAwayToo() throws {
    var there = try imported(june)
    there.add(
      .removed(Removal(entry: there.entries[0].id)), id: "a:1", at: Self.now, origin: .person)
    for rows in [june, ["2026-06-01\t21:07\tcalm\tcorrected", june[1]]] {
      let next = plan(try table(rows), beside: there)
      #expect(next.deleted == 1 && next.known == 1 && next.new.isEmpty && next.corrected.isEmpty)
      #expect(plan(try table(rows), beside: there, withDeleted: true).new.count == 1)
    }
  }

  @Test func anOldTombstoneTellsOnlyTheTime() throws {
    let row = try table(june).entries[0]
    var there = nothing()
    there.add(nil, id: "import-0123:1", at: row.moment, origin: .file)
    // By the clock on the wall, wherever this machine is now.
    #expect(plan(try table([june[0]], zone: -600), beside: there).deleted == 1)
    let two = plan(try table([june[0], "2026-06-01\t21:07\tsad\t"]), beside: there)
    #expect(two.new.count == 2 && two.doubtful == 2)
  }

  @Test func whatIsLockedIsThere() throws {
    let row = plan(try table(june), beside: nothing()).new[0]
    for (id, origin) in [(row.id, CheckInsThere.Origin.row(isUTC: false)), ("desk:1", .person)] {
      var there = nothing()
      there.add(.sealed(Sealed(box: "x")), id: id, at: row.row.moment, origin: origin)
      there.add(.sealed(Sealed(amends: id, box: "y")), id: "desk:2", at: Self.now, origin: .person)
      let next = plan(try table(june), beside: there)
      #expect(next.known == 1 && next.locked == 1 && next.new.count == 1)
      let remark = try talk(june, beside: there).1.first
      #expect(remark?.hasPrefix("One that was there is locked") == true)
    }
  }

  // MARK: What is said

  private func talk(_ rows: [String], beside there: CheckInsThere) throws -> (String, [String]) {
    let table = try table(rows)
    let talk = ImportTalk(file: "f.csv", table: table, plan: plan(table, beside: there))
    return (talk.summary(log: "LOG", isRehearsal: false), talk.remarks)
  }

  @Test func theSummarySaysTheFilesOwnDates() throws {
    let night = ["2017-12-08\t22:00\tcalm\t", "2017-12-09\t1:25\tsad\t"]
    #expect(
      try talk(night, beside: nothing()).0
        == "Imported 2 check-ins from 2017-12-08 to 2017-12-09 into LOG.")
    #expect(
      try talk([night[1]], beside: nothing()).0 == "Imported 1 check-in of 2017-12-09 into LOG.")
    let there = try imported(night)
    #expect(
      try talk(night, beside: there).0
        == "Everything in f.csv is there already, and nothing was changed."
    )
    #expect(
      try talk([night[0], "2017-12-09\t1:25\tsad\tx"], beside: there).0
        == "Changed 1 check-in to what f.csv says now, in LOG; 1 was there already.")
    #expect(
      try talk(["2017-12-10\t1:25\tsad\tx", "2017-12-09\t1:25\tsad\tx"], beside: there).0
        == "Imported 1 check-in of 2017-12-10 into LOG; 1 changed to what it says now.")
    #expect(try talk([], beside: there).0 == "There's nothing to import in f.csv.")
  }

  @Test func labelsThatAreNotWordsAreToldWithWhatToDo() throws {
    let one = try talk(["2017-12-08\t22:00\trad\t"], beside: nothing()).1
    #expect(
      one == [
        "One word isn't in the lexicon and is kept as it is: rad; to say what rad means, once: "
          + "--word rad=WORD."
      ])
    let two = try talk(
      ["2017-12-08\t22:00\tsort'a ok\t", "2017-12-08\t22:00\tmeeh\t"], beside: nothing()
    ).1
    #expect(two.first?.hasSuffix(#"--word 'sort'\''a ok'=WORD."#) == true)
  }

  @Test func whatWasKeptIsToldWithItsLine() throws {
    var there = nothing()
    let row = try table(june).entries[0]
    there.add(
      .checkedIn(CheckIn(feelings: row.checkIn.feelings)), id: "desk:1", at: row.moment,
      origin: .person)
    let remarks = try talk(june, beside: there).1
    #expect(
      remarks == [
        "One check-in, line 2, says something else than here, where you wrote or changed it: yours "
          + "stays."
      ])
  }
}
