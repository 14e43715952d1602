import Terminal
import Testing

@Suite struct InputGroupsTests {
  /// Returns the inputs of texts that arrive at times, and of a long silence after them.
  private func inputs(_ arrivals: [(Int64, String)]) -> [InputGroups.Input] {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    var inputs: [InputGroups.Input] = []
    var now: Int64 = 0
    func drain() { while let input = groups.next() { inputs.append(input) } }
    func wait(until time: Int64) {
      while let patience = groups.patience, now + Int64(patience) <= time {
        now += Int64(patience)
        groups.quiet(at: now)
        drain()
      }
      now = time
    }
    for (time, text) in arrivals {
      wait(until: time)
      groups.receive(text.utf8, at: time)
      drain()
    }
    wait(until: now + 10_000)
    return inputs
  }

  private func expect(_ groups: inout InputGroups, _ input: InputGroups.Input?) {
    let next = groups.next()
    #expect(next == input)
  }

  private func burst(_ text: String) -> InputGroups.Input {
    .burst(text.map { $0 == "\r" ? .enter : .character($0) })
  }

  @Test func aKeyByItselfComesAtOnce() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    groups.receive("d".utf8, at: 1000)
    #expect(groups.patience == nil)
    #expect(groups.hasNext)
    expect(&groups, .key(.character("d")))
    #expect(!groups.hasNext)
  }

  @Test func keysOneAfterAnotherAreEachByThemselves() {
    #expect(
      inputs([(0, "j"), (100, "j"), (200, "\u{1B}[B"), (300, "\r")])
        == [.key(.character("j")), .key(.character("j")), .key(.down), .key(.enter)])
  }

  /// The late end of a paste deletes nothing, and isn't held up either.
  @Test func aKeyRightAfterAPasteIsNotAlone() {
    let line = "a line that is pasted"
    #expect(
      inputs([(0, line), (40, "d"), (80, "d"), (140, "d"), (160, "d")])
        == [burst(line), burst("d"), burst("d"), .key(.character("d")), .key(.character("d"))])
    #expect(inputs([(0, "sad"), (40, "d")]) == [burst("sad"), .key(.character("d"))])
  }

  /// A text that holds the mark of its own end lets no key out.
  @Test func aKeyBehindTheEndOfAPasteIsNotAlone() {
    #expect(
      inputs([(0, "\u{1B}[200~text\u{1B}[201~d"), (200, "d")])
        == [.paste("text"), burst("d"), .key(.character("d"))])
    #expect(
      inputs([(0, "\u{1B}[200~text\u{1B}[201~"), (30, "d")]) == [.paste("text"), burst("d")])
  }

  @Test func keysOfOneReadAreOneBurst() {
    #expect(inputs([(0, "sad\r")]) == [burst("sad\r")])
  }

  @Test func aBurstGoesOnWhileMoreArrives() {
    #expect(
      inputs([(0, "first"), (5, "\r"), (10, "d"), (15, "one\r")]) == [burst("first\rdone\r")])
    #expect(inputs([(0, "first"), (30, "\r")]) == [burst("first"), .key(.enter)])
  }

  /// Many keys are no hand's, and a busy machine hands them on in parts.
  @Test func aLongBurstIsWaitedForLonger() {
    let line = String(repeating: "x", count: 250)
    #expect(inputs([(0, line), (40, "\rd"), (80, "\r")]) == [burst(line + "\rd\r")])
  }

  /// A pasting that comes byte by byte: its first key cannot be known for one.
  @Test func bytesFasterThanAnyHandAreOneBurst() {
    let arrivals = "sad\rdo".enumerated().map { (Int64($0.offset * 2), String($0.element)) }
    #expect(inputs(arrivals) == [.key(.character("s")), burst("ad\rdo")])
  }

  @Test func escapeComesAfterItsDelay() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 40)
    groups.receive("\u{1B}".utf8, at: 0)
    expect(&groups, nil)
    #expect(groups.patience == 40)
    groups.quiet(at: 40)
    expect(&groups, .key(.escape))
    #expect(groups.patience == nil)
  }

  @Test func aSequenceInTwoPartsIsOneKey() {
    #expect(inputs([(0, "\u{1B}"), (20, "[1;"), (500, "5C")]) == [.key(.alt("f"))])
  }

  @Test func aPasteKeepsItsPlaceAmongKeys() {
    #expect(
      inputs([(0, "ab\u{1B}[200~x\ry\u{1B}[201~cd")])
        == [burst("ab"), .paste("x\ny"), burst("cd")])
  }

  @Test func aPasteWithoutEndIsTextAfterAWhile() {
    #expect(
      inputs([(0, "\u{1B}[200~x\rd"), (2000, "j")]) == [.paste("x\nd"), .key(.character("j"))])
  }

  @Test func whoWantsToLeaveDoesNotWait() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    groups.receive("abc\u{3}".utf8, at: 0)
    expect(&groups, .burst([.character("a"), .character("b"), .character("c"), .control("c")]))
  }

  /// When the terminal goes, what was typed last is not lost.
  @Test func theEndHandsOutWhatWaits() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    groups.receive("abc".utf8, at: 0)
    groups.end()
    expect(&groups, burst("abc"))
    groups.receive("\u{1B}[200~half a".utf8, at: 100)
    groups.end()
    expect(&groups, .paste("half a"))
  }

  /// Nothing is kept waiting without bound.
  @Test func aFloodIsHandedOnInParts() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    let flood = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    var reads = 0
    while !groups.hasNext, reads < 100 {
      groups.receive(flood, at: 0)
      reads += 1
    }
    #expect(reads == 16)
  }

  // MARK: Secrets

  /// What comes of a text that is taken in as a secret, byte by byte.
  private func secret(_ text: String, _ groups: inout InputGroups) -> [InputGroups.Input] {
    text.utf8.flatMap { byte in
      groups.receive(secret: byte, at: 0)
      var inputs: [InputGroups.Input] = []
      while let input = groups.next() { inputs.append(input) }
      return inputs
    }
  }

  private func keys(_ text: String) -> [InputGroups.Input] {
    text.unicodeScalars.map { .key(.character(Character($0))) }
  }

  /// In one piece it would stay in memory.
  @Test func aSecretComesKeyByKeyAlsoWhenItIsPasted() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    let typed = "pä\u{7F}\u{1B}[D\u{15}"
    #expect(
      secret(typed, &groups)
        == keys("pä") + [.key(.backspace), .key(.left), .key(.control("u"))])
    #expect(
      secret("\u{1B}[200~s\r\n\tü🙂e\u{301}\u{1B}[2\u{9B}x\u{1B}[201~\r", &groups)
        == keys("sü🙂e\u{301}[2x") + [.key(.enter)])
  }

  @Test func whatIsBrokenInASecretPasteIsLeftOut() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    for byte in Array("\u{1B}[200~a".utf8) + [0xC3, 0x28] + Array("b\u{1B}[201~".utf8) {
      groups.receive(secret: byte, at: 0)
    }
    expect(&groups, .key(.character("a")))
    expect(&groups, .key(.character("b")))
    expect(&groups, nil)
  }

  @Test func whatCameBeforeASecretAndBehindItIsNoneOfIt() {
    var groups = InputGroups(InputDecoder(), escapeDelay: 25)
    groups.receive("ab".utf8, at: 0)
    #expect(secret("c", &groups) == [burst("ab"), .key(.character("c"))])
    // It was in the same read, so no key of it stands alone.
    groups.receive("d".utf8, at: 0)
    groups.quiet(at: 10)
    expect(&groups, burst("d"))
    // A paste that was begun as a text is ended as one.
    groups.receive("\u{1B}[200~ab".utf8, at: 1000)
    #expect(secret("c\u{1B}[201~d", &groups) == [.paste("abc"), .key(.character("d"))])
  }
}
