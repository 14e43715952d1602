public import EmotionCore
public import Terminal

/// What happens to the program.
public enum AppEvent: Sendable {
  case key(Key)
  /// A deed, or an undo, that was asked for is on disk, under this event id.
  case saved(String)
  /// What became of taking back the last answer in the log.
  case undone(LatestUndo)
  /// It could not be written; a sentence says why.
  case failed(String)
  /// The passphrase was right, and the world has the journal.
  case unlocked
  /// Something to be told that changes nothing.
  case told(String)
}

/// What became of taking back the newest answer.
public enum LatestUndo: Equatable, Sendable {
  /// It was taken back: which, and when it was given.
  case answer(String)
  /// A feeling was named after it; that is not deleted by the way.
  case namedSince
  case nothing

  var sentence: String {
    switch self {
    case .answer(let what): "Taken back: \(what)."
    case .namedSince: "The last thing you did was naming a feeling; the journal deletes it."
    case .nothing: "There is nothing to undo."
    }
  }
}

/// What the program wants done. The runtime does it before the next event.
public enum Effect: Equatable, Sendable {
  case append(Deed)
  case undo(String)
  /// Undo the newest review in the log that stands, and say so with `undone`.
  case undoLatest
  /// Read the journal into the world.
  case readJournal
  /// Forget the journal, and what opens it.
  case closeJournal
  /// Write what could not be saved to a file outside of the data folder.
  case saveElsewhere([Effect])
  /// Try a passphrase, and read the journal with it.
  case unlock(String)
  case quit
  case suspend
  case repaint
}

/// The whole program but for the terminal, the disk and the clock: a stack of screens.
public struct App {
  private var stack: [Screen]
  /// A sentence shown above the footer until the next key.
  private var notice: String?
  /// What could not be saved, kept until it is.
  private var unsaved: [Effect] = []
  /// Whether Esc was pressed on it: once more throws it away.
  private var isDiscarding = false

  /// What is to be done before anything is shown.
  public let opening: [Effect]

  /// Where the program begins.
  public enum Start: Equatable, Sendable {
    case home
    case name
    case practice
    case explore
    case word(WordID)
    case journal
  }

  public init(_ start: Start, notice: String? = nil, _ world: inout World) {
    self.notice = notice
    stack = [.home(Home())]
    opening = start == .journal ? [.readJournal] : []
    switch start {
    case .home: break
    case .name: stack = [.name(Name(world))]
    case .practice:
      let practice = Practice(&world)
      stack = [.practice(practice)]
      if notice == nil { self.notice = practice.clock.notice }
    case .explore: stack = [.explore(Explore(purpose: .browse))]
    case .word(let id): stack = [.word(WordPage(id))]
    case .journal: stack = [.journal(JournalScreen())]
    }
  }

  /// Takes in an event.
  /// - Returns: what is to be done now, in this order.
  public mutating func update(_ event: AppEvent, _ world: inout World) -> [Effect] {
    guard let top = stack.indices.last else { return [.quit] }
    switch event {
    case .key(let key): return press(key, &world)
    case .saved(let id):
      if !unsaved.isEmpty { unsaved.removeFirst() }
      world.noteWriting()
      return perform(stack[top].saved(id, &world), &world)
    case .undone(let outcome):
      notice = outcome.sentence
      // The session before has asked one card less.
      if case .answer = outcome { world.leftSession = nil }
      stack[top].resume(&world)
      return []
    case .unlocked:
      // What the journal's reading told stays: an entry that does not open, for example.
      if case .unlock = stack[top] { return close(&world) }
      return []
    case .told(let sentence):
      notice = sentence
      return []
    case .failed(let sentence):
      notice = unsaved.isEmpty ? sentence : sentence + " Nothing is lost so far."
      return []
    }
  }

  /// What is still to be saved when the program is about to end, whatever ends it.
  public var farewell: [Effect] { unsaved + stack.compactMap(\.unfinished).map(Effect.append) }

