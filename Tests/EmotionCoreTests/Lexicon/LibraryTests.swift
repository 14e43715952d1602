import EmotionCore
import Testing

@Suite struct LibraryTests {
  /// The JSON of a word.
  private static func word(_ id: WordID, of family: String) -> String {
    """
    {"id": "\(id)", "word": "\(id)", "say": "", "family": "\(family)", "meaning": "",
     "strength": 1, "pleasantness": 0, "energy": 0, "everyday": 1,
     "appraisal": {"time": {"now": 3}}, "body": [], "urge": "", "needs": []}
    """
  }

  @Test func aGoodFileLeavesNoProblem() {
    Sample.withLibrary(["families.json": #"[{"id": "joy", "name": "joy", "about": "good"}]"#]) {
      #expect($0.families.map(\.id) == ["joy"])
      #expect($0.problems == [])
    }
  }

  @Test(
    arguments: [
      (#"[{"id": "joy", "name": "joy"}]"#, "joy › about: it is missing"),
      (
        #"[{"id": "joy", "name": "joy", "about": "", "abuot": ""}]"#,
        "joy › abuot: there is no such field, or it stands twice"
      ),
      (#"[{"id": 1, "name": "joy", "about": ""}]"#, "number 1 › id: it is not a text"),
      (#"[{"id": null, "name": "joy", "about": ""}]"#, "number 1 › id: it is not a text"),
      (#"{}"#, "the file: it is not a list"),
    ])
  func aFileThatDoesNotFitCountsAsEmptyAndIsNamed(_ text: String, _ reason: String) {
    Sample.withLibrary(["families.json": text]) { library in
      #expect(library.families == [])
      #expect(library.problems == ["Data/families.json could not be read: \(reason)."])
    }
  }

  @Test(arguments: ["", "[{", "nonsense"])
  func brokenJSONIsOneSentence(_ text: String) throws {
    try Sample.withLibrary(["vague.json": text]) { library in
      #expect(library.vagueWords == [])
      #expect(library.problems.count == 1)
      let problem = try #require(library.problems.first)
      #expect(problem.hasPrefix("Data/vague.json could not be read: line 1: "))
      #expect(problem.hasSuffix(".") && !problem.hasSuffix(".."))
      #expect(!problem.contains("\n"))
    }
  }

  @Test func aContrastOfOneOrThreeIsAProblem() {
    Sample.withLibrary([
      "contrasts/joy.json": #"[{"glad": "a"}]"#,
      "contrasts/fear.json": #"[{"c": "", "b": "", "a": ""}]"#,
    ]) { library in
      #expect(library.lexicon.words == [])
      #expect(
        library.problems == [
          #"Data/contrasts/joy.json could not be read: number 1: a contrast needs two words, not ["glad"]."#,
          #"Data/contrasts/fear.json could not be read: number 1: a contrast needs two words, not ["a", "b", "c"]."#,
        ])
    }
  }

  @Test func aWordsSituationsAreThoseThatItFitsBest() {
    Sample.withLibrary([
      "words/fear.json": "[\(Self.word("afraid", of: "fear")), \(Self.word("tense", of: "fear"))]",
      "situations/fear.json":
        #"[{"id": "s", "text": "t", "fits": ["afraid", "tense"], "why": "w", "near": {}}]"#,
    ]) { library in
      #expect(library.situations(of: "afraid").map(\.id) == ["s"])
      #expect(library.situations(of: "tense") == [])
      #expect(library.situations(of: "no-such-word") == [])
      #expect(library.problems == [])
    }
  }

  @Test func oneBrokenFileDoesNotHideTheOthers() {
    Sample.withLibrary([
      "words/joy.json": "[\(Self.word("glad", of: "joy"))]",
      "words/fear.json": "[\(Self.word("afraid", of: "fear"))]",
      "situations/joy.json": "?",
      "situations/fear.json":
        #"[{"id": "s", "text": "t", "fits": ["afraid"], "why": "w", "near": {}}]"#,
    ]) { library in
      #expect(library.situations(of: "glad") == [])
      #expect(library.situations(of: "glad") == [])
      #expect(library.situations(of: "afraid").count == 1)
      #expect(library.problems.count == 1, "told once")
    }
  }

  @Test func appraisalsAreReadFromTheFilesOfTheWords() {
    Sample.withLibrary(["words/joy.json": "[\(Self.word("glad", of: "joy"))]"]) { library in
      #expect(library.appraisals == ["glad": ["time": ["now": 3]]])
    }
  }

  @Test func nothingIsReadBeforeItIsAskedFor() {
    Sample.withLibrary(["needs.json": "?", "body.json": "?"]) { library in
      #expect(library.problems == [])
      #expect(library.needs == [])
      #expect(library.problems.count == 1)
      #expect(library.needs == [])
      #expect(library.problems.count == 1, "a problem is told once")
    }
  }

  @Test func signalsAndNeedsAreFoundByIdentifier() throws {
    let library = RealData.library()
    let signal = try #require(library.body.last?.signals.last)
    let need = try #require(library.needs.last?.needs.last)
    #expect(library.bodySignal(signal.id) == signal)
    #expect(library.need(need.id) == need)
    #expect(library.bodySignal("no-such-signal") == nil)
    #expect(library.need("no-such-need") == nil)
  }
}
