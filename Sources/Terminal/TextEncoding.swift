import CTerminal

/// The encoding of what a terminal sends.
public enum TextEncoding: Sendable {
  case utf8
  /// As the C library's locale says.
  case locale

  /// The bytes of one character as far as they go.
  enum Piece: Equatable {
    case scalar(Unicode.Scalar)
    case incomplete
    case invalid
  }

  func piece(_ bytes: [UInt8]) -> Piece {
    switch self {
    case .utf8: Self.utf8(bytes)
    case .locale: Self.locale(bytes)
    }
  }

  /// A whole text; what is no character becomes the sign for that.
  func text(_ bytes: [UInt8]) -> String {
    guard case .locale = self else { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var partial: [UInt8] = []
    for byte in bytes {
      partial.append(byte)
      switch piece(partial) {
      case .scalar(let scalar): text.append(scalar)
      case .incomplete: continue
      case .invalid: text.append("\u{FFFD}")
      }
      partial = []
    }
    return String(text)
  }

  private static func utf8(_ bytes: [UInt8]) -> Piece {
    let length =
      switch bytes.first ?? 0xFF {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .invalid }
    guard bytes.count == length else { return .incomplete }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    // Surrogates and overlong forms decode to several signs.
    guard scalars.count == 1, let scalar = scalars.first else { return .invalid }
    return .scalar(scalar)
  }

  private static func locale(_ bytes: [UInt8]) -> Piece {
    // No encoding has longer characters.
    guard bytes.count <= 8 else { return .invalid }
    let code = ct_decode(bytes, bytes.count)
    if Int(code) == CT_INCOMPLETE { return .incomplete }
    return UInt32(exactly: code).flatMap(Unicode.Scalar.init).map { .scalar($0) } ?? .invalid
  }
}

enum PastedText {
  /// `text` without control characters; whatever ended a line is a newline, and a tab a space.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if !wasReturn { result.append("\n") }
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(" ")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }
}
