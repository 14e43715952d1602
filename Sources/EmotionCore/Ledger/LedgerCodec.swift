import SpacedRepetition

/// A ledger as bytes, field by field. They are a cache: a change of what is written needs a new
/// `Ledger.version` and nothing else.
public enum LedgerCodec {
  /// The same bytes for equal ledgers.
  public static func encode(_ ledger: Ledger) -> [UInt8] {
    var writer = StateWriter()
    let cards = ledger.cards.map { (key: $0.key, card: $0.value, text: $0.key.description) }
    writer.write(cards.sorted { $0.text < $1.text }) { writer, item in
      writer.write(item.key)
      writer.write(item.card.state)
      writer.write(item.card.repetitions)
      writer.write(item.card.lapses)
    }
    writer.write(ledger.enrolled) { $0.write($1) }
    writer.write(ledger.lastAnswered)
    writer.write(ledger.mixUps.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value)
    }
    writer.write(ledger.days.days) { writer, day in
      writer.write(day.day)
      writer.write(day.begun)
      writer.write(day.answered)
      writer.write(day.words.sorted()) { $0.write($1) }
    }
    writer.write(ledger.answers)
    writer.write(ledger.pace)
    writer.write(ledger.recent.entries) { writer, entry in
      writer.write(entry.id)
      writer.write(entry.moment)
      writer.write(entry.checkIn) { $0.write($1) }
    }
    writer.write(ledger.recent.removed.sorted()) { $0.write($1) }
    writer.write(ledger.namings)
    writer.write(ledger.sayings)
    writer.write(ledger.removed.sorted()) { $0.write($1) }
    writer.write((ledger.holdsSealed ? 1 : 0) + (ledger.holdsStrayEdits ? 2 : 0))
    writer.write(ledger.plan)
    return writer.bytes
  }

  /// - Returns: nil for anything but what `encode` wrote.
  public static func decode(_ bytes: UnsafeRawBufferPointer) -> Ledger? {
    var reader = StateReader(bytes)
    guard let ledger = try? ledger(&reader), reader.isAtEnd else { return nil }
    return ledger
  }

  private static func ledger(
    _ reader: inout StateReader
  ) throws(StateReader.Damaged) -> Ledger {
    var ledger = Ledger()
    let cards = try reader.count()
    ledger.cards.reserveCapacity(cards)
    for _ in 0..<cards {
      let key = try reader.cardKey()
      let card = Ledger.Card(
        state: try reader.cardState(), repetitions: try reader.integer(),
        lapses: try reader.integer())
      if case .review(_, let dueDay, _) = card.state { ledger.load.add(dueDay) }
      ledger.cards[key] = card
    }
    ledger.enrollment = Enrollment(try reader.texts())
    ledger.lastAnswered = try reader.counts()
    for _ in 0..<(try reader.count()) {
      let word = try reader.text()
      ledger.mixUps[word] = try reader.counts()
    }
    ledger.days = PracticeDays(
      try reader.array { reader throws(StateReader.Damaged) in
        PracticeDays.Day(
          day: try reader.integer(), begun: try reader.integer(), answered: try reader.integer(),
          words: Set(try reader.texts()))
      })
    ledger.answers = try reader.integer()
    ledger.pace = try reader.pace()
    let entries = try reader.array { reader throws(StateReader.Damaged) in
      Journal.Entry(
        id: try reader.text(), moment: try reader.moment(),
        content: try reader.optional { reader throws(StateReader.Damaged) in
          try reader.checkIn()
        }.map(Journal.Content.open) ?? .sealed)
    }
    ledger.recent = Journal(entries: entries, removed: Set(try reader.texts()))
    ledger.namings = try reader.counts()
    ledger.sayings = try reader.counts()
    ledger.removed = Set(try reader.texts())
    let marks: Int = try reader.integer()
    guard (0...3).contains(marks) else { throw StateReader.Damaged() }
    ledger.holdsSealed = marks & 1 != 0
    ledger.holdsStrayEdits = marks & 2 != 0
    ledger.plan = try reader.plan()
    return ledger
  }
}

extension StateWriter {
  fileprivate mutating func write(_ moment: Moment) {
    write(moment.milliseconds)
    write(moment.offsetMinutes)
    write(moment.day)
  }

  fileprivate mutating func write(_ key: CardKey) {
    write(key.word)
    write(Skill.allCases.firstIndex(of: key.skill) ?? 0)
  }

