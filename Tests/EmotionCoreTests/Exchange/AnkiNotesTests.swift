import Testing

@testable import EmotionCore

@Suite struct AnkiNotesTests {
  private static let lines = AnkiNotes(RealData.library())
    .text(RealData.lexicon.words).split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

  @Test func theHeadersAreAnkis() {
    #expect(
      Self.lines.prefix(6).map { $0.joined(separator: "\t") } == [
        "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Inkling",
        "#columns:Front\tBack\tTags", "#tags column:3",
      ])
  }

  @Test func everyNoteIsThreeFieldsWithAFrontOfItsOwn() {
    let notes = Self.lines.dropFirst(6).dropLast()
    let library = RealData.library()
    let words = library.lexicon.words
    let situations = words.map { library.situations(of: $0.id).count }.reduce(0, +)
    #expect(notes.count == words.count + situations)
    #expect(notes.allSatisfy { $0.count == 3 && $0[1].hasPrefix("<b>") })
    #expect(Set(notes.map { $0[0] }).count == notes.count)
    for note in notes {
      #expect(!note[0].hasPrefix("#"))
      // A quote would begin a quoted field; a tag must not hold a space.
      #expect(!note.joined().contains("\""))
      #expect(note[2].split(separator: " ").allSatisfy { $0.hasPrefix("inkling") })
    }
  }
}
