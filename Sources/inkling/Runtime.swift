import EmotionCore
import Screens
import SpacedRepetition
import Storage
import Terminal
import Vault

/// The loop: draw, wait, update, do what was asked. One thread, no timers: idle costs nothing.
struct Runtime {
  let store: LogStore
  let clock: Clock
  var seal: JournalSeal
  /// The person's home folder, an absolute path.
  let home: String?
  var world: World
  var app: App

  /// What was deleted from the journal here.
  private var removed: Set<String> = []

  init(
    store: LogStore, seal: JournalSeal, home: String?, clock: Clock, world: World,
    start: App.Start
  ) {
    self.store = store
    self.home = home
    self.seal = seal
    self.clock = clock
    self.world = world
    app = App(start, notice: seal.trouble?.description ?? store.problems.first, &self.world)
  }

  mutating func run(_ driver: borrowing Driver) throws(Failure) {
    if app.opening == [.readJournal] { readJournal() }
    while true {
      world.size = driver.size
      driver.show(app.view(world, size: world.size))
      let input = driver.next()
      world.now = clock.now()
      world.uptime = clock.uptime()
      switch input {
      case .key(let key):
        guard handle(.key(key), driver) else { return try finish() }
      case .resized: continue
      case .suspend: driver.suspend()
      case .terminate, .hangUp: return try finish()
      }
    }
  }

  /// - Returns: false when the program is to end.
  private mutating func handle(_ event: AppEvent, _ driver: borrowing Driver) -> Bool {
    for effect in app.update(event, &world) {
      switch effect {
      case .quit: return false
      case .suspend: driver.suspend()
      case .repaint: driver.repaint()
      case .readJournal: readJournal()
      case .saveElsewhere(let unsaved):
        guard saveElsewhere(unsaved, driver) else { return false }
      case .unlock(let passphrase):
        guard handle(unlock(passphrase), driver) else { return false }
      case .append, .undo:
        do throws(StorageError) {
          guard handle(.saved(try write(effect)), driver) else { return false }
        } catch {
          // What was to come after it waits until it is on disk.
          return handle(.failed(error.description), driver)
        }
      case .undoLatest:
        do throws(StorageError) {
          guard handle(.undone(what: try undoLatest()), driver) else { return false }
        } catch { return handle(.failed(error.description), driver) }
      }
    }
    return true
  }

  private mutating func readJournal() {
    do throws(StorageError) {
      try seal.refresh()
      let (journal, isWhole, trouble) = try seal.journal(store)
      world.journal = isWhole ? .read(journal) : .locked(journal)
      if let trouble { _ = app.update(.told(trouble.description), &world) }
    } catch { _ = app.update(.told(error.description), &world) }
  }

  /// Writes what the data folder did not take into a file at home, and goes on as if it had.
  private mutating func saveElsewhere(_ unsaved: [Effect], _ driver: borrowing Driver) -> Bool {
    guard let home else {
      return handle(.told("There is no home folder to save it in: set HOME first."), driver)
    }
    let stamp = Stamp(world.now)
    // Where the folder cannot be read, what was known of its lock holds.
    let seal = (try? seal.refreshed()) ?? seal
    do throws(StorageError) {
      let path = try Lifeboat<Deed>.save(
        unsaved.map { effect in { id in seal.body(of: effect, id, stamp) } }, at: stamp,
        device: "unsaved-\(world.now.milliseconds)", in: home)
      for (index, effect) in unsaved.enumerated() {
        let id = "unsaved-\(world.now.milliseconds):\(index + 1)"
        if case .append(let deed) = effect { world.ledger.apply(deed, id: id, at: world.now) }
        guard handle(.saved(id), driver) else { return false }
      }
      return handle(
        .told("It is in \(path): “inkling import” brings it back, once it can."), driver)
    } catch { return handle(.failed(error.description), driver) }
  }

  private mutating func unlock(_ text: String) -> AppEvent {
    do throws(StorageError) { try seal.refresh() } catch { return .told(error.description) }
    do throws(VaultError) {
      let passphrase = Passphrase { buffer in
        let bytes = Array(text.utf8.prefix(buffer.count))
        buffer.copyBytes(from: bytes)
        return bytes.count
      }
      try seal.unlock(passphrase)
    } catch { return .told(error.description) }
    readJournal()
    return .unlocked
  }

  /// - Returns: which answer was taken back; nil when there is none.
  private mutating func undoLatest() throws(StorageError) -> String? {
    guard let (event, review) = try store.newestAnswer() else { return nil }
    try write(.undo(event.id.description))
    return world.name(of: review, at: Moment(event.stamp))
  }

  @discardableResult
  private mutating func write(_ effect: Effect) throws(StorageError) -> String {
    let stamp = Stamp(world.now)
    var id = ""
    switch effect {
    case .append(let deed):
      id = try seal.append(deed, to: store, at: stamp).description
      world.journal.apply(deed, id: id, at: world.now)
      if case .removed(let removal) = deed { removed.insert(removal.entry) }
    case .undo(let text):
      if let event = EventID(text) { id = try store.undo(event, at: stamp).description }
      if world.journal != .unread { readJournal() }
    case .quit, .suspend, .repaint, .readJournal, .unlock, .undoLatest, .saveElsewhere: break
    }
    world.ledger = store.state
    return id
  }

  /// Saves what was begun, and the snapshot. Deeds are on disk already: a snapshot that cannot be
  /// written is made anew at the next start.
  private mutating func finish() throws(Failure) {
    do throws(StorageError) {
      for effect in app.farewell { try write(effect) }
      if !removed.isEmpty || store.obstacle == nil {
        try seal.tidy(store, removed: removed, now: clock.now().milliseconds)
      }
    } catch { throw Failure(sentence: error.description) }
    try? store.saveSnapshot()
  }
}

extension JournalSeal {
  /// What is written for an effect, sealed if it must be; nil when it cannot be told.
  fileprivate func body(
    of effect: Effect, _ id: EventID, _ stamp: Stamp
  ) -> Event<Deed>.Body? {
    switch effect {
    case .append(let deed): written(deed, id, stamp).map(Event.Body.deed)
    case .undo(let text): EventID(text).map(Event.Body.undo)
    default: nil
    }
  }
}
