/// The feelings that a sentence says of whoever wrote it, with the words that say them.
///
/// It's modest on purpose: what's denied ("not angry"), said of others ("my boss is mad") or only looks
/// like a feeling ("feels like a trap", "close the door", "kind of") isn't heard. What was heard is shown
/// with its own words, so that a person sees what was made of theirs.
public struct Hearing {
  public enum Feeling: Equatable, Sendable {
    case vague(VagueWord)
    case word(Word)

    public var cue: Cue {
      switch self {
      case .vague(let vague): .said(vague.id)
      case .word(let word): .word(word.id)
      }
    }
  }

  /// In the order of the sentence; a feeling that's said twice stands once.
  public private(set) var heard: [(words: String, feeling: Feeling)] = []

  public init(_ text: String, library: Library) {
    for clause in text.split(whereSeparator: { ",.;:!?()\n—–".contains($0) }) {
      listen(Spelling.normalized(String(clause)).split(separator: " ").map(String.init), library)
    }
  }

  private mutating func listen(_ words: [String], _ library: Library) {
    var index = 0
    var taken: Set<Int> = []
    while index < words.count {
      let longest = min(5, words.count - index)
      let found = stride(from: longest, through: 1, by: -1).lazy.compactMap { count in
        feeling(words[index..<index + count].joined(separator: " "), library).map { (count, $0) }
      }.first
      guard let (count, feeling) = found else {
        index += 1
        continue
      }
      let clause = HeardClause(words: words, range: index..<index + count, taken: taken)
      if clause.isSaidOfOneself {
        taken.formUnion(clause.range)
        if !heard.contains(where: { $0.feeling == feeling }) {
          heard.append((words[clause.range].joined(separator: " "), feeling))
        }
      }
      index += clause.isSaidOfOneself ? count : 1
    }
  }

  private func feeling(_ text: String, _ library: Library) -> Feeling? {
    guard text.count > 1 else { return nil }
    if let vague = library.vagueWord(spelled: text) { return .vague(vague) }
    return library.lexicon.word(spelled: text).map(Feeling.word)
  }
}

/// A place in a clause where a feeling may be said.
struct HeardClause {
  let words: [String]
  let range: Range<Int>
  /// Where feelings were heard before.
  let taken: Set<Int>

  private var text: String { words[range].joined(separator: " ") }
  private var next: String? { range.upperBound < words.count ? words[range.upperBound] : nil }

  /// The words before it, the nearest first, without what only says how much.
  private var before: [String] {
    (0..<range.lowerBound).reversed().filter { !taken.contains($0) }.map { words[$0] }
      .filter { !Self.adverbs.contains($0) }
  }

  var isSaidOfOneself: Bool {
    if range == words.indices { return true }
    if isDenied || isOfAnother { return false }
    if let blocked = Self.blockedBy[words[range.upperBound - 1]], let next, blocked.contains(next) {
      return false
    }
    if Self.onlyAlone.contains(text) { return false }
    if Self.verbs.contains(text) {
      return before.first == "i"
        && next.map { SpeechWords.others.contains($0) || $0 == "my" } ?? false
    }
    return !Self.ambiguous.contains(text) || isFelt
  }

  /// "not angry", "wasn't even mad", "never sad"; but "never felt so alone", "not just tired".
  private var isDenied: Bool {
    guard
      let place = before.prefix(3).firstIndex(where: { word in
        Self.denials.contains(word) || word.hasSuffix("n't")
      })
    else { return false }
    let after = before[..<place].reversed()
    if after.contains(where: { ["just", "only", "help", "stop", "shake"].contains($0) }) {
      return false
    }
    let said = Set(words[..<range.lowerBound].suffix(4))
    let isSuperlative =
      said.contains("never") && !said.isDisjoint(with: ["so", "this", "more", "such"])
    let isOnly = said.contains("just") || said.contains("only")
    return !isSuperlative && !(isOnly && before[place] == "not")
  }

  /// "my boss is angry", "she's so sad", "an angry man".
  private var isOfAnother: Bool {
    if let next, SpeechWords.others.contains(next), !Self.pronouns.contains(next) { return true }
    guard let verb = before.first else { return false }
    if Self.contracted.contains(verb) { return true }
    guard Self.being.contains(verb) || verb == "feels", before.count > 1 else { return false }
    return SpeechWords.others.contains(before[1])
  }

