import Storage
import Testing

@Suite struct ArchiveTests {
  typealias Archive = EventArchive<Pick>

  private func exported(_ folder: TemporaryFolder) throws -> String {
    String(decoding: try Archive(folder: folder.path).json(), as: UTF8.self)
  }

  /// Imports an export and returns what was new.
  @discardableResult
  private func bring(_ text: String, into folder: TemporaryFolder) throws -> Int {
    let bytes = Array(text.utf8)
    var log = ImportedLog<Pick>(of: bytes, folder: folder.path)
    try log.add(
      try Archive.read(bytes).events, to: try Archive(folder: folder.path, mayBeMissing: true),
      agree: { _, _ in false })
    try log.write()
    return log.events.count
  }

  private func event(_ id: String, at minute: Int = 0, _ rest: String = #""word":"sad""#) -> String
  {
    let time = Stamp.minute(minute).milliseconds
    return #"{"at":\#(time),"day":20000,"grade":3,"id":"\#(id)","off":60,"v":1,\#(rest)}"#
  }

  /// Two devices, undos of undos, a clock that ran back, a tombstone, fields that nobody knows,
  /// text in many scripts, and what could act on a terminal.
  private func fill(_ folder: TemporaryFolder) throws {
    let desk = [
      event("desk:1", at: 1), event("desk:2", at: 2, #""undo":"desk:1""#),
      event("desk:3", at: 3, #""undo":"desk:2""#),
      event("desk:4", at: 1, #""word":"behind","later":{"x":[1.50,1e3,null,true]}"#),
      event("desk:5", at: 4, #""gone":true"#),
    ]
    let pad = [
      event("pad:1", at: 2, #""word":"Ärger 😡 \u2028 \u001b[31m \#u{9B}\#u{202E}x \"q\" \\""#),
      #"{ "v" : 1, "word":"by hand" , "grade":3,"id":"pad:2","off":60,"day":20000,"at":"#
        + "\(Stamp.minute(9).milliseconds) }",
    ]
    try folder.write(desk.map { $0 + "\n" }.joined(), to: "log/desk.jsonl")
    try folder.write(pad.map { $0 + "\n" }.joined() + "{\"half", to: "log/pad.jsonl")
  }

  @Test func theRoundTripIsTheSameBytes() throws {
    let old = try TemporaryFolder()
    try fill(old)
    let text = try exported(old)
    #expect(text.split(separator: "\n").count == 9)
    #expect(text.contains(#""later":{"x":[1.50,1e3,null,true]}"#))
    #expect(text.contains(#"\u009b\u202ex"#))
    #expect(text.contains("Ärger 😡"))
    let new = try TemporaryFolder()
    #expect(try bring(text, into: new) == 7)
    #expect(try exported(new) == text)
    // Where it came from, nothing is new.
    #expect(try bring(text, into: old) == 0)
    #expect(try exported(old) == text)
  }

  @Test func theOrderIsThatOfReplay() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let ids = try Archive(folder: folder.path).events.map(\.id.description)
    // desk:4 was written with a clock that had run back, and stands after what was before it.
    #expect(ids == ["desk:1", "desk:2", "pad:1", "desk:3", "desk:4", "desk:5", "pad:2"])
  }

  @Test func standingIsWhatUndosLeave() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let standing = try Archive(folder: folder.path).standing.map(\.event.id.description)
    #expect(standing == ["desk:1", "pad:1", "desk:4", "pad:2"])
  }

  @Test func longChainsAndCirclesOfUndosEnd() throws {
    let folder = try TemporaryFolder()
    var lines = [event("a:1")]
    for counter in 2...20_000 {
      lines.append(event("a:\(counter)", at: 0, "\"undo\":\"a:\(counter - 1)\""))
    }
    lines += [event("b:1", at: 1, #""undo":"b:2""#), event("b:2", at: 1, #""undo":"b:1""#)]
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "log/a.jsonl")
    #expect(try Archive(folder: folder.path).standing.isEmpty)
  }

  @Test func anEmptyFolderIsAnEmptyExport() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "log/desk.jsonl")
    let text = try exported(folder)
    #expect(text == "{\"inkling\":1,\"events\":[]}\n")
    let other = try TemporaryFolder()
    #expect(try bring(text, into: other) == 0)
    #expect(!other.exists("log"))
  }

  @Test func theImportIsOneFileForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let text = #"{"events":[\#n  \#(event("desk:1"))\#n],"inkling":1,"more":{}}"#
    #expect(try bring(text, into: folder) == 1)
    let log = ImportedLog<Pick>(of: Array(text.utf8), folder: folder.path)
    #expect(log.isThere)
    #expect(try folder.contents().keys.filter { $0.hasPrefix("log/") }.count == 1)
    let name = String(log.path.dropFirst(folder.path.count + 1))
    #expect(try folder.lines(name) == [event("desk:1")])
    #expect(try folder.open("other").state.words == ["sad"])
  }

  @Test func aTombstoneIsNotUndoneByAnOlderExport() throws {
    let folder = try TemporaryFolder()
    try folder.write(event("desk:1", at: 0, #""gone":true"#) + "\n", to: "log/desk.jsonl")
    let old = #"{"inkling":1,"events":[\#(event("desk:1"))]}"#
    #expect(try bring(old, into: folder) == 0)
    #expect(try !exported(folder).contains("sad"))
  }

  @Test func aTombstoneIsTakenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write(event("desk:1") + "\n", to: "log/desk.jsonl")
    let gone = #"{"inkling":1,"events":[\#(event("desk:1", at: 0, #""gone":true"#))]}"#
    #expect(try bring(gone, into: folder) == 1)
    #expect(try !exported(folder).contains("sad"))
  }

  @Test func aFolderThatIsNotThereOrCannotBeReadIsNoEmptyOne() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("nowhere")
    #expect(throws: StorageError.system(doing: "read", path: missing + "/log", code: 2)) {
      try Archive(folder: missing)
    }
    #expect(try Archive(folder: missing, mayBeMissing: true).events.isEmpty)
    try folder.write("", to: "file")
    for mayBeMissing in [false, true] {
      #expect(throws: StorageError.self) {
        try Archive(folder: folder.path("file"), mayBeMissing: mayBeMissing)
      }
    }
  }