  fileprivate mutating func write(_ counts: [String: Int]) {
    write(counts.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value)
    }
  }

  fileprivate mutating func write(_ mean: AnswerPace.Mean) {
    write(mean.milliseconds)
    write(mean.count)
  }

  fileprivate mutating func write(_ pace: AnswerPace) {
    for skill in Skill.allCases { write(pace.answering[skill]) { $0.write($1) } }
    write(pace.reading)
    write(pace.last)
  }

  fileprivate mutating func write(_ plan: Plan) {
    write(plan.parameters) { writer, parameters in writer.write(parameters) { $0.write($1) } }
    write(plan.retention) { $0.write($1) }
    write(plan.lighter) { writer, days in writer.write(days) { $0.write($1) } }
    write(plan.newPerDay) { $0.write($1) }
  }

  fileprivate mutating func write(_ trace: MemoryTrace) {
    write(trace.stability)
    write(trace.difficulty)
  }

  fileprivate mutating func write(_ state: CardState<MemoryTrace>) {
    switch state {
    case .new: write(0)
    case .stepping(let trace, let kind, let step, let due, let last):
      write(kind == .learning ? 1 : 2)
      write(trace)
      write(step)
      write(due)
      write(last)
    case .review(let trace, let dueDay, let last):
      write(3)
      write(trace)
      write(dueDay)
      write(last)
    }
  }

  fileprivate mutating func write(_ checkIn: CheckIn) {
    write(checkIn.feelings) { writer, feeling in
      writer.write(feeling.id)
      writer.write(feeling.word)
      writer.write(feeling.strength)
    }
    write(checkIn.said) { $0.write($1) }
    write(checkIn.cues) { writer, cues in writer.write(cues) { $0.write($1) } }
    write(checkIn.note) { $0.write($1) }
  }
}

extension StateReader {
  fileprivate mutating func moment() throws(Damaged) -> Moment {
    Moment(
      milliseconds: try integer(), offsetMinutes: try integer() as Int, day: try integer() as Int)
  }

  fileprivate mutating func cardKey() throws(Damaged) -> CardKey {
    let word = try text()
    let skill: Int = try integer()
    guard Skill.allCases.indices.contains(skill) else { throw Damaged() }
    return CardKey(word: word, skill: Skill.allCases[skill])
  }

  fileprivate mutating func texts() throws(Damaged) -> [String] {
    try array { reader throws(Damaged) in try reader.text() }
  }

  fileprivate mutating func counts() throws(Damaged) -> [String: Int] {
    var counts: [String: Int] = [:]
    for _ in 0..<(try count()) {
      let key = try text()
      counts[key] = try integer()
    }
    return counts
  }

  fileprivate mutating func mean() throws(Damaged) -> AnswerPace.Mean {
    AnswerPace.Mean(milliseconds: try double(), count: try integer())
  }

  fileprivate mutating func pace() throws(Damaged) -> AnswerPace {
    var pace = AnswerPace()
    for skill in Skill.allCases {
      pace.answering[skill] = try optional { reader throws(Damaged) in try reader.mean() }
    }
    pace.reading = try mean()
    pace.last = try integer()
    return pace
  }

  fileprivate mutating func plan() throws(Damaged) -> Plan {
    Plan(
      parameters: try optional { reader throws(Damaged) in
        try reader.array { reader throws(Damaged) in try reader.double() }
      },
      retention: try optional { reader throws(Damaged) in try reader.double() },
      lighter: try optional { reader throws(Damaged) in
        try reader.array { reader throws(Damaged) in try reader.integer() }
      },
      newPerDay: try optional { reader throws(Damaged) in try reader.integer() })
  }

  fileprivate mutating func trace() throws(Damaged) -> MemoryTrace {
    let trace = MemoryTrace(stability: try double(), difficulty: try double())
    guard FSRS6.stabilityRange.contains(trace.stability),
      FSRS6.difficultyRange.contains(trace.difficulty)
    else { throw Damaged() }
    return trace
  }

  fileprivate mutating func cardState() throws(Damaged) -> CardState<MemoryTrace> {
    let tag: Int = try integer()
    switch tag {
    case 0: return .new
    case 1, 2:
      let trace = try trace()
      let step: Int = try integer()
      let due: Int64 = try integer()
      guard step >= 0, Moment.millisecondsRange.contains(due) else { throw Damaged() }
      return .stepping(
        trace, tag == 1 ? .learning : .relearning, step: step, due: due, last: try moment())
    case 3:
      let trace = try trace()
      let dueDay: Int = try integer()
      guard Moment.dayRange.contains(dueDay) else { throw Damaged() }
      return .review(trace, dueDay: dueDay, last: try moment())
    default: throw Damaged()
    }
  }

  fileprivate mutating func checkIn() throws(Damaged) -> CheckIn {
    CheckIn(
      feelings: try array { reader throws(Damaged) in
        CheckIn.Feeling(
          id: try reader.text(), word: try reader.text(), strength: try reader.integer())
      },
      said: try optional { reader throws(Damaged) in try reader.text() },
      cues: try optional { reader throws(Damaged) in
        try reader.array { reader throws(Damaged) in try reader.text() }
      },
      note: try optional { reader throws(Damaged) in try reader.text() })
  }
}
