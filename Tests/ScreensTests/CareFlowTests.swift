import EmotionCore
import Foundation
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

/// Wherever somebody writes that they may hurt themselves, people to call come first, and nothing is
/// kept of it.
@Suite struct CareFlow {
  private static let page = "more than a word."

  @Test(arguments: ["suicidal", "I want to die", "so tired, I could kill myself", "end it all"])
  func itComesBeforeWords(_ text: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text + "<Enter>")
    #expect(rehearsal.text.contains(Self.page))
    #expect(rehearsal.text.contains("988"))
    #expect(rehearsal.text.contains("Nothing of this was saved."))
    #expect(!rehearsal.text.contains("It could be"))
    #expect(rehearsal.effects.isEmpty)
    rehearsal.press("<Enter>")
    // One key, and a calm field.
    #expect(rehearsal.text.contains("What would you say?"))
    #expect(!rehearsal.text.contains(text))
    #expect(rehearsal.log.isEmpty)
    #expect(rehearsal.app.farewell.isEmpty)
  }

  @Test(arguments: ["sad", "hopeless", "dying of boredom", "empty", "I hate myself"])
  func itIsNotForcedOnSadness(_ text: String) {
    var rehearsal = Rehearsal(.name)
    rehearsal.press(text + "<Enter>")
    #expect(!rehearsal.text.contains(Self.page))
  }

  @Test func whileTypingThereIsNoListAndNoFlicker() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("i want to die")
    // It may become a diet: neither a list nor the lines yet.
    #expect(!rehearsal.text.contains("988"))
    #expect(!rehearsal.text.contains("No feeling heard"))
    rehearsal.press("t")
    #expect(!rehearsal.text.contains("988"))
    rehearsal.press("<Back> ")
    #expect(rehearsal.text.contains("988"))
    #expect(!rehearsal.text.contains("browse"))
    rehearsal.press("<Esc>")
    #expect(rehearsal.hasQuit)
  }

  /// Every scene that has a field is asked for what stands in it; a new one can't forget to say it.
  @Test(arguments: GoldenTests.scenes.indices)
  func everyFieldIsHeard(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    let (typing, typed) = rehearsal.app.field
    guard typing != .none, !scene.name.hasPrefix("unlock") else { return }
    #expect(typed != nil || typing == .text, "\(scene.name) has a field that nobody hears")
    let log = rehearsal.log.count
    rehearsal.press(.control("u"))
    rehearsal.press("I want to die<Enter>")
    #expect(rehearsal.text.contains(Self.page), "\(scene.name)")
    // A note belongs to whoever wrote it; nothing else is written.
    let isNote = if case .word = typed { false } else { typing == .text }
    let written = rehearsal.deeds.dropFirst(log)
    #expect(written.count == (isNote ? 1 : 0), "\(scene.name)")
  }

  @Test func aRecalledAnswerIsNotScored() {
    var rehearsal = Rehearsal(.home, after: GoldenTests.learned)
    rehearsal.sleep(days: 1)
    rehearsal.press("p")
    let question = rehearsal.frame()
    let log = rehearsal.log.count
    rehearsal.press("kms<Enter>")
    #expect(rehearsal.text.contains(Self.page))
    rehearsal.press("<Enter>")
    #expect(rehearsal.frame() == question)
    #expect(rehearsal.log.count == log)
  }

  @Test(arguments: ["<Enter>", "<Esc>", "<Up>", "<Tab>"])
  func aNoteIsKeptAndAnswered(_ end: String) throws {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("nstressed<Enter><Enter><Down>I don't want to be here anymore" + end)
    #expect(rehearsal.text.contains(Self.page))
    #expect(rehearsal.text.contains("Your note stays as you wrote it."))
    #expect(!rehearsal.text.contains("Nothing of this was saved"))
    rehearsal.press("<Enter>")
    #expect(!rehearsal.text.contains(Self.page))
    if !rehearsal.text.contains("How are you") { rehearsal.press("<Enter>") }
    #expect(!rehearsal.text.contains(Self.page))
    #expect(rehearsal.text.contains("How are you"))
    let entry = try #require(rehearsal.journal.entries.first)
    #expect(entry.checkIn?.note == "I don't want to be here anymore")
    #expect(rehearsal.log.count == 2)
    #expect(rehearsal.app.farewell.isEmpty)
  }

  /// Where the note's screen is the only one, the program ends once the page is left.
  @Test func thePageComesBeforeTheEnd() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter><Down>I want to die<Enter>")
    #expect(rehearsal.text.contains(Self.page))
    #expect(!rehearsal.hasQuit)
    #expect(rehearsal.log.count == 2)
    #expect(rehearsal.app.farewell.isEmpty)
    rehearsal.press("<Enter>")
    #expect(rehearsal.hasQuit)
  }

  @Test func anOldNoteIsAnsweredOnlyWhenItIsChanged() {
    let entry = CheckIn.of("calm", note: "I want to die")
    var rehearsal = Rehearsal(.journal, after: [entry])
    rehearsal.press("<Enter><Down><Enter>")
    #expect(!rehearsal.text.contains(Self.page))
    rehearsal.press("<Enter><Down>, again<Enter>")
    #expect(rehearsal.text.contains(Self.page))
    #expect(rehearsal.app.farewell.isEmpty)
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("Journal"))
  }

  @Test func aFullDiskDoesNotKeepItAway() {
    var rehearsal = Rehearsal(.name)
    rehearsal.press("stressed<Enter><Enter>")
    rehearsal.failure = "The disk is full."
    rehearsal.press("<Down>I want to die<Enter>")
    #expect(rehearsal.text.contains(Self.page))
    #expect(rehearsal.text.contains("not saved"))
    rehearsal.failure = nil
    rehearsal.press("<^R>")
    #expect(rehearsal.journal.entries.first?.checkIn?.note == "I want to die")
    rehearsal.press("<Enter>")
    #expect(rehearsal.hasQuit)
  }

  /// A passphrase is nobody's business.
  @Test func aPassphraseIsNotRead() {
    var rehearsal = Rehearsal(.journal, after: GoldenTests.sealed)
    rehearsal.press("pI want to die<Enter>")
    #expect(!rehearsal.text.contains(Self.page))
    let typed = SecretField()
    _ = typed.add("I want to die".utf8)
    #expect(rehearsal.effects.contains(.unlock(typed)))
  }

  @Test(arguments: [
    ("DE", "0800 111 0 111"), ("GB", "text SHOUT"), ("AU", "13 11 14"), ("XX", "findahelpline.com"),
    (nil, "112, 911 or 999"),
  ])
  func theLinesAreThoseOfTheCountry(_ territory: String?, _ line: String) {
    var rehearsal = Rehearsal(.home)
    rehearsal.world.territory = territory
    rehearsal.press("?c")
    #expect(rehearsal.text.contains(line))
    #expect(rehearsal.text.contains("Nothing about this page is saved."))
  }

  @Test func anotherCountryIsOneKeyAway() throws {
    var rehearsal = Rehearsal(.home)
    rehearsal.press("?cc<Home><Enter>")
    let first = try #require(rehearsal.world.library.support.first)
    #expect(rehearsal.text.contains(first.name))
    rehearsal.press("c<Down><Enter>")
    #expect(!rehearsal.text.contains("United States"))
    rehearsal.press("<Enter>")
    #expect(rehearsal.text.contains("Keys"))
  }

  /// Every country's page is whole at the smallest size, or can be read on.
  @Test func everyCountryFits() {
    for support in Rehearsal().world.library.support {
      var rehearsal = Rehearsal(.home)
      rehearsal.world.size = Size(columns: 40, rows: 12)
      rehearsal.world.territory = support.country
      rehearsal.press("?c")
      var seen = ""
      for _ in 0..<6 {
        let frame = rehearsal.frame(columns: 40, rows: 12)
        seen += (0..<12).map { frame.text(row: $0) }.joined(separator: "\n")
        rehearsal.press("<Down>")
      }
      for line in support.lines { #expect(seen.contains(line.number), "\(support.name)") }
      #expect(seen.contains("if it's happening"), "\(support.name)")
      #expect(seen.contains("saved."), "\(support.name)")
    }
  }

  // MARK: Line by line

  /// A conversation with the given answers: what was said, and what was written.
  private static func talk(
    _ answers: [String], after deeds: [Deed] = [], days: Int = 0,
    _ body: (Talk, inout World) -> Void
  ) -> (said: String, written: [Deed]) {
    final class Record {
      var said: [String] = []
      var written: [Deed] = []
      var answers: ArraySlice<String> = []
    }
    var rehearsal = Rehearsal(.home, after: deeds)
    rehearsal.sleep(days: days)
    let record = Record()
    record.answers = answers[...]
    let talk = Talk(
      say: { record.said.append($0) },
      ask: { question in
        record.said.append(question)
        return record.answers.popFirst()
      },
      care: CareLines(rehearsal.world.library, territory: "US"),
      append: { deed, _ in
        record.written.append(deed)
        return "test:\(record.written.count)"
      },
      undoLatest: { _ in nil }, tick: { _ in })
    body(talk, &rehearsal.world)
    return (record.said.joined(separator: "\n"), record.written)
  }

  @Test func inPlainNamingTheQuestionIsAskedAgain() {
    let (said, written) = Self.talk(["i want to die", "", "stressed", "1", "3", ""]) {
      _ = $0.name(&$1)
    }
    #expect(said.contains(Self.page))
    #expect(said.contains("988: call or text, any hour (English, Spanish) · 988 Suicide"))
    #expect(said.contains("Nothing of this was saved."))
    #expect(said.components(separatedBy: "What would you say?").count == 3)
    #expect(written.count == 1)
  }

  @Test func inPlainANoteIsKeptAndAnswered() {
    let (said, written) = Self.talk(["stressed", "1", "3", "I want to die"]) { _ = $0.name(&$1) }
    #expect(said.contains("Your note stays as you wrote it."))
    guard case .checkedIn(let checkIn)? = written.first else {
      Issue.record("nothing was written")
      return
    }
    #expect(checkIn.note == "I want to die")
  }

  @Test func inPlainPracticeNothingIsScored() {
    let (said, written) = Self.talk(["kill myself", "", "q"], after: GoldenTests.learned, days: 1) {
      _ = $0.practice(&$1)
    }
    #expect(said.contains("Which word is it?"))
    #expect(said.contains(Self.page))
    #expect(written.isEmpty)
  }

  @Test func plainHearsSentences() {
    let shit = Self.talk(["I feel like shit", "1", "3", ""]) { _ = $0.name(&$1) }
    #expect(shit.said.contains("Heard: “like shit”."))
    let two = Self.talk(["I feel tired and empty", "2", "1", "3", ""]) { _ = $0.name(&$1) }
    #expect(two.said.contains("Heard: 1 “tired”, 2 “empty”."))
    guard case .checkedIn(let checkIn)? = two.written.first else {
      Issue.record("nothing was written")
      return
    }
    #expect(checkIn.said == "empty")
    let nothing = Self.talk(["I feel like nobody cares", "q"]) { _ = $0.name(&$1) }
    #expect(nothing.said.contains("No feeling heard in that."))
    #expect(nothing.written.isEmpty)
  }
}
