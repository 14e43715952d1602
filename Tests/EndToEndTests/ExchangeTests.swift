import Foundation
import Testing

extension EndToEnd {
  /// What leaves and enters the data folder.
  @Suite struct Exchange {
    /// Everything that a log can hold, of two devices.
    private static let logs = [
      "log/desk.jsonl": [
        #"{"at":1795200000000,"checkin":{"feelings":[{"id":"sad","strength":4,"word":"sad"}],"#
          + #""note":"Ä \u001b[31m \#u{9B}\#u{202E}x, \"y\"","said":"bad"},"day":20777,"id":"desk:1","off":60,"v":1}"#,
        #"{"amend":{"checkIn":{"feelings":[{"id":"calm","strength":2,"word":"calm"}],"new":[1.0]},"#
          + #""entry":"desk:1"},"at":1795200001000,"day":20777,"id":"desk:2","off":60,"v":1}"#,
        #"{"at":1795200002000,"day":20777,"id":"desk:3","off":60,"undo":"desk:2","v":1}"#,
        #"{"at":1795200003000,"day":20777,"id":"desk:4","off":60,"plan":{"new":4},"v":1}"#,
        #"{"at":1795200004000,"day":20777,"id":"desk:5","off":60,"sealed":{"box":"QQ=="},"v":1}"#,
      ],
      "log/pad.jsonl": [
        #"{"at":1795200000500,"day":20777,"id":"pad:1","off":-300,"review":{"card":"sad/recall","#
          + #""grade":3,"ms":4100},"v":1}"#,
        #"{"at":1795200000600,"day":20777,"id":"pad:2","keep":{"word":"serene"},"off":-300,"v":1}"#,
      ],
    ]

    private func fill(_ sandbox: borrowing Sandbox) throws {
      for (path, lines) in Self.logs {
        try sandbox.write(lines.map { $0 + "\n" }.joined(), to: path)
      }
    }

    private func file(_ text: String, _ name: String, in sandbox: borrowing Sandbox) throws
      -> String
    {
      let path = sandbox.home + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }

    @Test func anExportComesBackAsTheSameBytes() async throws {
      let old = try Sandbox()
      try fill(old)
      let export = try await old.run("export")
      #expect(export.status == 0)
      #expect(export.lines.count == 9)
      #expect(export.errors.hasSuffix("\nOne locked entry stayed locked in the export.\n"))
      #expect(export.output.contains(#""new":[1.0]"#))
      #expect(!export.output.contains("\u{9B}") && !export.output.contains("\u{202E}"))

      let new = try Sandbox()
      let path = try file(export.output, "all.json", in: new)
      let rehearsal = try await new.run("import", path, "--dry-run")
      #expect(rehearsal.output.contains("7 events, 1 of them check-ins"))
      #expect(!FileManager.default.fileExists(atPath: new.data))
      let first = try await new.run("import", path)
      #expect(first.status == 0, "\(first.errors)")
      let log = try new.logs()
      #expect(log.count == 1)
      let name = new.data + "/log/" + log[0].name
      let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let again = try await new.run("export")
      #expect(again.output == export.output)
      let second = try await new.run("import", path)
      #expect(second.status == 0)
      #expect(second.output.contains("was imported before"))
      #expect(try new.logs().map(\.text) == log.map(\.text))
    }

    @Test func theTablesAreWhatOthersRead() async throws {
      let sandbox = try Sandbox()
      try fill(sandbox)
      let table = try await sandbox.run("export", "--format", "csv")
      #expect(table.lines.first?.hasPrefix("date,time,utc offset,words,strengths,said,") == true)
      #expect(table.output.contains("2026-11-20,19:40:00,UTC+01:00,sad,4,bad,,\"Ä [31m"))
      #expect(table.errors.contains("could not be read and is left out"))
      let reviews = try await sandbox.run("export", "--reviews")
      #expect(
        reviews.output
          == "card_id,review_rating,review_time,review_duration\r\nsad/recall,3,1795200000500,4100\r\n"
      )
      let notes = try await sandbox.run("export", "--format", "anki")
      #expect(notes.lines.prefix(2) == ["#separator:tab", "#html:true"])
      #expect(notes.lines.count == 6 + 2 * 4)
      let wrong = try await sandbox.run("export", "--format", "anki", "--reviews")
      #expect(wrong.status == 2)
    }

