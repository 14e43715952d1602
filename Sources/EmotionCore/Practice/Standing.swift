import SpacedRepetition

/// What of a ledger's cards waits at a moment: one pass over them, nothing in order yet.
struct Standing {
  /// Cards in their steps, with when they are due.
  private(set) var steps: [(card: CardKey, due: Int64)] = []
  /// Cards due today, with their rank, in some order: what is likeliest remembered has the lowest.
  /// Siblings are still among them.
  private(set) var reviews: [(card: CardKey, rank: Double)] = []
  /// Words of which a card is in its steps.
  private(set) var stepping: Set<WordID> = []

  /// - Parameter words: cards of others are passed over.
  init(_ ledger: Ledger, words: Set<WordID>, now: Moment) {
    let model = ledger.scheduler.model
    for (key, card) in ledger.cards {
      let isMisdated = card.state.isMisdated(at: now)
      switch card.state {
      case .new: continue
      case .stepping(_, _, _, let due, _):
        guard words.contains(key.word) else { continue }
        stepping.insert(key.word)
        guard isMisdated else {
          steps.append((key, due))
          continue
        }
        // Replay puts today's answers of a device whose clock is right before the misdated one: the
        // card does not show them.
        if !ledger.days[now.day].words.contains(key.word) { steps.append((key, now.milliseconds)) }
      case .review(let memory, let dueDay, let last):
        // One card of a word a day: its siblings rest when it was answered.
        guard dueDay <= now.day || isMisdated, words.contains(key.word),
          !ledger.rests(key.word, on: now.day)
        else { continue }
        reviews.append((key, model.rank(of: memory, after: Elapsed(from: last, to: now))))
      }
    }
    // And before that, while another of them is in its steps.
    if !stepping.isEmpty { reviews.removeAll { stepping.contains($0.card.word) } }
  }

  /// The card of each word that has one due: of siblings the one that is likelier forgotten, since
  /// the word is asked either way.
  func oneOfEachWord() -> [WordID: (card: CardKey, rank: Double)] {
    reviews.reduce(into: [:]) { best, review in
      guard let other = best[review.card.word] else {
        best[review.card.word] = review
        return
      }
      if (other.rank, review.card) < (review.rank, other.card) {
        best[review.card.word] = review
      }
    }
  }
}

extension CardState {
  /// Whether its last answer lies more than a day ahead, which no time zone explains: a clock was
  /// ahead and has been put right. Its due time is as wrong, so that it is due now.
  func isMisdated(at now: Moment) -> Bool {
    switch self {
    case .new: false
    case .stepping(_, _, _, _, let last): last.milliseconds - now.milliseconds > 86_400_000
    case .review(_, _, let last): last.day > now.day + 1
    }
  }
}

extension Ledger {
  /// Cards that could be begun today, in the order in which they would be: the next skill of words
  /// that were named, kept or practiced, the newest first, then of the others in their order.
  /// - Parameters:
  ///   - waiting: words of which a card is due.
  ///   - count: no more than these are looked for.
  func beginnings(
    _ count: Int = .max, words: [WordID], present: Set<WordID>, waiting: Set<WordID>, day: Int
  ) -> [CardKey] {
    var cards: [CardKey] = []
    func add(_ word: WordID) {
      guard !rests(word, on: day), !waiting.contains(word), let skill = opening(word) else {
        return
      }
      cards.append(CardKey(word: word, skill: skill))
    }
    for word in enrolled.reversed() where present.contains(word) {
      guard cards.count < count else { return cards }
      add(word)
    }
    let enrolled = Set(enrolled)
    for word in words where !enrolled.contains(word) {
      guard cards.count < count else { return cards }
      add(word)
    }
    return cards
  }

  /// The next skill of a word, once the one before it has left its first steps.
  func opening(_ word: WordID) -> Skill? {
    guard lastAnswered[word] != nil else { return Skill.allCases.first }
    for skill in Skill.allCases {
      switch card(CardKey(word: word, skill: skill)).state {
      case .new: return skill
      case .stepping: return nil
      case .review: continue
      }
    }
    return nil
  }
}
