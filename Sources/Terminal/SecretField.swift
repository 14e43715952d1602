import CTerminal

/// A line that is typed and never shown, such as a passphrase.
///
/// Its bytes lie in one place that never moves, outside of the strings and arrays that copy
/// themselves, and are overwritten when it's erased or goes. It's a reference, so that whoever hands
/// it on makes no copy of what was typed. It tells a screen no more than whether it's empty.
public final class SecretField: Equatable {
  /// The most bytes of UTF-8 that it takes.
  public static let capacity = 1024

  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
  /// In bytes, 0…`capacity`.
  private var count = 0

  /// What became of a key.
  public enum Outcome: Equatable, Sendable {
    case taken
    /// There was no room, and nothing was changed.
    case full
  }

  public init() { erase() }

  deinit {
    erase()
    buffer.deallocate()
  }

  public var isEmpty: Bool { count == 0 }

  /// Whether the same was typed.
  public static func == (left: SecretField, right: SecretField) -> Bool {
    left.typed.elementsEqual(right.typed)
  }

  /// Handles a key: characters are added at the end; Backspace, Ctrl-W and Ctrl-U take away the last
  /// one, the last word, and all. Every other key means nothing where no cursor can be seen.
  public func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return add(character.utf8)
    case .backspace: removeLast()
    case .control("w"), .wordBackspace:
      while typed.last == Self.space { removeLast() }
      while let last = typed.last, last != Self.space { removeLast() }
    case .control("u"): erase()
    default: break
    }
    return .taken
  }

  /// Adds bytes of UTF-8 at the end: all of them or, where there is no room, none.
  public func add(_ bytes: some Collection<UInt8>) -> Outcome {
    guard bytes.count <= Self.capacity - count else { return .full }
    for byte in bytes {
      buffer[count] = byte
      count += 1
    }
    return .taken
  }

  /// Puts the bytes at the start of `target`, as far as there is room.
  /// - Returns: how many.
  public func copy(into target: UnsafeMutableRawBufferPointer) -> Int {
    let part = typed.prefix(target.count)
    target.copyBytes(from: part)
    return part.count
  }

  /// Overwrites what was typed.
  public func erase() {
    cs_erase(buffer.baseAddress, buffer.count)
    count = 0
  }

  private static let space = UInt8(ascii: " ")

  private var typed: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<count]) }

  /// The bytes behind what is typed, which hold nothing of what was taken away.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[count...]) }

  /// Takes the last Unicode scalar away, as a terminal that reads a line does.
  private func removeLast() {
    while count > 0 {
      count -= 1
      let byte = buffer[count]
      buffer[count] = 0
      if byte & 0xc0 != 0x80 { return }
    }
  }
}
