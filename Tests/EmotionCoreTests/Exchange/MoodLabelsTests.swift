import Testing

@testable import EmotionCore

@Suite struct MoodLabelsTests {
  private func labels(_ arguments: [String]) throws -> MoodLabels {
    var labels = MoodLabels()
    for argument in arguments { try labels.take(argument, library: RealData.library()) }
    return labels
  }

  @Test func labelsMeanWordsOfTheLexiconOrVagueOnes() throws {
    let read = try labels([
      "Rad!=Overwhelmed", "meh=great", "so so=calm", "😀=happy", "a=sad", "a=", #"\"/"=sad"#,
    ])
    #expect(
      read.words == [
        "rad": "overwhelmed", "meh": "great", "so so": "calm", "😀": "happy", #"\"/""#: "sad",
      ])
    #expect(try MoodLabels(bytes: read.bytes) == read)
    #expect(read.bytes.starts(with: Array(#"{"version":1,"words":{"#.utf8)))
  }

  @Test(arguments: [
    ("rad", "--word takes a label and a word"), ("=calm", "--word takes a label and a word"),
    ("rad=overwelmed", "try --word rad=overwhelmed."),
    ("rad=qqqqqqqqqqqq", "“inkling words” lists them."),
  ])
  func whatCannotBeMeantIsTold(_ argument: String, _ part: String) {
    let error = #expect(throws: MoodLabels.Problem.self) { try labels([argument]) }
    #expect(error?.sentence.contains(part) == true, "\(String(describing: error))")
  }

  @Test(arguments: ["", "x", #"{"version":2,"words":{}}"#, #"{"words":{}}"#, "[]"])
  func aFileThatIsNotOursIsRefused(_ text: String) {
    #expect(throws: MoodLabels.Problem.self) { try MoodLabels(bytes: Array(text.utf8)) }
  }
}
