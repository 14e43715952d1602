import CTerminal
import EmotionCore
import EmotionData
import FoundationEssentials
import Screens
import SpacedRepetition
import Storage
import Terminal

typealias LogStore = Store<Deed, Ledger>

/// One run of the program: the live content, clock, store and terminal, wired together.
struct Session {
  let options: GlobalOptions
  let clock: Clock
  let environment: [String: String]
  let library: Library

  init(_ options: GlobalOptions) throws(Failure) {
    self.options = options
    environment = ProcessInfo.processInfo.environment
    clock = try Clock(environment: environment)
    library = Self.embeddedLibrary()
  }

  /// The content that was built into the program.
  static func embeddedLibrary() -> Library {
    let files = UnsafeBufferPointer(
      start: emotion_data_table(), count: Int(emotion_data_file_count))
    return Library(
      files: files.map { file in
        (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
      })
  }

  /// Where the person is, as the locale of messages has it.
  var territory: String? { Self.territory(in: environment) }

  static func territory(in environment: [String: String]) -> String? {
    Support.territory(ofLocales: ["LC_ALL", "LC_MESSAGES", "LANG"].map { environment[$0] })
  }

  func paths() throws(Failure) -> Paths {
    guard let paths = Paths(environment: environment, dataFolder: options.dataFolder) else {
      throw Failure(
        sentence: "There is no home folder to keep things in: set HOME, or name a folder with "
          + "--data-dir.")
    }
    return paths
  }

  func openStore() throws(Failure) -> LogStore {
    let paths = try paths()
    do throws(StorageError) {
      return try LogStore(folder: paths.data, format: Self.format)
    } catch { throw Failure(sentence: error.description) }
  }

  /// The same, where nothing that is typed could be kept in memory until it can be saved.
  func openStoreToWrite() throws(Failure) -> LogStore {
    let store = try openStore()
    if let obstacle = store.obstacle { throw Failure(sentence: obstacle.description) }
    return store
  }

  /// How deeds are kept, and what they come to.
  static var format: StoreFormat<Deed, Ledger> {
    StoreFormat(
      empty: Ledger(), stateVersion: Ledger.version,
      fold: { ledger, deed, id, stamp in
        ledger.apply(deed, id: id.description, at: Moment(stamp))
      },
      scan: Deed.scanned,
      encodeState: { LedgerCodec.encode($0) },
      decodeState: { LedgerCodec.decode($0) }, isSetting: \.isSetting, isSealed: \.isSealed)
  }

  func journalSeal(_ store: LogStore) throws(Failure) -> JournalSeal {
    do throws(StorageError) { return try JournalSeal(store) } catch {
      throw Failure(sentence: error.description)
    }
  }

  func world(_ store: LogStore, minutes: Int = 5) -> World {
    let seed = environment["INKLING_SEED"].flatMap { UInt64($0) }
    var world = World(
      library: library, ledger: store.state, now: clock.now(), uptime: clock.uptime(),
      seed: seed ?? UInt64.random(in: .min ... .max), minutes: minutes)
    world.territory = territory
    world.newest = store.newest.map { Moment($0) }
    world.devices = [store.device] + store.formerDevices
    world.isUnderGit = SyncHistory.note(folder: store.folder) != nil
    return world
  }

  /// Draws the program on the terminal until it is left.
  func run(_ start: App.Start, minutes: Int = 5) throws {
    guard !options.plain else {
      throw Failure(
        sentence: "--plain works with: inkling name, inkling practice. These need no terminal "
          + "either: \(Self.plainCommands).", code: 2)
    }
    guard ct_is_terminal(0), ct_is_terminal(1) else {
      throw Failure(
        sentence: "Inkling draws on a terminal, and this is not one: use “inkling name --plain” "
          + "or “inkling practice --plain”, or \(Self.plainCommands).")
    }
    let store = try openStore()
    let name = environment["TERM"] ?? ""
    var driver: Driver
    do throws(Driver.Failure) {
      driver = try Driver(name: name, color: wantsColor, ascii: options.ascii)
    } catch {
      throw Failure(
        sentence: error == .dumb || !name.isEmpty
          ? "The terminal “\(name)” cannot place the cursor, or is not known here: set TERM to "
            + "one that is, such as xterm-256color, or use --plain."
          : "TERM is not set, so Inkling cannot know how to draw: set it, for example to "
            + "xterm-256color, or use --plain.")
    }
    var runtime = Runtime(
      store: store, seal: try journalSeal(store), home: environment["HOME"], clock: clock,
      world: world(store, minutes: minutes), start: start,
      notice: driver.assumed.map { assumed in
        "Your terminal calls itself “\(name.prefix(40))”, which this machine doesn't know. "
          + "Inkling treats it as \(assumed)."
      })
    try runtime.run(&driver)
    _ = consume driver
    for remark in runtime.remarks { Output.complain(remark) }
  }

  static let plainCommands =
    "refine, word, words, taxonomies, care, due, plan, fit, export, import, sync, doctor"

  private var wantsColor: Bool {
    !options.withoutColor && (environment["NO_COLOR"] ?? "").isEmpty
  }
}

extension Moment {
  init(_ stamp: Stamp) {
    self.init(
      milliseconds: stamp.milliseconds, offsetMinutes: stamp.offsetMinutes, day: stamp.day)
  }
}

extension Stamp {
  init(_ moment: Moment) {
    self.init(
      milliseconds: moment.milliseconds, offsetMinutes: moment.offsetMinutes, day: moment.day)
  }
}