  /// Whether it's felt by who writes, and no other sense of the word: "I feel low", "so cold", but not
  /// "low on milk", "a blue car".
  private var isFelt: Bool {
    guard let first = before.first else { return next.map(Self.goesOn.contains) ?? true }
    if Self.feeling.contains(first) { return true }
    guard Self.being.contains(first) else { return false }
    return before.count == 1 || ["i", "we", "me"].contains(before[1])
  }

  private static let adverbs = SpeechWords.set(
    """
    so very really just too pretty totally all also a bit little more still always quite rather such
    completely and or but both kinda sorta extremely incredibly super today lately now again even
    then most mostly utterly absolutely somewhat an the constantly honestly
    """)
  private static let denials = SpeechWords.set(
    """
    not never no without hardly barely isnt wasnt dont didnt doesnt arent werent aint wouldnt cant
    nor neither
    """)
  private static let being = SpeechWords.set("was is are were got get gets been be seems looks")
  private static let contracted = SpeechWords.set("he's she's they're you're who's hes shes theyre")
  private static let pronouns = SpeechWords.set("he she they him her them you your his their")
  private static let feeling = SpeechWords.set(
    "feel feeling felt feels am i'm im been being become became me myself getting i've ive stay")
  private static let goesOn = SpeechWords.set(
    """
    at with about because and from since after today tonight again but when for in or this that after
    inside all every lately now as if right
    """)

  /// Feelings in a sentence only where they're the whole of it.
  private static let onlyAlone = SpeechWords.set("nothing well deadline deadlines super off beat")
    .union([
      "no one", "i love", "not sure", "no idea", "not much", "the pressure", "all over",
      "by myself",
      "who cares", "over it", "no time", "can't wait", "cant wait", "don't care", "dont care",
    ])

  /// Said of somebody or something: "I like him", and not "I feel like a fool" or "I love pizza".
  private static let verbs = SpeechWords.set(
    "like likes liked love loved hate hating trust desire crave adore miss missed pity envy care cared cares enjoy enjoyed"
  )

  /// Words that have other senses, and so must be felt to be heard.
  private static let ambiguous = SpeechWords.set(
    """
    content mean hurt hurts close closer cross low cold colder small smaller blue fine kind kinder
    down flat free open openly warm warmth still safe safely safety present moved moving touched
    touch lost used broken torn strong good bad calm empty alive alert aware bitter bold balanced
    removed hunted hunting distant missing seen wanted needed valued included accepting supported
    support spent stuck wired strained scattered settled settle secure engaged tempted tempt loss
    losing losses pain pains hope hoping wonder wishing doubt doubts quiet quietly patient rested
    tender exposed weak guarded troubled odd funny strange weird nice great amazing awesome busy
    blank hollow worn fried awful terrible horrible wonderful fantastic excellent crappy lousy
    attack attacks trap trick tricked blame blames wound wounds wrong wrongs sting freeze froze
    frozen grouch gross scary scare creeps fume fumes chill chilled ease comfort focus honor dare
    wanting dull foggy fog lazy responsible failure bored resting charm capable daring determined
    rush rushing rushed put panic alarm concerned concern welcome belong belongs connected neutral
    sunny silly lively charged powerful successful valuable hardened bully cheat abuse ignore ignored
    abused removal chilly shock stupid okay ok alright proud pride slammed swamped sick forgiving
    forgive longing passionate reserved drained draining light heavy high normal yay hyper engaging
    """)

  /// What may not follow a word for it to be a feeling.
  private static let blockedBy: [String: Set<String>] = [
    "close": ["to", "the", "my", "it", "friend"], "kind": ["of"],
    "down": ["for", "with", "the", "to"],
    "low": ["on"], "fine": ["with", "by"], "mad": ["about"],
    "hurt": SpeechWords.set("my his her the our your"),
    "content": ["of"], "mean": ["to", "that", "it", "you"], "used": ["to"], "okay": ["with"],
    "ok": ["with"], "good": ["at", "with", "for"], "bad": ["at", "for"], "open": ["to", "the"],
    "lost": SpeechWords.set("my the his her our a it track weight to"), "cross": ["the", "that"],
    "moved": SpeechWords.set("to in out house into away on"), "free": ["of", "to", "for"],
    "torn": ["up", "ligament"], "strong": ["at"], "safe": ["to"], "great": ["at", "deal"],
    "alive": ["and"], "present": ["at", "for"], "still": SpeechWords.set("in at on not have"),
  ]
}
