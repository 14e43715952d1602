import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import Storage

/// What the doctor finds in a folder, and what it puts right.
struct DoctorTests {
  private let folder: TemporaryFolder
  private let log = "log/desk.jsonl"

  init() throws { folder = try TemporaryFolder() }

  private func examine(repair: Bool = false) throws -> [Finding] {
    try folder.open().examine(repair: repair).findings
  }

  /// Enough words that the first lies before the bytes that opening compares.
  private func fillAtLength(savingSnapshot: Bool = true) throws {
    try folder.fill("joy", "awe", "calm", "hope", "pride", savingSnapshot: savingSnapshot)
    try #require(try folder.text(log).utf8.count > LogPosition.tailLength + 100)
  }

  @Test(arguments: [false, true], [false, true])
  func aSoundFolderHasNoFindings(withSnapshot: Bool, repair: Bool) throws {
    try folder.fill("joy", "awe", savingSnapshot: withSnapshot)
    try folder.write(line("phone", 1, "calm", minute: 5) + "\n", to: "log/phone.jsonl")
    _ = try folder.open()
    let before = try folder.contents()
    let (events, findings) = try folder.open().examine(repair: repair)
    #expect(events == 3)
    #expect(findings == [])
    #expect(try folder.contents() == before)
  }

  @Test func anEmptyFolderHasNoFindings() throws {
    let (events, findings) = try folder.open().examine(repair: true)
    #expect(events == 0)
    #expect(findings == [])
  }

  // MARK: Lines

  @Test(arguments: [
    "not JSON", "{}", "\u{0}\u{0}",
    line("desk", 2, "awe", minute: 1).replacing(#""day":20000,"#, with: ""),
  ])
  func anUnreadableLineIsReportedByItsNumberAndMovedAside(damaged: String) throws {
    let whole = ["joy", "calm", "hope"].enumerated().map {
      line("desk", [1, 3, 4][$0.offset], $0.element, minute: $0.offset) + "\n"
    }
    // A blank line is nobody's, and stays; so does a second spelling of the same JSON.
    let spaced = whole[2].replacing(#","v":1"#, with: #", "v": 1"#)
    try folder.write(whole[0] + damaged + "\n \n" + whole[1] + spaced, to: log)
    _ = try folder.open()
    let before = try folder.contents()
    #expect(
      try examine() == [
        Finding(
          .problem,
          "Line 2 of \(folder.path(log)) cannot be read and counts for nothing: put it back from a "
            + "backup, or let “inkling doctor --repair” move it aside.")
      ])
    #expect(try folder.contents() == before)

    let store = try folder.open()
    let state = store.state
    let findings = try store.examine(repair: true).findings
    #expect(
      findings == [
        Finding(
          .mended,
          "Line 2 of \(folder.path(log)) could not be read; moved to desk.jsonl.unreadable."),
        Finding(
          .note,
          "Event 2 is missing from \(folder.path(log)), though later ones are there: “inkling sync” "
            + "brings them back if another device has them, and so does the file from a backup."),
        Finding(
          .note,
          "\(folder.path(log + ".unreadable")) holds what could not be read: look into it, and "
            + "delete it if you do not need it."),
      ])
    // What is wrong is the same the next time.
    #expect(try examine() == findings.filter { $0.weight != .mended })
    var expected = before
    expected[log] = Array((whole[0] + " \n" + whole[1] + spaced).utf8)
    expected[log + ".unreadable"] = Array((damaged + "\n").utf8)
    #expect(try folder.contents() == expected)
    #expect(Files.permissions(folder.path(log + ".unreadable")) == 0o600)
    #expect(store.state == state)
    #expect(try folder.open().state == state)
    #expect(try folder.open().problems == [])
    #expect(try store.pick("awe", at: .minute(9)).counter == 5)
  }

