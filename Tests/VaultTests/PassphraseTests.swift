import Testing

@testable import Vault

@Suite struct PassphraseTests {
  private struct Stopped: Error {}

  @Test(arguments: [("", 0), ("a", 1), ("übel", 4), ("夜明け前", 4), ("🙂", 1), ("e\u{301}", 2)])
  func lengthIsInCharacters(_ text: String, _ expected: Int) {
    let passphrase = Passphrase(text)
    let (length, isEmpty) = (passphrase.length, passphrase.isEmpty)
    #expect(length == expected)
    #expect(isEmpty == text.isEmpty)
  }

  /// As typed: an accent of its own is another passphrase.
  @Test func nothingIsNormalized() {
    let composed = Passphrase("\u{e9}")
    let decomposed = Passphrase("e\u{301}")
    let again = Passphrase("\u{e9}")
    let longer = Passphrase("\u{e9}1")
    let equals = [
      composed.equals(decomposed), composed.equals(again), composed.equals(longer),
    ]
    #expect(equals == [false, true, false])
  }

  @Test func aCountOutOfBoundsIsCut() {
    let tooMany = Passphrase { buffer in
      _ = buffer.initializeMemory(as: UInt8.self, repeating: 97)
      return buffer.count + 1
    }
    let negative = Passphrase { _ in -1 }
    let lengths = [tooMany.length, negative.length]
    #expect(lengths == [Passphrase.capacity, 0])
  }

  @Test func whatReadingThrowsComesThrough() {
    #expect(throws: Stopped.self) {
      _ = try Passphrase { _ throws(Stopped) in throw Stopped() }
    }
  }

  @Test func erasingLeavesZeros() {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 16)
    defer { buffer.deallocate() }
    _ = buffer.initializeMemory(as: UInt8.self, repeating: 0xaa)
    buffer.erase()
    #expect(buffer.allSatisfy { $0 == 0 })
  }
}