    @Test func aMoodTrackersTableBecomesCheckIns() async throws {
      let sandbox = try Sandbox()
      let path = try file(
        "full_date,date,weekday,time,mood,activities,note_title,note\r\n"
          + "2026-07-27,July 27,Monday,20:39,irritable,,\"\",\"two\r\nlines\"\r\n"
          + "2026-01-26,January 26,Monday,8:20 am,rad,,,\r\n", "daylio.csv", in: sandbox)
      let outcome = try await sandbox.run(
        ["import", path], environment: ["TZ": "Europe/Berlin"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.lines.first?.hasPrefix("Imported 2 check-ins from 2026-01-26 to ") == true)
      #expect(
        outcome.lines.last?.hasPrefix("One word isn't in the lexicon and is kept as it is: rad;")
          == true)
      let text = try sandbox.logs().map(\.text).joined()
      let lines = text.split(separator: "\n")
      #expect(lines[0].hasPrefix(#"{"at":1769412000000,"#) && lines[0].contains(#""off":60"#))
      #expect(lines[1].hasPrefix(#"{"at":1785177540000,"#) && lines[1].contains(#""off":120"#))
      #expect(lines[1].contains(#""note":"two\nlines""#))
      // The next export of the same tracker holds them again.
      let more = try file(
        try Sandbox.text(path) + "2026-08-01,August 1,Saturday,9:00,calm,,,\r\n", "more.csv",
        in: sandbox)
      let next = try await sandbox.run(["import", more], environment: ["TZ": "Europe/Berlin"])
      #expect(next.lines.first?.hasSuffix("; 2 were there already.") == true)
      #expect(try sandbox.events().count == 3)
      // What was deleted does not come back.
      let log = try #require(sandbox.logs().first { $0.text.contains("irritable") })
      let left = log.text.split(separator: "\n").map { line in
        line.contains("irritable")
          ? #"{"at":1785177540000,"day":20661,"gone":true,"id":"x:1","off":120,"v":1}"# : "\(line)"
      }
      try sandbox.write(left.map { $0 + "\n" }.joined(), to: "log/" + log.name)
      let last = try file(try Sandbox.text(more) + "\r\n", "last.csv", in: sandbox)
      let none = try await sandbox.run(["import", last], environment: ["TZ": "Europe/Berlin"])
      #expect(none.output.contains("is there already, and nothing was changed"))
      #expect(none.output.contains("One check-in is left out since it was deleted here before"))
      // Unless it is asked for. Of two at that time nobody can tell which was deleted.
      let asked = try await sandbox.run(
        ["import", last, "--deleted", "--dry-run"], environment: ["TZ": "Europe/Berlin"])
      #expect(asked.output.hasPrefix("1 check-in of 2026-07-27 would be imported; 2 were there"))
      let two = try file(
        try Sandbox.text(last) + "2026-07-27,July 27,Monday,20:39,calm,,,\r\n", "two.csv",
        in: sandbox)
      let both = try await sandbox.run(
        ["import", two, "--dry-run"], environment: ["TZ": "Europe/Berlin"])
      #expect(both.output.hasPrefix("2 check-ins of 2026-07-27 would be imported"))
      #expect(both.output.contains("\n2 check-ins are of times at which something was deleted"))
    }

