import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

/// Every screen at the usual and at the smallest size.
@Suite struct GoldenTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

  static let week: [Deed] = [
    CheckIn.of("let-down", "drained"), CheckIn.of("calm"),
    CheckIn.of("overwhelmed", note: "the third deadline this week"),
  ]

  /// The same, locked.
  static let sealed = [Deed](repeating: .sealed(Sealed(box: "AQ==")), count: 2)

  static let scenes: [(name: String, start: App.Start, deeds: [Deed], keys: String)] = [
    ("home, new", .home, [], ""),
    ("home", .home, week, ""),
    ("home, help", .home, [], "?"),
    ("name", .name, [], ""),
    ("name, typed", .name, [], "tir"),
    ("name, unknown", .name, [], "qzx"),
    ("name, care", .name, [], "suicidal"),
    ("name, heard", .name, [], "I feel tired and empty"),
    ("name, nothing heard", .name, [], "I feel like nobody cares"),
    ("care", .name, [], "suicidal<Enter>"),
    ("care, note", .name, [], "stressed<Enter><Enter><Down>I want to die<Enter>"),
    ("care, asked", .home, [], "?c"),
    ("care, countries", .home, [], "?cc"),
    ("name, shortlist", .name, [], "stressed<Enter>"),
    ("name, several", .name, [], "stressed<Enter><Space><Down><Down><Space>"),
    ("name, none of these", .name, [], "stressed<Enter>0"),
    ("name, none of those either", .name, [], "stressed<Enter>00"),
    ("name, none but marked", .name, [], "stressed<Enter><Space>00"),
    ("name, own word", .name, [], "stressed<Enter>00osunday scaries"),
    ("name, own word saved", .name, [], "stressed<Enter>00osunday scaries<Enter>"),
    ("name, pleasant", .name, [], "okay<Enter><Enter>"),
    ("name, body", .name, [], "stressed<Enter>b"),
    ("name, body typed", .name, [], "stressed<Enter>bjaw"),
    ("name, two cues", .name, [], "stressed<Enter>bjaw<Enter>"),
    ("name, saved", .name, [], "stressed<Enter><Enter>"),
    ("name, note", .name, [], "stressed<Enter><Enter>5<Down>the build is red"),
    ("name, note of lines", .name, [], "stressed<Enter><Enter><Down>the build is red<New>again"),
    ("name, help", .name, [], "?"),
    ("name, story", .name, [], "rejected<Enter><Enter>"),
    ("practice", .practice, week, ""),
    ("practice, right", .practice, week, "!right"),
    ("practice, wrong", .practice, week, "!wrong"),
    ("practice, don't know", .practice, week, "0"),
    ("practice, stopped", .practice, week, "0<Enter>!wrong<Enter>!right<Esc>"),
    ("practice, another case", .practice, week, "!rightm"),
    ("practice, grade", .practice, week, "!rightg"),
    ("practice, help", .practice, week, "?"),
    ("explore", .explore, [], ""),
    ("explore, families", .explore, [], "<Right><Down><Down><Right><Down>"),
    ("explore, deep", .explore, [], "<Down><Down><Right><Down><Down><Right><Down><Down>"),
    ("explore, plutchik", .explore, [], "<Down><Down><Down><Down><Down><Down><Right><End><Right>"),
    ("explore, ranges", .explore, [], "<Down><Down><Down><Down><Down><Down><Down><Right><Right>"),
    ("explore, plane", .explore, [], "p<Right><Right><Up>"),
    ("explore, another plane", .explore, [], "pw<Left>"),
    ("explore, search", .explore, [], "/lone"),
    ("explore, search nothing", .explore, [], "/qqq"),
    ("word", .word("overwhelmed"), [], ""),
    ("word, scrolled", .word("overwhelmed"), [], "<Tab><PgDn>"),
    ("word, story", .word("betrayed"), [], ""),
    ("word, kept", .word("overwhelmed"), [], "k"),
    ("journal, empty", .journal, [], ""),
    ("journal", .journal, week, "<Down>"),
    ("journal, deleted", .journal, week, "d"),
    ("entry", .journal, week, "<Enter>"),
    ("journal, locked", .journal, sealed, ""),
    ("journal, locked in part", .journal, week + sealed, ""),
    ("unlock", .journal, sealed, "p"),
    ("unlock, typed", .journal, sealed, "<Enter>open sesame"),
    ("unlock, nothing typed", .journal, sealed, "p<Enter>"),
    ("journal, locked, help", .journal, sealed, "?"),
  ]

  @Test(arguments: scenes.indices, sizes)
  func screen(_ index: Int, _ size: Size) throws {
    let scene = Self.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), scene.name)
  }

  @Test(arguments: [
    "home", "name", "name, shortlist", "name, several", "word", "explore, families",
    "explore, plane", "explore, search", "practice, wrong", "journal",
  ])
  func largeTerminal(_ name: String) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    try Golden.check(rehearsal.frame(columns: 120, rows: 40), name)
  }

  /// Some words are found without a list by now.
  @Test(arguments: sizes)
  func progress(_ size: Size) throws {
    var rehearsal = Rehearsal(.home)
    for (index, word) in ["calm", "torn", "guilty", "proud", "tense"].enumerated() {
      rehearsal.learn(word, .recognize)
      if index < 2 { rehearsal.learn(word, .recall) }
    }
    rehearsal.add(CheckIn.of("torn"))
    rehearsal.sleep(days: 1)
    rehearsal.add(CheckIn.of("tense", "tired"))
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "home, progress")
  }

  /// Recall opens on a later day, once recognizing is learned.
  @Test(arguments: sizes)
  func recall(_ size: Size) throws {
    var rehearsal = Rehearsal(.home, after: Self.learned)
    rehearsal.sleep(days: 1)
    rehearsal.press("p")
    func check(_ name: String) throws {
      try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), name)
    }
    try check("recall")
    rehearsal.press("<Tab>overw")
    try check("recall, hint")
    rehearsal.press("helmd<Enter>")
    try check("recall, misspelled")
    rehearsal.press("u")
    rehearsal.press("pressured<Enter>")
    try check("recall, near")
    rehearsal.press("u<Enter>")
    try check("recall, given up")
  }

  @Test(arguments: sizes)
  func summary(_ size: Size) throws {
    var rehearsal = Rehearsal(.practice, after: Self.week, minutes: 1)
    rehearsal.play("!right<Enter>!wrong")
    rehearsal.wait(seconds: 61)
    rehearsal.play("<Enter>!wrong<Enter>!wrong<Enter>")
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "practice, summary")
  }

  @Test(arguments: sizes)
  func nothingDue(_ size: Size) throws {
    let reviews = (0..<8).map { index in
      Deed.reviewed(
        Review(
          card: CardKey(
            word: embeddedLibrary().teachingOrder[index], skill: .recognize),
          grade: .easy, milliseconds: 4000))
    }
    var rehearsal = Rehearsal(.home, after: reviews)
    rehearsal.press("p")
    try Golden.check(
      rehearsal.frame(columns: size.columns, rows: size.rows), "practice, nothing due")
  }

  /// A card that slips for the fourth time: the offer, the drill, and the summary.
  @Test(arguments: sizes)
  func leech(_ size: Size) throws {
    var rehearsal = Rehearsal(.home, minutes: 1)
    rehearsal.slip("overwhelmed", instead: "pressured", times: 3)
    rehearsal.press("p")
    func check(_ name: String) throws {
      try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), name)
    }
    rehearsal.play("!wrong")
    try check("leech, offer")
    var late = rehearsal
    rehearsal.press("t")
    try check("leech, drill")
    rehearsal.press("1")
    try check("leech, drill answered")
    rehearsal.press("<Esc>")
    try check("leech, drill left")
    late.wait(seconds: 61)
    late.play("<Enter>!right<Enter>")
    rehearsal = late
    try check("leech, summary")
  }

  /// A neighbor begun beside the word before it.
  @Test(arguments: sizes)
  func beside(_ size: Size) throws {
    var rehearsal = Rehearsal(.practice)
    rehearsal.play("!right<Enter>!right")
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "practice, beside")
  }

  @Test(arguments: sizes)
  func clockBehind(_ size: Size) throws {
    var rehearsal = Rehearsal(.home)
    rehearsal.world.newest = Moment(
      milliseconds: Rehearsal.evening.milliseconds + 4 * 86_400_000, offsetMinutes: 0)
    rehearsal.press("p")
    try Golden.check(
      rehearsal.frame(columns: size.columns, rows: size.rows), "practice, clock days behind")
    rehearsal.world.newest?.milliseconds = Rehearsal.evening.milliseconds + 400_000
    rehearsal.world.newest?.day = Rehearsal.evening.day
    rehearsal.press("<Esc>p")
    try Golden.check(
      rehearsal.frame(columns: size.columns, rows: size.rows), "practice, clock minutes behind")
  }

  @Test(arguments: sizes)
  func undoneOnHome(_ size: Size) throws {
    var rehearsal = Rehearsal(.home, after: Self.learned)
    rehearsal.sleep(days: 1)
    rehearsal.press("u")
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "home, taken back")
  }

  @Test(arguments: sizes)
  func wrongPassphrase(_ size: Size) throws {
    var rehearsal = Rehearsal(.journal, after: Self.sealed)
    rehearsal.press("popen sesame<Enter>")
    rehearsal.tell(
      .told(
        "That passphrase doesn't open the journal: type it again, with the same keyboard layout "
          + "as when you set it."))
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "unlock, wrong")
  }

  @Test func tooSmall() throws {
    try Golden.check(Rehearsal().frame(columns: 39, rows: 12), "too small")
    try Golden.check(Rehearsal().frame(columns: 80, rows: 11), "too small")
  }

  @Test(arguments: sizes)
  func diskFull(_ size: Size) throws {
    var rehearsal = Rehearsal(.name)
    rehearsal.failure = "Inkling could not write to the log: the disk is full."
    rehearsal.press("stressed<Enter><Enter>")
    try Golden.check(rehearsal.frame(columns: size.columns, rows: size.rows), "disk full")
  }

  /// Reviews that leave only one card to begin: overwhelmed, to be recalled.
  static let learned: [Deed] = [
    CheckIn.of("overwhelmed"),
    .reviewed(
      Review(
        card: CardKey(word: "overwhelmed", skill: .recognize), grade: .easy, milliseconds: 4000)),
  ]
}

