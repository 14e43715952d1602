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
  /// What there is to say once the terminal is given back: where the text of what was deleted is
  /// still.
  private(set) var remarks: [String] = []

  init(
    store: LogStore, seal: JournalSeal, home: String?, clock: Clock, world: World,
    start: App.Start, notice: String? = nil
  ) {
    self.store = store
    self.home = home
    self.seal = seal
    self.clock = clock
    self.world = world
    app = App(
      start, notice: seal.trouble?.description ?? store.problems.first ?? notice, &self.world)
  }

  mutating func run(_ driver: inout Driver) throws(Failure) {
    if app.opening == [.readJournal] { readJournal() }
    while true {
      world.size = driver.size
      if !driver.hasInput { driver.show(app.view(world, size: world.size)) }
      driver.isSecret = app.takesSecret
      let input = driver.next()
      world.now = clock.now()
      world.uptime = clock.uptime()
      switch input {
      case .typed(let typed):
        guard take(typed, driver) else { return try finish() }
        catchUp()
      case .resized: continue
      case .suspend: driver.suspend()
      case .terminate, .hangUp: return try finish()
      }
    }
  }

  /// Takes in what other programs and devices wrote: after a key and not before it, so that a key
  /// acts on what was shown. A folder that can't be read just now is tried again at the next key. Where
  /// nothing came, what was saved elsewhere goes on counting.
  private mutating func catchUp() {
    if (try? store.refreshed()) == true { world.ledger = store.state }
  }

  /// - Returns: false when the program is to end.
  private mutating func take(_ typed: InputGroups.Input, _ driver: borrowing Driver) -> Bool {
    switch typed {
    case .key(let key): return handle(.key(key), driver)
    case .paste(let text): return handle(.pasted(text), driver)
    case .burst(let keys):
      var burst = Burst(keys)
      while let event = burst.next(takesText: app.takesText) {
        guard handle(event, driver) else { return false }
      }
      return true
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
      case .closeJournal:
        seal.close()
        world.journal = .unread
      case .saveElsewhere(let unsaved):
        guard saveElsewhere(unsaved, driver) else { return false }
      case .unlock(let typed):
        let outcome = unlock(typed)
        typed.erase()
        guard handle(outcome, driver) else { return false }
      case .append, .replace, .undo:
        do throws(StorageError) {
          let id = try write(effect)
          let lost = lostEdit(effect)
          guard handle(.saved(id), driver) else { return false }
          if let lost, !handle(.told(lost), driver) { return false }
        } catch {
          // What was to come after it waits until it is on disk.
          return handle(.failed(error.description), driver)
        }
      case .undoLatest:
        do throws(StorageError) {
          guard handle(.undone(try undoLatest()), driver) else { return false }
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
    let rescue = Rescue(home: home, seal: seal, now: world.now)
    do throws(StorageError) {
      let path = try rescue.save(unsaved)
      for (index, effect) in unsaved.enumerated() {
        let id = "\(rescue.device):\(index + 1)"
        if case .append(let deed) = effect { world.ledger.apply(deed, id: id, at: world.now) }
        guard handle(.saved(id), driver) else { return false }
      }
      return handle(
        .told("It is in \(path): “inkling import” brings it back, once it can be saved here."),
        driver)
    } catch { return handle(.told(error.description), driver) }
  }

  private mutating func unlock(_ typed: SecretField) -> AppEvent {
    do throws(StorageError) { try seal.refresh() } catch { return .told(error.description) }
    do throws(VaultError) {
      try seal.unlock(Passphrase { buffer in typed.copy(into: buffer) })
    } catch { return .told(error.description) }
    readJournal()
    return .unlocked
  }

  private mutating func undoLatest() throws(StorageError) -> LatestUndo {
    switch try store.newestDeed() {
    case .answer(let event, let review):
      try write(.undo(event.id.description))
      return .answer(world.name(of: review, at: Moment(event.stamp)))
    case .naming: return .namedSince
    case nil: return .nothing
    }
  }

  /// Tells of a change to an entry that was deleted in another window, or on another device, while it
  /// was on the screen here. A deleted entry stays deleted.
  private mutating func lostEdit(_ effect: Effect) -> String? {
    guard case .append(.amended(let amendment)) = effect, world.journal != .unread,
      let journal = try? seal.journal(store).journal, journal.entry(amendment.entry) == nil
    else { return nil }
    world.journal.apply(.removed(Removal(entry: amendment.entry)), id: "", at: world.now)
    return "That entry has been deleted somewhere else, so your change went with it."
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
    case .replace(let text, let deed):
      if let event = EventID(text) {
        id = try store.append(deed, replacing: event, at: stamp).description
      }
    case .undo(let text):
      if let event = EventID(text) { id = try store.undo(event, at: stamp).description }
      if world.journal != .unread { readJournal() }
    case .quit, .suspend, .repaint, .readJournal, .closeJournal, .unlock, .undoLatest,
      .saveElsewhere:
      break
    }
    world.ledger = store.state
    return id
  }

  /// Saves what was begun, and the snapshot. Deeds are on disk already: a snapshot that cannot be
  /// written is made anew at the next start.
  private mutating func finish() throws(Failure) {
    var left = app.farewell
    do throws(StorageError) {
      while let effect = left.first {
        try write(effect)
        left.removeFirst()
      }
      if !removed.isEmpty || store.obstacle == nil {
        let gone = store.state.removed.intersection(removed)
        let links = gone.isEmpty ? [] : (try? store.hardLinks()) ?? []
        try seal.tidy(store, removed: removed, now: clock.now().milliseconds)
        if !gone.isEmpty { remarks = copies(of: gone, links) }
      }
    } catch {
      guard !left.isEmpty else { throw Failure(sentence: error.description) }
      throw Failure(sentence: "\(error) \(rescued(left))")
    }
    try? store.saveSnapshot()
  }

  /// A sentence for each place where the texts of deleted entries still are. Where that can't be
  /// told, deleting is done all the same.
  private func copies(of entries: Set<String>, _ links: [HardLink]) -> [String] {
    let strays = try? StrayEntries(store: store, home: home).deleted(entries.contains)
    return (strays ?? []) + links.filter(\.isLeftBehind).map(\.sentence)
  }

  /// What becomes of what could not be saved until the end.
  private func rescued(_ effects: [Effect]) -> String {
    do throws(StorageError) {
      let path = try Rescue(home: home, seal: seal, now: world.now).save(effects)
      return "What was not saved is in \(path): “inkling import” brings it back."
    } catch { return "What was not saved is lost." }
  }
}
