import Testing

@testable import EmotionCore

@Suite struct TaxonomyRuleTests {
  private func problems(_ changes: Sound.Changes) -> [String] {
    EmotionCoreTests.problems(
      in: Sound.words + [
        ("vague.json", Sound.list([Sound.vagueWord("nice")])),
        ("taxonomies/wheel.json", Sound.taxonomy("wheel", changes)),
      ]
    ) { $0.taxonomyProblems() }
  }

  @Test func aSoundTaxonomyIsNoProblem() {
    let tree = """
      [{"label": "good", "children": [{"word": "glad", "range": [1, 10]}, {"vague": "nice"}]}]
      """
    #expect(problems(["tree": tree]) == [])
  }

  @Test(
    arguments: [
      ("year", "80", "year: is 80"), ("name", "\"\"", "name: is empty"),
      ("authors", "\"\"", "authors: is empty"), ("source", "\"\"", "source: is empty"),
      ("goodFor", "\"\"", "goodFor: is empty"),
      ("tree", #"[{"word": "zest"}]"#, "tree.zest: is unknown"),
      ("tree", #"[{"word": "glad", "children": [{"vague": "meh"}]}]"#, "tree.meh: is unknown"),
      (
        "tree", #"[{"word": "glad", "vague": "nice"}]"#,
        "tree.glad: is a word and a vague word: choose one"
      ),
      (
        "tree", #"[{"label": "good"}]"#,
        "tree.good: is neither a word nor a heading with words below it"
      ),
      (
        "tree", #"[{"word": "glad", "label": ""}]"#, "tree.: has an empty label: leave it out"
      ),
      (
        "tree", #"[{"word": "glad", "range": [5, 4]}]"#,
        "tree.glad: has the range [5, 4], not a weakest and a strongest from 1 to 10"
      ),
      (
        "tree", #"[{"word": "glad", "range": [0, 4]}]"#,
        "tree.glad: has the range [0, 4], not a weakest and a strongest from 1 to 10"
      ),
      (
        "blends", #"[{"word": "glad", "of": ["glad", "calm"], "level": 1}]"#,
        "blends.glad: is not of two other words"
      ),
      (
        "blends", #"[{"word": "glad", "of": ["calm", "zest"], "level": 1}]"#,
        "blends.glad: “zest” is unknown"
      ),
      ("opposites", #"[["glad"]]"#, #"opposites: ["glad"] is not two words"#),
      ("opposites", #"[["glad", "zest"]]"#, "opposites: “zest” is unknown"),
      (
        "plane", #"[{"word": "glad", "at": [1.1, 0]}]"#,
        "plane.glad: lies outside the plane, -1 to 1 each way"
      ),
      ("plane", #"[{"word": "zest", "at": [1, 0]}]"#, "plane.zest: is unknown"),
      ("plane", #"[{"at": [1, 0]}]"#, "plane.: has neither word nor label"),
    ])
  func aBrokenFieldIsNamed(_ field: String, _ json: String, _ problem: String) {
    #expect(problems([field: json]) == ["Data/taxonomies/wheel.json: wheel: \(problem)"])
  }

  @Test func theIdentifierIsTheNameOfTheFile() {
    #expect(
      problems(["id": "\"ring-100\""])
        == ["Data/taxonomies/wheel.json: ring-100: id: is not the name of the file"])
  }
}

/// The sizes of the published sets, on the real files with one thing broken.
@Suite struct PublishedRuleTests {
  private func problems(
    _ id: String, _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let name = "taxonomies/\(id).json"
    let file = try #require(RealData.files.first { $0.name == name })
    let text = String(decoding: file.content, as: UTF8.self)
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old) is not there", sourceLocation: sourceLocation)
    let broken = parts.joined(separator: new)
    return EmotionCoreTests.problems(in: [(name, broken)]) { $0.publishedProblems() }
  }

  @Test(arguments: PublishedSet.all.map(\.id))
  func theRealOneIsWhole(_ id: String) throws {
    #expect(try problems(id, "{", "{") == [])
  }

  @Test func everyLevelHasItsPlaces() throws {
    #expect(
      try problems("roberts", #"{"word": "dismayed"}"#, #"{"word": "dismayed"}, {"word": "sad"}"#)
        == [
          "Data/taxonomies/roberts.json: roberts: tree: has 7 / 41 / 83, not 7 / 41 / 82 as published"
        ])
    #expect(
      try problems("nvc", #"{"word": "apprehensive"},"#, "") == [
        "Data/taxonomies/nvc.json: nvc: tree: has 2 / 25 / 233, not 2 / 25 / 234 as published",
        "Data/taxonomies/nvc.json: nvc: tree.needs not met: has 14 / 147, not 14 / 148 as published",
      ])
    #expect(
      try problems("willcox", #"{"word": "remorseful"}"#, "").contains(
        "Data/taxonomies/willcox.json: willcox: tree.guilty: has none, not 1 as published"))
  }

  @Test func pointsBlendsAndOppositesAreAllThere() throws {
    #expect(
      try problems("russell", #"{"word": "neutral", "at": [0.0, 0.0]},"#, "")
        == ["Data/taxonomies/russell.json: russell: plane: has 19, not 20 as published"])
    #expect(
      try problems("occ", #""blends": ["#, #""blends": [{"word": "a", "of": [], "level": 1}, "#)
        == ["Data/taxonomies/occ.json: occ: blends: has 5, not 4 as published"])
  }

  @Test func needsAreInSevenGroups() throws {
    let group = #""needs": [{"group": "more", "needs": ["luck"]}, "#
    #expect(
      try problems("nvc", #""needs": ["#, group) == [
        "Data/taxonomies/nvc.json: nvc: needs: has 1 / 28 / 9 / 3 / 2 / 7 / 5 / 21, "
          + "not 28 / 9 / 3 / 2 / 7 / 5 / 21 as published"
      ])
  }

  @Test func everyStateOfTheAtlasHasARange() throws {
    #expect(
      try problems("ekman", #", "range": [1, 2]"#, "")
        == ["Data/taxonomies/ekman.json: ekman: tree.annoyance: has no range"])
  }

  @Test func theHundredWordsFillTheGrid() throws {
    #expect(
      try problems("plane-100", "[-0.9, 0.9]", "[-0.85, 0.9]")
        == ["Data/taxonomies/plane-100.json: plane-100: plane.enraged: is not on the 10 by 10 grid"]
    )
    #expect(
      try problems("plane-100", "[-0.9, 0.9]", "[-0.7, 0.9]") == [
        "Data/taxonomies/plane-100.json: plane-100: plane: has two words in one place of the grid"
      ])
  }

  @Test func plutchikBlendsEveryPairOnceAndOpposesEveryPetal() throws {
    let place = "Data/taxonomies/plutchik.json: plutchik:"
    #expect(
      try problems("plutchik", #""level": 1"#, #""level": 2"#) == [
        "\(place) blends: has 7 of level 1, not 8 as published",
        "\(place) blends: has 9 of level 2, not 8 as published",
      ])
    #expect(
      try problems("plutchik", #""of": ["joyful", "trusting"]"#, #""of": ["joyful", "afraid"]"#)
        == ["\(place) blends: make something of one pair twice"])
    #expect(
      try problems("plutchik", #""of": ["joyful", "trusting"]"#, #""of": ["joyful", "glad"]"#)
        == ["\(place) blends: are not of the eight petals"])
    #expect(
      try problems("plutchik", #"["joyful", "sad"]"#, #"["joyful", "glad"]"#) == [
        "\(place) opposites: do not set every petal against one other",
        "\(place) blends: of the fourth level are not of opposites",
      ])
  }

  @Test func anUnknownSetHasNoSize() {
    let file = (key: "taxonomies/wheel.json", value: Sound.taxonomy("wheel"))
    #expect(
      EmotionCoreTests.problems(in: [file]) { $0.publishedProblems() } == [
        "Data/taxonomies/wheel.json: wheel: id: is not among the published sets of "
          + "PublishedSet.swift"
      ])
  }
}
