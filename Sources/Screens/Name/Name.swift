import EmotionCore
import Terminal

/// Naming a feeling: a first word, cues in any order, a live shortlist, one or several words.
struct Name: Scene {
  /// What the keys work on.
  enum Stage: Equatable {
    /// The first word is typed or chosen.
    case asking
    /// The shortlist has the focus.
    case choosing
    /// A word of one's own is typed, since none fits.
    case owning(TextField)
    /// What was chosen is saved; strength and note may follow.
    case saved(EntryEditor)
  }

  enum Action {
    case move(Move)
    case take
    case toggle
    case digit(Int)
    case none
    case notThis
    case body
    case taxonomy
    case plane
    case ownWord
    case saveSaid
    case open
    case back
    case editor(EntryEditor.Action)
    case undo
    case done
  }

  var stage = Stage.asking
  var field = TextField()
  /// The chosen row of the list of first words.
  var first = 0
  var cues: [Cue] = []
  /// The chosen row of the shortlist.
  var row = 0
  /// Words taken with Space, in that order.
  var taken: [WordID] = []
  /// What waits for the disk.
  private var pending: CheckIn?
  private var undoing = false

  /// What one can begin with.
  enum First: Equatable {
    case vague(VagueWord)
    case word(Word)

    init(_ feeling: Hearing.Feeling) {
      self =
        switch feeling {
        case .vague(let vague): .vague(vague)
        case .word(let word): .word(word)
        }
    }

    var text: String {
      switch self {
      case .vague(let vague): vague.word
      case .word(let word): word.word
      }
    }

    var cue: Cue {
      switch self {
      case .vague(let vague): .said(vague.id)
      case .word(let word): .word(word.id)
      }
    }
  }

  init(_ world: World) {}

  var isWide: Bool { true }

  var typing: Typing {
    switch stage {
    case .asking: .word
    case .choosing: .none
    case .owning: .text
    case .saved(let editor): editor.typing
    }
  }

  var typed: Typed? {
    switch stage {
    case .asking: .word(field.text)
    case .choosing: nil
    case .owning(let field): .word(field.text)
    case .saved(let editor): editor.typed
    }
  }

  mutating func heard() {
    switch stage {
    case .asking: field = TextField()
    case .choosing: break
    case .owning: stage = .owning(TextField())
    case .saved(var editor):
      editor.heard()
      stage = .saved(editor)
    }
  }

  var unfinished: Deed? {
    if case .saved(let editor) = stage { editor.deed } else { nil }
  }

  /// First words that begin with, or are close to, what is typed: vague ones before exact ones.
  func firsts(_ world: World) -> [First] {
    // No list, not even of what else stands in the sentence.
    if Care.isCalledFor(by: field.text) { return [] }
    let query = Spelling.normalized(field.text)
    if query.isEmpty { return byHabit(world.library.vagueWords, world).map(First.vague) }
    func vague(where fits: (String) -> Bool) -> [VagueWord] {
      zip(world.library.vagueWords, world.library.vagueSpellings)
        .filter { $0.1.contains(where: fits) }.map(\.0)
    }
    let matching = vague { $0.hasPrefix(query) }
    let vagueTexts = Set(matching.map(\.word))
    let words = world.library.lexicon.search(query).filter { !vagueTexts.contains($0.word) }
    if matching.isEmpty, !words.contains(where: { Spelling.normalized($0.word).hasPrefix(query) }) {
      // A slip away from "not happy" is "so happy".
      if query.hasPrefix("not ") { return within(query, world) }
      let meant = vague { Spelling.isSlip(query, of: $0) }
      let others = words.filter { word in !meant.contains { $0.word == word.word } }
      let found = meant.map(First.vague) + others.map(First.word)
      return found.isEmpty ? within(query, world) : found
    }
    // Typed out in full, a word of the lexicon means itself and comes before longer vague ones.
    let exact = matching.filter { $0.spellings.contains(query) }
    let rest = matching.filter { !exact.contains($0) }
    return exact.map(First.vague) + rest.map(First.vague) + words.map(First.word)
  }

  /// The first words that a whole sentence has in it: "I feel tired and empty".
  private func within(_ query: String, _ world: World) -> [First] {
    guard query.contains(" ") else { return closest(to: query, world) }
    return Hearing(field.text, library: world.library).heard.map { First($0.feeling) }
  }

  /// The words of a sentence that were taken for feelings; nil where it's no sentence, or says none.
  func heardWords(_ world: World) -> [String]? {
    let query = Spelling.normalized(field.text)
    guard query.contains(" "), !Care.isCalledFor(by: field.text) else { return nil }
    let heard = Hearing(field.text, library: world.library).heard
    // A word that's typed out whole is shown as itself.
    guard !heard.isEmpty, heard.count > 1 || heard[0].words != query else { return nil }
    return heard.map(\.words)
  }

