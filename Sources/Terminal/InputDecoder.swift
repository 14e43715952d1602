/// Turns the bytes that a terminal sends into keys and pasted text, however they are cut up on
/// their way.
///
/// A sequence is read whole or not at all: function keys, the mouse, and reports that nobody asked
/// for are swallowed, and never act as the letters they are spelled with.
public struct InputDecoder: Sendable {
  public enum Event: Equatable, Sendable {
    case key(Key)
    /// A text that the terminal marked as pasted: without control characters, its lines ended by
    /// newlines.
    case paste(String)
  }

  /// Says how long something begun may go on before `timeOut` ends it.
  public enum Patience: Equatable, Sendable {
    /// ESC, and perhaps one character behind it: as long as a terminal takes for the next byte.
    case short
    /// The middle of something: as long as a slow line takes.
    case long
  }

  /// Bytes of one paste that are kept; the rest is dropped.
  public static let pasteCapacity = 1 << 20

  private enum State: Equatable {
    case ground
    case sequence(KeySequence)
    /// A text for the program, up to its end: the character after ESC, and whether more came.
    case string(UInt8, hasBegun: Bool)
    case stringEscape
    /// The bytes of a report that has no end of its own.
    case skipping(Int)
    /// Counts the bytes seen of the mark that ends it.
    case paste(Int)
  }

  private let encoding: TextEncoding
  /// Maps the sequences in this terminal's description to keys.
  private let ownKeys: [[UInt8]: Key]
  private var state = State.ground
  /// Counts ESC, with nothing behind it yet.
  private var escapes = 0
  /// The bytes of an unfinished character.
  private var partial: [UInt8] = []
  private var pasted: [UInt8] = []
  private var events: [Event] = []
  /// Whether the characters of a paste are handed on as keys.
  private var isSecret = false

  public init(encoding: TextEncoding = .utf8, ownKeys: [[UInt8]: Key] = [:]) {
    self.encoding = encoding
    self.ownKeys = ownKeys
  }

