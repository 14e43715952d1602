import FoundationEssentials
import Storage
import Testing

struct DamagedLogTests {
  private let folder: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws { folder = try TemporaryFolder() }

  private var tornSentence: String {
    "The last line of \(folder.path(log)) was cut off, probably by a crash; it was moved to "
      + "desk.jsonl.torn beside it, and everything before it is safe."
  }

  private static let cutOff = [
    #"{"at":17280"#, String(line("desk", 3, "hope", minute: 3).dropLast()), "not JSON",
    "\u{0}\u{0}\u{0}",
  ]

  @Test(arguments: cutOff, [false, true])
  func aTornLastLineIsSetAsideAndReportedOnce(torn: String, withSnapshot: Bool) throws {
    try folder.fill("joy", "awe", savingSnapshot: withSnapshot)
    let whole = try folder.text(log)
    try folder.append(torn, to: log)

    let store = try folder.open()
    #expect(store.state.words == ["joy", "awe"])
    #expect(store.problems == [tornSentence])
    #expect(try folder.text(log) == whole)
    #expect(try folder.text(log + ".torn") == torn + "\n")

    #expect(try store.pick("calm", at: .minute(9)).counter == 3)
    #expect(try folder.text(log) == whole + line("desk", 3, "calm", minute: 9) + "\n")
    let reopened = try folder.open()
    #expect(reopened.state.words == ["joy", "awe", "calm"])
    #expect(reopened.problems == [])
  }

