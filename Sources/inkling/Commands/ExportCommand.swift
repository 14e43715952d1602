import ArgumentParser
import EmotionCore
import Screens
import SpacedRepetition
import Storage

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
    let archive = try session.archive()
    for problem in archive.problems { Output.complain(problem) }
    let opener = try opener(session)
    let chosen = format ?? (reviews ? .csv : .json)
    switch chosen {
    case .json:
      try Output.document(String(decoding: archive.json(opening: opener), as: UTF8.self))
    case .csv:
      try Output.document(
        CSVWriter.text(
          reviews ? answers(archive) : CheckInTable.records(of: journal(archive, opener))))
    case .anki:
      try Output.document(
        AnkiNotes(session.library).text(try words(archive, session.library, opener)))
    }
    if let note = sealed(archive, chosen, opener) { Output.complain(note) }
  }

  /// Gives the deed that a sealed one hides; nil for others, and while it stays closed.
  private typealias Opener = (Event<Deed>) -> Deed?

  private func opener(_ session: Session) throws(Failure) -> Opener {
    guard unlock else { return { _ in nil } }
    let folder = try session.paths().data
    var seal: JournalSeal
    do throws(StorageError) { seal = try JournalSeal(folder: folder) } catch {
      throw Failure(sentence: error.description)
    }
    if let trouble = seal.trouble { throw Failure(trouble) }
    guard let vault = seal.vault else { return { _ in nil } }
    seal.unlock(with: try passphrase.prompt.unlock(vault))
    return { [seal] event in
      guard let deed = event.deed, case .sealed = deed else { return nil }
      return try? seal.opened(deed, event.id, event.stamp)
    }
  }

  private func answers(_ archive: EventArchive<Deed>) -> [[String]] {
    [ReviewTable.header]
      + archive.standing.compactMap { event, deed in
        guard case .reviewed(let review) = deed else { return nil }
        return ReviewTable.record(of: review, milliseconds: event.stamp.milliseconds)
      }
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
  ) throws(Failure) -> [Word] {
    if all { return library.lexicon.words }
    var ledger = Ledger()
    for (event, deed) in archive.standing {
      ledger.apply(open(event.event) ?? deed, id: event.id.description, at: Moment(event.stamp))
    }
    let words = ledger.enrolled.compactMap { library.lexicon[$0] }
    guard !words.isEmpty else {
      throw Failure(
        sentence: "No word was named, kept or practiced yet, so there is none to export: name one, "
          + "or use --all.")
    }
    return words
  }

  /// What stayed unreadable.
  private func sealed(
    _ archive: EventArchive<Deed>, _ format: Format, _ open: Opener
  ) -> String? {
    let count = archive.standing.count { event, deed in
      if case .sealed = deed { open(event.event) == nil } else { false }
    }
    guard count > 0, !reviews else { return nil }
    let entries = count == 1 ? "One locked entry" : "\(count) locked entries"
    switch format {
    case .json:
      return "\(entries) stayed locked in the export: only the passphrase of this journal opens "
        + "\(count == 1 ? "it" : "them")."
    case .csv, .anki:
      return "\(entries) could not be read and \(count == 1 ? "is" : "are") left out."
    }
  }
}

extension Session {
  /// What all the logs hold; nothing is made or changed.
  func archive() throws(Failure) -> EventArchive<Deed> {
    let folder = try paths().data
    do throws(StorageError) { return try EventArchive<Deed>(folder: folder) } catch {
      throw Failure(sentence: error.description)
    }
  }
}