  /// What's said where nothing was understood.
  var nothingHeard: String {
    Spelling.normalized(field.text).contains(" ")
      ? "No feeling heard in that. Try one word; Tab browses, Shift-Tab starts from the body, "
        + "Esc leaves with nothing saved."
      : "Inkling doesn't know that word. Try another; Tab browses, Shift-Tab starts from the body."
  }

  /// What a word that Inkling does not know comes nearest to in spelling.
  private func closest(to query: String, _ world: World) -> [First] {
    guard query.count >= 4 else { return [] }
    let candidates = world.library.vagueWords.map(\.word) + world.library.lexicon.words.map(\.word)
    guard let closest = Spelling.closest(to: query, among: candidates) else { return [] }
    if let vague = world.library.vagueWord(spelled: closest) { return [.vague(vague)] }
    return world.library.lexicon.word(spelled: closest).map { [.word($0)] } ?? []
  }

  /// Whether what's typed so far calls for people rather than words.
  var isCalling: Bool { Care.isCalledFor(bySoFar: field.text) }

  /// What this person says most comes first.
  private func byHabit(_ words: [VagueWord], _ world: World) -> [VagueWord] {
    let said = world.ledger.sayings
    return words.enumerated()
      .sorted { (-(said[$0.1.word] ?? 0), $0.0) < (-(said[$1.1.word] ?? 0), $1.0) }
      .map(\.1)
  }

  /// The shortlist for the cues so far; while a first word is chosen, for that word too.
  /// - Parameter firsts: the first words, where they are known already.
  func suggestions(
    _ world: World, firsts known: [First]? = nil, count: Int = 6
  ) -> [Suggestion] {
    var cues = cues
    if stage == .asking {
      let firsts = known ?? firsts(world)
      if firsts.indices.contains(first) { cues.append(firsts[first].cue) }
    }
    guard !cues.isEmpty else { return [] }
    let found = Shortlist(library: world.library, history: world.ledger.namings)
      .suggestions(cues, count: count)
    // What is marked stays in sight, whatever is said after.
    let marked = taken.filter { id in !found.contains { $0.word == id } }
      .map { Suggestion(word: $0, probability: 0, why: "marked") }
    return marked + found + itself(cues, beside: marked + found, world)
  }

  /// The first word itself, where it is a feeling too: sometimes tired is just tired.
  private func itself(_ cues: [Cue], beside found: [Suggestion], _ world: World) -> [Suggestion] {
    guard stage == .choosing, case .said(let id)? = cues.first, world.library.lexicon[id] != nil,
      !found.contains(where: { $0.word == id }),
      !cues.contains(where: { if case .notThese(let ids) = $0 { ids.contains(id) } else { false } })
    else { return [] }
    return [Suggestion(word: id, probability: 0, why: "just that, and nothing finer")]
  }

