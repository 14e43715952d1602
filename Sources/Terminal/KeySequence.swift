/// A sequence of a key as it is being read: CSI (ESC [) or SS3 (ESC O), and what stands between
/// that and the letter that ends it.
struct KeySequence: Equatable, Sendable {
  /// The character after ESC.
  let introducer: UInt8
  /// True where another ESC came before it: some terminals say Alt that way.
  let isAlt: Bool
  /// Parameters and what else stands before the end.
  private(set) var body: [UInt8] = []
  /// True once more came than any key has.
  private var isTooLong = false

  private static let capacity = 64

  init(introducer: UInt8, isAlt: Bool) {
    self.introducer = introducer
    self.isAlt = isAlt
  }

  mutating func append(_ byte: UInt8) {
    if body.count < Self.capacity { body.append(byte) } else { isTooLong = true }
  }

  var isControl: Bool { introducer == UInt8(ascii: "[") }

  func bytes(_ final: UInt8) -> [UInt8] { [0x1B, introducer] + body + [final] }

  /// The key, if nothing follows: in rxvt, a dollar ends a key pressed with Shift.
  var keyAtDollar: Key? {
    guard isControl, body.last == UInt8(ascii: "$") else { return nil }
    var shorter = self
    shorter.body.removeLast()
    return shorter.key(UInt8(ascii: "$"))
  }

  /// A report of the mouse in its oldest form, three bytes behind it.
  func isMouse(_ final: UInt8) -> Bool {
    isControl && body.isEmpty && final == UInt8(ascii: "M")
  }

  func isPaste(_ final: UInt8) -> Bool {
    isControl && final == UInt8(ascii: "~") && body == Array("200".utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: What it means

  /// The key; nil for what is none, or is none that Inkling knows.
  func key(_ final: UInt8) -> Key? {
    guard !isTooLong, let parameters = parameters else { return nil }
    return isControl ? control(final, parameters) : application(final, parameters)
  }

  /// The numbers, each with what stands behind its colons; nil where something else stands there.
  private var parameters: [[Int]]? {
    guard
      body.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") })
    else { return nil }
    return body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
  }

  private func control(_ final: UInt8, _ parameters: [[Int]]) -> Key? {
    let number = parameters.first?.first ?? 0
    let second = parameters.count > 1 ? parameters[1] : []
    // A key that is let go of is no key pressed.
    if second.count > 1, second[1] == 3 { return nil }
    let modifiers = Modifiers(parameter: second.first ?? 0, isAlt: isAlt)
    let held = parameters.count == 1 ? Modifiers(parameter: number, isAlt: isAlt) : modifiers
    switch final {
    case UInt8(ascii: "~") where number == 27:
      let code = parameters.count > 2 ? parameters[2].first ?? 0 : 0
      return modifiers.key(code: code, shifted: nil)
    case UInt8(ascii: "u"):
      let shifted = parameters.first.flatMap { $0.count > 1 && $0[1] > 0 ? $0[1] : nil }
      return modifiers.key(code: number, shifted: shifted)
    case UInt8(ascii: "~"): return Self.numbered[number].flatMap { modifiers.key($0) }
    // rxvt ends its keys otherwise with Ctrl, Shift, and both.
    case UInt8(ascii: "^"), UInt8(ascii: "@"):
      return Self.numbered[number].flatMap { modifiers.union(.control).key($0) }
    case UInt8(ascii: "$"): return Self.numbered[number].flatMap { modifiers.union(.shift).key($0) }
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.named[final - 0x20].flatMap { held.union(.shift).key($0) }
    // Old terminals say what is held as the only number.
    default: return Self.named[final].flatMap { held.key($0) }
    }
  }

  private func application(_ final: UInt8, _ parameters: [[Int]]) -> Key? {
    let modifiers = Modifiers(parameter: parameters.last?.first ?? 0, isAlt: isAlt)
    switch final {
    case UInt8(ascii: "M"): return modifiers.key(code: 13, shifted: nil)
    case UInt8(ascii: "I"): return modifiers.key(code: 9, shifted: nil)
    case UInt8(ascii: "X"): return modifiers.key(code: 0x3D, shifted: nil)
    // The number pad: * + , - . / and digits.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return modifiers.key(code: Int(final) - 0x40, shifted: nil)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.named[final - 0x20].flatMap { modifiers.union(.control).key($0) }
    default: return Self.named[final].flatMap { modifiers.key($0) }
    }
  }

  private static let named: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]
}

/// The keys held down with another: Shift, Alt, Ctrl.
struct Modifiers: OptionSet {
  let rawValue: Int

  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)
  private static let locks = Modifiers(rawValue: 64 + 128)
  private static let known: Modifiers = [.shift, .alt, .control]

  init(rawValue: Int) { self.rawValue = rawValue }

  /// - Parameter parameter: as terminals send it: one more than the bits, or 0 for none.
  init(parameter: Int, isAlt: Bool) {
    self.init(rawValue: max(parameter, 1) - 1)
    subtract(.locks)
    if isAlt { insert(.alt) }
  }

  private var isUnknown: Bool { !isSubset(of: .known) }
  /// True where they turn a step into one by words.
  private var isByWord: Bool { !isDisjoint(with: [.alt, .control]) }

  /// An arrow and the like, pressed with these.
  func key(_ key: Key) -> Key? {
    if isUnknown { return nil }
    switch key {
    case .left where isByWord: return .alt("b")
    case .right where isByWord: return .alt("f")
    case .delete where isByWord: return .alt("d")
    // These leave a screen, or delete: nothing for a key that is meant otherwise.
    case .left where !isEmpty, .right where !isEmpty, .delete where !isEmpty: return nil
    default: return key
    }
  }

  /// A key that is told by its character's code, pressed with these.
  /// - Parameter shifted: the code that it has with Shift, where that is told too.
  func key(code: Int, shifted: Int?) -> Key? {
    if isUnknown { return nil }
    switch code {
    case 13, 57414: return isEmpty ? .enter : .control("j")
    case 10: return .control("j")
    case 27: return isEmpty ? .escape : nil
    case 9: return isEmpty ? .tab : self == .shift ? .backTab : nil
    case 8, 127: return isByWord ? .wordBackspace : .backspace
    case 57344..<63744: return Self.pad[code].flatMap { key($0) } ?? padDigit(code)
    default: return character(code, shifted: shifted)
    }
  }

  private func character(_ code: Int, shifted: Int?) -> Key? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), code >= 0x20,
      scalar.properties.generalCategory != .control
    else { return nil }
    let character = Character(scalar)
    if contains(.control) {
      guard self == .control else { return nil }
      if character == "[" { return .escape }
      return character.isASCII && character.isLetter
        ? .control(Character(character.lowercased())) : nil
    }
    let written = contains(.shift) ? Self.shifted(character, shifted) : character
    return contains(.alt) ? .alt(written) : .character(written)
  }

  private static func shifted(_ character: Character, _ code: Int?) -> Character {
    if let code, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
      scalar.properties.generalCategory != .control
    {
      return Character(scalar)
    }
    let upper = character.uppercased()
    return upper.count == 1 ? Character(upper) : character
  }

  /// The number pad of kitty's protocol.
  private static let pad: [Int: Key] = [
    57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown,
    57423: .home, 57424: .end, 57426: .delete,
  ]

  private func padDigit(_ code: Int) -> Key? {
    guard isEmpty, (57399...57408).contains(code) else { return nil }
    return .character(Character("\(code - 57399)"))
  }
}
