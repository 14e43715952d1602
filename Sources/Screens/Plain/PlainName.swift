public import EmotionCore

extension Talk {
  /// Names a feeling, question by question.
  /// - Returns: whether anything was saved; nil when it was to be, and could not.
  public func name(_ world: inout World) -> Bool? {
    say("“q” stops, and nothing is saved.")
    guard let first = firstCue(world) else { return false }
    var cues = [first]
    var refusals = 0
    while true {
      tick(&world)
      let suggestions = Shortlist(library: world.library, history: world.ledger.namings)
        .suggestions(cues)
      guard !suggestions.isEmpty else {
        say("That was every word.")
        return false
      }
      list(suggestions, world)
      guard let line = answer("Which fits? Numbers, 0 for none, Enter for 1: ") else {
        return false
      }
      let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
      if numbers.contains(0) {
        cues.append(.notThese(suggestions.map(\.word)))
        refusals += 1
        // A third list would be words that nothing speaks for.
        if refusals == 2 {
          guard let feeling = ownWord(said: world.said(first), world) else { return false }
          return save([feeling], said: world.said(first), &world)
        }
        continue
      }
      let chosen = numbers.isEmpty && line.allSatisfy(\.isWhitespace) ? [1] : numbers
      let words = chosen.filter { suggestions.indices.contains($0 - 1) }
        .map { world.feeling(suggestions[$0 - 1].word) }
      guard !words.isEmpty, words.count == chosen.count else {
        say("Please answer with numbers from 1 to \(suggestions.count), or 0.")
        continue
      }
      return save(words, said: world.said(first), &world)
    }
  }

  /// The line that answers a question; nil at the end of the input, or where it says to stop.
  private func answer(_ question: String) -> String? {
    ask(question).flatMap { Spelling.normalized($0) == "q" ? nil : $0 }
  }

  private func strength(of word: String) -> Int? {
    // Where the input ends, what was chosen is still to be saved.
    while let line = ask("How strong is \(word), 1 to 5? Enter for 3: ") {
      let text = Spelling.normalized(line)
      if text.isEmpty { return 3 }
      if text == "q" { return nil }
      if let number = Int(text), (1...5).contains(number) { return number }
      say("Please answer with a number from 1 to 5.")
    }
    return 3
  }

  private func firstCue(_ world: World) -> Cue? {
    while true {
      guard let line = answer("What would you say? ") else { return nil }
      let text = Spelling.normalized(line)
      if text.isEmpty {
        say(
          "Any word will do, for example: "
            + world.library.vagueWords.map(\.word).joined(separator: ", ") + ".")
      } else if let vague = world.library.vagueWord(spelled: text) {
        return .said(vague.id)
      } else if let word = world.library.lexicon.word(spelled: text) {
        return .word(word.id)
      } else if !text.contains(" ") {
        say(world.library.unknown(line))
      } else if let cue = heardCue(in: line, world) {
        return cue
      }
    }
  }

  /// What a whole sentence says; nil where that's nothing, which is told.
  private func heardCue(in line: String, _ world: World) -> Cue? {
    let heard = Hearing(line, library: world.library).heard
    guard !heard.isEmpty else {
      say("No feeling heard in that. Try one word, or q to stop with nothing saved.")
      return nil
    }
    let words = heard.enumerated().map { index, item in
      heard.count == 1 ? "“\(item.words)”" : "\(index + 1) “\(item.words)”"
    }
    say("Heard: \(words.joined(separator: ", ")).")
    guard heard.count > 1 else { return heard[0].feeling.cue }
    while let line = answer("Which first? A number, Enter for 1: ") {
      let number = line.allSatisfy(\.isWhitespace) ? 1 : Int(line.filter(\.isNumber)) ?? 0
      if heard.indices.contains(number - 1) { return heard[number - 1].feeling.cue }
      say("Please answer with a number from 1 to \(heard.count).")
    }
    return nil
  }

  private func list(_ suggestions: [Suggestion], _ world: World) {
    paragraph("It could be:")
    for (index, suggestion) in suggestions.enumerated() {
      say("\(index + 1). \(world.text(suggestion.word)): \(suggestion.why)")
    }
    let lexicon = world.library.lexicon
    if let first = suggestions.first,
      let rival = suggestions.dropFirst().first(where: {
        lexicon.contrast(first.word, $0.word) != nil
      }), let contrast = lexicon.contrast(first.word, rival.word)
    {
      say(
        "\(world.text(first.word)) or \(world.text(rival.word))? "
          + "\(world.text(first.word)): \(contrast.ownLine); "
          + "\(world.text(rival.word)): \(contrast.itsLine).")
    }
  }

  /// Asks for a word that isn't in the lists; Enter keeps what was said first.
  /// - Returns: nil at the end of the input, or where it says to stop.
  private func ownWord(said: String?, _ world: World) -> CheckIn.Feeling? {
    let kept = said.flatMap { CheckIn.Feeling(own: $0, lexicon: world.library.lexicon) }
    let enter = kept.map { ", or Enter for “\($0.word)”" } ?? ""
    say("None of those, then. It can be saved in a word of your own.")
    while let line = answer("What would you call it? Type a word\(enter): ") {
      if line.allSatisfy(\.isWhitespace) {
        if let kept { return kept }
      } else if line.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
        say("That's a number, and no word for a feeling. q stops with nothing saved.")
      } else if let own = CheckIn.Feeling(own: line, lexicon: world.library.lexicon) {
        return own
      } else {
        say("That's long for a word: \(CheckIn.Feeling.longestOwnWord) characters are the most.")
      }
    }
    return nil
  }

  private func save(
    _ words: [CheckIn.Feeling], said: String?, _ world: inout World
  ) -> Bool? {
    var feelings = words
    for index in feelings.indices {
      guard let strength = strength(of: feelings[index].word) else { return false }
      feelings[index].strength = strength
    }
    let note = askNote("A note, if you like: ")?.split(separator: " ").joined(separator: " ") ?? ""
    tick(&world)
    let checkIn = CheckIn(feelings: feelings, said: said, note: note.isEmpty ? nil : note)
    guard append(.checkedIn(checkIn), &world) != nil else {
      answer(toNote: note)
      return nil
    }
    say("Saved: \(words.map(\.word).joined(separator: ", ")).")
    if let word = words.first.flatMap({ world.library.lexicon[$0.id] }) {
      say("To say it: \(word.say).")
    }
    answer(toNote: note)
    return true
  }
}

extension Library {
  /// What is said to a word that is not known: "… did you mean stressed?"
  public func unknown(_ text: String) -> String {
    let candidates = vagueWords.flatMap(\.spellings) + lexicon.words.map(\.word)
    // Control characters would reach the terminal and act there.
    let visible = text.filter { character in
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
    let shown = visible.split(separator: " ").joined(separator: " ").prefix(40)
    guard let closest = Spelling.closest(to: text, among: candidates) else {
      return "Inkling does not know “\(shown)”: try a simpler word, or list them with "
        + "“inkling words”."
    }
    return "Inkling does not know “\(shown)”: did you mean \(closest)?"
  }
}
