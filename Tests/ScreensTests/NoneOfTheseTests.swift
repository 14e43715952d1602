import EmotionCore
import Terminal
import Testing

@testable import Screens

/// It was none of these, and none of those either.
@Suite struct NoneOfTheseFlow {
  private func stuck(_ keys: String = "") -> Rehearsal {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>00" + keys)
    return rehearsal
  }

  @Test func afterTheSecondTimeItOffersOtherWays() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>0")
    #expect(rehearsal.text.contains("It could be"))
    rehearsal.press("0")
    #expect(!rehearsal.text.contains("It could be"))
    for offer in [
      "b  what you notice in your body", "l  where you are on the plane",
      "o  in a word of your own", "s  as “stressed”",
    ] { #expect(rehearsal.text.contains(offer), "\(offer)") }
    // Pressed on, it stays there: no words in alphabetical order.
    rehearsal.press("000123 ")
    #expect(rehearsal.text.contains("None of those, then."))
    #expect(rehearsal.log.isEmpty)
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("It could be"), "back to the last words")
  }

  @Test func rulingOutWordByWordIsNotTheSame() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter>---")
    #expect(rehearsal.text.contains("It could be"))
  }

  @Test func aSignalOfTheBodyOrAPlaceOnThePlaneGoesOn() {
    var rehearsal = stuck("bjaw<Enter>")
    #expect(rehearsal.text.contains("[tight jaw]"))
    #expect(rehearsal.text.contains("It could be"))
    rehearsal = stuck("l")
    #expect(rehearsal.text.contains("› the plane"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("It could be"))
    rehearsal.press("00")
    #expect(rehearsal.text.contains("None of those, then."), "and from there anew")
  }

  @Test func whatWasSaidIsSaved() {
    var rehearsal = stuck("s")
    let feelings = rehearsal.journal.entries.first?.checkIn?.feelings
    #expect(feelings == [.init(id: "stressed", word: "stressed")])
    #expect(rehearsal.journal.entries.first?.checkIn?.said == "stressed")
    rehearsal.press("u")
    #expect(rehearsal.text.contains("None of those, then."))
    rehearsal.press("<Esc><Esc><Esc>okay<Enter>00s")
    let entry = rehearsal.journal.entries.last?.checkIn
    #expect(entry?.feelings == [.init(id: "okay", word: "okay")], "a word that isn't a feeling")
  }

  @Test func aWordOfOnesOwnIsSaved() {
    var rehearsal = stuck("o  Sunday   scaries?<Enter>")
    #expect(rehearsal.text.contains("Saved"))
    let entry = rehearsal.journal.entries.first?.checkIn
    #expect(entry?.feelings == [.init(id: "sunday-scaries", word: "Sunday scaries?")])
    #expect(entry?.said == "stressed")
    rehearsal.press("<Enter>")
    #expect(rehearsal.hasQuit)
    // It's in the journal, and practice leaves it alone.
    #expect(rehearsal.world.ledger.enrolled == ["sunday-scaries"])
    #expect(rehearsal.restarted(.home).text.contains("Sunday scaries?"))
    #expect(rehearsal.restarted(.practice).app.question?.exercise.word == "overwhelmed")
  }

  @Test func aWordThatIsKnownAfterAllIsThatWord() {
    let rehearsal = stuck("oBurnout<Enter>")
    #expect(rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id) == ["burnt-out"])
  }

  @Test func whatIsMarkedIsSavedWithIt() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Space>00omeh<Enter>")
    #expect(
      rehearsal.journal.entries.first?.checkIn?.feelings.map(\.id) == ["overwhelmed", "meh"])
    var alone = Rehearsal(.name)
    alone.press("stressed<Enter><Space>00<Enter>")
    #expect(alone.journal.entries.first?.checkIn?.feelings.map(\.id) == ["overwhelmed"])
  }

  @Test func whatIsNoWordIsNotSaved() {
    var rehearsal = stuck("o<Enter>")
    #expect(rehearsal.text.contains("Type a word first"))
    rehearsal.press(String(repeating: "a", count: 41) + "<Enter>")
    #expect(rehearsal.text.contains("That's long for a word"))
    #expect(rehearsal.log.isEmpty)
    rehearsal.press("<Esc>")
    #expect(rehearsal.text.contains("None of those, then."))
    rehearsal.press("oi want to die<Enter>")
    #expect(rehearsal.text.contains("please talk to a person now"))
    #expect(rehearsal.log.isEmpty)
  }
}
