import SpacedRepetition

/// A ledger as bytes, field by field. They are a cache: a change of what is written needs a new
/// `Ledger.version` and nothing else.
public enum LedgerCodec {
  public static func encode(_ ledger: Ledger) -> [UInt8] {
    var writer = StateWriter()
    writer.write(ledger.cards.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value.state)
      writer.write(item.value.repetitions)
      writer.write(item.value.lapses)
    }
    writer.write(ledger.entries) { writer, entry in
      writer.write(entry.id)
      writer.write(entry.moment)
      writer.write(entry.checkIn)
    }
    writer.write(ledger.enrolled) { $0.write($1) }
    writer.write(ledger.lastAnswered.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value)
    }
    writer.write(ledger.begun.day)
    writer.write(ledger.begun.count)
    writer.write(ledger.answerTime.milliseconds)
    writer.write(ledger.answerTime.count)
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
      let key = try reader.text()
      ledger.cards[key] = Ledger.Card(
        state: try reader.cardState(), repetitions: try reader.integer(),
        lapses: try reader.integer())
    }
    ledger.entries = try reader.array { reader throws(StateReader.Damaged) in
      Ledger.Entry(
        id: try reader.text(), moment: try reader.moment(), checkIn: try reader.checkIn())
    }
    ledger.enrolled = try reader.array { reader throws(StateReader.Damaged) in
      try reader.text()
    }
    for _ in 0..<(try reader.count()) {
      let word = try reader.text()
      ledger.lastAnswered[word] = try reader.integer()
    }
    ledger.begun = Ledger.Begun(day: try reader.integer(), count: try reader.integer())
    ledger.answerTime = Ledger.AnswerTime(
      milliseconds: try reader.integer(), count: try reader.integer())
    return ledger
  }
}

extension StateWriter {
  fileprivate mutating func write(_ moment: Moment) {
    write(moment.milliseconds)
    write(moment.offsetMinutes)
    write(moment.day)
  }

  fileprivate mutating func write(_ memory: Memory) {
    write(memory.stability)
    write(memory.difficulty)
  }

  fileprivate mutating func write(_ state: CardState) {
    switch state {
    case .new: write(0)
    case .stepping(let memory, let kind, let step, let due, let last):
      write(kind == .learning ? 1 : 2)
      write(memory)
      write(step)
      write(due)
      write(last)
    case .review(let memory, let dueDay, let last):
      write(3)
      write(memory)
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

  fileprivate mutating func memory() throws(Damaged) -> Memory {
    Memory(stability: try double(), difficulty: try double())
  }

  fileprivate mutating func cardState() throws(Damaged) -> CardState {
    let tag: Int = try integer()
    switch tag {
    case 0: return .new
    case 1, 2:
      return .stepping(
        try memory(), tag == 1 ? .learning : .relearning, step: try integer(),
        due: try integer(), last: try moment())
    case 3: return .review(try memory(), dueDay: try integer(), last: try moment())
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
