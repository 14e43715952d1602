import ArgumentParser
import FoundationEssentials
import Storage
import Vault

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Share the data folder between your devices through git.",
    discussion: """
      Saves what is new in the folder's own git history, brings in what other devices did, and \
      sends what was done here. Whoever can read the remote can read what the logs hold.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "The git repository that your devices share; it is remembered once it was reached.",
      valueName: "address"))
  var remote: String?

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let paths = Paths(environment: environment, dataFolder: options.dataFolder) else {
      throw Failure(
        sentence: "There is no home folder to keep things in: set HOME, or name a folder with "
          + "--data-dir.")
    }
    let sync = Sync(
      folder: paths.data, environment: environment,
      current: FileManager.default.currentDirectoryPath, keyOf: Self.key,
      keyOfBox: { box in (try? Fingerprint(ofSealed: box))?.description },
      run: { call throws(SyncFailure) in try GitProcess.run(call) { Output.complain(Self.wait) } })
    do throws(SyncFailure) {
      let report = try sync.run(remote: remote) { () throws(StorageError) in
        let store = try LogStore(folder: paths.data, format: Session.format)
        let seal = try JournalSeal(store)
        if let trouble = seal.trouble { throw .refused(sentence: trouble.description) }
        try seal.seal(store)
      }
      for sentence in report.sentences { Output.say(sentence) }
    } catch {
      throw Failure(sentence: error.description, code: error == .notAnAddress ? 2 : 1)
    }
  }

  private static let wait =
    "Still waiting for git, which may be waiting for the remote: Ctrl-C ends it, and nothing is lost."

  private static func key(of vault: [UInt8]) throws(StorageError) -> String? {
    do throws(VaultError) { return try Vault(vault).fingerprint.description } catch .newerVault {
      throw .refused(sentence: VaultError.newerVault.description)
    } catch { return nil }
  }
}