  /// Takes in bytes as they were read.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [Event] {
    var rest = bytes[...]
    while let byte = rest.first {
      if state == .paste(0), byte != 0x1B {
        // A paste may be long, and only ESC can end it.
        let end = rest.firstIndex(of: 0x1B) ?? rest.endIndex
        keep(rest[..<end])
        rest = rest[end...]
      } else {
        accept(byte)
        rest = rest.dropFirst()
      }
    }
    return taken()
  }

  /// Takes in one byte of a secret. What is pasted comes as one key after another, without control
  /// characters: as a text it would lie in memory in one piece, and in more than one place.
  public mutating func feed(secret byte: UInt8) -> [Event] {
    isSecret = true
    defer { isSecret = false }
    accept(byte)
    return taken()
  }

  /// Nothing more came in the time that `patience` asks for.
  public mutating func timeOut() -> [Event] {
    let isAmidCharacter = !partial.isEmpty
    partial = []
    switch state {
    case .ground:
      if !isAmidCharacter { for _ in 0..<escapes { emit(.escape) } }
    case .sequence(let sequence):
      if sequence.body.isEmpty { emitAlt(sequence.introducer) } else { emit(sequence.keyAtDollar) }
    case .string(let introducer, hasBegun: false): emitAlt(introducer)
    case .paste(let seen):
      keep(Self.pasteEnd[..<seen])
      endPaste()
    case .string, .stringEscape, .skipping: break
    }
    state = .ground
    escapes = 0
    return taken()
  }

  /// Says how long to wait for more before `timeOut`; nil where nothing is begun.
  public var patience: Patience? {
    switch state {
    case .ground: !partial.isEmpty ? .long : escapes > 0 ? .short : nil
    case .sequence(let sequence):
      sequence.body.isEmpty || sequence.keyAtDollar != nil ? .short : .long
    case .string(_, let hasBegun): hasBegun ? .long : .short
    case .stringEscape, .skipping, .paste: .long
    }
  }

  private mutating func taken() -> [Event] {
    defer { events = [] }
    return events
  }

  private mutating func emit(_ key: Key?) {
    if let key { events.append(.key(key)) }
  }

  private mutating func emitAlt(_ byte: UInt8) {
    emit(.alt(Character(Unicode.Scalar(byte))))
  }

  // MARK: Byte by byte

  private mutating func accept(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .sequence(let sequence): go(on: sequence, byte)
    case .string: string(byte)
    case .stringEscape:
      state = .ground
      guard byte != UInt8(ascii: "\\") else { return }
      escapes = 1
      ground(byte)
    case .skipping(let left):
      guard byte >= 0x20 else { return breakOff(byte) }
      state = left > 1 ? .skipping(left - 1) : .ground
    case .paste(let seen): paste(byte, seen)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    guard partial.isEmpty, byte < 0x80 else { return letter(byte) }
    if byte == 0x1B {
      escapes = min(escapes + 1, 32)
    } else if escapes > 0 {
      escaped(byte)
    } else {
      emit(
        byte >= 0x20 && byte < 0x7F
          ? .character(Character(Unicode.Scalar(byte))) : Self.control(byte))
    }
  }

  /// The byte after ESC.
  private mutating func escaped(_ byte: UInt8) {
    let isAlt = escapes > 1
    escapes = 0
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .sequence(KeySequence(introducer: byte, isAlt: isAlt))
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(byte, hasBegun: false)
    case 0x0A, 0x0D: emit(.control("j"))
    case 0x08, 0x7F: emit(.wordBackspace)
    case 0x20..<0x7F:
      if let key = ownKeys[[0x1B, byte]] { emit(key) } else { emitAlt(byte) }
    case 0x03: emit(.control("c"))
    default: break
    }
  }

  /// A byte of a character beyond ASCII.
  private mutating func letter(_ byte: UInt8) {
    partial.append(byte)
    switch encoding.piece(partial) {
    case .incomplete: return
    case .invalid:
      let isFirst = partial.count == 1
      partial = []
      // The bytes before are no character; this one may begin one, or be one.
      if isFirst { control(eightBit: UInt32(byte)) } else { escapes = 0; ground(byte) }
    case .scalar(let scalar):
      partial = []
      if (0x80..<0xA0).contains(scalar.value) { return control(eightBit: scalar.value) }
      emit(escapes > 0 ? .alt(Character(scalar)) : .character(Character(scalar)))
      escapes = 0
    }
  }

  /// The eight-bit forms of ESC and a character.
  private mutating func control(eightBit code: UInt32) {
    let isAlt = escapes > 0
    escapes = 0
    switch code {
    case 0x8F, 0x9B:
      state = .sequence(KeySequence(introducer: UInt8(code - 0x40), isAlt: isAlt))
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(UInt8(code - 0x40), hasBegun: true)
    default: break
    }
  }

  private mutating func go(on sequence: KeySequence, _ byte: UInt8) {
    var sequence = sequence
    switch byte {
    case 0x20..<0x40:
      sequence.append(byte)
      state = .sequence(sequence)
    // The console of Linux has function keys like these.
    case UInt8(ascii: "[") where sequence.isControl && sequence.body.isEmpty: state = .skipping(1)
    case 0x40..<0x7F: finish(sequence, byte)
    default: breakOff(byte)
    }
  }

  private mutating func finish(_ sequence: KeySequence, _ final: UInt8) {
    state = .ground
    if let key = ownKeys[sequence.bytes(final)] {
      emit(sequence.isAlt ? Modifiers.alt.key(key) : key)
    } else if sequence.isMouse(final) {
      state = .skipping(3)
    } else if sequence.isPaste(final) {
      state = .paste(0)
    } else {
      emit(sequence.key(final))
    }
  }

  /// A control character, or a byte that cannot be part of what was begun, ends it.
  private mutating func breakOff(_ byte: UInt8) {
    state = .ground
    ground(byte)
  }

  private mutating func string(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x18, 0x1A: state = .ground
    case 0x1B: state = .stringEscape
    // It always leaves.
    case 0x03: breakOff(byte)
    default:
      if case .string(let introducer, _) = state { state = .string(introducer, hasBegun: true) }
    }
  }

  /// The key of a control character.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  // MARK: Pasted text

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func paste(_ byte: UInt8, _ seen: Int) {
    if byte == Self.pasteEnd[seen] {
      state = .paste(seen + 1)
      if seen + 1 == Self.pasteEnd.count { endPaste() }
      return
    }
    // It only looked like the end, and is text.
    keep(Self.pasteEnd[..<seen])
    state = .paste(byte == 0x1B ? 1 : 0)
    if byte != 0x1B { keep(CollectionOfOne(byte)) }
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    // What was begun as a text is ended as one.
    guard !isSecret || !pasted.isEmpty else { return bytes.forEach { emitPasted($0) } }
    pasted.append(contentsOf: bytes.prefix(Self.pasteCapacity - pasted.count))
  }

  /// A byte of a paste as a key, once it's a whole character.
  private mutating func emitPasted(_ byte: UInt8) {
    partial.append(byte)
    switch encoding.piece(partial) {
    case .incomplete: return
    case .invalid: break
    case .scalar(let scalar):
      if scalar.properties.generalCategory != .control { emit(.character(Character(scalar))) }
    }
    partial = []
  }

  private mutating func endPaste() {
    partial = []
    if !isSecret || !pasted.isEmpty {
      events.append(.paste(PastedText.clean(encoding.text(pasted))))
    }
    // It may have been a passphrase.
    _ = pasted.withUnsafeMutableBytes { $0.initializeMemory(as: UInt8.self, repeating: 0) }
    pasted = []
    state = .ground
  }
}
