import Testing

@testable import Terminal

@Suite struct SecretFieldTests {
  private func typed(_ text: String) -> SecretField {
    let field = SecretField()
    for character in text { #expect(field.handle(.character(character)) == .taken) }
    return field
  }

  /// The bytes, and how many of a buffer of this size were filled.
  private func bytes(_ field: SecretField, room: Int = SecretField.capacity) -> [UInt8] {
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
    defer { target.deallocate() }
    return Array(target[..<field.copy(into: target)])
  }

  private func text(_ field: SecretField) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }

  @Test(arguments: ["", "a", "open sesame", "übel", "夜明け前", "🙂", "e\u{301}", " "])
  func whatIsTypedIsHandedOnByteForByte(_ line: String) {
    let field = typed(line)
    #expect(bytes(field) == Array(line.utf8))
    #expect(field.isEmpty == line.isEmpty)
  }

  @Test(arguments: [
    ("ab", [Key.backspace], "a"), ("", [.backspace], ""), ("aü", [.backspace], "a"),
    ("a🙂", [.backspace, .character("b")], "ab"), ("one two", [.control("w")], "one "),
    ("one two  ", [.control("w")], "one "), ("one", [.control("w"), .control("w")], ""),
    ("one two", [.control("u")], ""), ("one", [.control("u"), .character("x")], "x"),
    ("ab", [.left, .home, .delete, .tab, .up, .control("k"), .enter], "ab"),
  ])
  func keysMend(_ line: String, _ keys: [Key], _ expected: String) {
    let field = typed(line)
    for key in keys { #expect(field.handle(key) == .taken) }
    #expect(text(field) == expected)
  }

  /// Cut off, a passphrase would be another one.
  @Test func whatDoesNotFitIsRefusedWhole() {
    let field = typed(String(repeating: "x", count: SecretField.capacity - 1))
    #expect(field.handle(.character("ü")) == .full)
    #expect(bytes(field).count == SecretField.capacity - 1)
    #expect(field.handle(.character("y")) == .taken)
    #expect(field.handle(.character("z")) == .full)
    #expect(field.add([]) == .taken)
    #expect(text(field).hasSuffix("xy"))
    #expect(bytes(field, room: 3) == Array("xxx".utf8))
  }

  @Test func twoAreTheSameWhenTheSameWasTyped() {
    #expect(typed("one") == typed("one"))
    #expect(typed("one") != typed("One"))
    #expect(typed("one") != typed("one "))
    #expect(typed("é") != typed("e\u{301}"))
  }

  /// Looked at where the bytes lie: nothing of them may stay.
  @Test func erasingAndMendingLeaveZeros() {
    let field = typed("four purple marbles")
    _ = field.handle(.backspace)
    #expect(field.rest.allSatisfy { $0 == 0 })
    _ = field.handle(.control("w"))
    #expect(field.rest.allSatisfy { $0 == 0 })
    field.erase()
    #expect(field.isEmpty)
    #expect(field.rest.count == SecretField.capacity && field.rest.allSatisfy { $0 == 0 })
  }

  /// A test that fails prints what it compared.
  @Test func itsDescriptionSaysNothing() {
    #expect(!String(describing: typed("marbles")).contains("marbles"))
    #expect(!String(reflecting: typed("marbles")).contains("marbles"))
    var dumped = ""
    dump(typed("marbles"), to: &dumped)
    #expect(!dumped.contains("marbles"))
  }
}
