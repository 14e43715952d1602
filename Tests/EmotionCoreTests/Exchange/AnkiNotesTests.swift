import Testing

@testable import EmotionCore

@Suite struct AnkiNotesTests {
  private static let lines = AnkiNotes(RealData.library())
    .text(RealData.lexicon.words).split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

  /// Fields have other names in other languages: none may be named. `Tests/Proof/anki` imports it
  /// with Anki itself.
  @Test func theHeadersAreAnkis() {
    #expect(
      Self.lines.prefix(6).map { $0.joined(separator: "\t") } == [
        "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Inkling",
        "#guid column:1", "#tags column:4",
      ])
  }

  @Test func everyNoteHasAnIDAndAFrontOfItsOwn() throws {
    let notes = Self.lines.dropFirst(6).dropLast()
    let library = RealData.library()
    let words = library.lexicon.words
    let situations = words.map { library.situations(of: $0.id).count }.reduce(0, +)
    #expect(notes.count == words.count + situations)
    try #require(notes.allSatisfy { $0.count == 4 && $0[2].hasPrefix("<b>") })
    #expect(Set(notes.map { $0[0] }).count == notes.count)
    #expect(Set(notes.map { $0[1] }).count == notes.count)
    for note in notes {
      #expect(note[0].hasPrefix("inkling:word:") || note[0].hasPrefix("inkling:situation:"))
      // A quote would begin a quoted field; a tag must not hold a space.
      #expect(!note.joined().contains("\""))
      #expect(note[3].split(separator: " ").allSatisfy { $0.hasPrefix("inkling") })
    }
  }

  /// Anki changes the note that has the id, whatever its front says.
  @Test func anIDIsThatOfTheWordOrTheSituation() {
    let library = RealData.library()
    for word in library.lexicon.words {
      let ids = AnkiNotes(library).text([word]).split(separator: "\n").dropFirst(6)
        .map { String($0.prefix { $0 != "\t" }) }
      #expect(
        ids == ["inkling:word:\(word.id)"]
          + library.situations(of: word.id).map { "inkling:situation:\($0.id)" })
    }
  }
}
