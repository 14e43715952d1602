import Testing

@testable import Storage

/// Putting two devices' copies of one log together.
@Suite struct LogMergeTests {
  private static func text(_ lines: String...) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func merge(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> String {
    String(decoding: LogMerge.merge(base: base, ours: ours, theirs: theirs), as: UTF8.self)
  }

  private static let one = line("a", 1, "sad", minute: 1)
  private static let two = line("a", 2, "glad", minute: 2)
  private static let three = line("a", 3, "mad", minute: 3)
  private static let gone = version(#""gone":{"kind":"a long reason"}"#, minute: 1)
  private static let sealed = version(#""sealed":{"checkin":"…"}"#, minute: 1)

  /// The first event in other words.
  private static func version(_ body: String, minute: Int) -> String {
    let time = Stamp.minute(minute).milliseconds
    return #"{"at":\#(time),"day":20000,"id":"a:1","off":60,"v":1,\#(body)}"#
  }

  @Test func theLongerOfTwoTakesAll() {
    let short = Self.text(Self.one)
    let long = Self.text(Self.one, Self.two)
    #expect(Self.merge(short, short, long).utf8.elementsEqual(long))
    #expect(Self.merge(short, long, short).utf8.elementsEqual(long))
    #expect(Self.merge([], [], long).utf8.elementsEqual(long))
  }

  @Test func bothSidesLinesAreKept() {
    let base = Self.text(Self.one)
    let merged = Self.merge(base, Self.text(Self.one, Self.two), Self.text(Self.one, Self.three))
    #expect(merged.utf8.elementsEqual(Self.text(Self.one, Self.three, Self.two)))
  }

  @Test func aMissingLineDeletesNothing() {
    let base = Self.text(Self.one, Self.two)
    let merged = Self.merge(base, Self.text(Self.one, Self.two), Self.text(Self.two))
    #expect(Set(merged.split(separator: "\n").map(String.init)) == [Self.one, Self.two])
  }

  @Test(arguments: [[one], [gone], [sealed], []])
  func whatWasRemovedDoesNotComeBack(base: [String]) {
    let base = Array(base.map { $0 + "\n" }.joined().utf8)
    let removed = Self.text(Self.gone, Self.two)
    for other in [Self.one, Self.sealed] {
      let theirs = Self.text(other, Self.three)
      for merged in [Self.merge(base, removed, theirs), Self.merge(base, theirs, removed)] {
        let lines = Set(merged.split(separator: "\n").map(String.init))
        #expect(lines == [Self.gone, Self.two, Self.three])
      }
    }
  }

  @Test func theSideThatChangedALineHolds() {
    let open = Self.text(Self.one)
    let sealed = Self.text(Self.sealed)
    #expect(Self.merge(open, sealed, open).utf8.elementsEqual(sealed))
    #expect(Self.merge(open, open, sealed).utf8.elementsEqual(sealed))
    // Opened again by a person, and unknown which was first.
    #expect(Self.merge(sealed, open, sealed).utf8.elementsEqual(open))
    #expect(Self.merge([], open, sealed).utf8.elementsEqual(sealed))
  }

  @Test func twoDeedsUnderOneIdAreBothKept() {
    let merged = Self.merge(
      [], Self.text(Self.one), Self.text(line("a", 1, "hurt", minute: 9)))
    #expect(merged.split(separator: "\n").count == 2)
  }

  /// As a device makes them that was set back, and went on under its name: whichever of the two is
  /// sealed or gone by now.
  @Test func differentEventsOfOneIdAreKeptWhateverBecameOfThem() {
    let bodies = [#""grade":3,"word":"hurt""#, #""sealed":{"checkin":"…"}"#, #""gone":true"#]
    for first in bodies.map({ Self.version($0, minute: 1) }) {
      for second in bodies.map({ Self.version($0, minute: 9) }) {
        for base in [[], Self.text(first), Self.text(second)] {
          let merged = Self.merge(base, Self.text(first, Self.two), Self.text(second, Self.three))
          let lines = Set(merged.split(separator: "\n").map(String.init))
          #expect(lines == [first, second, Self.two, Self.three])
        }
      }
    }
    // The day and the offset are of the stamp too.
    let moved = Self.gone.replacing("\"off\":60", with: "\"off\":120")
    #expect(Self.merge([], Self.text(Self.one), Self.text(moved)).contains(Self.one))
  }

  @Test func onlyATombstoneTakesASealedEventAway() {
    let other = Self.version(#""sealed":{"checkin":"another box"}"#, minute: 1)
    let merged = Self.merge([], Self.text(Self.sealed), Self.text(other))
    #expect(Set(merged.split(separator: "\n").map(String.init)) == [Self.sealed, other])
    // Sealed anew by its device.
    let base = Self.text(Self.sealed)
    #expect(Self.merge(base, base, Self.text(other)).utf8.elementsEqual(Self.text(other)))
  }

  /// Damaged, and still a line that can be read: only sealing and opening stand in for an event.
  @Test func otherWordsOfAnOpenEventReplaceNothing() {
    let garbled = Self.version(#""grade":3,"word":"s\u0000d""#, minute: 1)
    for base in [Self.text(Self.one), Self.text(garbled)] {
      let merged = Self.merge(base, Self.text(garbled), Self.text(Self.one))
      #expect(Set(merged.split(separator: "\n").map(String.init)) == [garbled, Self.one])
    }
  }

  @Test func whatIsNoEventGoesOnceItWasSetAside() {
    let base = Self.text("garbled", Self.one, "{}", Self.two, "more")
    let ours = Self.text(Self.one, Self.two, "mine")
    let both = Self.text(Self.one, Self.two)
    for (ours, theirs, expected) in [
      (ours, base, ours), (base, ours, ours), (both, base, both), (base, both, both),
      (Self.text(Self.one), base, both),
    ] {
      #expect(Self.merge(base, ours, theirs).utf8.elementsEqual(expected))
    }
  }

  @Test func missingLinesAreCounted() {
    let log = Self.text(Self.one, Self.two)
    #expect(LogMerge.missing(from: log, of: Self.text(Self.two, Self.one)) == 0)
    #expect(LogMerge.missing(from: log, of: Self.text(Self.gone, Self.two, Self.three)) == 2)
    #expect(LogMerge.missing(from: [], of: log) == 2)
  }

  @Test(arguments: [
    ([one, two], [two], false), ([one], [one, two], false), ([one], [gone], true),
    ([one], [sealed], true), ([sealed], [gone], true), ([sealed], [one], false),
    ([gone], [gone], false), (["garbled"], [], false),
    ([sealed], [sealed.replacing("…", with: "another box")], false),
  ])
  func whatHistoryAloneStillHoldsIsFound(old: [String], new: [String], hides: Bool) {
    func text(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }
    #expect(LogMerge.hides(text(old), in: text(new)) == hides)
  }

  @Test func whatIsSealedBeyondOthersIsFound() {
    let log = Self.text(Self.sealed, Self.two)
    #expect(LogMerge.seals(log, beyond: [[], Self.text(Self.one)]))
    #expect(!LogMerge.seals(log, beyond: [Self.text(Self.three), log]))
    #expect(!LogMerge.seals(Self.text(Self.two), beyond: []))
  }

  @Test func whatOnlyTheKeyOpensIsFound() {
    for lines in [
      [Self.sealed], [Self.one, Self.sealed], [Self.sealed.replacing(":{", with: " : {")],
      [#"{"sealed":{"#], ["x \"sealed\""],
    ] {
      #expect(LogMerge.holdsSealed(Array(lines.joined(separator: "\n").utf8)))
    }
    for line in [
      Self.one, Self.gone, "", #"{"word":"sealed"}"#, #"{"note":"\"sealed\":"}"#,
      #"{"gone":true,"sealed":{}}"#, #"{"review":{"sealed":1}}"#,
    ] {
      #expect(!LogMerge.holdsSealed(Array((line + "\n").utf8)))
    }
  }

  @Test func halfALineStaysAtTheEndOfItsOwnLog() {
    let ours = Self.text(Self.one, Self.two) + Array(#"{"at":17"#.utf8)
    let merged = Self.merge(Self.text(Self.one), ours, Self.text(Self.one, Self.three))
    #expect(merged.hasSuffix("\n{\"at\":17"))
    let theirs = Self.text(Self.one, Self.three) + Array(#"{"at":17"#.utf8)
    #expect(Self.merge([], Self.text(Self.one, Self.two), theirs).hasSuffix("}\n"))
  }

  @Test func linesThatAreNoEventsAreKept() {
    let merged = Self.merge(
      [], Self.text("no JSON", Self.one), Self.text("{}", Self.one, "\u{1}"))
    let lines = Set(merged.split(separator: "\n").map(String.init))
    #expect(lines == ["no JSON", "{}", "\u{1}", Self.one])
  }

  /// Whatever the sides hold: no event is lost, no order of sides matters, once is enough.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func mergingCommutesAndRepeats(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let time = Stamp.minute(1).milliseconds
    func side(_ base: [String]) -> [String] {
      var lines = base.filter { _ in Int.random(in: 0..<8, using: &dice) > 0 }
      for index in lines.indices where Int.random(in: 0..<6, using: &dice) == 0 {
        let id = lines[index].firstRange(of: #""id":"a:"#).map { lines[index][$0.upperBound...] }
        let counter = id?.prefix { $0.isNumber } ?? "0"
        lines[index] =
          #"{"at":\#(time),"day":20000,"gone":{},"id":"a:\#(counter)","off":60,"v":1}"#
      }
      for _ in 0..<Int.random(in: 0..<4, using: &dice) {
        lines.append(line("a", Int.random(in: 5..<9, using: &dice), "w", minute: 1))
      }
      return lines.shuffled(using: &dice)
    }
    func bytes(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }
    func set(_ text: [UInt8]) -> Set<String> {
      Set(String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init))
    }
    func ids(_ text: [UInt8]) -> Set<String> {
      Set(set(text).compactMap { $0.firstMatch(of: /"id":"(a:\d+)"/).map { String($0.1) } })
    }
    let common = (1..<6).map { line("a", $0, "w", minute: 1) }
    let (base, ours, theirs) = (bytes(common), bytes(side(common)), bytes(side(common)))
    let merged = LogMerge.merge(base: base, ours: ours, theirs: theirs)
    #expect(ids(merged) == ids(ours).union(ids(theirs)))
    #expect(set(merged) == set(LogMerge.merge(base: base, ours: theirs, theirs: ours)))
    #expect(set(LogMerge.merge(base: theirs, ours: merged, theirs: theirs)) == set(merged))
    for removed in set(ours).union(set(theirs)) where removed.contains("gone") {
      #expect(set(merged).contains(removed))
    }
  }
}