extension Rehearsal {
  /// Presses keys; "!right" and "!wrong" answer the question on the screen so.
  mutating func play(_ script: String) {
    var rest = script[...]
    while let mark = rest.firstRange(of: "!") {
      press(String(rest[..<mark.lowerBound]))
      rest = rest[mark.upperBound...]
      let isRight = rest.hasPrefix("right")
      rest = rest.dropFirst(5)
      press(answer(right: isRight))
    }
    press(String(rest))
  }

  /// Brings a card past its first steps.
  mutating func learn(_ word: WordID, _ skill: Skill) {
    add(
      .reviewed(
        Review(card: CardKey(word: word, skill: skill), grade: .easy, milliseconds: 4000)))
  }

  /// A word that is learned and then forgotten time after time, last so that it is due again now.
  mutating func slip(_ word: WordID, instead: WordID, times: Int) {
    let card = CardKey(word: word, skill: .recognize)
    func review(_ grade: Grade) -> Deed {
      .reviewed(
        Review(
          card: card, grade: grade, milliseconds: 4000, instead: grade == .again ? instead : nil))
    }
    add(review(.easy))
    for _ in 0..<times {
      sleep(days: 60)
      add(review(.again))
      add(review(.good))
    }
    sleep(days: 60)
  }

  /// The digit of a right or of a wrong option.
  private func answer(right: Bool) -> String {
    guard let exercise = app.question?.exercise, case .choosing(let options) = exercise.answering,
      let index = options.firstIndex(where: { ($0 == exercise.word) == right })
    else { return "" }
    return "\(index + 1)"
  }
}