  /// A repair never moves a line that is sound, whatever it says, and the doctor isn't alarmed.
  @Test func soundLinesThatAreUnknownStayWhereTheyAre() throws {
    let unknown = [
      #"{"at":1,"day":20000,"id":"desk:2","off":0,"remind":{"hour":9},"v":1}"#,
      line("desk", 3, "awe", minute: 1).replacing(#""grade":3"#, with: #""grade":"fine""#),
    ]
    try folder.write(
      ([line("desk", 1, "joy", minute: 0)] + unknown + ["bad", line("desk", 4, "calm", minute: 2)])
        .map { $0 + "\n" }.joined(), to: log)
    let newer = line("phone", 1, "x", minute: 1, version: 2) + "\n"
    try folder.write(newer, to: "log/phone.jsonl")
    let findings = try examine(repair: true)
    #expect(findings.map(\.weight) == [.mended, .note, .note, .note])
    let told: String =
      "2 lines of \(folder.path(log)), the first is line 2, say things that this version of Inkling "
      + "doesn't know, so they stay there and count for nothing: a newer Inkling may know them."
    #expect(findings[1].sentence == told)
    #expect(findings[2].sentence == Notice.newer(1, first: 1, in: folder.path("log/phone.jsonl")))
    #expect(try folder.text(log + ".unreadable") == "bad\n")
    let lines = try folder.lines(log)
    #expect(lines.count == 4 && unknown.allSatisfy(lines.contains))
    #expect(try folder.text("log/phone.jsonl") == newer)
    #expect(try examine(repair: true).allSatisfy { $0.weight == .note })
  }

  @Test func severalUnreadableLinesAreOneFinding() throws {
    try folder.fill("joy")
    try folder.append("bad\nworse\n" + line("desk", 4, "awe", minute: 1) + "\n", to: log)
    #expect(
      try examine().map(\.sentence).first?.hasPrefix(
        "2 lines of \(folder.path(log)), the first is line 2, cannot be read") == true)
    _ = try examine(repair: true)
    #expect(try folder.text(log + ".unreadable") == "bad\nworse\n")
  }

