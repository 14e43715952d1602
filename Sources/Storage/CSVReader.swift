/// Reads comma-separated values record by record: RFC 4180, in UTF-8 with or without a byte order
/// mark, lines ended by CR LF, LF or CR. Lines without anything are passed over.
public struct CSVReader {
  public struct Record: Equatable, Sendable {
    /// The line the record begins on, the first 1.
    public let line: Int
    public let fields: [String]
  }

  /// Why a file cannot be read on, and on which line.
  public struct Problem: Error, Equatable, Sendable {
    public let line: Int
    /// A part of a sentence: "a quote is never closed".
    public let text: String
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next record; nil at the end.
  public mutating func next() throws(Problem) -> Record? {
    while place < bytes.count, takeLineEnd() {}
    guard place < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try peek() == quote ? quotedField() : plainField())
      if peek() == comma {
        place += 1
      } else if place == bytes.count || takeLineEnd() {
        return Record(line: start, fields: fields)
      } else {
        throw Problem(line: line, text: "text follows a closing quote")
      }
    }
  }

  private mutating func plainField() throws(Problem) -> String {
    let start = place
    while let byte = peek(), byte != comma, byte != lineFeed, byte != carriageReturn {
      guard byte != quote else {
        throw Problem(line: line, text: "a quote stands in a field that does not begin with one")
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
    throw Problem(line: opening, text: "a quote is never closed")
  }

  private func text(_ field: ArraySlice<UInt8>) throws(Problem) -> String {
    guard let text = String(validating: field, as: UTF8.self) else {
      throw Problem(line: line, text: "this is not UTF-8 text")
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
}

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