  // MARK: What keys do

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    switch stage {
    case .asking: return asking(action, &world)
    case .choosing: return choosing(action, &world)
    case .owning(let field): return owning(action, field, world)
    case .saved(var editor):
      switch action {
      case .editor(let action):
        editor.handle(action, world)
        stage = .saved(editor)
        return []
      case .undo:
        // Deleted, and not undone, so that its text does not stay on the disk.
        undoing = true
        return [.append(.removed(Removal(entry: editor.entry)))]
      case .done: return leave(editor)
      default: return []
      }
    }
  }

  mutating func type(_ key: Key, _ world: inout World) -> [Command] {
    switch stage {
    case .asking:
      if field.handle(key) { first = 0 }
    case .choosing: break
    case .owning(var field):
      _ = field.handle(key)
      stage = .owning(field)
    case .saved(var editor):
      editor.type(key, world)
      stage = .saved(editor)
    }
    return []
  }

  mutating func paste(_ text: String, _ world: inout World) -> [Command] {
    guard case .saved(var editor) = stage else { return pasteLine(text, &world) }
    defer { stage = .saved(editor) }
    return editor.paste(text)
  }

  private mutating func asking(_ action: Action, _ world: inout World) -> [Command] {
    switch action {
    case .move(let move):
      first = move.applied(to: first, count: firsts(world).count)
    case .take:
      let firsts = firsts(world)
      guard firsts.indices.contains(first) else {
        return [.notice(nothingHeard)]
      }
      cues.append(firsts[first].cue)
      field = TextField()
      row = 0
      stage = .choosing
    case .taxonomy: return [.open(.explore(Explore(purpose: .cue)))]
    case .body: return [.open(.body(BodyPicker()))]
    case .back: return [.close]
    default: break
    }
    return []
  }

  private mutating func choosing(_ action: Action, _ world: inout World) -> [Command] {
    let suggestions = suggestions(world)
    let chosen = suggestions.indices.contains(row) ? suggestions[row].word : nil
    switch action {
    case .move(let move): row = move.applied(to: row, count: suggestions.count)
    case .toggle: if let chosen { toggle(chosen) }
    case .take:
      guard let chosen else { return [] }
      return save((taken.isEmpty ? [chosen] : taken).map(world.feeling), world)
    case .digit(let number):
      guard suggestions.indices.contains(number - 1) else { return [] }
      row = number - 1
      guard taken.isEmpty else {
        toggle(suggestions[row].word)
        return []
      }
      return save([world.feeling(suggestions[row].word)], world)
    case .none:
      let unwanted = suggestions.map(\.word).filter { !taken.contains($0) }
      if !unwanted.isEmpty { cues.append(.notThese(unwanted)) }
      let next = self.suggestions(world).firstIndex { !taken.contains($0.word) }
      row = next ?? 0
      if next == nil { return [.notice("That was every word. Esc goes back.")] }
    case .notThis:
      if let chosen { cues.append(.notThese([chosen])) }
      taken.removeAll { $0 == chosen }
      row = min(row, max(0, suggestions.count - 2))
    case .body: return [.open(.body(BodyPicker()))]
    case .taxonomy: return [.open(.explore(Explore(purpose: .cue)))]
    case .plane: return [.open(.plane(PlaneMap(purpose: .cue)))]
    case .ownWord: stage = .owning(TextField())
    case .saveSaid:
      guard let said = asSaid(world) else { return [] }
      let marked = taken.map(world.feeling)
      return save(marked.filter { $0.id != said.id } + [said], world)
    case .open: return chosen.map { [.open(.word(WordPage($0)))] } ?? []
    case .back: back()
    default: break
    }
    return []
  }

  private mutating func toggle(_ word: WordID) {
    if let index = taken.firstIndex(of: word) {
      taken.remove(at: index)
    } else {
      taken.append(word)
    }
  }

  /// Takes back what was said last: a cue, or that it is none of these. With the last cue, asks
  /// again.
  private mutating func back() {
    if !cues.isEmpty { cues.removeLast() }
    row = 0
    if cues.isEmpty {
      taken = []
      stage = .asking
    }
  }

  mutating func save(_ feelings: [CheckIn.Feeling], _ world: World) -> [Command] {
    let said = cues.firstIndex { world.said($0) != nil }
    let others = cues.enumerated().filter { $0.offset != said }.map(\.element)
    let checkIn = CheckIn(
      feelings: feelings,
      said: said.flatMap { world.said(cues[$0]) },
      cues: nonEmpty(others.compactMap { world.chip($0, shortly: false) }))
    pending = checkIn
    return [.append(.checkedIn(checkIn))]
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    if undoing {
      undoing = false
      stage = cues.isEmpty ? .asking : .choosing
      return [.notice("Taken back.")]
    }
    guard let pending else {
      // Where this is the only screen it is still here when its last change has been saved.
      if case .saved(var editor) = stage {
        editor.settle()
        stage = .saved(editor)
      }
      return []
    }
    self.pending = nil
    stage = .saved(EntryEditor(entry: id, checkIn: pending))
    return []
  }

  /// Saves what was changed since the words were taken.
  private func leave(_ editor: EntryEditor) -> [Command] {
    (editor.deed.map { [.append($0)] } ?? []) + [.close]
  }

  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command] {
    if !cues.contains(cue) { cues.append(cue) }
    row = 0
    stage = .choosing
    return []
  }
}

func nonEmpty<Element>(_ list: [Element]) -> [Element]? { list.isEmpty ? nil : list }

extension World {
  /// A word of the lexicon as it is felt, at the usual strength.
  func feeling(_ word: WordID) -> CheckIn.Feeling {
    CheckIn.Feeling(id: word, word: text(word))
  }

  /// The vague or first word of a cue, as said.
  func said(_ cue: Cue) -> String? {
    switch cue {
    case .said(let id): library.vagueWords.first { $0.id == id }?.word
    case .word(let id): text(id)
    default: nil
    }
  }

  /// A cue as a chip: "stressed", "tight shoulders", "not pressured".
  func chip(_ cue: Cue, shortly: Bool = true) -> String? {
    switch cue {
    case .said, .word: said(cue)
    case .body(let id): library.bodySignal(id)?.text
    case .branch(let label, _): label
    case .notThese(let ids): shortly ? nil : "not " + ids.map(text).joined(separator: ", ")
    }
  }
}
