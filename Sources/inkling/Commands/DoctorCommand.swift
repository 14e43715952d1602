import ArgumentParser
import EmotionCore
import FoundationEssentials
import SpacedRepetition
import Storage
import Vault

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check everything that Inkling keeps, or what it knows.",
    discussion: """
      Every file, line and permission in the data folder, and the snapshot against a replay of the \
      logs. --repair puts right what can be and never deletes anything.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Put right what can be.")
  var repair = false

  @Flag(help: "Check the words, and all that is said of them, against their rules.")
  var content = false

  func validate() throws {
    guard !(content && repair) else {
      throw ValidationError("--content checks what is built in: there is nothing to --repair.")
    }
  }

  func run() throws {
    let session = try Session(options)
    guard !content else { return try checkContent(session) }
    let folder = try session.paths().data
    guard FileManager.default.fileExists(atPath: folder) else {
      return Output.say("There is nothing at \(folder) yet, and nothing to check.")
    }
    let store = try session.openStore()
    var (events, findings) = try examine(store)
    do throws(StorageError) {
      let strays = StrayEntries(store: store, home: session.environment["HOME"])
      findings += try vaultFindings(store, strays) + leftTexts(session, store, strays)
    } catch { throw Failure(sentence: error.description) }
    for finding in findings { Output.say(Self.line(finding)) }
    let extent = "\(events) \(events == 1 ? "event" : "events") in \(folder)"
    let problems = findings.count { $0.weight == .problem }
    guard problems == 0 else {
      Output.say("\(problems) \(problems == 1 ? "problem" : "problems") with \(extent).")
      throw ExitCode(1)
    }
    Output.say("All is well with \(extent).")
  }

  private static func line(_ finding: Finding) -> String {
    switch finding.weight {
    case .note: "Note: \(finding.sentence)"
    case .problem: "Problem: \(finding.sentence)"
    case .mended: "Mended: \(finding.sentence)"
    }
  }

  private func examine(_ store: LogStore) throws(Failure) -> (Int, [Finding]) {
    do throws(StorageError) { return try store.examine(repair: repair) } catch {
      throw Failure(sentence: error.description)
    }
  }

  /// Whether what is locked could be opened at all, and what should be locked is.
  private func vaultFindings(
    _ store: LogStore, _ strays: StrayEntries
  ) throws(StorageError) -> [Finding] {
    let seal = try JournalSeal(store)
    if let trouble = seal.trouble { return [Finding(.problem, trouble.description)] }
    let sealed = try SealedEntries(store)
    guard let vault = seal.vault else {
      if sealed.isEmpty { return [] }
      return [Finding(.problem, VaultError.missingVault(folder: store.folder).description)]
    }
    let closed = sealed.told(vault).map { Finding(.problem, $0) }
    guard !seal.isOpening else {
      return closed + [
        Finding(
          .note,
          "The journal is being opened for good: “inkling lock --remove” ends it once every "
            + "other device has done the same and is synced, and “inkling lock” locks it again.")
      ]
    }
    let open = try OpenEntries(store).told + strays.open().map(\.sentence)
    return closed + open.map { Finding(.problem, $0) }
  }

  /// What a program that was stopped did not come to take out.
  private func leftTexts(
    _ session: Session, _ store: LogStore, _ strays: StrayEntries
  ) throws(StorageError) -> [Finding] {
    let now = session.clock.now().milliseconds
    let left = try DeletedTexts(store, removed: [], now: now)
    let copies = try strays.deleted(left.isDeleted).map { Finding(.note, $0) }
    let count = try left.count(in: store)
    guard count > 0 else { return copies }
    let entries = count == 1 ? "one deleted entry" : "\(count) deleted entries"
    guard repair else {
      return copies + [
        Finding(
          .note,
          "The log still has the text of \(entries): it goes when Inkling next ends, or "
            + "with “inkling doctor --repair”.")
      ]
    }
    do throws(StorageError) {
      try store.exclusively { () throws(StorageError) in
        try store.refresh()
        try store.rewrite(DeletedTexts(store, removed: [], now: now).rewrite)
      }
    } catch {
      // The rest of the findings is still to be told.
      return [Finding(.problem, "The log still has the text of \(entries). \(error)")]
    }
    return copies + [
      Finding(.mended, "The log still had the text of \(entries); it was taken out.")
    ]
  }

  private func checkContent(_ session: Session) throws {
    let check = ContentCheck(session.library, today: session.clock.now().localDate)
    let problems = check.problems()
    guard problems.isEmpty else {
      for problem in problems { Output.say(problem.description) }
      throw ExitCode(1)
    }
    Output.say("The content is sound: \(check.extent).")
  }
}
