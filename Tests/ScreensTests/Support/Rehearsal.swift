import EmotionCore
import EmotionData
import SpacedRepetition
import Terminal

@testable import Screens

/// The program without terminal, disk and clock: keys in, frames out.
struct Rehearsal {
  var world: World
  var app: App
  /// What the log would hold.
  private(set) var log: [(id: String, body: Body, at: Moment)] = []
  private(set) var hasQuit = false
  private(set) var effects: [Effect] = []
  /// The whole journal.
  private(set) var journal = Journal()
  /// While set, the disk is full.
  var failure: String?

  enum Body {
    case deed(Deed, replaces: String? = nil)
    case undo(String)
  }

  /// Saturday 2026-11-21, 21:14 in UTC.
  static let evening = Moment(milliseconds: 1_795_295_640_000, offsetMinutes: 0)

  init(_ start: App.Start = .home, after deeds: [Deed] = [], minutes: Int = 5) {
    world = World(
      library: embeddedLibrary(), ledger: Ledger(), now: Self.evening, seed: 1, minutes: minutes)
    world.territory = "US"
    app = App(.home, &world)
    for deed in deeds { _ = write(.deed(deed)) }
    app = App(start, &world)
    if app.opening == [.readJournal] { world.journal = access }
  }

  /// Presses keys: letters as they are, others by name: "stress<Enter><Down>".
  mutating func press(_ keys: String) {
    for key in Self.parse(keys) { handle(.key(key)) }
  }

  mutating func press(_ key: Key) { handle(.key(key)) }

  /// The program ended and begun again.
  func restarted(_ start: App.Start) -> Rehearsal {
    var copy = self
    copy.app = App(start, &copy.world)
    copy.hasQuit = false
    return copy
  }

  /// Puts a deed on disk, from wherever.
  mutating func add(_ deed: Deed) { _ = write(.deed(deed)) }

  mutating func wait(seconds: Int64) {
    world.uptime += seconds * 1000
    world.now = Moment(
      milliseconds: world.now.milliseconds + seconds * 1000,
      offsetMinutes: world.now.offsetMinutes)
  }

  mutating func sleep(days: Int) {
    world.now = Moment(
      milliseconds: world.now.milliseconds + Int64(days) * 86_400_000, offsetMinutes: 0)
  }

  func frame(columns: Int = 80, rows: Int = 24) -> Frame {
    var world = world
    world.size = Size(columns: columns, rows: rows)
    return app.view(world, size: world.size)
  }

  /// The screen's text, for tests that look for a phrase.
  var text: String {
    let frame = frame()
    return (0..<24).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  var deeds: [Deed] {
    log.compactMap { if case .deed(let deed, _) = $0.body { deed } else { nil } }
  }

  /// What the runtime says by itself.
  mutating func tell(_ event: AppEvent) { handle(event) }

  private mutating func handle(_ event: AppEvent) {
    for effect in app.update(event, &world) {
      effects.append(effect)
      let body: Body
      switch effect {
      case .quit:
        hasQuit = true
        continue
      case .suspend, .repaint: continue
      case .readJournal:
        world.journal = access
        continue
      case .closeJournal:
        world.journal = .unread
        continue
      case .unlock, .saveElsewhere: continue
      case .undoLatest:
        if let failure { return handle(.failed(failure)) }
        handle(.undone(undoLatest()))
        continue
      case .append(let deed): body = .deed(deed)
      case .replace(let id, let deed): body = .deed(deed, replaces: id)
      case .undo(let id): body = .undo(id)
      }
      if let failure { return handle(.failed(failure)) }
      handle(.saved(write(body)))
    }
  }

  /// The journal, as one without its passphrase gets it.
  private var access: JournalAccess {
    journal.entries.contains { $0.checkIn == nil } ? .locked(journal) : .read(journal)
  }

  private mutating func undoLatest() -> LatestUndo {
    var removed: Set<String> = []
    for entry in log.reversed() where !undone.contains(entry.id) {
      guard case .deed(let deed, _) = entry.body else { continue }
      switch deed {
      case .reviewed(let review):
        _ = write(.undo(entry.id))
        return .answer(world.name(of: review, at: entry.at))
      case .removed(let removal): removed.insert(removal.entry)
      case .checkedIn where !removed.contains(entry.id): return .namedSince
      default: break
      }
    }
    return .nothing
  }

  /// Events that do not stand.
  private var undone: Set<String> {
    log.reversed().reduce(into: []) { undone, entry in
      switch entry.body {
      case .undo(let target): if !undone.contains(entry.id) { undone.insert(target) }
      // Whatever became of what replaced it.
      case .deed(_, let old): if let old { undone.insert(old) }
      }
    }
  }

  private mutating func write(_ body: Body) -> String {
    let id = "test:\(log.count + 1)"
    log.append((id, body, world.now))
    let undone = undone
    world.ledger = Ledger()
    journal = Journal()
    for entry in log where !undone.contains(entry.id) {
      if case .deed(let deed, _) = entry.body {
        world.ledger.apply(deed, id: entry.id, at: entry.at)
        journal.apply(deed, id: entry.id, at: entry.at)
      }
    }
    if world.journal != .unread { world.journal = access }
    return id
  }

  static func parse(_ keys: String) -> [Key] {
    var result: [Key] = []
    var rest = keys[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        result.append(named[String(name)] ?? .character("<"))
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(.character(character))
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let named: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "Up": .up, "Down": .down, "Left": .left,
    "Right": .right, "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home, "End": .end,
    "Space": .character(" "), "Back": .backspace, "^C": .control("c"), "^L": .control("l"),
    "^Z": .control("z"), "^R": .control("r"), "New": .control("j"),
  ]
}

/// The content as it is built into the program.
func embeddedLibrary() -> Library {
  let files = UnsafeBufferPointer(start: emotion_data_table(), count: emotion_data_file_count)
  return Library(
    files: files.map { file in
      (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    })
}

extension CheckIn {
  /// An entry of words at strength 3.
  static func of(_ words: String..., note: String? = nil) -> Deed {
    .checkedIn(
      CheckIn(
        feelings: words.map {
          Feeling(id: $0, word: $0.split(separator: "-").joined(separator: " "))
        }, said: "stressed", note: note))
  }
}
