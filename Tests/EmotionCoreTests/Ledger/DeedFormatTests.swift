import EmotionCore
import Foundation
import SpacedRepetition
import Testing

/// The file format of the log, pinned: what was written once can be read for ever.
@Suite struct DeedFormatTests {
  private static let recall = CardKey(word: "let-down", skill: .recall)
  private static let small = CheckIn(feelings: [.init(id: "sad", word: "sad")])
  private static let full = CheckIn(
    feelings: [
      .init(id: "let-down", word: "let down", strength: 4),
      .init(id: "torn", word: "torn", strength: 1),
    ],
    said: "stressed", cues: ["tight jaw"], note: "After the call.")

  private static let formats: [(deed: Deed, json: String)] = [
    (
      .reviewed(Review(card: recall, grade: .good, milliseconds: 4210)),
      #"{"review":{"card":"let-down/recall","grade":3,"ms":4210}}"#
    ),
    (
      .reviewed(Review(card: recall, grade: .again, milliseconds: 90, instead: "disappointed")),
      #"{"review":{"card":"let-down/recall","grade":1,"instead":"disappointed","ms":90}}"#
    ),
    (
      .checkedIn(small),
      #"{"checkin":{"feelings":[{"id":"sad","strength":3,"word":"sad"}]}}"#
    ),
    (
      .checkedIn(full),
      #"{"checkin":{"cues":["tight jaw"],"feelings":["#
        + #"{"id":"let-down","strength":4,"word":"let down"},"#
        + #"{"id":"torn","strength":1,"word":"torn"}],"#
        + #""note":"After the call.","said":"stressed"}}"#
    ),
    (
      .amended(Amendment(entry: "laptop-12", checkIn: small)),
      #"{"amend":{"checkIn":{"feelings":[{"id":"sad","strength":3,"word":"sad"}]},"#
        + #""entry":"laptop-12"}}"#
    ),
    (.removed(Removal(entry: "laptop-12")), #"{"remove":{"entry":"laptop-12"}}"#),
    (.kept(Keeping(word: "let-down")), #"{"keep":{"word":"let-down"}}"#),
    (.planned(Plan()), #"{"plan":{}}"#),
    (
      .planned(Plan(parameters: [0.25, 1], retention: 0.85, lighter: [5, 6], newPerDay: 4)),
      #"{"plan":{"lighter":[5,6],"new":4,"parameters":[0.25,1],"retention":0.85}}"#
    ),
    (.sealed(Sealed(box: "AAECAw==")), #"{"sealed":{"box":"AAECAw=="}}"#),
    (
      .sealed(Sealed(amends: "laptop:12", box: "AAECAw==")),
      #"{"sealed":{"amends":"laptop:12","box":"AAECAw=="}}"#
    ),
  ]

  @Test(arguments: formats)
  func isWrittenAsPinned(_ deed: Deed, _ json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(deed), as: UTF8.self) == json)
  }

  @Test(arguments: formats)
  func isReadAsPinned(_ deed: Deed, _ json: String) throws {
    #expect(try JSONDecoder().decode(Deed.self, from: Data(json.utf8)) == deed)
  }

  @Test func everyGradeIsItsNumber() throws {
    let json = try JSONEncoder().encode(Grade.allCases)
    #expect(String(decoding: json, as: UTF8.self) == "[1,2,3,4]")
  }

  @Test(
    arguments: [
      #"{"dance":{"word":"sad"}}"#, "{}", "[]", #"{"review":{"card":"sad/recall","grade":3}}"#,
      #"{"review":{"card":"sad/dance","grade":3,"ms":1}}"#,
      #"{"review":{"card":"sad/recall","grade":5,"ms":1}}"#, #"{"keep":{}}"#,
    ])
  func whatIsNoKnownDeedIsAnError(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Deed.self, from: Data(json.utf8))
    }
  }

  /// What another program wrote.
  @Test(arguments: [(99, 5), (0, 1), (-7, 1), (2, 2)])
  func aStrengthIsOneToFive(written: Int, read: Int) throws {
    let json =
      #"{"checkin":{"feelings":[{"id":"sad","strength":\#(written),"word":"sad"}]}}"#
    let feeling = CheckIn.Feeling(id: "sad", word: "sad", strength: read)
    let deed = try JSONDecoder().decode(Deed.self, from: Data(json.utf8))
    #expect(deed == .checkedIn(CheckIn(feelings: [feeling])))
  }

  @Test func fieldsAddedByALaterVersionDoNoHarm() throws {
    let json = #"{"keep":{"word":"sad","why":"heard it"},"later":{}}"#
    let deed = try JSONDecoder().decode(Deed.self, from: Data(json.utf8))
    #expect(deed == .kept(Keeping(word: "sad")))
  }
}
