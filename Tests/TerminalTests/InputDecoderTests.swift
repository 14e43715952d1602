import Terminal
import Testing

@Suite struct InputDecoderTests {
  private static let escape = "\u{1B}"

  /// Returns the events of bytes that arrive together, with nothing behind them.
  static func events(_ bytes: [UInt8]) -> [InputDecoder.Event] {
    var decoder = InputDecoder()
    return decoder.feed(bytes) + decoder.timeOut()
  }

  private static func keys(_ text: String) -> [Key] {
    events(Array(text.utf8)).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test(
    arguments: [
      ("a", .character("a")), ("?", .character("?")), (" ", .character(" ")),
      ("é", .character("é")), ("你", .character("你")), ("😀", .character("😀")),
      ("\t", .tab), ("\r", .enter), ("\n", .control("j")), ("\u{8}", .backspace),
      ("\u{7F}", .backspace), ("\u{1}", .control("a")), ("\u{3}", .control("c")),
      ("\u{1A}", .control("z")), ("\u{1B}", .escape),
      // As xterm sends its keys, in both modes, and others theirs.
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
      ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home),
      ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
      ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{9B}A", .up), ("\u{8F}B", .down),
      // The number pad.
      ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")),
      ("\u{1B}Oj", .character("*")), ("\u{1B}OX", .character("=")), ("\u{1B}OI", .tab),
      // With Alt.
      ("\u{1B}d", .alt("d")), ("\u{1B}D", .alt("D")), ("\u{1B}é", .alt("é")),
      ("\u{1B} ", .alt(" ")), ("\u{1B}\u{7F}", .wordBackspace), ("\u{1B}\u{8}", .wordBackspace),
      ("\u{1B}\r", .control("j")), ("\u{1B}\n", .control("j")), ("\u{1B}\u{3}", .control("c")),
      ("\u{1B}\u{1B}d", .alt("d")), ("\u{1B}\u{1B}[C", .alt("f")), ("\u{1B}\u{1B}[A", .up),
      ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")),
      ("\u{1B}P", .alt("P")),
      // With Ctrl and Shift, as xterm, rxvt and older ones say it.
      ("\u{1B}[1;5D", .alt("b")), ("\u{1B}[1;3D", .alt("b")), ("\u{1B}[1;5C", .alt("f")),
      ("\u{1B}[5C", .alt("f")), ("\u{1B}O5D", .alt("b")), ("\u{1B}Oc", .alt("f")),
      ("\u{1B}[3;5~", .alt("d")), ("\u{1B}[3^", .alt("d")), ("\u{1B}[1;2A", .up),
      ("\u{1B}[1;5H", .home), ("\u{1B}[7$", .home), ("\u{1B}[1;65D", .left),
      // By their codes: kitty's protocol and xterm's.
      ("\u{1B}[13u", .enter), ("\u{1B}[13;1u", .enter), ("\u{1B}[13;2u", .control("j")),
      ("\u{1B}[13;3u", .control("j")), ("\u{1B}[13;5u", .control("j")),
      ("\u{1B}[27;2;13~", .control("j")), ("\u{1B}[27u", .escape),
      ("\u{1B}[27;5;99~", .control("c")),
      ("\u{1B}[99;5u", .control("c")), ("\u{1B}[91;5u", .escape), ("\u{1B}[9u", .tab),
      ("\u{1B}[9;2u", .backTab), ("\u{1B}[127;5u", .wordBackspace), ("\u{1B}[127;2u", .backspace),
      ("\u{1B}[97u", .character("a")), ("\u{1B}[97;2u", .character("A")),
      ("\u{1B}[97:65;2u", .character("A")), ("\u{1B}[49:33;2u", .character("!")),
      ("\u{1B}[27;2;33~", .character("!")), ("\u{1B}[100;3u", .alt("d")),
      ("\u{1B}[97;65u", .character("a")), ("\u{1B}[57414u", .enter),
      ("\u{1B}[57400u", .character("1")), ("\u{1B}[57419u", .up),
    ] as [(String, Key)])
  func oneKeyIsRead(_ bytes: String, _ key: Key) {
    #expect(Self.keys(bytes) == [key])
  }