  @Test func anotherDevicesLogIsNotRepairedHere() throws {
    try folder.fill("joy")
    try folder.write("bad\n", to: "log/phone.jsonl")
    let before = try folder.text("log/phone.jsonl")
    #expect(
      try examine(repair: true) == [
        Finding(
          .problem,
          "Line 1 of \(folder.path("log/phone.jsonl")) cannot be read and counts for nothing: put it "
            + "back from a backup, or let “inkling doctor --repair” move it aside on the device that "
            + "writes this log.")
      ])
    #expect(try folder.text("log/phone.jsonl") == before)
  }

  @Test(arguments: ["import-1.jsonl", "desk (copy).jsonl"])
  func whatThisDeviceMayWriteIsRepairedHere(name: String) throws {
    try folder.fill("joy")
    let line = try folder.text(log)
    try folder.write(line + "bad\n", to: "log/" + name)
    let findings = try examine(repair: true)
    #expect(findings.first?.weight == .mended)
    #expect(try folder.text("log/\(name).unreadable") == "bad\n")
    #expect(try folder.text("log/" + name) == line)
    #expect(try folder.open().problems == [])
  }

  @Test func lostLinesAreReported() throws {
    let lines = [3, 4, 6, 10].map { line("phone", $0, "joy", minute: $0) + "\n" }
    try folder.write(lines.joined(), to: "log/phone.jsonl")
    let findings = try examine(repair: true)
    #expect(findings.map(\.weight) == [.problem, .problem, .problem])
    let starts = ["Events 1 to 2 are missing", "Event 5 is missing", "Events 7 to 9 are missing"]
    for (finding, start) in zip(findings, starts) {
      #expect(finding.sentence.hasPrefix("\(start) from \(folder.path("log/phone.jsonl")),"))
    }
  }

  /// One line that was set aside does not account for two that are missing.
  @Test func linesSetAsideAccountForAsManyMissing() throws {
    for (first, weight) in [(2, Finding.Weight.note), (3, .problem)] {
      try folder.write(line("phone", first, "joy", minute: 0) + "\n", to: "log/phone.jsonl")
      try folder.write("not JSON\n", to: "log/phone.jsonl.unreadable")
      let missing = try examine().filter { $0.sentence.contains("missing") }
      #expect(missing.map(\.weight) == [weight])
    }
  }

  @Test(arguments: [
    ([], []), ([1, 2, 3], []), ([2], [1...1]), ([1, 1, 2, 5], [3...4]), ([4, 8], [1...3, 5...7]),
  ])
  func gapsAreWhatIsMissingBetween(counters: [Int], gaps: [ClosedRange<Int>]) {
    #expect(LogExamination.gaps(counters) == gaps)
  }

  @Test func tombstonesAreFine() throws {
    let store = try folder.openMarks()
    try store.append(.note("secret"), at: .minute(0))
    try store.append(.mark(1), at: .minute(1))
    try store.rewrite { event in
      if case .note = event.deed { .remove } else { .keep }
    }
    try #require(try folder.text(log).contains(#""gone":true"#))
    let (events, findings) = try folder.openMarks().examine(repair: false)
    #expect(events == 2)
    #expect(findings == [])
  }

  @Test func anotherDevicesTornEndIsANote() throws {
    let half = line("phone", 1, "joy", minute: 0) + "\n{\"at\":17"
    try folder.write(half, to: "log/phone.jsonl")
    #expect(
      try examine(repair: true) == [
        Finding(
          .note,
          "\(folder.path("log/phone.jsonl")) ends in the middle of a line: it may still be on its "
            + "way here.")
      ])
    #expect(try folder.text("log/phone.jsonl") == half)
  }

  @Test func itsOwnTornEndIsMendedByOpening() throws {
    try folder.fill("joy")
    try folder.append("{\"at\":17", to: log)
    #expect(try examine().map(\.weight) == [.mended, .note])
    let later = try examine()
    #expect(later.map(\.weight) == [.note])
    #expect(later.first?.sentence.contains("desk.jsonl.torn holds what could not be read") == true)
  }

  // MARK: The snapshot

  /// Opening compares only the end of a log with the snapshot; this was changed before that.
  @Test(arguments: [false, true])
  func aLogChangedInItsMiddleIsFound(appended: Bool) throws {
    try fillAtLength()
    try folder.replace("joy", with: "ire", in: log)
    if appended { try folder.open().pick("glee", at: .minute(9)) }
    try #require(try folder.open().state.words.first == "joy")
    try expectSnapshotTrouble("says something else than the logs")
    #expect(try folder.open().state.words.first == "ire")
  }

  @Test func soIsAChangeThatTheStateDoesNotShow() throws {
    try fillAtLength()
    try folder.replace(#""desk:1","off":60"#, with: #""desk:1","off":61"#, in: log)
    try expectSnapshotTrouble("does not go with the logs")
  }

  @Test func aSnapshotOfALogThatIsGoneIsFound() throws {
    try fillAtLength()
    try folder.write(line("phone", 1, "calm", minute: 5) + "\n", to: "log/phone.jsonl")
    let store = try folder.open()
    try store.saveSnapshot()
    try folder.remove("log/phone.jsonl")
    try expectSnapshotTrouble("does not go with the logs")
  }

  @Test func aSnapshotThatSaysSomethingElseThanAReplayIsFound() throws {
    try fillAtLength()
    let state = try folder.open().state
    // The right logs and checksums, with another state.
    var snapshot = try #require(
      try Snapshot<Pick, Tray>.read(folder.path("schedule.json"), .tray()))
    snapshot.state.entries.removeLast()
    try folder.write(try #require(snapshot.bytes(.tray())), to: "schedule.json")
    try expectSnapshotTrouble("says something else than the logs")
    #expect(try folder.open().state == state)
  }

  @Test func aSnapshotThatCannotBeReadIsFound() throws {
    try fillAtLength()
    try folder.write("not JSON", to: "schedule.json")
    try expectSnapshotTrouble("cannot be used")
  }

  /// Another program writes, and saves what it comes to, after this one has read the logs.
  @Test(arguments: [false, true])
  func whatOthersWroteMeanwhileIsNoTrouble(ofAnotherDevice: Bool) throws {
    try fillAtLength()
    let store = try folder.open()
    let other = try folder.open(ofAnotherDevice ? "phone" : "desk")
    try other.pick("glee", at: .minute(9))
    try other.saveSnapshot()
    #expect(try store.examine(repair: false).findings == [])
    #expect(store.state.words.last == "glee")
  }

  /// Nobody can write between the doctor's looking at a log and at the snapshot.
  @Test func nobodyWritesWhileItLooks() throws {
    try fillAtLength()
    var format = StoreFormat.tray()
    let (encode, path) = (format.encodeState, folder.path)
    let looks = FoldCounter()
    format.encodeState = { tray in
      looks.count += 1
      do throws(StorageError) {
        let isFree = try File(path + "/lock", O_RDWR, doing: "open").tryLock()
        #expect(!isFree)
      } catch { Issue.record(error) }
      return encode(tray)
    }
    let store = try TrayStore(folder: folder.path, device: "desk", format: format)
    #expect(try store.examine(repair: false).findings == [])
    #expect(looks.count > 0)
  }

  @Test func aFolderInTheSnapshotsPlaceIsNotCalledMended() throws {
    try folder.fill("joy")
    try folder.write("", to: "schedule.json/x")
    let expected = [
      Finding(.problem, StorageError.notAFile(path: folder.path("schedule.json")).description)
    ]
    #expect(try examine() == expected)
    #expect(try examine(repair: true) == expected)
    try folder.open().pick("awe", at: .minute(1))
    #expect(try folder.open().state.words == ["joy", "awe"])
  }

  /// Reported and left; then mended, and fine from then on.
  private func expectSnapshotTrouble(_ trouble: String) throws {
    let path = folder.path("schedule.json")
    let before = try folder.contents()
    #expect(
      try examine() == [
        Finding(
          .problem,
          "\(path) \(trouble): delete it, or let “inkling doctor --repair” make it anew; the logs "
            + "have everything.")
      ])
    #expect(try folder.contents() == before)
    #expect(
      try examine(repair: true) == [
        Finding(.mended, "\(path) \(trouble); it was made anew from the logs.")
      ])
    #expect(try folder.bytes(log) == before[log])
    #expect(try examine() == [])
  }

  // MARK: Files

  @Test func aFolderInALogsPlaceIsAProblemAndNotMended() throws {
    try folder.fill("joy")
    try folder.write("", to: "log/dir.jsonl/x")
    for repair in [false, true] {
      #expect(
        try examine(repair: repair) == [
          Finding(.problem, StorageError.notAFile(path: folder.path("log/dir.jsonl")).description)
        ])
    }
  }

  /// As after a run with sudo, when the lock is root's. Whoever runs the tests may open that, so a
  /// folder stands in for it.
  @Test func whereNothingCanBeSavedAllIsNotWell() throws {
    try folder.fill("joy")
    try folder.append("bad\n", to: log)
    try? folder.remove("lock")
    try folder.write("", to: "lock/x")
    let findings = try examine(repair: true)
    #expect(
      findings.first
        == Finding(
          .problem,
          "Nothing can be saved here, only read. "
            + StorageError.notAFile(path: folder.path("lock")).description))
    // And nothing was moved without it.
    #expect(findings.dropFirst().map(\.weight) == [.problem])
    #expect(try folder.text(log).hasSuffix("bad\n"))
  }

  @Test func whatOthersCanReadIsReported() throws {
    try folder.fill("joy")
    try folder.write("{}", to: "config.json")
    try setPermissions(0o644, of: "config.json")
    let path = folder.path("config.json")
    #expect(
      try examine(repair: true) == [
        Finding(
          .problem, "\(path) is not closed to others on this machine: run “chmod go= \(path)”.")
      ])
    try setPermissions(0o600, of: "config.json")
    #expect(try examine() == [])
  }

  @Test func aFolderThatWasOpenToOthersIsMended() throws {
    try folder.fill("joy")
    try setPermissions(0o755, of: "")
    let findings = try examine()
    #expect(findings.map(\.weight) == [.mended])
    #expect(findings.first?.sentence.contains("it is now yours alone") == true)
    #expect(Files.permissions(folder.path) == 0o700)
    #expect(try examine() == [])
  }

  /// git makes its files as loose as the umask says; they are git's.
  @Test(arguments: [".gitignore", ".gitattributes", ".git/HEAD"])
  func gitsFilesAreNotItsBusiness(name: String) throws {
    try folder.fill("joy")
    try folder.write("*.tmp\n", to: name)
    try setPermissions(0o644, of: name)
    #expect(try examine() == [])
  }

  @Test func filesThatAreNotItsOwnAreNotes() throws {
    try folder.fill("joy")
    for name in ["diary.txt", "log/desk.jsonl.torn", "log/desk.jsonl.unreadable", "log/todo"] {
      try folder.write("x\n", to: name)
      try setPermissions(0o600, of: name)
    }
    let before = try folder.contents()
    let findings = try examine(repair: true)
    let kept =
      "holds what could not be read: look into it, and delete it if you do not need it."
    let foreign = "is not one of Inkling's files, and was left alone."
    #expect(
      findings == [
        Finding(.note, "\(folder.path("diary.txt")) \(foreign)"),
        Finding(.note, "\(folder.path("log/desk.jsonl.torn")) \(kept)"),
        Finding(.note, "\(folder.path("log/desk.jsonl.unreadable")) \(kept)"),
        Finding(.note, "\(folder.path("log/todo")) \(foreign)"),
      ])
    #expect(try folder.contents() == before)
  }

  private func setPermissions(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path(name))
  }
}
