import EmotionCore
import Screens
import SpacedRepetition
import Storage
import Terminal

/// The loop: draw, wait, update, do what was asked. One thread, no timers: idle costs nothing.
struct Runtime {
  let store: LogStore
  let clock: Clock
  var world: World
  var app: App

  init(store: LogStore, clock: Clock, world: World, start: App.Start) {
    self.store = store
    self.clock = clock
    self.world = world
    app = App(start, notice: store.problems.first, &self.world)
  }

  mutating func run(_ driver: borrowing Driver) throws(Failure) {
    for effect in app.opening { perform(effect) }
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
      case .readJournal, .unlock: perform(effect)
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

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .readJournal:
      do throws(StorageError) {
        var journal = Journal()
        for event in try store.events(mentioning: ["checkin", "amend", "remove", "sealed"]) {
          guard case .deed(let deed) = event.body else { continue }
          journal.apply(deed, id: event.id.description, at: Moment(event.stamp))
        }
        world.journal = .read(journal)
      } catch { _ = app.update(.told(error.description), &world) }
    default: break
    }
  }

  /// - Returns: which answer was taken back; nil when there is none.
  private mutating func undoLatest() throws(StorageError) -> String? {
    for event in try store.events(mentioning: ["review"]).reversed() {
      guard case .deed(.reviewed(let review)) = event.body else { continue }
      try write(.undo(event.id.description))
      return world.name(of: review, at: Moment(event.stamp))
    }
    return nil
  }

  @discardableResult
  private mutating func write(_ effect: Effect) throws(StorageError) -> String {
    let stamp = Stamp(world.now)
    var id = ""
    switch effect {
    case .append(let deed):
      id = try store.append(deed, at: stamp).description
      world.journal.apply(deed, id: id, at: world.now)
    case .undo(let text):
      if let event = EventID(text) { id = try store.undo(event, at: stamp).description }
      if world.journal != .unread { perform(.readJournal) }
    case .quit, .suspend, .repaint, .readJournal, .unlock, .undoLatest: break
    }
    world.ledger = store.state
    return id
  }

  /// Saves what was begun, and the snapshot. Deeds are on disk already: a snapshot that cannot be
  /// written is made anew at the next start.
  private mutating func finish() throws(Failure) {
    do throws(StorageError) {
      for effect in app.farewell { try write(effect) }
    } catch { throw Failure(sentence: error.description) }
    try? store.saveSnapshot()
  }
}