  @Test(
    arguments: [
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[<0;33;12M", "\u{1B}[<0;33;12m", "\u{1B}[M !!", "\u{1B}[Mddd",
      "\u{1B}[32;10;20M", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[2~", "\u{1B}[1;5P", "\u{1B}[[A",
      "\u{1B}[?1;2c", "\u{1B}[>41;354;0c", "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[?1u",
      "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
      "\u{1B}]52;c;ZGRk\u{1B}\\", "\u{1B}P>|xterm(379)\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\",
      "\u{1B}^x\u{1B}\\", "\u{1B}Xx\u{1B}\\", "\u{1B}[1;2D", "\u{1B}[d", "\u{1B}[3;2~",
      "\u{1B}[97;5:3u", "\u{1B}[100;9u", "\u{1B}[27;9;100~", "\u{1B}[99;6u", "\u{1B}[57358u",
      "\u{1B}[201~", "\u{1B}[3", "\u{1B}[1;5", "\u{1B}]11;rgb", "\u{1B}[0n", "\u{1B}[=1;2q",
      "\u{1B}[99999999999999999999999u", "\u{1B}\u{0}", "\u{0}", "\u{1C}", "\u{85}", "\u{1B}[ q",
      "\u{1B}[7$d", "\u{1B}[1;2C", "\u{1B}[c",
      "\u{1B}[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1A",
    ])
  func whatIsNoKeyIsSwallowedWhole(_ bytes: String) {
    #expect(Self.events(Array(bytes.utf8)).isEmpty)
  }

  @Test(
    arguments: [
      ([0xC3], []), ([0xE4, 0xBD], []), ([0xFF, 0x61], [.character("a")]),
      ([0xC3, 0x61], [.character("a")]), ([0xC3, 0xC3, 0xA9], [.character("é")]),
      ([0xED, 0xA0, 0x80], []), ([0xF4, 0x90, 0x80, 0x80], []), ([0xC0, 0x80], []),
      ([0xE0, 0x80, 0x80], []), ([0xA9], []), ([0x9B, 0x41], [.up]),
      ([0x1B, 0xC3, 0x1B, 0x5B, 0x41], [.up]), ([0x1B, 0x5B, 0xC3, 0xA9], [.character("é")]),
    ] as [([UInt8], [Key])])
  func brokenCharactersAreNoKeys(_ bytes: [UInt8], _ keys: [Key]) {
    #expect(Self.events(bytes) == keys.map { .key($0) })
  }

  @Test(
    arguments: [
      ("ab", [.character("a"), .character("b")]),
      ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}[1;5\rx", [.enter, .character("x")]),
      ("\u{1B}[1;\u{3}", [.control("c")]),
      ("\u{1B}]0;title\u{3}", [.control("c")]),
      ("\u{1B}[1;5\u{1B}[Bx", [.down, .character("x")]),
      ("\u{1B}]0;t\u{1B}[Bx", [.down, .character("x")]),
      ("\u{1B}[M\u{3}", [.control("c")]),
      ("\u{1B}[Ix\u{1B}[Oy", [.character("x"), .character("y")]),
      ("\u{1B}[<35;1;1Mdq", [.character("d"), .character("q")]),
    ] as [(String, [Key])])
  func whatStandsTogetherIsToldApart(_ bytes: String, _ keys: [Key]) {
    #expect(Self.keys(bytes) == keys)
  }

  /// vt52, the console of Sun and others say in their descriptions what they send.
  @Test func aTerminalsOwnKeysAreRead() {
    var decoder = InputDecoder(
      ownKeys: [Array("\u{1B}A".utf8): .up, Array("\u{1B}[214z".utf8): .home])
    let events = decoder.feed("\u{1B}A\u{1B}[214z\u{1B}B".utf8)
    #expect(events == [.key(.up), .key(.home), .key(.alt("B"))])
  }

  /// With another ESC before it, which is Alt, it deletes nothing in a list.
  @Test func aTerminalsOwnKeyWithAltIsNotThatKey() {
    var decoder = InputDecoder(ownKeys: [Array("\u{1B}[3~".utf8): .delete])
    #expect(decoder.feed("\u{1B}\u{1B}[3~\u{1B}[3~".utf8) == [.key(.alt("d")), .key(.delete)])
  }

  // MARK: Time

  @Test(
    arguments: [
      ("", nil), ("a", nil), ("\u{1B}", .short), ("\u{1B}\u{1B}", .short), ("\u{1B}[", .short),
      ("\u{1B}O", .short), ("\u{1B}]", .short), ("\u{1B}[1", .long), ("\u{1B}[1;5C", nil),
      ("\u{1B}]0", .long), ("\u{1B}]0\u{1B}", .long), ("\u{1B}[M", .long), ("\u{1B}[200~", .long),
      ("\u{1B}[200~x\u{1B}[201~", nil),
    ] as [(String, InputDecoder.Patience?)])
  func itWaitsForWhatIsBegun(_ bytes: String, _ patience: InputDecoder.Patience?) {
    var decoder = InputDecoder()
    _ = decoder.feed(bytes.utf8)
    #expect(decoder.patience == patience)
    _ = decoder.timeOut()
    #expect(decoder.patience == nil)
    let next = decoder.feed("x".utf8)
    #expect(next == [.key(.character("x"))])
  }

  @Test func aCharacterInTwoPartsIsOne() {
    var decoder = InputDecoder()
    let first = decoder.feed([0xC3])
    #expect(first.isEmpty)
    #expect(decoder.patience == .long)
    let second = decoder.feed([0xA9])
    #expect(second == [.key(.character("é"))])
  }

  // MARK: Pasting

  @Test(
    arguments: [
      ("", ""), ("word", "word"), ("two\rlines", "two\nlines"), ("two\r\nlines", "two\nlines"),
      ("two\nlines\n", "two\nlines\n"), ("\r\r", "\n\n"), ("a\tb", "a b"),
      ("d\u{3}\u{4}\u{7}\u{1A}q\u{7F}\u{9B}31m", "dq31m"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
      ("\u{1B}[201", "[201"), ("\u{1B}\u{1B}", ""), ("\u{1B}[200~", "[200~"), ("é你😀", "é你😀"),
      ("a\u{2028}b", "a\nb"),
    ])
  func aPasteIsOneText(_ bytes: String, _ text: String) {
    let events = Self.events(Array("\u{1B}[200~\(bytes)\u{1B}[201~".utf8))
    #expect(events == [.paste(text)])
  }

  @Test(arguments: ["", "\u{1B}", "\u{1B}[201"])
  func aPasteWithoutEndEndsInTime(_ tail: String) {
    var decoder = InputDecoder()
    let before = decoder.feed("x\u{1B}[200~d\rq\(tail)".utf8)
    #expect(before == [.key(.character("x"))])
    #expect(decoder.patience == .long)
    let paste = decoder.timeOut()
    #expect(paste == [.paste("d\nq" + tail.dropFirst())])
    let after = decoder.feed("q".utf8)
    #expect(after == [.key(.character("q"))])
  }

  @Test func aPasteIsBounded() {
    let head = Array("\u{1B}[200~".utf8)
    let body = [UInt8](repeating: UInt8(ascii: "x"), count: InputDecoder.pasteCapacity + 10)
    let events = Self.events(head + body + Array("\u{1B}[201~d".utf8))
    guard case .paste(let text) = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteCapacity)
    #expect(events.dropFirst() == [.key(.character("d"))])
  }

  // MARK: Whatever comes

  /// The same bytes come to the same, however they are cut up on their way.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func chunksMakeNoDifference(_ seed: UInt64) {
    var dice = SeededDice(seed)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0...6, using: &dice))
        .flatMap { _ in RandomInput.piece(using: &dice) }
      var whole = InputDecoder()
      let expected = whole.feed(bytes) + whole.timeOut()
      var cut = InputDecoder()
      var events: [InputDecoder.Event] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...4, using: &dice)
        events += cut.feed(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      events += cut.timeOut()
      #expect(events == expected, "\(bytes)")
      #expect(cut.patience == nil)
    }
  }
}

/// Input as terminals send it, and as no terminal should.
enum RandomInput {
  static func piece(using dice: inout SeededDice) -> [UInt8] {
    func bytes(_ range: ClosedRange<UInt8>, _ count: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &dice)).map { _ in UInt8.random(in: range, using: &dice) }
    }
    switch Int.random(in: 0...9, using: &dice) {
    case 0: return bytes(0x20...0x7E, 1...3)
    case 1: return bytes(0...0xFF, 1...5)
    case 2: return [0x1B] + bytes(0...0xFF, 1...1)
    case 3: return Array("\u{1B}[".utf8) + bytes(0x20...0x3F, 0...8) + bytes(0x40...0x7E, 1...1)
    case 4: return Array("\u{1B}[".utf8) + bytes(0x20...0x3F, 0...3)
    case 5: return Array("\u{1B}O".utf8) + bytes(0x30...0x7E, 1...2)
    case 6: return Array("\u{1B}]".utf8) + bytes(0x20...0x7E, 0...6) + [0x07]
    case 7: return Array("\u{1B}[200~".utf8) + bytes(0...0xFF, 0...9) + Array("\u{1B}[201~".utf8)
    case 8: return Array("\u{1B}[M".utf8) + bytes(0x20...0xFF, 3...3)
    default: return Array("é你😀\u{1B}[1;5C\u{1B}\u{1B}[A".utf8)
    }
  }
}
