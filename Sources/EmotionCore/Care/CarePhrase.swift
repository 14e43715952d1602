/// One thing people say, with room for how they say it.
///
/// Written as words in a row. `a|b` is either; `a?` may be left out; `*3` is up to three words of any
/// kind, `~3` up to three that stay with whoever speaks (`strays`); `{name}` is a set of `CarePhrase.sets`; `-a|b` says that neither may follow, `<a|b` that neither
/// may stand before, `%a|b` that neither may stand anywhere in the sentence; `^` and `$` are where a
/// sentence, or what's said in it, begins and ends (`$` may be one of several alternatives); `!` says
/// that the whole text ends there. Fillers ("really", "just") may stand anywhere in between.
/// A phrase with a `:` is about whoever speaks: it doesn't count when the nearest person
/// before it is somebody else ("my brother wanted to die").
struct CarePhrase {
  enum Part {
    case word(Set<String>, isOptional: Bool)
    case gap(Int)
    case closeGap(Int)
    case unless(Set<String>)
    case unlessBefore(Set<String>)
    case unlessAnywhere(Set<String>)
    case start
    case end
    case alone
  }

  let parts: [Part]
  let isOfSelf: Bool
  /// Of each of these, one must be there.
  private let needed: [Set<String>]

  init(_ text: Substring) {
    isOfSelf = text.contains(":")
    parts = text.split(whereSeparator: { $0 == " " || $0 == ":" }).map { piece in
      switch piece {
      case "^": return .start
      case "$": return .end
      case "!": return .alone
      default: break
      }
      if piece.hasPrefix("*"), let count = Int(piece.dropFirst()) { return .gap(count) }
      if piece.hasPrefix("~"), let count = Int(piece.dropFirst()) { return .closeGap(count) }
      if piece.hasPrefix("-") { return .unless(Self.words(piece.dropFirst())) }
      if piece.hasPrefix("<") { return .unlessBefore(Self.words(piece.dropFirst())) }
      if piece.hasPrefix("%") { return .unlessAnywhere(Self.words(piece.dropFirst())) }
      let isOptional = piece.hasSuffix("?")
      return .word(Self.words(isOptional ? piece.dropLast() : piece), isOptional: isOptional)
    }
    needed = parts.compactMap { part in
      guard case .word(let words, isOptional: false) = part, !words.contains("$") else {
        return nil
      }
      return words
    }
  }

  private static func words(_ text: Substring) -> Set<String> {
    text.split(separator: "|").reduce(into: []) { words, word in
      if word.hasPrefix("{") {
        words.formUnion(sets[String(word.dropFirst().dropLast())] ?? [])
      } else {
        words.insert(String(word))
      }
    }
  }

  /// The words that can begin it: each begins with a word.
  var beginnings: Set<String> {
    var beginnings: Set<String> = []
    for part in parts {
      switch part {
      case .start, .unlessBefore, .unlessAnywhere: continue
      case .word(let words, let isOptional):
        beginnings.formUnion(words)
        if !isOptional { return beginnings }
      default: return beginnings
      }
    }
    return beginnings
  }

  /// Whether each word that it needs is there.
  func isPossible(among words: Set<String>) -> Bool {
    needed.allSatisfy { choices in words.contains { choices.contains($0) } }
  }

  var words: Set<String> {
    parts.reduce(into: []) { all, part in
      switch part {
      case .word(let words, _), .unless(let words), .unlessAnywhere(let words): all.formUnion(words)
      default: break
      }
    }
  }

  /// Whether it's said in a sentence from a word on.
  func matches(_ sentence: [String], from start: Int, isAlone: Bool) -> Bool {
    if isOfSelf, Self.isOfAnother(sentence, before: start) { return false }
    return matches(parts[...], sentence, start, isFirst: true, isAlone: isAlone)
  }