    @Test func onesOwnTableIsThereAlready() async throws {
      let sandbox = try Sandbox()
      let start = #"{"at":1795200009123,"day":20777,"off":-300,"v":1,"#
      let events = [
        #""id":"pad:3","checkin":{"feelings":[{"id":"x y","strength":4,"word":"Nobody's, word"}],"#
          + #""note":" \u200ea\tb\u00a0 "}}"#,
        #""id":"pad:4","checkin":{"feelings":[{"id":"sad","strength":2,"word":"sad"}],"said":"=bad"}}"#,
      ]
      try sandbox.write(events.map { start + $0 + "\n" }.joined(), to: "log/import-1.jsonl")
      let table = try await sandbox.run("export", "--format", "csv")
      #expect(table.output.contains("\u{200E}"))
      let path = try file(table.output, "own.csv", in: sandbox)
      var before = try sandbox.files()
      for _ in ["open", "locked"] {
        let outcome = try await sandbox.run("import", path)
        #expect(
          outcome.lines.first == "Everything in \(path) is there already, and nothing was changed.")
        #expect(try sandbox.files() == before)
        // Where it cannot be read, what stands at the same time is taken for it.
        let lock = try await sandbox.run("lock", "--passphrase-stdin", input: "x\n")
        #expect(lock.status == 0)
        before = try sandbox.files()
      }
    }

    /// An empty export is right then, and told; a folder that lost its logs is something else.
    @Test func beforeTheFirstUseAnExportIsEmpty() async throws {
      let sandbox = try Sandbox()
      let exports = [
        ["json"]: "{\"inkling\":1,\"events\":[]}\n", ["csv"]: "date,time,utc offset,",
        ["anki"]: "#separator:tab\n", ["csv", "--reviews"]: "card_id,review_rating,",
      ]
      for (format, start) in exports {
        let outcome = try await sandbox.run(["export", "--format"] + format)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix(start))
        #expect(outcome.errors.hasPrefix("There's nothing in \(sandbox.data) yet"))
        #expect(!FileManager.default.fileExists(atPath: sandbox.data))
      }
      try sandbox.write("", to: "schedule.json")
      let lost = try await sandbox.run("export")
      #expect(lost.status == 1 && lost.output.isEmpty)
      #expect(lost.errors.hasPrefix("Inkling could not read \(sandbox.data)/log: "))
      try sandbox.write("", to: "log/desk.jsonl")
      #expect(try await sandbox.run("export").output == "{\"inkling\":1,\"events\":[]}\n")
    }

    @Test func aCardThatCannotBeOneIsNotPrinted() async throws {
      let sandbox = try Sandbox()
      let card = #"\u001b]52;c;eA==\u0007x\u202e/recall"#
      try sandbox.write(
        [#"{"card":"\#(card)","grade":3,"ms":1}"#, #"{"card":"sad/recall","grade":3,"ms":1}"#]
          .enumerated().map { index, review in
            #"{"at":1795200000500,"day":20777,"id":"pad:\#(index + 1)","off":0,"review":\#(review),"v":1}"#
              + "\n"
          }.joined(), to: "log/pad.jsonl")
      let reviews = try await sandbox.run("export", "--reviews")
      #expect(reviews.output.hasSuffix("_duration\r\nsad/recall,3,1795200000500,1\r\n"))
      #expect(reviews.errors.hasPrefix("One answer is to something that can't be a card"))
      for sign in ["\u{1B}", "\u{7}", "\u{202E}"] { #expect(!reviews.output.contains(sign)) }
      // It stays in the log, and in what is everything.
      #expect(try await sandbox.run("export").output.contains(card))
      #expect(try await sandbox.run("due").output.isEmpty == false)
    }

    @Test(arguments: [
      ("date,mood\n2026-01-02,calm\n2026-02-30,sad\n", "line 3 of "),
      ("date,mood\n2026-01-02,calm\n2026-01-03,\"sad", "never closed"),
      ("id,cid,usn,ease,ivl,lastIvl,factor,time,type\n", "inkling fit --log"),
      ("{\"inkling\":1,\"events\":[\n{\"v\":1}]}", "line 2 of "), ("{\"inkling\":7}", "newer"),
      ("a,b\n1,2\n", "--map date=COLUMN"), ("", "is empty"),
      ("[{\"mood\":1}]", "JSON of another program"), ("{\"days\":[]}", "JSON of another program"),
      ("{\"days\":", "is not JSON"), ("PK\u{3}\u{4}", "save it as CSV"),
    ])
    func nothingIsImportedWhenAnythingIsWrong(_ text: String, _ reason: String) async throws {
      let sandbox = try Sandbox()
      let path = try file(text, "bad\u{1B}[31m\u{202E}\nname", in: sandbox)
      let outcome = try await sandbox.run("import", path)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(isOneSentence(outcome.errors))
      #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\u{202E}"))
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func plainTalkAndErrorsCommandNoTerminal() async throws {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      let hostile = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"
      let outcomes = [
        try await sandbox.run("name", "--plain", input: "\(hostile)\n"),
        try await sandbox.run("refine", hostile), try await sandbox.run("--\(hostile)"),
        try await sandbox.run("import", hostile),
        try await sandbox.run("due", "--data-dir", "/dev/null/\(hostile)"),
      ]
      for outcome in outcomes {
        for sign in ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"] {
          #expect(!outcome.output.contains(sign) && !outcome.errors.contains(sign))
        }
      }
    }
  }
}
