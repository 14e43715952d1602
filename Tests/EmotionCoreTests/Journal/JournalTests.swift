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
}
