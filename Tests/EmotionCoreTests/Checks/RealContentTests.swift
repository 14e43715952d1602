import Testing

@testable import EmotionCore

/// What is really in `Data/` keeps to every rule.
@Suite struct RealContentTests {
  @Test func nothingBreaksARule() {
    for problem in ContentCheck(RealData.library()).problems() {
      Issue.record("\(problem)")
    }
  }

  @Test func everythingIsChecked() {
    let check = ContentCheck(RealData.library())
    #expect(check.files.count == RealData.files.count)
    #expect(check.words.count == check.lexicon.words.count)
    #expect(check.appraisals.count == check.words.count)
    #expect(check.taxonomies.count == PublishedSet.all.count)
    #expect(
      check.extent == "\(check.words.count) words, \(check.contrasts.count) contrasts, "
        + "\(check.situations.count) situations, \(check.vagueWords.count) vague words, "
        + "\(check.taxonomies.count) taxonomies")
  }

  @Test func theSameContentGivesTheSameList() {
    let files = RealData.files.filter { $0.name.hasPrefix("taxonomies/") }
      .map { (key: $0.name, value: String(decoding: $0.content, as: UTF8.self)) }
    let first = Sample.withLibrary(files: files) { ContentCheck($0).problems() }
    let second = Sample.withLibrary(files: files) { ContentCheck($0).problems() }
    #expect(first.count > 1000)
    #expect(first == second)
  }
}