  @Test func aVaultGoesAlongAndComesBack() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let archive = try Archive(folder: folder.path)
    let vault = Array(#"{"a/":"b+/=","v":1}"#.utf8)
    let bytes = archive.json(vault: vault + [UInt8(ascii: "\n")])
    let document = try Archive.read(bytes)
    #expect(document.vault == vault)
    #expect(document.events.map(\.event) == archive.events)
    #expect(try Archive.read(archive.json()).vault == nil)
    #expect(bytes.starts(with: Array(#"{"inkling":1,"vault":{"a/""#.utf8)))
  }

  @Test func anImportIsSealedBeforeItIsOnDisk() throws {
    let folder = try TemporaryFolder()
    let text = [event("a:1", #""word":"sad","later":1"#), event("a:2", #""word":"glad""#)]
    let bytes = Array("{\"inkling\":1,\"events\":[\(text.joined(separator: ","))]}".utf8)
    var log = ImportedLog<Pick>(of: bytes, folder: folder.path)
    try log.add(try Archive.read(bytes).events, to: Archive(), agree: { _, _ in false })
    #expect(throws: StorageError.self) { try log.write { { _, _ in nil } } }
    #expect(!log.isThere)
    try log.write { { $1.word == "glad" ? Pick(word: "sealed", grade: 0) : $1 } }
    let written = try folder.lines("log/" + (log.path.split(separator: "/").last ?? ""))
    #expect(written.count == 2)
    // What stays as it is keeps what this version does not know.
    #expect(written[0].contains(#""later":1"#))
    #expect(written[1].contains("sealed") && !written[1].contains("glad"))
  }

  @Test func whatAgreesIsThereAlready() throws {
    let folder = try TemporaryFolder()
    try folder.write(event("desk:1") + "\n", to: "log/desk.jsonl")
    let bytes = Array(#"{"inkling":1,"events":[\#(event("desk:1", at: 0, #""word":"x""#))]}"#.utf8)
    var log = ImportedLog<Pick>(of: bytes, folder: folder.path)
    try log.add(
      try Archive.read(bytes).events, to: try Archive(folder: folder.path),
      agree: { $0.word == "sad" && $1.word == "x" })
    #expect(log.events.isEmpty)
    #expect(log.known == 1)
  }

  // MARK: What is refused

  @Test(arguments: [
    (#"{"inkling":2,"events":[]}"#, "was written by a newer version of Inkling"),
    (#"{"events":[{"v":9}],"inkling":99999999999}"#, "was written by a newer version of Inkling"),
    (#"{"inkling":1,"events":[{"v":2}]}"#, "was written by a newer version of Inkling"),
    (#"{"inkling":0,"events":[]}"#, "is not an export of Inkling"),
    (#"{"inkling":1}"#, "has no list “events”"), (#"{}"#, "JSON of another program"),
    (#"{"inkling":1e999,"events":[]}"#, "JSON of another program"),
    (#"{"inkling":1,"events":[}"#, "line 1 of f is not JSON"),
    ("{\"inkling\":1,\n\"events\":{}}", "has no list “events”"),
    (#"{"inkling":1,"events":[]} x"#, "there is more after the end"),
    ("{\"inkling\":1,\"events\":[\n1]}", "line 2 of f is not an event"),
    (#"{"inkling":1,"events":["a\#u{1}"]}"#, "has a control character in it"),
    (#"{"inkling":1,"events":[{"a":"\"#, "a text does not end"), ("", "it ends too early"),
  ])
  func refusesWhatIsNoExport(_ text: String, _ reason: String) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ImportProblem.self) { try bring(text, into: folder) }
    let sentence = error?.sentence("f") ?? ""
    #expect(sentence.contains(reason), "\(sentence)")
    #expect(!folder.exists("log"))
  }

  @Test(arguments: [
    #"{"at":1,"day":0,"grade":3,"id":"desk","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"grade":3,"id":"desk:0","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"grade":3,"id":"d/../e:1","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"grade":3,"id":"desk:9000000000000000000","off":60,"v":1,"word":"x"}"#,
    #"{"at":9999999999999999,"day":0,"grade":3,"id":"desk:1","off":60,"v":1,"word":"x"}"#,
    #"{"at":1e400,"day":0,"grade":3,"id":"desk:1","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":20000,"grade":3,"id":"desk:1","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"grade":3,"id":"desk:1","off":99999,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"id":"desk:1","off":60,"v":1,"word":"x"}"#,
    #"{"at":1,"day":0,"grade":3,"id":"desk:1","off":60,"v":1,"word":nothing}"#,
  ])
  func refusesWhatIsNoEvent(_ text: String) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ImportProblem.self) {
      try bring("{\"inkling\":1,\"events\":[\n\(event("desk:7")),\n\(text)]}", into: folder)
    }
    let sentence = error?.sentence("f") ?? ""
    #expect(sentence.hasPrefix("Nothing was imported: line 3 of f is not an event: "))
    #expect(!folder.exists("log"))
  }

  @Test func refusesAnotherEventUnderAnIDThatIsThere() throws {
    let folder = try TemporaryFolder()
    try folder.write(event("desk:1") + "\n", to: "log/desk.jsonl")
    let other = "{\"inkling\":1,\"events\":[\n\(event("pad:1")),\n\(event("desk:1", at: 5))]}"
    let error = #expect(throws: ImportProblem.self) { try bring(other, into: folder) }
    #expect(
      error?.sentence("f").contains("line 3 of f has the id desk:1, and so has another") == true)
    let twice = "{\"inkling\":1,\"events\":[\n\(event("pad:1")),\n\(event("pad:1", at: 5))]}"
    let second = #expect(throws: ImportProblem.self) { try bring(twice, into: folder) }
    #expect(second == .at(line: 3, "has the id pad:1, as line 2 has"))
    #expect(try folder.contents().count == 1)
  }

  @Test func bothEventsOfACopiedFolderAreExported() throws {
    let folder = try TemporaryFolder()
    try folder.write(event("desk:1") + "\n", to: "log/desk.jsonl")
    try folder.write(event("desk:1", at: 5, #""word":"glad""#) + "\n", to: "log/copy.jsonl")
    let archive = try Archive(folder: folder.path)
    #expect(archive.problems.count == 1)
    let text = try exported(folder)
    #expect(text.contains("sad") && text.contains("glad"))
    let new = try TemporaryFolder()
    #expect(try bring(text, into: new) == 2)
    #expect(try exported(new) == text)
    #expect(try bring(text, into: folder) == 0)
    #expect(try exported(folder) == text)
  }

  @Test func linesOfANewerVersionAreLeftOutAndTold() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      event("desk:1") + "\n" + line("desk", 2, "x", minute: 0, version: 2) + "\n",
      to: "log/desk.jsonl")
    let archive = try Archive(folder: folder.path)
    #expect(archive.events.count == 1)
    #expect(
      archive.problems == [
        "One line of \(folder.path("log/desk.jsonl")) is from a newer version of Inkling and left "
          + "out, so this isn't everything: update Inkling, and export again."
      ])
  }

  /// The id of what was replaced goes along, and so it doesn't come back.
  @Test func aReplacementIsExportedAndImportedAsOne() throws {
    let folder = try TemporaryFolder()
    let (old, new) = (
      event("desk:1"), event("desk:2", at: 1, #""replaces":"desk:1","word":"glad""#)
    )
    try folder.write("\(old)\n\(new)\n", to: "log/desk.jsonl")
    let archive = try Archive(folder: folder.path)
    #expect(archive.events.count == 2)
    #expect(archive.standing.map(\.deed.word) == ["glad"])
    let text = try exported(folder)
    let other = try TemporaryFolder()
    #expect(try bring(text, into: other) == 2)
    #expect(try exported(other) == text)
    #expect(try other.open("other").state.words == ["glad"])
    // Also in other words, as opened or sealed ones are.
    let opened = String(
      decoding: archive.json { _ in Pick(word: "open", grade: 1) }, as: UTF8.self)
    #expect(opened.contains(#""replaces":"desk:1""#))
  }

  @Test func whatCannotBeReadIsLeftOutAndTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("nonsense\n\n" + event("desk:1") + "\n[1]\n", to: "log/desk.jsonl")
    let archive = try Archive(folder: folder.path)
    #expect(archive.events.count == 1)
    #expect(archive.problems.count == 1)
    #expect(archive.problems.first?.hasPrefix("2 lines of ") == true)
    #expect(archive.problems.first?.contains("so this isn't everything") == true)
  }

  @Test func noFuzzDoesHalfAnImport() throws {
    let source = try TemporaryFolder()
    try fill(source)
    let sound = Array(try exported(source).utf8)
    let folder = try TemporaryFolder()
    var dice = SplitMix64(seed: 20)
    var accepted = 0
    for _ in 0..<Damage.rounds(1500) {
      let bytes = Damage.done(to: sound, &dice)
      var log = ImportedLog<Pick>(of: bytes, folder: folder.path)
      do throws(ImportProblem) {
        try log.add(try Archive.read(bytes).events, to: Archive(), agree: { _, _ in false })
      } catch {
        #expect(!error.sentence("f").isEmpty)
        continue
      }
      accepted += 1
      // What is taken can be written, read again, and written as the same bytes.
      try log.write()
      guard log.isThere else { continue }
      let archive = try Archive(folder: folder.path)
      #expect(archive.problems.isEmpty)
      #expect(archive.events.count == log.events.count)
      let again = try Archive.read(archive.json())
      #expect(again.events.map(\.event) == archive.events)
      try folder.remove("log")
    }
    #expect(accepted > 0)
  }
}