  @Test func ofManyBadLinesTheFirstAreTold() throws {
    try folder.fill("joy")
    for number in 1...5 { try folder.append("bad \(number)\n", to: log) }
    let path = folder.path(log)
    #expect(
      try folder.open().problems
        == (2...4).map {
          "Line \($0) of \(path) could not be read and was skipped; it was left in the file."
        } + ["So were 2 more lines of \(path): “inkling doctor” tells more."])
  }

  @Test func everyTornLineIsKept() throws {
    try folder.fill("joy")
    for torn in ["one", "two"] {
      try folder.append(torn, to: log)
      _ = try folder.open()
    }
    #expect(try folder.text(log + ".torn") == "one\ntwo\n")
  }

  @Test func aLineTornByAnotherProcessIsSetAsideByTheNextAppend() throws {
    try folder.fill("joy")
    let store = try folder.open()
    let whole = try folder.text(log)
    try folder.append(#"{"at":"#, to: log)

    try store.pick("awe", at: .minute(1))
    #expect(try folder.text(log) == whole + line("desk", 2, "awe", minute: 1) + "\n")
    #expect(try folder.text(log + ".torn") == "{\"at\":\n")
    #expect(store.problems == [tornSentence])
    try store.pick("calm", at: .minute(2))
    #expect(store.problems == [tornSentence])
    #expect(store.state.words == ["joy", "awe", "calm"])
  }

  /// Editors and synchronizers take a file's last newline off: nothing else of the line is missing.
  @Test(arguments: [
    line("desk", 2, "awe", minute: 1), #"{"v":1,"id":"desk:2","at":0,"off":0,"day":0,"later":{}}"#,
  ])
  func aLastLineThatLacksItsNewlineAloneStays(last: String) throws {
    let whole = line("desk", 1, "joy", minute: 0) + "\n" + last
    try folder.write(whole, to: log)
    var store = try folder.open()
    #expect(try folder.text(log) == whole + "\n")
    #expect(!folder.exists(log + ".torn"))
    let words = last.contains("awe") ? ["joy", "awe"] : ["joy"]
    #expect(store.state.words == words)

    // Also when it's taken off while the folder is open.
    try folder.write(whole, to: log)
    #expect(try store.pick("calm", at: .minute(3)).counter == 3)
    store = try folder.open()
    #expect(store.state.words == words + ["calm"])
    #expect(try folder.text(log).hasPrefix(whole + "\n"))
    #expect(!folder.exists(log + ".torn"))
  }

  @Test func anotherDevicesHalfLineIsLeftUntilTheRestComes() throws {
    let half = line("phone", 1, "joy", minute: 0).prefix(30)
    let rest = line("phone", 1, "joy", minute: 0).dropFirst(30)
    try folder.write(String(half), to: "log/phone.jsonl")
    let store = try folder.open()
    #expect(store.state == Tray())
    #expect(store.problems == [])
    #expect(try folder.text("log/phone.jsonl") == half)
    #expect(!folder.exists("log/phone.jsonl.torn"))

    try folder.append(rest + "\n", to: "log/phone.jsonl")
    try store.refresh()
    #expect(store.state.words == ["joy"])
  }

  @Test(arguments: [
    "not JSON", "{}", #"{"v":1}"#, "null", "\u{0}\u{0}",
    line("desk", 2, "awe", minute: 1).replacing("desk:2", with: "desk"),
    line("desk", 2, "awe", minute: 1).replacing(#""v":1,"#, with: ""),
    line("desk", 2, "awe", minute: 1).replacing(#""v":1"#, with: #""v":"1""#),
  ])
  func aBadLineIsSkippedReportedAndKept(bad: String) throws {
    try folder.write(
      line("desk", 1, "joy", minute: 0) + "\n" + bad + "\n" + line("desk", 3, "hope", minute: 2)
        + "\n", to: log)
    let before = try folder.text(log)

    let store = try folder.open()
    #expect(store.state.words == ["joy", "hope"])
    #expect(
      store.problems == [
        "Line 2 of \(folder.path(log)) could not be read and was skipped; "
          + "it was left in the file."
      ])
    #expect(try folder.text(log) == before)
    #expect(!folder.exists(log + ".torn"))

    #expect(try store.pick("calm", at: .minute(3)).counter == 4)
    #expect(try folder.text(log).hasPrefix(before))
    #expect(try folder.open().state.words == ["joy", "hope", "calm"])
  }

  /// A word that this version doesn't know, or a field that a bad disk changed: nobody can tell, and
  /// it's nobody's to move.
  @Test(arguments: [
    line("desk", 2, "awe", minute: 1).replacing("grade", with: "grape"),
    line("desk", 2, "awe", minute: 1).replacing(#""grade":3"#, with: #""grade":"good""#),
    line("desk", 2, "awe", minute: 1).replacing(#""grade":3"#, with: #""grade":3,"replaces":7"#),
    #"{"v":1,"id":"desk:2","at":1728000060000,"off":60,"day":20000,"remind":{"hour":9}}"#,
    #"{"v":1,"id":"desk:2","at":1728000060000,"off":60,"day":20000}"#,
  ])
  func aSoundLineThatSaysSomethingUnknownIsKeptAndTold(unknown: String) throws {
    try folder.write(
      line("desk", 1, "joy", minute: 0) + "\n" + unknown + "\n", to: log)
    let before = try folder.text(log)
    let store = try folder.open()
    #expect(store.state.words == ["joy"])
    #expect(!store.isDamaged)
    #expect(
      store.problems == [
        "Line 2 of \(folder.path(log)) says something that this version of Inkling doesn't know, so "
          + "it stays there and counts for nothing: a newer Inkling may know it."
      ])
    #expect(try store.pick("calm", at: .minute(3)).counter == 3)
    try store.undo(EventID(device: "desk", counter: 2), at: .minute(4))
    #expect(try folder.text(log).hasPrefix(before))
    #expect(try folder.open().state.words == ["joy", "calm"])
  }

  @Test func aBadLineThatComesLaterIsReported() throws {
    try folder.fill("joy")
    let store = try folder.open()
    try folder.append("not JSON\n" + line("desk", 2, "awe", minute: 1) + "\n", to: log)
    try store.refresh()
    #expect(store.state.words == ["joy", "awe"])
    #expect(
      store.problems == [
        "Line 2 of \(folder.path(log)) could not be read and was skipped; "
          + "it was left in the file."
      ])
  }

  @Test func aBadLineIsReportedOnceThoughAllIsReplayed() throws {
    try folder.write("not JSON\n" + line("desk", 1, "joy", minute: 5) + "\n", to: log)
    let store = try folder.open()
    try folder.write(line("phone", 1, "awe", minute: 1) + "\n", to: "log/phone.jsonl")
    try store.refresh()
    try store.undo(EventID(device: "desk", counter: 1), at: .minute(6))
    #expect(store.state.words == ["awe"])
    #expect(
      store.problems == [
        "Line 1 of \(folder.path(log)) could not be read and was skipped; "
          + "it was left in the file."
      ])
  }

  @Test func blankLinesAndCarriageReturnsAreNoTrouble() throws {
    try folder.write(
      "\n" + line("desk", 1, "joy", minute: 0) + "\r\n  \n\r\n" + line("desk", 2, "awe", minute: 1)
        + "\n", to: log)
    let store = try folder.open()
    #expect(store.state.words == ["joy", "awe"])
    #expect(store.problems == [])
  }

  @Test func otherFilesInTheLogFolderAreNotRead() throws {
    try folder.write("not a log\n", to: "log/notes.txt")
    try folder.write(line("desk", 1, "joy", minute: 0) + "\n", to: "log/desk.jsonl.torn")
    let store = try folder.open()
    #expect(store.state == Tray())
    #expect(store.problems == [])
  }
}
