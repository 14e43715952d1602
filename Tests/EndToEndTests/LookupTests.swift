import Foundation
import Testing

extension EndToEnd {
  /// The commands that other programs read. Fields may be added, never renamed.
  @Suite struct Lookup {
    @Test func refineTellsFinerWords() async throws {
      let sandbox = try Sandbox()
      let answer: Refinement = try await sandbox.json("refine", "stressed", "--json")
      #expect(answer.word == "stressed")
      #expect(answer.finer.prefix(3).map(\.word) == ["overwhelmed", "pressured", "disappointed"])
      #expect(answer.finer.allSatisfy { !$0.because.isEmpty && !$0.meaning.isEmpty })

      // Several words, an alias, and a word that is fine already.
      let alias: Refinement = try await sandbox.json("refine", "stressed", "out", "--json")
      #expect(alias.word == "stressed")
      let known: Refinement = try await sandbox.json("refine", "--json", "overwhelmed")
      #expect(known.word == "overwhelmed")
      #expect(!known.finer.isEmpty)

      let plain = try await sandbox.run("refine", "stressed")
      #expect(plain.lines.first == "stressed could be")
      #expect(plain.lines.dropFirst().first == "  overwhelmed   it is more than I can hold")
      // Looking something up leaves nothing behind.
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func anUnknownWordGetsASuggestion() async throws {
      let sandbox = try Sandbox()
      let slip = try await sandbox.run("refine", "stresed")
      #expect(slip.status == 1)
      #expect(slip.output.isEmpty)
      #expect(isOneSentence(slip.errors))
      #expect(slip.errors.hasSuffix("did you mean stressed?\n"))

      for command in ["word", "explore"] {
        let outcome = try await sandbox.run(command, "overwelmed")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasSuffix("did you mean overwhelmed?\n"))
      }
      let hostile = try await sandbox.run("refine", "\u{1B}[31mqqqqqqqq\u{9B}\u{7}")
      #expect(hostile.status == 1)
      #expect(isOneSentence(hostile.errors))
    }

    /// People to talk to are named instead of words, and nothing is printed that a program would read.
    @Test(arguments: [["refine"], ["refine", "--json"], ["word"], ["explore"]])
    func careComesBeforeWords(_ command: [String]) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(command + ["I", "want", "to", "die"])
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("please talk to a person now"))
      #expect(outcome.errors.contains("findahelpline.com") || outcome.errors.contains("988"))
      #expect(outcome.errors.contains("Nothing of this was saved."))
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func careNamesTheLinesOfACountry() async throws {
      let sandbox = try Sandbox()
      let germany = try await sandbox.run("care", "germany")
      #expect(germany.status == 0)
      #expect(germany.output.contains("0800 111 0 111: call, any hour (German) · Telefon"))
      let nowhere = try await sandbox.run("care", "Atlantis")
      #expect(nowhere.status == 1)
      #expect(isOneSentence(nowhere.errors))
      #expect(nowhere.output.contains("findahelpline.com"))
    }

    @Test func wordTellsAWholeEntry() async throws {
      let sandbox = try Sandbox()
      let entry: Entry = try await sandbox.json("word", "overwhelmed", "--json")
      #expect(entry.id == "overwhelmed")
      #expect(entry.word == "overwhelmed")
      #expect(!entry.meaning.isEmpty)
      #expect(!entry.near.isEmpty)
      #expect(!entry.situations.isEmpty)
      #expect(entry.taxonomies.contains { $0.taxonomy == "roberts" })
      let plain = try await sandbox.run("word", "overwhelmed")
      #expect(plain.lines.first == "overwhelmed: \(entry.meaning)")
    }

    @Test func taxonomiesAndTheirWords() async throws {
      let sandbox = try Sandbox()
      let all: [Taxonomy] = try await sandbox.json("taxonomies", "--json")
      let plutchik = try #require(all.first { $0.id == "plutchik" })
      #expect(plutchik.name.contains("Plutchik"))
      #expect(plutchik.year == 1980)
      #expect(all.allSatisfy { !$0.authors.isEmpty && !$0.source.isEmpty })

      let words: [Entry] = try await sandbox.json("words", "--taxonomy", "plutchik", "--json")
      #expect(words.count == plutchik.words)
      #expect(words.contains { $0.id == "terror" || $0.word == "terrified" })
      let lexicon: [Entry] = try await sandbox.json("words", "--json")
      #expect(lexicon.count > words.count)
      #expect(Set(lexicon.map(\.id)).count == lexicon.count)

      let none = try await sandbox.run("words", "--taxonomy", "nonsense")
      #expect(none.status == 1)
      #expect(none.errors.contains("plutchik"))
    }

    @Test func dueCountsForStatusBars() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run("due", "--json")
      let fields = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(Set(fields.keys).isSuperset(of: ["due", "new", "next"]))
      #expect(fields["due"] as? Int == 8)
      #expect(fields["new"] as? Int == 8)
      #expect(fields["next"] is NSNull)
      let plain = try await sandbox.run("due")
      #expect(plain.output == "8 due, 8 of them new\n")
    }

    @Test func doctorTellsWhetherTheContentIsSound() async throws {
      let sandbox = try Sandbox()
      let sound = try await sandbox.run("doctor", "--content")
      #expect(sound.status == 0)
      #expect(sound.output.hasPrefix("The content is sound: 649 words, "))
      #expect(sound.lines.count == 1)
      #expect(sound.errors.isEmpty)
      let other = try await sandbox.run("doctor")
      #expect(other.status == 0)
      #expect(other.lines == ["There is nothing at \(sandbox.data) yet, and nothing to check."])
      #expect(other.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: sandbox.data))
    }

    @Test func helpAndVersion() async throws {
      let sandbox = try Sandbox()
      let version = try await sandbox.run("--version")
      #expect(version.status == 0)
      #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
      for arguments in [["--help"], ["-h"], ["help"], ["help", "due"], ["name", "--help"]] {
        let help = try await sandbox.run(arguments)
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: inkling"))
        #expect(help.errors.isEmpty)
      }
    }

    @Test(arguments: [
      ["--nonsense"], ["due", "--nonsense"], ["nonsense"], ["refine"], ["due", "--data-dir"],
      ["practice", "--minutes", "0"], ["--plain"], ["journal", "--plain"],
    ])
    func wrongUseEndsWithTwo(arguments: [String]) async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }
}

private struct Refinement: Decodable {
  let word: String
  let finer: [Finer]

  struct Finer: Decodable {
    let word: String
    let because: String
    let meaning: String
  }
}

private struct Entry: Decodable {
  let id: String
  let word: String
  let meaning: String
  let near: [Near]
  let situations: [Situation]
  let taxonomies: [Place]

  struct Near: Decodable {
    let word: String
    let difference: String
  }

  struct Situation: Decodable {
    let text: String
  }

  struct Place: Decodable {
    let taxonomy: String
    let paths: [[String]]
  }
}

private struct Taxonomy: Decodable {
  let id: String
  let name: String
  let authors: String
  let year: Int
  let source: String
  let words: Int
}

extension Sandbox {
  /// What a command prints, which must be JSON and nothing else.
  func json<Answer: Decodable>(_ arguments: String...) async throws -> Answer {
    let outcome = try await run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }
}