  private mutating func press(_ key: Key, _ world: inout World) -> [Effect] {
    let wasDiscarding = isDiscarding
    isDiscarding = false
    switch key {
    case .control("c"): return [.quit]
    case .control("l"): return [.repaint]
    case .control("z"): return [.suspend]
    case .control("r"):
      notice = nil
      return unsaved
    case .control("o") where !unsaved.isEmpty:
      notice = nil
      return [.saveElsewhere(unsaved)]
    default: break
    }
    // What cannot be seen must not be answered.
    guard Layout(size: world.size).isLargeEnough else { return [] }
    guard unsaved.isEmpty else {
      // Nothing moves on until what was done is on disk, or given up.
      guard key == .escape else {
        notice = "This is not saved yet: see the keys below."
        return []
      }
      isDiscarding = !wasDiscarding
      notice = isDiscarding ? "Esc once more, and it is thrown away." : "It was thrown away."
      if !isDiscarding { unsaved = [] }
      return []
    }
    notice = nil
    let top = stack.count - 1
    if key == .character("?"), stack[top].typing != .text {
      if case .help = stack[top] {} else { stack.append(.help(help(world))) }
      return []
    }
    if let commands = stack[top].press(key, &world) { return perform(commands, &world) }
    if key == .escape { return perform([.close], &world) }
    return []
  }

  private mutating func perform(_ commands: [Command], _ world: inout World) -> [Effect] {
    var effects: [Effect] = []
    for command in commands {
      switch command {
      case .open(let screen): stack.append(screen)
      case .close: effects += close(&world)
      case .choose(let cue):
        effects += close(&world)
        if let below = stack.indices.last {
          effects += perform(stack[below].receive(cue, &world), &world)
        }
      case .append(let deed):
        effects.append(.append(deed))
        unsaved.append(.append(deed))
      case .undo(let id):
        effects.append(.undo(id))
        unsaved.append(.undo(id))
      case .undoLatest:
        // Nothing is lost when it fails: the key is still there.
        effects.append(.undoLatest)
      case .readJournal: effects.append(.readJournal)
      case .unlock(let passphrase): effects.append(.unlock(passphrase))
      case .notice(let text): notice = text
      case .quit: effects.append(.quit)
      }
    }
    return effects
  }

  /// Leaves a screen; the last one leaves the program, except that home is left by `q` alone.
  private mutating func close(_ world: inout World) -> [Effect] {
    if stack.count == 1 {
      if case .home = stack[0] { return [] }
      return [.quit]
    }
    let closed = stack.removeLast()
    stack[stack.count - 1].resume(&world)
    // Whoever comes to the machine after must not find it open.
    if case .journal = closed { return [.closeJournal] }
    return []
  }

  /// The keys of the screen that is shown, or of what to do with what could not be saved.
  func hints(_ world: World) -> [KeyHint] {
    guard !unsaved.isEmpty else { return stack.last?.hints(world) ?? [] }
    let isNarrow = world.size.columns < 60
    func hint(_ key: Key, _ label: String, narrow: String, _ help: String) -> KeyHint {
      KeyHint(
        keys: [key], shown: key.name, label: isNarrow ? narrow : label, help: help, inFooter: true)
    }
    return [
      hint(.control("r"), "try again", narrow: "retry", "Save it once more."),
      hint(
        .control("o"), "save elsewhere", narrow: "copy", "Save it in a file in the home folder."),
      hint(.escape, "throw it away", narrow: "drop", "Leave it unsaved."),
    ]
  }

  /// What the screen that is shown holds.
  func content(_ world: World, _ area: Area) -> Content {
    stack.last?.content(world, area) ?? Content(title: .blank, lines: [])
  }

  /// The question on the screen, when it is one of practice.
  var question: Practice.Question? {
    guard case .practice(let practice) = stack.last, case .asking(let question) = practice.stage
    else { return nil }
    return question
  }

  private func help(_ world: World) -> Help {
    let top = stack[stack.count - 1]
    let area = Area(columns: 76, rows: 18, isCompact: false)
    return Help(
      about: top.content(world, area).title.spans.map(\.text).joined(), hints: top.hints(world))
  }

  /// The picture of the program as it is now.
  public func view(_ world: World, size: Size) -> Frame {
    guard let top = stack.last else { return Frame(size: size) }
    return Layout(size: size, isWide: top.isWide).frame(
      hints: hints(world), typing: unsaved.isEmpty ? top.typing : .text, notice: notice
    ) { area in
      var content = top.content(world, area)
      if !unsaved.isEmpty { content.aside = Line("not saved", .bad) }
      return content
    }
  }
}
