public import EmotionCore
public import Terminal

/// What happens to the program.
public enum AppEvent: Sendable {
  /// A key; one that came with others, or right after others, may not have been pressed for what
  /// is on the screen.
  case key(Key, isAlone: Bool = true)
  /// A text that was pasted, its lines ended by newlines. It never acts as keys.
  case pasted(String)
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
public enum Effect: Equatable {
  case append(Deed)
  /// Write an answer of practice in the place of an earlier one, in one line.
  case replace(String, with: Deed)
  case undo(String)
  /// Undo the newest review in the log that stands, and say so with `undone`.
  case undoLatest
  /// Read the journal into the world.
  case readJournal
  /// Forget the journal, and what opens it.
  case closeJournal
  /// Write what could not be saved to a file outside of the data folder.
  case saveElsewhere([Effect])
  /// Try a passphrase, which is then erased, and read the journal with it.
  case unlock(SecretField)
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
  /// What is to be done once the page of crisis lines is left.
  private var afterCare: [Command] = []
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
    case .key(let key, let isAlone): return press(key, isAlone: isAlone, &world)
    case .pasted(let text): return paste(text, &world)
    case .saved(let id):
      if !unsaved.isEmpty { unsaved.removeFirst() }
      world.noteWriting()
      // Whoever asked for it may lie beneath the page of crisis lines.
      var asker = top
      if case .care = stack[top], top > 0 { asker -= 1 }
      return perform(stack[asker].saved(id, &world), &world)
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

  /// True while typing goes into a field.
  public var takesText: Bool { unsaved.isEmpty && stack.last.map { $0.typing != .none } ?? false }

  /// Whether what is typed now is a secret, of which nothing may be kept.
  public var takesSecret: Bool {
    if unsaved.isEmpty, case .unlock = stack.last { true } else { false }
  }

  private mutating func paste(_ text: String, _ world: inout World) -> [Effect] {
    isDiscarding = false
    guard Layout(size: world.size).isLargeEnough, let top = stack.indices.last else { return [] }
    guard unsaved.isEmpty else {
      notice = Self.unsavedNotice
      return []
    }
    guard stack[top].typing != .none else {
      notice = "There's no place for text here, so nothing was pasted."
      return []
    }
    notice = nil
    return perform(stack[top].paste(text, &world), &world)
  }

  private static let unsavedNotice = "This is not saved yet: see the keys below."

  private mutating func press(_ key: Key, isAlone: Bool, _ world: inout World) -> [Effect] {
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
        notice = Self.unsavedNotice
        return []
      }
      isDiscarding = !(wasDiscarding && isAlone)
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
    let typed = stack[top].typed
    if key == .enter, case .word(let text) = typed, Care.isCalledFor(by: text) {
      // It's no answer and no search: nothing else is done with it.
      return care(.word)
    }
    let commands =
      stack[top].press(key, isAlone: isAlone, &world) ?? (key == .escape ? [.close] : [])
    guard case .note(let text) = typed, !commands.isEmpty || stack[top].typed == nil,
      Care.isCalledFor(by: text)
    else { return perform(commands, &world) }
    // What the note's end brings about happens now, but for leaving the screen.
    let leaving = commands.filter { if case .close = $0 { true } else { false } }
    let effects = perform(
      commands.filter { if case .close = $0 { false } else { true } }, &world)
    return effects + care(.note, then: leaving)
  }

  /// Shows people to call, above everything else.
  private mutating func care(
    _ occasion: CareText.Occasion, then commands: [Command] = []
  ) -> [Effect] {
    stack[stack.count - 1].heard()
    afterCare = commands
    stack.append(.care(CarePage(occasion)))
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
      case .replace(let id, let deed):
        effects.append(.replace(id, with: deed))
        unsaved.append(.replace(id, with: deed))
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
    if case .care = closed {
      let commands = afterCare
      afterCare = []
      return perform(commands, &world)
    }
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

  /// How keys are read on the screen that is shown, and what stands in its field.
  var field: (typing: Typing, typed: Typed?) {
    (stack.last?.typing ?? .none, stack.last?.typed)
  }

  private func help(_ world: World) -> Help {
    let top = stack[stack.count - 1]
    let area = Area(columns: 76, rows: 18, isCompact: false)
    return Help(
      about: top.content(world, area).title.spans.map(\.text).joined(), hints: top.hints(world),
      isTyping: top.typing != .none)
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
