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
      Feel and Bearable. All of it is imported or, when a line is wrong, nothing.
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
      "Which columns of a CSV hold what: date=When,words=Mood,note=…,strength=…,time=….",
      valueName: "field=COLUMN,…"))
  var map: [String] = []

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

  func run() throws {
    let session = try Session(options)
    let bytes: [UInt8]
    do throws(GivenFile.Problem) { bytes = try GivenFile.read(file) } catch {
      throw Failure(sentence: error.description)
    }
    let folder = try session.paths().data
    var log = ImportedLog<Deed>(of: bytes, folder: folder)
    let archive = try session.archive(mayBeMissing: true)
    let seal = try seal(folder, archive)
    // It may still have the vault.json that is missing.
    if log.isThere, seal.trouble != .missingVault(folder: folder) { return sayImported(log) }
    var remarks: [String] = []
    var vault: Vault?
    do throws(ImportProblem) {
      switch try chosenFormat(bytes) {
      case .json:
        let document = try EventArchive<Deed>.read(bytes)
        try log.add(document.events, to: archive, agree: Self.agree)
        let choice = try VaultChoice(document.vault, seal, archive, new: log.events)
        vault = choice.putBack
        remarks = choice.remarks
      case .csv: remarks = try add(bytes, to: &log, archive, session)
      }
    } catch { throw Failure(sentence: error.sentence(file)) }
    if log.isThere, vault == nil { return sayImported(log) }
    if vault == nil, let trouble = seal.trouble { throw Failure(trouble) }
    if !isRehearsal { try write(log, vault, session) }
    for remark in [summary(log, isElseNothing: vault == nil)] + remarks { Output.say(remark) }
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
    if bytes.contains(0) { throw .whole("is no text, and Inkling reads JSON and CSV") }
    let first = bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else { throw .whole("is empty") }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .csv
  }

  // MARK: CSV

  private func columns() throws -> [CheckInColumn: String] {
    var columns: [CheckInColumn: String] = [:]
    for part in map.flatMap({ $0.split(separator: ",") }) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2,
        let column = CheckInColumn(rawValue: pair[0].lowercased())
      else {
        let names = CheckInColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--map takes pairs like date=When,words=Mood; the fields are \(names).")
      }
      columns[column] = String(pair[1])
    }
    return columns
  }

  /// - Returns: what there is to say about it.
  private func add(
    _ bytes: [UInt8], to log: inout ImportedLog<Deed>, _ archive: EventArchive<Deed>,
    _ session: Session
  ) throws(ImportProblem) -> [String] {
    let table = try table(bytes, session)
    let sorted = CheckInsThere(archive, session.library.lexicon).sort(
      table.entries, withDeleted: deleted)
    try log.add(sorted.new.map { (Stamp($0.moment), Deed.checkedIn($0.checkIn)) })
    log.leftOut(sorted.known)
    var remarks = sorted.remarks
    if !table.unknown.isEmpty {
      let words = table.unknown.prefix(8).joined(separator: ", ")
      let more = table.unknown.count > 8 ? " …" : ""
      remarks.append(
        table.unknown.count == 1
          ? "One word is not in the lexicon and is kept as it is: \(words)."
          : "\(table.unknown.count) words are not in the lexicon and are kept as they are: "
            + "\(words)\(more).")
    }
    if table.wordless > 0 {
      remarks.append(
        table.wordless == 1
          ? "One row names no feeling and is left out."
          : "\(table.wordless) rows name no feeling and are left out.")
    }
    if !table.unused.isEmpty {
      let names = table.unused.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      let more = table.unused.count > 8 ? " …" : ""
      remarks.append(
        table.unused.count == 1
          ? "Nothing was taken from the column \(names); --map takes it as something else."
          : "Nothing was taken from the columns \(names)\(more); --map takes one as something else."
      )
    }
    return remarks
  }

  private func table(_ bytes: [UInt8], _ session: Session) throws(ImportProblem) -> CheckInTable {
    var reader = CSVReader(bytes, separator: CSVReader.separator(of: bytes))
    var rows: [CheckInTable.Row] = []
    do throws(CSVReader.Problem) {
      while let record = try reader.next() {
        rows.append(CheckInTable.Row(line: record.line, fields: record.fields))
      }
    } catch { throw .at(line: error.line, error.text) }
    do throws(CheckInTable.Problem) {
      return try CheckInTable(
        rows, map: (try? columns()) ?? [:], order: order, lexicon: session.library.lexicon,
        now: session.clock.now(), offset: session.clock.offset(ofLocal:))
    } catch {
      switch error {
      case .header(let text): throw .whole("cannot be read as check-ins, since \(text)")
      case .row(let line, let text): throw .at(line: line, text)
      case .reviewLog:
        throw .whole("is a history of reviews and not of check-ins: “inkling fit --log” reads it")
      }
    }
  }

  // MARK: Telling

  private func sayImported(_ log: ImportedLog<Deed>) {
    Output.say(
      "\(file) was imported before, and nothing was changed; to take that back, remove "
        + "\(log.path).")
  }

  private func summary(_ log: ImportedLog<Deed>, isElseNothing: Bool) -> String {
    let count = log.events.count
    let known = log.known == 0 ? "" : "; \(log.known) were there already"
    guard count > 0 else {
      return log.known == 0
        ? "There is nothing to import in \(file)."
        : "Everything in \(file) is there already"
          + (isElseNothing ? ", and nothing was changed." : ".")
    }
    let checkIns = log.events.compactMap { event -> Int? in
      if case .deed(.checkedIn) = event.body { event.stamp.day } else { nil }
    }
    let things =
      checkIns.count == count
      ? (count == 1 ? "1 check-in" : "\(count) check-ins")
      : (count == 1 ? "1 event" : "\(count) events, \(checkIns.count) of them check-ins")
    let days = [log.events.map(\.stamp.day).min(), log.events.map(\.stamp.day).max()]
      .compactMap(\.self).map { CalendarDay(daysSince1970: $0).iso }
    let span = Set(days).count == 1 ? "of \(days[0])" : "from \(days.joined(separator: " to "))"
    return isRehearsal
      ? "\(things) \(span) would be imported\(known); nothing was changed."
      : "Imported \(things) \(span) into \(log.path)\(known)."
  }
}
