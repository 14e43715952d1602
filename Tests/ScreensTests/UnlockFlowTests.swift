import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

@Suite struct UnlockFlow {
  private static let locked = GoldenTests.sealed

  private func typed() -> Rehearsal {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    rehearsal.press("popen sesame?<Enter>")
    return rehearsal
  }

  private func unlock(_ passphrase: String) -> Effect {
    let field = SecretField()
    _ = field.add(passphrase.utf8)
    return .unlock(field)
  }

  @Test func thePassphraseIsHandedOnWholeAndOnce() {
    var rehearsal = typed()
    #expect(rehearsal.effects.last == unlock("open sesame?"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.effects.count == 1)
    #expect(rehearsal.text.contains("Type the passphrase first."))
  }

  @Test func theRightOneLeadsBackToTheJournal() {
    var rehearsal = typed()
    rehearsal.world.journal = .read(rehearsal.journal)
    rehearsal.tell(.unlocked)
    #expect(rehearsal.text.contains("2 entries"))
    #expect(!rehearsal.text.contains("p passphrase"))
  }

  /// The journal is read before the screen is left.
  @Test func whatDoesNotOpenIsTold() {
    var rehearsal = typed()
    rehearsal.tell(.told("A locked entry was changed."))
    rehearsal.tell(.unlocked)
    #expect(rehearsal.text.contains("2 entries"))
    #expect(rehearsal.text.contains("A locked entry was changed."))
    rehearsal.press("<Down>")
    #expect(!rehearsal.text.contains("A locked entry was changed."))
  }

  @Test func aWrongOneIsAskedForAgain() {
    var rehearsal = typed()
    rehearsal.tell(.told("That does not open it."))
    #expect(rehearsal.text.contains("That does not open it."))
    rehearsal.press("another")
    #expect(!rehearsal.text.contains("That does not open it."))
    #expect(!rehearsal.text.contains("another"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.effects.last == unlock("another"))
  }

  @Test func oneThatIsTooLongIsToldAndNotCutOff() {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    rehearsal.press("p" + String(repeating: "x", count: SecretField.capacity))
    #expect(!rehearsal.text.contains("this one is full"))
    rehearsal.press("y")
    #expect(rehearsal.text.contains("this one is full"))
    rehearsal.press("<Back>z<Enter>")
    #expect(
      rehearsal.effects.last
        == unlock(String(repeating: "x", count: SecretField.capacity - 1) + "z"))
  }

  /// Not even how long it is.
  @Test func whatIsTypedIsNotShown() {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    rehearsal.press("px")
    let one = Golden.describe(rehearsal.frame())
    rehearsal.press("yzzy and more")
    #expect(Golden.describe(rehearsal.frame()) == one)
  }

  /// Whoever comes to the machine after finds it closed.
  @Test func leavingTheJournalClosesIt() {
    var rehearsal = Rehearsal(.home, after: Self.locked)
    rehearsal.press("j<Enter><Esc>")
    #expect(!rehearsal.effects.contains(.closeJournal))
    rehearsal.press("<Esc>")
    #expect(rehearsal.effects.last == .closeJournal)
    #expect(rehearsal.world.journal == .unread)
  }

  /// Whoever may not read an entry may not take it away.
  @Test func deletingALockedEntryAsksForThePassphrase() {
    var rehearsal = Rehearsal(.journal, after: Self.locked)
    let before = rehearsal.log.count
    rehearsal.press("d")
    #expect(rehearsal.log.count == before)
    #expect(rehearsal.text.contains("assphrase"))
  }
}