  private func matches(
    _ parts: ArraySlice<Part>, _ sentence: [String], _ index: Int, isFirst: Bool, isAlone: Bool
  ) -> Bool {
    guard let part = parts.first else { return true }
    let rest = parts.dropFirst()
    func goOn(_ index: Int, isFirst: Bool = false) -> Bool {
      matches(rest, sentence, index, isFirst: isFirst, isAlone: isAlone)
    }
    let word = sentence.indices.contains(index) ? sentence[index] : nil
    switch part {
    case .word(let words, let isOptional):
      if let word, words.contains(word), goOn(index + 1) { return true }
      if isOptional, goOn(index, isFirst: isFirst) { return true }
      if words.contains("$"), isEnd(word), goOn(index) { return true }
    case .gap(let count):
      return (0...count).contains { index + $0 <= sentence.count && goOn(index + $0) }
    case .closeGap(let count):
      let near = sentence.dropFirst(index).prefix(count).prefix { !Self.strays.contains($0) }
      return (0...near.count).contains { goOn(index + $0) }
    case .unless(let words):
      let next = sentence.dropFirst(index).first { $0 == "," || !SpeechWords.fillers.contains($0) }
      return next.map { !words.contains($0) } ?? true && goOn(index)
    case .unlessBefore(let words):
      let before = sentence.prefix(index).last { !SpeechWords.fillers.contains($0) }
      return before.map { !words.contains($0) } ?? true && goOn(index, isFirst: true)
    case .unlessAnywhere(let words):
      return words.isDisjoint(with: sentence) && goOn(index, isFirst: isFirst)
    case .start:
      let before = sentence.prefix(index)
      return before.allSatisfy { Self.openers.contains($0) || SpeechWords.fillers.contains($0) }
        && goOn(index, isFirst: true)
    case .end:
      return isEnd(word) && goOn(index)
    case .alone:
      return isAlone && sentence.dropFirst(index).allSatisfy(SpeechWords.fillers.contains)
        && goOn(index)
    }
    guard !isFirst, let word, SpeechWords.fillers.contains(word) else { return false }
    return matches(parts, sentence, index + 1, isFirst: false, isAlone: isAlone)
  }

  private func isEnd(_ word: String?) -> Bool { word.map(SpeechWords.ends.contains) ?? true }

  /// Words after which it's about somebody else, the contrary, or another time.
  private static let strays = SpeechWords.others.union(
    ["not", "never", "nothing", "when", "before", "until", "after", "than", "without"])

  private static let openers = SpeechWords.set("and but because so that if when")

  /// Whether the nearest person before a word, since the last comma, is somebody else. Who is only
  /// looked at, talked to or lived with isn't who wants to die.
  static func isOfAnother(_ sentence: [String], before index: Int) -> Bool {
    let clause = sentence[max(0, index - 20)..<index].reversed()
      .prefix { $0 != "," && $0 != "then" }
    var words = clause[...]
    while let word = words.popFirst() {
      if SpeechWords.selves.contains(word), word != "my" { return false }
      guard SpeechWords.others.contains(word) else { continue }
      let before = words.first { !["my", "the", "a", "our", "his", "her", "all"].contains($0) }
      if let before, SpeechWords.prepositions.contains(before) { continue }
      return true
    }
    return false
  }

