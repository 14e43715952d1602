import Testing

@testable import EmotionCore

@Suite struct ColumnMapTests {
  @Test func oneArgumentOrSeveral() throws {
    let one = try ColumnMap(["date=When,words=Mood,note="])
    #expect(one[.date] == ["When"] && one[.words] == ["Mood"] && one[.note] == [""])
    #expect(try ColumnMap(["date=When", "words=Mood", "note="]) == one)
    #expect(try ColumnMap(["Date=When, WORDS=Mood,note="]) == one)
    #expect(try ColumnMap([]) == [:])
    #expect(try ColumnMap(["tags=a,tags=b"])[.tags] == ["a", "b"])
  }

  @Test(arguments: [
    "words=How do you feel, in one word?,date=When",
    #"words="How do you feel, in one word?",date=When"#,
    #"date="When",words=How do you feel, in one word?"#,
  ])
  func aNameMayHaveCommas(_ argument: String) throws {
    let map = try ColumnMap([argument])
    #expect(map[.words] == ["How do you feel, in one word?"] && map[.date] == ["When"])
  }

  @Test func quotesHoldWhatWouldBeAnotherField() throws {
    let map = try ColumnMap([#"words="mood,date=x",note=a"b"#])
    #expect(map[.words] == ["mood,date=x"] && map[.date] == nil && map[.note] == [#"a"b"#])
  }

  @Test(arguments: ["", "when", "when=Mood", "=x", ",date=x"])
  func whatIsNoPairIsToldWithTheFields(_ argument: String) {
    let error = #expect(throws: ColumnMap.Problem.self) { try ColumnMap([argument]) }
    #expect(error?.sentence.contains("date, year, time, offset, words") == true)
  }

  /// What an error offers can be pasted: a shell takes the quotes off, and this reads the rest.
  @Test(arguments: ["Mood", "How, exactly?", "It's $HOME `x`", "a=b", "two  spaces"])
  func whatIsOfferedNamesTheColumn(_ name: String) throws {
    var argument = CheckInColumns.argument(.words, name)
    #expect(argument.hasPrefix("--map "))
    argument = String(argument.dropFirst("--map ".count))
    if argument.hasPrefix("'") {
      argument = String(argument.dropFirst().dropLast()).replacing("'\\''", with: "'")
    }
    let columns = try CheckInColumns(header: ["date", name], map: ColumnMap([argument]))
    #expect(columns[.words] == 1)
  }
}
