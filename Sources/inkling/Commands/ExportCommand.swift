import ArgumentParser
import EmotionCore
import Screens
import SpacedRepetition
import Storage
import Vault

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything to standard output.",
    discussion: """
      json is everything that was ever logged, and what “inkling import” reads back. csv is the \
      journal as it stands, or with --reviews the answers, as “inkling fit --log” reads them. anki \
      is notes for the words that you named, kept or practiced.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case csv
    case anki
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: "json, csv or anki; json if not said, and csv with --reviews.")
  var format: Format?

  @Flag(help: "The answers of practice as CSV: card_id, review_rating, review_time, …")
  var reviews = false

  @Flag(help: "All words, not only yours; with --format anki.")
  var all = false

  @Flag(help: "Ask for the passphrase, and write locked entries openly.")
  var unlock = false

  @OptionGroup var passphrase: PassphraseOptions

  func validate() throws {
    guard !reviews || format == nil || format == .csv else {
      throw ValidationError("--reviews goes with --format csv.")
    }
    guard !all || format == .anki else { throw ValidationError("--all goes with --format anki.") }
  }

  func run() throws {
    let session = try Session(options)
    let archive = try session.archiveToExport()
    for problem in archive.problems { Output.complain(problem) }
    let seal = try seal(session, archive)
    let opened = unlock ? try open(archive, seal) : Opened()
    if unlock, let trouble = seal.trouble { Output.complain(trouble.description) }
    let opener: Opener = { opened.deeds[$0.id] }
    let chosen = format ?? (reviews ? .csv : .json)
    switch chosen {
    case .json:
      // Without it what the export holds opens nowhere else.
      if !unlock, let trouble = seal.trouble { Output.complain(trouble.description) }
      let json = archive.json(vault: unlock ? nil : try? seal.vault?.bytes, opening: opener)
      try Output.document(String(decoding: json, as: UTF8.self))
    case .csv:
      try Output.document(
        CSVWriter.text(
          reviews ? answers(archive) : CheckInTable.records(of: journal(archive, opener))))
    case .anki:
      try Output.document(
        AnkiNotes(session.library).text(words(archive, session.library, opener)))
    }
    let closed = sealed(archive, chosen, opened, hasVault: seal.vault != nil)
    for note in closed { Output.complain(note) }
    // All that can be had was written; it isn't what was asked for.
    if unlock, seal.trouble != nil || !closed.isEmpty { throw ExitCode(1) }
  }

  /// Gives the deed that a sealed one hides; nil for others, and while it stays closed.
  private typealias Opener = (Event<Deed>) -> Deed?

  /// What was sealed, and why some of it stays so.
  private struct Opened {
    var deeds: [EventID: Deed] = [:]
    var troubles: [EventID: VaultError] = [:]
  }

  private func seal(
    _ session: Session, _ archive: EventArchive<Deed>
  ) throws(Failure) -> JournalSeal {
    let folder = try session.paths().data
    do throws(StorageError) {
      return try JournalSeal(folder: folder) { archive.events.contains { $0.isSealed } }
    } catch { throw Failure(sentence: error.description) }
  }

  private func open(
    _ archive: EventArchive<Deed>, _ locked: JournalSeal
  ) throws(Failure) -> Opened {
    guard let vault = locked.vault else { return Opened() }
    var seal = locked
    seal.unlock(with: try passphrase.prompt.unlock(vault))
    var opened = Opened()
    for event in archive.events {
      guard let deed = event.event.deed, deed.isSealed else { continue }
      do throws(VaultError) {
        opened.deeds[event.id] = try seal.opened(deed, event.id, event.stamp)
      } catch { opened.troubles[event.id] = error }
    }
    return opened
  }

  private func answers(_ archive: EventArchive<Deed>) -> [[String]] {
    var records = [ReviewTable.header]
    var strange = 0
    for (event, deed) in archive.standing {
      guard case .reviewed(let review) = deed else { continue }
      if let record = ReviewTable.record(of: review, milliseconds: event.stamp.milliseconds) {
        records.append(record)
      } else {
        strange += 1
      }
    }
    if strange > 0 {
      Output.complain(
        (strange == 1 ? "One answer is" : "\(strange) answers are")
          + " to something that can't be a card, and left out; it's still in the log.")
    }
    return records
  }

  private func journal(_ archive: EventArchive<Deed>, _ open: Opener) -> Journal {
    var journal = Journal()
    for (event, deed) in archive.standing {
      journal.apply(open(event.event) ?? deed, id: event.id.description, at: Moment(event.stamp))
    }
    return journal
  }

  private func words(
    _ archive: EventArchive<Deed>, _ library: Library, _ open: Opener
  ) -> [Word] {
    if all { return library.lexicon.words }
    var ledger = Ledger()
    for (event, deed) in archive.standing {
      ledger.apply(open(event.event) ?? deed, id: event.id.description, at: Moment(event.stamp))
    }
    let words = ledger.enrolled.compactMap { library.lexicon[$0] }
    if words.isEmpty {
      Output.complain(
        "No word was named, kept or practiced yet, so there are no notes: name one, or use --all.")
    }
    return words
  }

  /// What stayed unreadable, and why.
  private func sealed(
    _ archive: EventArchive<Deed>, _ format: Format, _ opened: Opened, hasVault: Bool
  ) -> [String] {
    guard !reviews else { return [] }
    var entries: Set<String> = []
    var troubles: [String] = []
    for (event, deed) in archive.standing where deed.isSealed && opened.deeds[event.id] == nil {
      if let entry = deed.entry(event.id.description) { entries.insert(entry) }
      let trouble = opened.troubles[event.id]?.description
      if let trouble, !troubles.contains(trouble) { troubles.append(trouble) }
    }
    guard !entries.isEmpty else { return [] }
    let isOne = entries.count == 1
    let what = isOne ? "One locked entry" : "\(entries.count) locked entries"
    var ending = "."
    if !troubles.isEmpty {
      ending = ", since \(isOne ? "it does" : "they do") not open."
    } else if hasVault {
      ending =
        ": “inkling export --unlock” asks for the passphrase, which opens \(isOne ? "it" : "them")."
    }
    let fate =
      format == .json
      ? "stayed locked in the export" : "could not be read and \(isOne ? "is" : "are") left out"
    return ["\(what) \(fate)\(ending)"] + troubles
  }
}

extension Session {
  /// Reads all the logs; there's nothing at all before the first use.
  fileprivate func archiveToExport() throws(Failure) -> EventArchive<Deed> {
    let folder = try paths().data
    guard EventArchive<Deed>.isUnused(folder) else { return try archive() }
    Output.complain("There's nothing in \(folder) yet, so the export is empty.")
    return EventArchive()
  }

  /// What all the logs hold; nothing is made or changed.
  /// - Parameter mayBeMissing: whether a folder that is not there holds nothing.
  func archive(mayBeMissing: Bool = false) throws(Failure) -> EventArchive<Deed> {
    let folder = try paths().data
    do throws(StorageError) {
      return try EventArchive<Deed>(
        folder: folder, mayBeMissing: mayBeMissing, scan: Deed.scanned, isSealed: \.isSealed)
    } catch {
      throw Failure(sentence: error.description)
    }
  }
}
