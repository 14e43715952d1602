/// Reads separated values record by record: RFC 4180, in UTF-8 with or without a byte order mark,
/// lines ended by CR LF, LF or CR. Lines without anything are passed over, and so is a first line
/// “sep=;”, by which spreadsheets say what separates the values.
public struct CSVReader {
  public struct Record: Equatable, Sendable {
    /// The line the record begins on, the first 1.
    public let line: Int
    public let fields: [String]
  }

  /// Why a file cannot be read on, and on which line.
  public struct Problem: Error, Equatable, Sendable {
    public let line: Int
    /// Follows "line 3": "has a quote that is never closed".
    public let text: String
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  /// - Parameter separator: an ASCII character; a comma, if not said.
  public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: Self.mark) { place = Self.mark.count }
    if Self.saidSeparator(of: bytes) != nil {
      place += Self.saying.count + 1
      takeLineEnd()
    }
  }

  private static let saying = Array("sep=".utf8)

  /// The sign that a first line “sep=;” names; nil where there's none.
  private static func saidSeparator(of bytes: [UInt8]) -> UInt8? {
    var rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard rest.prefix(saying.count).map({ $0 | 0x20 }) == saying.map({ $0 | 0x20 }) else {
      return nil
    }
    rest = rest.dropFirst(saying.count)
    guard let separator = rest.popFirst(), separator < 0x80, separator != quote,
      rest.isEmpty || rest.first == lineFeed || rest.first == carriageReturn
    else { return nil }
    return separator
  }

  /// What stands between the values: of comma, semicolon and tab, the one that comes most often in
  /// the first line, outside of quotes; or what a line “sep=;” says. Where a comma marks decimals,
  /// spreadsheets write semicolons.
  public static func separator(of bytes: [UInt8]) -> UInt8 {
    if let said = saidSeparator(of: bytes) { return said }
    let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
    var counts = candidates.map { _ in 0 }
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return candidates[best]
  }

  /// The next record; nil at the end.
  public mutating func next() throws(Problem) -> Record? {
    while place < bytes.count, takeLineEnd() {}
    guard place < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try peek() == quote ? quotedField() : plainField())
      if peek() == separator {
        place += 1
      } else if place == bytes.count || takeLineEnd() {
        return Record(line: start, fields: fields)
      } else {
        throw Problem(line: line, text: "has text after a closing quote")
      }
    }
  }

  private mutating func plainField() throws(Problem) -> String {
    let start = place
    while let byte = peek(), byte != separator, byte != lineFeed, byte != carriageReturn {
      guard byte != quote else {
        throw Problem(line: line, text: "has a quote in a field that does not begin with one")
      }
      place += 1
    }
    return try text(bytes[start..<place])
  }

  private mutating func quotedField() throws(Problem) -> String {
    let opening = line
    var field: [UInt8] = []
    place += 1
    while let byte = peek() {
      if byte == quote {
        place += 1
        guard peek() == quote else { return try text(field[...]) }
        field.append(quote)
        place += 1
      } else if byte == lineFeed || byte == carriageReturn {
        let start = place
        takeLineEnd()
        field += bytes[start..<place]
      } else {
        field.append(byte)
        place += 1
      }
    }
    throw Problem(line: opening, text: "has a quote that is never closed")
  }

  private func text(_ field: ArraySlice<UInt8>) throws(Problem) -> String {
    guard let text = String(validating: field, as: UTF8.self) else {
      throw Problem(line: line, text: "is not UTF-8 text")
    }
    return text
  }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  @discardableResult
  private mutating func takeLineEnd() -> Bool {
    switch peek() {
    case lineFeed: place += 1
    case carriageReturn:
      place += 1
      if peek() == lineFeed { place += 1 }
    default: return false
    }
    line += 1
    return true
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// Writes comma-separated values: RFC 4180, in UTF-8, lines ended by CR LF.
public enum CSVWriter {
  public static func text(_ records: [[String]]) -> String {
    records.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    // Scalars, since CR LF is one character.
    let isPlain = !text.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