  /// Words that stand for one another in the phrases.
  static let sets: [String: Set<String>] = [
    "want": SpeechWords.set(
      "want wanted wanting wish wished wishing need hope hoping hoped rather love like long ready"),
    "they": SpeechWords.set(
      """
      they everyone you all people family kids mom dad mum parents world wife husband friends he she
      son daughter children them him her it partner nobody boyfriend girlfriend life others planet
      mother father sister brother us team girls boys lot
      """),
    "happy": SpeechWords.set(
      "better happier easier fine relieved okay ok glad freer free lighter peaceful"),
    "gone": SpeechWords.set(
      "gone dead died die disappeared disappear vanished vanish left killed unalive missing"),
    "think": SpeechWords.set(
      "think thinking thought thoughts thinks ideas fantasize fantasizing fantasies daydream "
        + "daydreaming dream dreaming dreams imagine imagining planning plan plans considering "
        + "consider considered contemplating contemplate contemplated fantasized ideation urge urges "
        + "tempted obsessing googled googling researching plotting picture pictured picturing wonder "
        + "wondered wondering visualize visualizing imagined fantasy"),
    "harm": SpeechWords.set(
      """
      cut hurt harm burn injure scratch punch hit bruise bite stab slice choke mutilate cutting
      hurting harming burning injuring scratching punching hitting bruising biting stabbing choking
      """),
    "shy": SpeechWords.set(
      "embarrassed embarrassing embarrassment awkward mortified mortifying cringe cringed cringing "
        + "blushed hungover laughing laughed"),
    "place": SpeechWords.set(
      """
      bridge roof building balcony cliff ledge overpass window rooftop tower train bus truck car
      subway tram tracks platform lorry semi traffic parking garage pier dam
      """),
    "die": SpeechWords.set("die dies died dying dead death unalive perish nonexistent"),
    "wish": SpeechWords.set(
      "want wanted wanting wish wished wishing hope hoped hoping pray prayed praying prefer ready long "
        + "longing yearn crave craving beg begging waiting rather need dream dreaming"),
    "fine": SpeechWords.set(
      "fine ok okay good great glad grateful thankful relief relieved happy nice lovely peaceful "
        + "welcome kindness blessing gift mercy favor best kindest better easier amazing perfect "
        + "comforting tempting cool wonderful beautiful dream kinder bliss"),
    "tired": SpeechWords.set(
      "tired exhausted sick done weary worn fed drained over bored finished sore beat fatigued"),
    "crash": SpeechWords.set(
      "crash crashes crashed hit hits took takes flattened flatten ran runs killed kills kill down "
        + "struck shot end ended finish finished"),
    "vehicle": SpeechWords.set(
      "bus truck car train plane flight semi lorry meteor asteroid lightning tram drunk driver elevator"
    ),
    "means": SpeechWords.set(
      "pills meds medication medicine tylenol rope noose gun pistol rifle blade blades razor razors "
        + "knife knives belt helium insulin paracetamol antidepressants bleach scissors"),
    "body": SpeechWords.set(
      "arm arms wrist wrists leg legs thigh thighs skin hand hands face head stomach hips forearm "
        + "forearms knuckles flesh ankles ankle fingers chest shoulder shoulders hair scalp"),
    "wound": SpeechWords.set(
      "cut cutting burn burned burning burnt scratch scratched scratching claw clawed clawing dig dug "
        + "digging pick picked picking bite bit biting punch punched punching hit hitting slam slammed "
        + "slamming carve carved carving slice sliced slicing pull pulled pulling tear tore tearing "
        + "stab stabbed stabbing smash smashed smashing bang banged banging scrape scraped scraping "
        + "hurt hurting pinch pinched pinching press pressed slap slapped slapping bruise bruised"),
    "world": SpeechWords.set("world earth planet life existence universe"),
    // What makes death a figure of speech, a story, a game or an illness that's feared.
    "figure": SpeechWords.set(
      "laughing laughter laughed cringe embarrassment embarrassed boredom bored movie film show book "
        + "novel chapter game level boss character episode season series scene song phone battery "
        + "laptop plant plants joke hunger hungry happy secondhand heat exam meeting work terrified "
        + "cake brownies pizza chocolate wifi computer mic connection party plot"),
    "errand": SpeechWords.set(
      "job jobs quit quitting boss notice shift shifts office contract team project company meeting "
        + "standup committee class school course thesis remodel boxes lease marriage relationship "
        + "party trip moving move moved deal degree diet group league club gym band roommates rent"),
    "live": SpeechWords.set("live living exist existing life alive being"),
  ]
}

/// All phrases, found by the words that can begin them.
struct CarePhrases {
  private var byBeginning: [String: [CarePhrase]] = [:]

  init(_ phrases: [CarePhrase]) {
    for phrase in phrases {
      for word in phrase.beginnings { byBeginning[word, default: []].append(phrase) }
    }
  }

  /// Whether any is said in a sentence.
  /// - Parameter isAlone: whether the sentence is the whole text.
  func match(_ sentence: [String], isAlone: Bool) -> Bool {
    let places = Dictionary(grouping: sentence.indices) { sentence[$0] }
    let words = Set(places.keys)
    return places.contains { word, indices in
      (byBeginning[word] ?? []).contains { phrase in
        // Nearly all are ruled out by a word that isn't there.
        phrase.isPossible(among: words)
          && indices.contains { phrase.matches(sentence, from: $0, isAlone: isAlone) }
      }
    }
  }

  static func read(_ text: String) -> [CarePhrase] {
    text.split(separator: "\n").map { CarePhrase($0) }
  }

  /// Every word that stands in a phrase.
  static let vocabulary: Set<String> = (all + goodbyes).reduce(into: []) { $0.formUnion($1.words) }

  static let all =
    outright + weary + absence + means + injury + slang + otherLanguages + wide + hints
}
