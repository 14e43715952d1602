import Foundation
import Testing

@testable import EmotionCore

/// Texts that call for care and texts that don't, a file for each kind, in `Texts/`: `own-` by who wrote
/// the rules, before they were tried on anything else; `blind-` by people who never saw the rules, all
/// read since to write more rules; `later-` by who wrote those, to see what they miss; `unseen-` by
/// somebody else again: no rule was written from these.
@Suite struct CareTests {
  struct Sample: CustomTestStringConvertible {
    let kind: String
    let text: String

    var testDescription: String { "\(kind): \(text)" }
  }

  static func samples(_ name: String) throws -> [Sample] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Texts/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let columns = line.split(separator: "\t", maxSplits: 1)
      return Sample(kind: String(columns[0]), text: String(columns[1]))
    }
  }

  private static func wrong(_ name: String, expecting: Bool) throws -> [Sample] {
    try samples(name).filter { Care.isCalledFor(by: $0.text) != expecting }
  }

  @Test func ownTextsAreAllHeard() throws {
    for sample in try Self.wrong("own-crisis", expecting: true) {
      Issue.record("missed: \(sample)")
    }
    #expect(try Self.samples("own-crisis").count >= 80)
  }

  @Test func ownOrdinaryTextsAreAllLeftAlone() throws {
    for sample in try Self.wrong("own-ordinary", expecting: false) {
      Issue.record("called for nothing: \(sample)")
    }
    #expect(try Self.samples("own-ordinary").count >= 250)
  }

  /// Some are still read wrong; no rule may make them more.
  @Test(arguments: [
    ("blind-crisis", true, 140, 0), ("blind-ordinary", false, 320, 4),
    ("later-crisis", true, 391, 48), ("later-ordinary", false, 344, 17),
    ("unseen-crisis", true, 100, 17), ("unseen-ordinary", false, 200, 11),
  ])
  func harderTextsGetNoWorse(_ name: String, expecting: Bool, count: Int, wrong: Int) throws {
    let found = try Self.wrong(name, expecting: expecting)
    #expect(try Self.samples(name).count == count)
    #expect(found.count <= wrong, "\(found.map(\.testDescription).joined(separator: "\n"))")
  }

  /// Nothing that Inkling itself says, or tells as a case, brings up the page; the few that do speak of
  /// an end of their own.
  @Test func ourOwnContentIsOrdinary() {
    var called = 0
    var index = 0
    for file in RealData.library().parts("", JSON.self) {
      file.element.visitTexts { text, _, _ in
        // Every tenth is enough, and all of them take long.
        index += 1
        if index % 10 == 0, Care.isCalledFor(by: text) { called += 1 }
      }
    }
    #expect(index > 30_000)
    #expect(called <= 3)
  }

  @Test(arguments: [
    "I WANT TO DIE", "i want to die!!!", "I  want\tto   die", "“I want to die”", "i wanna dieeee",
    "I don’t want to live", "I dont want to live", "I do not want to live", "k.m.s", "K M S",
    "s*icide", "su1cide", "i want to k1ll myself", "i wnat to die", "sucide", "kill my self",
    "so tired. so tired of all of it. I want to die. then I made dinner",
  ])
  func writingItOtherwiseChangesNothing(_ text: String) {
    #expect(Care.isCalledFor(by: text))
  }

  /// No phrase says these; several small signs of one's own death do, and a denial, another person or a
  /// figure of speech takes them back.
  @Test(arguments: [
    ("nothing of me should exist, it would be a mercy", true), ("nothing of me is left", false),
    ("my funeral, a calm one, tonight", true), ("my sister's funeral, a calm one, tonight", false),
    ("wishing for a calm coffin for me", true), ("scared, wishing for a calm coffin for me", false),
    ("wishing for a calm coffin", false),
  ])
  func smallSignsAddUp(_ text: String, isEnough: Bool) {
    #expect(PlainSpeech(text).sentences.contains(where: CareSigns.areEnough) == isEnough)
    #expect(Care.isCalledFor(by: text) == isEnough)
  }

  /// What's ordinary in each sentence is a goodbye in all three.
  @Test func threeSignsMakeAGoodbye() {
    let signs = ["I love you all.", "Please forgive me.", "Take care of mom."]
    #expect(Care.isCalledFor(by: signs.joined(separator: " ")))
    for left in signs.indices {
      let two = signs.indices.filter { $0 != left }.map { signs[$0] }.joined(separator: " ")
      #expect(!Care.isCalledFor(by: two), "\(two)")
    }
  }

  /// A page too many is cheap, so a denial doesn't keep it away.
  @Test(arguments: [
    "I'd never kill myself", "I'm not suicidal", "not that I'd kill myself or anything",
  ])
  func denialsCount(_ text: String) { #expect(Care.isCalledFor(by: text)) }

  @Test(arguments: [
    ("my brother wanted to die", "I wanted to die"),
    ("she wants to hurt herself", "I want to hurt myself"),
    ("he tried to kill himself", "I tried to kill myself"),
    ("my friend took too many pills", "I took too many pills"),
  ])
  func itIsAboutWhoWrites(_ other: String, _ own: String) {
    #expect(!Care.isCalledFor(by: other))
    #expect(Care.isCalledFor(by: own))
  }

  /// While it's being typed, a word counts once it's ended.
  @Test(arguments: [
    ("i want to die", false), ("i want to die ", true), ("i want to die.", true),
    ("i want to diet", false), ("suicidal", true), ("kms", true), ("", false),
    ("i want to die because", true),
  ])
  func halfAWordDoesNotCount(_ text: String, isCalling: Bool) {
    #expect(Care.isCalledFor(bySoFar: text) == isCalling)
  }

  @Test(arguments: [
    "", " ", "\n", "…", "'''", "****", "🙂", "\u{0}\u{1b}[31m", "a", "i i i i i", ", , ,",
    String(repeating: "not ", count: 5000), String(repeating: "i want to ", count: 3000),
    String(repeating: "x", count: 100_000), String(repeating: "aé漢👩‍👩‍👧‍👦", count: 2000),
  ])
  func anythingCanBeRead(_ text: String) {
    #expect(!Care.isCalledFor(by: text))
    #expect(Care.isCalledFor(by: text + ". I want to die"))
  }
}
