import SpacedRepetition
import Testing

@testable import EmotionCore

/// A ledger as bytes: exactly what it was, or nothing.
@Suite struct LedgerCodecTests {
  private func decode(_ bytes: [UInt8]) -> Ledger? {
    bytes.withUnsafeBytes { LedgerCodec.decode($0) }
  }

  /// Every field has something in it.
  private func full(seed: UInt64) -> Ledger {
    var dice = SeededDice(seed)
    var ledger = Ledger()
    let words = ["sad", "glad", "self-conscious", "Sehnsucht übel \"🙂\"\n", ""]
    for number in 0..<200 {
      let card = CardKey(
        word: words[Int.random(in: 0..<4, using: &dice)],
        skill: Skill.allCases.randomElement(using: &dice) ?? .recall)
      let grade = Grade.allCases.randomElement(using: &dice) ?? .good
      let moment = Moment(
        milliseconds: Int64.random(in: -9_000_000_000_000...9_000_000_000_000, using: &dice),
        offsetMinutes: Int.random(in: -720...840, using: &dice), day: 20_000 + number / 3)
      let review = Review(
        card: card, grade: grade, milliseconds: Int.random(in: 0...90_000, using: &dice),
        instead: Bool.random(using: &dice) ? words[4 - number % 4] : nil)
      ledger.apply(.reviewed(review), id: "desk:\(number)", at: moment)
      guard number.isMultiple(of: 5) else { continue }
      let checkIn = CheckIn(
        feelings: words.prefix(number % 4).map { .init(id: $0, word: $0 + "!", strength: 4) },
        said: Bool.random(using: &dice) ? "stressed" : nil,
        cues: Bool.random(using: &dice) ? ["tight jaw", ""] : nil,
        note: Bool.random(using: &dice) ? "After the call.\nAgain." : nil)
      ledger.apply(.checkedIn(checkIn), id: "desk:\(number)", at: moment)
      let sealed = Deed.sealed(Sealed(box: "AAECAw=="))
      if number.isMultiple(of: 3) { ledger.apply(sealed, id: "pad:\(number)", at: moment) }
    }
    ledger.holdsSealed = seed.isMultiple(of: 2)
    ledger.holdsStrayEdits = seed.isMultiple(of: 3)
    ledger.apply(.removed(Removal(entry: "desk:195")), id: "desk:200", at: .noon(of: 20_100))
    let plan = Plan(
      parameters: FSRS6.defaultParameters, retention: 0.85, lighter: [5, 6], newPerDay: 4)
    ledger.apply(.planned(plan), id: "desk:201", at: .noon(of: 20_100))
    return ledger
  }

  @Test(arguments: 0..<50)
  func whatWasWrittenIsReadExactly(seed: UInt64) {
    let ledger = full(seed: seed)
    let read = decode(LedgerCodec.encode(ledger))
    #expect(read.map(LedgerCodec.encode) == LedgerCodec.encode(ledger))
    #expect(read == ledger)
    #expect(read?.holdsSealed == ledger.holdsSealed)
    #expect(read?.holdsStrayEdits == ledger.holdsStrayEdits)
    #expect(read?.cards == ledger.cards && read?.recent == ledger.recent)
    #expect(read?.days == ledger.days && ledger.days.days.count == 16)
    for day in -36_500...70_000 { #expect(read?.load[day] == ledger.load[day]) }
  }

  @Test func nothingIsReadAsNothing() {
    #expect(decode(LedgerCodec.encode(Ledger())) == Ledger())
  }

  @Test(arguments: [
    Int64.min, Int64.min + 1, -129, -128, -65, -64, -1, 0, 1, 63, 64, 127, 128, 16_383, 16_384,
    Int64.max,
  ])
  func everyNumberIsReadExactly(number: Int64) throws {
    var writer = StateWriter()
    writer.write(number)
    let read = try writer.bytes.withUnsafeBytes { bytes in
      var reader = StateReader(bytes)
      let number: Int64 = try reader.integer()
      #expect(reader.isAtEnd)
      return number
    }
    #expect(read == number)
  }

  @Test(arguments: [
    0, -0.0, 0.1, 1 / 3, 36_500, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity,
  ])
  func everyDoubleIsReadBitByBit(number: Double) throws {
    var writer = StateWriter()
    writer.write(number)
    let read = try writer.bytes.withUnsafeBytes { bytes in
      var reader = StateReader(bytes)
      return try reader.double()
    }
    #expect(read.bitPattern == number.bitPattern)
  }

  @Test func aCardThatNoneCanBeIsNotRead() {
    let trace = MemoryTrace(stability: 3, difficulty: 5)
    let last = Moment.noon(of: 20_000)
    func read(_ state: CardState<MemoryTrace>) -> CardState<MemoryTrace>? {
      var ledger = Ledger()
      let card = CardKey(word: "sad", skill: .recall)
      ledger.cards[card] = Ledger.Card(state: state)
      return decode(LedgerCodec.encode(ledger))?.card(card).state
    }
    for state in [
      CardState.new, .review(trace, dueDay: 20_005, last: last),
      .stepping(trace, .learning, step: 0, due: 7, last: last),
    ] {
      #expect(read(state) == state)
    }
    for (stability, difficulty) in [(-3.0, 5.0), (.nan, 5), (3, 99), (36_501, 5), (3, 0.9)] {
      let wrong = MemoryTrace(stability: stability, difficulty: difficulty)
      #expect(read(.review(wrong, dueDay: 20_005, last: last)) == nil)
      #expect(read(.stepping(wrong, .relearning, step: 0, due: 7, last: last)) == nil)
    }
    #expect(read(.review(trace, dueDay: .max, last: last)) == nil)
    #expect(read(.stepping(trace, .learning, step: -7, due: 7, last: last)) == nil)
    #expect(read(.stepping(trace, .learning, step: 0, due: .max, last: last)) == nil)
  }

  /// Cut short, made longer, or changed: an answer or none, and never a trap.
  @Test func damagedBytesAreSurvived() {
    let bytes = LedgerCodec.encode(full(seed: 7))
    var dice = SeededDice(7)
    for end in stride(from: 0, to: bytes.count, by: 13) {
      #expect(decode(Array(bytes[..<end])) == nil)
    }
    #expect(decode(bytes + [0]) == nil)
    for _ in 0..<2000 {
      var damaged = bytes
      let index = Int.random(in: bytes.indices, using: &dice)
      damaged[index] = UInt8.random(in: .min ... .max, using: &dice)
      _ = decode(damaged)
    }
  }
}
