import SpacedRepetition
import Testing

@testable import EmotionCore

/// The journal as the fold of its deeds.
@Suite struct JournalTests {
  private let now = Moment.noon(of: 20_000)

  private func checkIn(_ word: WordID) -> CheckIn {
    CheckIn(feelings: [.init(id: word, word: word)])
  }

  private func journal(_ deeds: [(Deed, String)]) -> Journal {
    deeds.reduce(into: Journal()) { $0.apply($1.0, id: $1.1, at: now) }
  }

  @Test func checkInsStandInOrderAndAmendmentsReplaceThem() {
    let journal = journal([
      (.checkedIn(checkIn("sad")), "a:1"), (.checkedIn(checkIn("glad")), "a:2"),
      (.amended(Amendment(entry: "a:1", checkIn: checkIn("grief"))), "a:3"),
    ])
    #expect(journal.entries.map(\.id) == ["a:1", "a:2"])
    #expect(journal.entries.map(\.checkIn) == [checkIn("grief"), checkIn("glad")])
  }

  @Test func aRemovalTakesItsEntryAlsoWhenItComesFirst() {
    let sad = (Deed.checkedIn(checkIn("sad")), "a:1")
    let removal = (Deed.removed(Removal(entry: "a:1")), "b:1")
    #expect(journal([sad, removal]).entries.isEmpty)
    #expect(journal([removal, sad]).entries.isEmpty)
  }

  @Test func sealedEntriesAreThereAndCannotBeRead() {
    let journal = journal([
      (.sealed(Sealed(box: "x")), "a:1"), (.checkedIn(checkIn("glad")), "a:2"),
      (.sealed(Sealed(amends: "a:2", box: "y")), "a:3"),
    ])
    #expect(journal.entries.map(\.id) == ["a:1", "a:2"])
    #expect(journal.entries.map(\.content) == [.sealed, .sealed])
  }

  @Test func onlyTheNewestEntriesAreKeptAtHand() {
    var ledger = Ledger()
    for day in 19_900..<20_000 { ledger.name("sad", at: .noon(of: day)) }
    #expect(ledger.recent.entries.map(\.moment.day) == Array(19_992..<20_000))
    for minute in 0..<30 { ledger.name("sad", at: .noon(of: 20_001, plus: minute)) }
    #expect(ledger.recent.entries.first?.moment.day == 19_994)
    ledger.name("sad", at: .noon(of: 30_000))
    #expect(ledger.recent.entries.count == 8, "some, however long ago")
    #expect(ledger.namings == ["sad": 131])
  }

  /// Whatever order things come in, an entry is found as a search through all would find it.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func entriesAreFoundAsASearchFindsThem(_ seed: UInt64) {
    var dice = SeededDice(seed)
    var journal = Journal()
    var plain: [(id: String, word: String)] = []
    var removed: Set<String> = []
    func checkIn(_ word: String) -> CheckIn { CheckIn(feelings: [.init(id: word, word: word)]) }
    for step in 0..<300 {
      let id = "a:\(Int.random(in: 0..<60, using: &dice))"
      let moment = Moment.noon(of: 20_000 + step / 20)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0...2:
        guard !plain.contains(where: { $0.id == id }) else { continue }
        journal.apply(.checkedIn(checkIn("w\(step)")), id: id, at: moment)
        if !removed.contains(id) { plain.append((id, "w\(step)")) }
      case 3:
        journal.apply(
          .amended(Amendment(entry: id, checkIn: checkIn("v\(step)"))), id: "b:\(step)", at: moment)
        if let place = plain.firstIndex(where: { $0.id == id }) { plain[place].word = "v\(step)" }
      case 4 where step % 3 == 0:
        journal.apply(.removed(Removal(entry: id)), id: "b:\(step)", at: moment)
        removed.insert(id)
        plain.removeAll { $0.id == id }
      default:
        guard step % 50 == 0 else { continue }
        journal.keepRecent()
        plain = Array(plain.suffix(journal.entries.count))
      }
      #expect(journal.entries.map(\.id) == plain.map(\.id))
      #expect(journal.entries.compactMap { $0.checkIn?.feelings[0].id } == plain.map(\.word))
      #expect(journal.entry(id)?.id == plain.first { $0.id == id }?.id)
    }
  }
}
