import ArgumentParser
import EmotionCore
import Screens
import SpacedRepetition
import Storage
import Vault

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in an export, or the check-ins of a mood tracker.",
    discussion: """
      Reads what “inkling export” wrote, or a CSV of check-ins, among them those of Daylio, How We \
      Feel, Bearable and Apple's states of mind. All of it is imported or, when a line is wrong, \
      nothing.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case csv
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: "json or csv, when it cannot be told from the file.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "Which columns of a CSV hold what: date=When,words=Mood,note=…,strength=…,time=…,tags=….",
      discussion: "A name may have commas in it, and --map may be given several times.",
      valueName: "field=COLUMN,…"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a label of a tracker means, such as rad=great; it's remembered on this device.",
      discussion: "It may be given several times; rad= forgets it. Shells keep what's typed in "
        + "their history.",
      valueName: "label=WORD"))
  var word: [String] = []

  @Option(
    name: .customLong("date-format"),
    help: ArgumentHelp("dmy or mdy, for dates such as 03/04/2026.", valueName: "order"),
    transform: Self.order)
  var order: CheckInTable.DateOrder?

  @Flag(help: "Of a CSV, take in also what was deleted here before.")
  var deleted = false

  @Flag(name: .customLong("dry-run"), help: "Say what would be imported, and change nothing.")
  var isRehearsal = false

  @Argument(help: "The file to read.", completion: .file())
  var file: String

  private static func order(_ text: String) throws -> CheckInTable.DateOrder {
    guard let order = CheckInTable.DateOrder(rawValue: text) else {
      throw ValidationError("--date-format is dmy or mdy.")
    }
    return order
  }

  func validate() throws { _ = try columns() }

  private func columns() throws -> ColumnMap {
    do throws(ColumnMap.Problem) { return try ColumnMap(map) } catch {
      throw ValidationError(error.sentence)
    }
  }

  func run() throws {
    let session = try Session(options)
    let bytes: [UInt8]
    do throws(GivenFile.Problem) { bytes = try GivenFile.read(file) } catch {
      throw Failure(sentence: error.description)
    }
    let format: Format
    do throws(ImportProblem) { format = try chosenFormat(bytes) } catch {
      throw Failure(sentence: error.sentence(file))
    }
    switch format {
    case .json: try runJSON(bytes, session)
    case .csv: try runCSV(bytes, try columns(), session)
    }
  }

  // MARK: JSON

  private func runJSON(_ bytes: [UInt8], _ session: Session) throws {
    guard word.isEmpty else {
      throw Failure(sentence: "--word is for tables, and \(file) is JSON.", code: 2)
    }
    let folder = try session.paths().data
    var log = ImportedLog<Deed>(of: bytes, folder: folder)
    let archive = try session.archive(mayBeMissing: true)
    let seal = try seal(folder, archive)
    // It may still have the vault.json that is missing.
    if log.isThere, seal.trouble != .missingVault(folder: folder) { return sayImported(log) }
    let choice: VaultChoice
    do throws(ImportProblem) {
      let document = try EventArchive<Deed>.read(bytes)
      try log.add(document.events, to: archive, agree: Self.agree)
      choice = try VaultChoice(document.vault, seal, archive, new: log.events)
    } catch { throw Failure(sentence: error.sentence(file)) }
    let vault = choice.putBack
    if log.isThere, vault == nil { return sayImported(log) }
    if vault == nil, let trouble = seal.trouble { throw Failure(trouble) }
    if !isRehearsal {
      try write(log, vault, session)
      saveSnapshot(session)
    }
    for remark in [summary(log, isElseNothing: vault == nil)] + choice.remarks {
      Output.say(remark)
    }
  }

  private func seal(
    _ folder: String, _ archive: EventArchive<Deed>
  ) throws(Failure) -> JournalSeal {
    do throws(StorageError) {
      return try JournalSeal(folder: folder) { archive.events.contains { $0.isSealed } }
    } catch { throw Failure(sentence: error.description) }
  }

  /// Of a locked journal nothing is on disk openly, not even for a moment.
  private func write(
    _ log: ImportedLog<Deed>, _ vault: Vault?, _ session: Session
  ) throws(Failure) {
    let store = try vault.map { _ throws(Failure) in try session.openStore() }
    let folder = try session.paths().data
    do throws(StorageError) {
      if let store, let bytes = try? vault?.bytes {
        try store.exclusively { () throws(StorageError) in
          let file = JournalSeal.file(folder)
          // Another program may have locked the journal meanwhile.
          if try file.read(limit: 0) == nil { try file.write(bytes) }
        }
      }
      try log.write { () throws(StorageError) in
        let seal = try JournalSeal(folder: folder) { false }
        if let trouble = seal.trouble { throw .refused(sentence: trouble.description) }
        return { seal.written($1, $0.id, $0.stamp) }
      }
      if let store {
        try store.refresh()
        try JournalSeal(store).seal(store)
      }
    } catch { throw Failure(sentence: error.description) }
  }

  /// A sealed deed and its opened text are the same.
  private static func agree(_ left: Deed, _ right: Deed) -> Bool {
    left.isSealed || right.isSealed
  }

  private func chosenFormat(_ bytes: [UInt8]) throws(ImportProblem) -> Format {
    if let format { return format }
    if bytes.starts(with: Array("PK".utf8)) {
      throw .whole("is a spreadsheet or an archive: save it as CSV, or unpack it, first")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .whole("is text in UTF-16: save it in UTF-8")
    }
    if bytes.contains(0) { throw .whole("isn't text: Inkling reads JSON and CSV") }
    let first = bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else { throw .whole("is empty") }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .csv
  }

  /// Reads the logs once now, so that the next start need not. Without the snapshot it's slower, and
  /// no more.
  private func saveSnapshot(_ session: Session) {
    try? session.openStore().saveSnapshot()
  }

  // MARK: CSV

  private func runCSV(_ bytes: [UInt8], _ columns: ColumnMap, _ session: Session) throws {
    let folder = try session.paths().data
    let labels = try labels(folder, session)
    let table: CheckInTable
    do throws(ImportProblem) { table = try self.table(bytes, columns, labels, session) } catch {
      throw Failure(sentence: error.sentence(file))
    }
    let archive = try session.archive(mayBeMissing: true)
    let seal = try seal(folder, archive)
    if let trouble = seal.trouble { throw Failure(trouble) }
    let plan = plan(table, archive, session)
    let log: ImportedLog<Deed>
    do throws(ImportProblem) { log = try self.log(bytes, plan, folder, session) } catch {
      throw Failure(sentence: error.sentence(file))
    }
    if !isRehearsal {
      try write(log, nil, session)
      if !word.isEmpty { try keep(labels, session) }
      if !log.events.isEmpty { saveSnapshot(session) }
    }
    let talk = ImportTalk(file: file, table: table, plan: plan)
    if log.events.isEmpty, log.isThere, plan.known == table.entries.count {
      sayImported(log)
    } else {
      Output.say(talk.summary(log: log.path, isRehearsal: isRehearsal))
    }
    for remark in talk.remarks { Output.say(remark) }
  }

  private func table(
    _ bytes: [UInt8], _ columns: ColumnMap, _ labels: MoodLabels, _ session: Session
  ) throws(ImportProblem) -> CheckInTable {
    var reader = CSVReader(bytes, separator: CSVReader.separator(of: bytes))
    var rows: [CheckInTable.Row] = []
    do throws(CSVReader.Problem) {
      while let record = try reader.next() {
        rows.append(CheckInTable.Row(line: record.line, fields: record.fields))
        if rows.count > CheckInTable.mostRows + 1 { break }
      }
    } catch { throw .at(line: error.line, error.text) }
    guard rows.count <= CheckInTable.mostRows + 1 else {
      throw .whole(
        "has more than \(CheckInTable.mostRows) rows: split it into several files, each with the "
          + "first line")
    }
    do throws(CheckInTable.Problem) {
      return try CheckInTable(
        rows, map: columns, order: order, meanings: labels.words, lexicon: session.library.lexicon,
        now: session.clock.now(), offset: session.clock.offset(ofLocal:))
    } catch {
      switch error {
      case .header(let text): throw .whole("can't be read as check-ins: \(text)")
      case .row(let line, let text): throw .at(line: line, text)
      case .reviewLog:
        throw .whole("is a history of reviews and not of check-ins: “inkling fit --log” reads it")
      }
    }
  }

  private func plan(
    _ table: CheckInTable, _ archive: EventArchive<Deed>, _ session: Session
  ) -> ImportPlan {
    var there = CheckInsThere(lexicon: session.library.lexicon)
    for event in archive.events {
      if case .undo = event.body { continue }
      there.add(
        event.event.deed, id: event.id.description, at: Moment(event.stamp),
        origin: event.id.origin)
    }
    return ImportPlan(table.entries, beside: there, withDeleted: deleted) { key, ordinal in
      EventID(
        rowAt: key.seconds, by: key.isUTC ? .utc : .local, saying: key.text, ordinal: ordinal
      ).description
    }
  }

  /// Makes the log that is to be written: the new rows, and what becomes of others.
  private func log(
    _ bytes: [UInt8], _ plan: ImportPlan, _ folder: String, _ session: Session
  ) throws(ImportProblem) -> ImportedLog<Deed> {
    var log = ImportedLog<Deed>(of: bytes, folder: folder)
    guard !plan.new.isEmpty || !plan.corrected.isEmpty else { return log }
    let now = session.clock.now()
    // Another device may amend other rows by the same file: each does under numbers of its own.
    var run = now.milliseconds
    while log.isThere || (!plan.corrected.isEmpty && run == now.milliseconds) {
      log = ImportedLog(of: bytes, folder: folder, run: run)
      run += 1
    }
    try log.add(
      rows: plan.new.compactMap { id, row in
        EventID(id).map { ($0, Stamp(row.moment), Deed.checkedIn(row.checkIn)) }
      })
    try log.add(
      plan.corrected.map { entry, row in
        let deed = Deed.amended(Amendment(entry: entry, checkIn: row.checkIn))
        return (Stamp(now.after(row.moment)), deed)
      })
    return log
  }

  // MARK: Labels

  private static func labelsFile(_ folder: String) -> Keepsake {
    Keepsake("import-words.json", in: folder)
  }

  /// Reads the meanings of labels, with those that this run gives.
  private func labels(_ folder: String, _ session: Session) throws(Failure) -> MoodLabels {
    let kept = Self.labelsFile(folder)
    let bytes: [UInt8]?
    do throws(StorageError) { bytes = try kept.read(limit: 1 << 20) } catch {
      throw Failure(sentence: error.description)
    }
    var labels = MoodLabels()
    if let bytes {
      do throws(MoodLabels.Problem) { labels = try MoodLabels(bytes: bytes) } catch {
        throw Failure(sentence: "\(kept.path) \(error.sentence)")
      }
    }
    for argument in word {
      do throws(MoodLabels.Problem) { try labels.take(argument, library: session.library) } catch {
        throw Failure(sentence: error.sentence, code: 2)
      }
    }
    return labels
  }

  private func keep(_ labels: MoodLabels, _ session: Session) throws(Failure) {
    let store = try session.openStore()
    do throws(StorageError) {
      try store.exclusively { () throws(StorageError) in
        try Self.labelsFile(store.folder).write(labels.bytes)
      }
    } catch { throw Failure(sentence: error.description) }
  }

  // MARK: Telling

  private func sayImported(_ log: ImportedLog<Deed>) {
    Output.say(
      "\(file) was imported before, and nothing was changed; to take that back, remove "
        + "\(log.path).")
  }

  /// Of an export.
  private func summary(_ log: ImportedLog<Deed>, isElseNothing: Bool) -> String {
    let count = log.events.count
    let known = ImportTalk.known(log.known)
    guard count > 0 else {
      return log.known == 0
        ? "There's nothing to import in \(file)."
        : "Everything in \(file) is there already"
          + (isElseNothing ? ", and nothing was changed." : ".")
    }
    let checkIns = log.events.count { event in
      if case .deed(.checkedIn) = event.body { true } else { false }
    }
    let things =
      checkIns == count
      ? (count == 1 ? "1 check-in" : "\(count) check-ins")
      : (count == 1 ? "1 event" : "\(count) events, \(checkIns) of them check-ins")
    let dates = log.events.map { Moment($0.stamp).localDate }
    let days = [dates.min(), dates.max()].compactMap(\.self)
      .map { CalendarDay(daysSince1970: $0).iso }
    let span = Set(days).count == 1 ? "of \(days[0])" : "from \(days.joined(separator: " to "))"
    return isRehearsal
      ? "\(things) \(span) would be imported\(known); nothing was changed."
      : "Imported \(things) \(span) into \(log.path)\(known)."
  }
}

extension EventID {
  fileprivate var origin: CheckInsThere.Origin {
    if let rowClock { return .row(isUTC: rowClock == .utc) }
    return isImported ? .file : .person
  }
}

extension Moment {
  /// This, or just after another, on no earlier day: what amends an entry comes after it, also
  /// when that is dated ahead.
  fileprivate func after(_ other: Moment) -> Moment {
    Moment(
      milliseconds: max(milliseconds, other.milliseconds + 1), offsetMinutes: offsetMinutes,
      day: max(day, other.day))
  }
}
