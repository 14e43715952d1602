import EmotionCore
import Testing

@Suite struct VagueWordTests {
  private let library = RealData.library()

  @Test func everySpellingLeadsToItsVagueWord() {
    for vague in library.vagueWords {
      for spelling in [vague.word] + (vague.aliases ?? []) {
        #expect(library.vagueWord(spelled: spelling)?.id == vague.id, "\(spelling)")
        #expect(library.vagueWord(spelled: spelling.uppercased())?.id == vague.id, "\(spelling)")
      }
    }
  }

  @Test(
    arguments: [
      ("Stressed", "stressed"), (" stressed  out ", "stressed"), ("I’m fine.", "fine"),
      ("I don't know", "i-dont-know"),
    ])
  func understandsWhatIsTyped(_ text: String, _ id: String) {
    #expect(library.vagueWord(spelled: text)?.id == id)
  }

  @Test(arguments: ["", "  ", "stress-free", "overwhelmed", "stresse"])
  func takesNothingElseForOne(_ text: String) {
    #expect(library.vagueWord(spelled: text) == nil)
  }
}
