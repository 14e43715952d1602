import CTerminal
import FoundationEssentials
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing to standard output and standard error.
enum Output {
  static func json(_ value: some Encodable) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      throw Failure(
        sentence: "The answer could not be written as JSON; this is a fault in Inkling.")
    }
    print(String(decoding: data, as: UTF8.self))
  }

  /// Shows a prompt that has no newline.
  static func flush() { fflush(nil) }

  /// Writes what is still waiting.
  /// - Throws: a sentence when some of all that was printed could not be written.
  static func finish() throws(Failure) {
    guard fflush(nil) != 0 else { return }
    throw Failure(
      sentence: "What was printed is not whole: \(String(cString: strerror(errno))); "
        + "print it somewhere else.")
  }

  /// One line on standard output, broken between words where that is a terminal. What it may hold
  /// comes from logs, files and people.
  static func say(_ line: String) { print(rows(line, on: STDOUT_FILENO)) }

  /// A question on standard output, to be answered behind it.
  static func ask(_ question: String) {
    let text = question.hasSuffix(" ") ? String(question.dropLast()) : question
    print(rows(text, on: STDOUT_FILENO), terminator: text == question ? "" : " ")
    flush()
  }

  /// One sentence on standard error.
  static func complain(_ sentence: String) {
    write(Array((rows(sentence, on: STDERR_FILENO) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Whether the person, or the terminal's locale, wants no other characters.
  static let isASCII: Bool = {
    ct_set_locale()
    return asksForASCII || !ct_is_utf8()
  }()

  private static let asksForASCII = CommandLine.arguments.contains("--ascii")

  /// Of the terminal that standard output is; nil where it is none.
  static var columns: Int? { columns(of: STDOUT_FILENO) }

  private static func columns(of descriptor: Int32) -> Int? {
    let columns = Int(ct_columns(descriptor))
    return columns > 0 ? columns : nil
  }

  private static func rows(_ line: String, on descriptor: Int32) -> String {
    let line = Printable.line(line)
    guard let columns = columns(of: descriptor) else {
      return asksForASCII ? Printable.ascii(line) : line
    }
    let text = isASCII ? Printable.ascii(line) : line
    return Wrap.hanging(text, columns: columns).joined(separator: "\n")
  }

  /// The parser's explanation, of several lines, on standard error.
  static func explain(_ lines: String) {
    write(Array((Printable.lines(lines) + "\n").utf8), to: STDERR_FILENO)
  }

  /// A whole document on standard output: as it is, unless a terminal would act on it.
  static func document(_ text: String) throws(Failure) {
    let bytes = Array((ct_is_terminal(STDOUT_FILENO) ? Printable.lines(text) : text).utf8)
    guard let code = write(bytes, to: STDOUT_FILENO) else { return }
    throw Failure(
      sentence: "What was written is not whole: \(String(cString: strerror(code))); "
        + "write it somewhere else.")
  }

  /// - Returns: the error that stopped it.
  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    flush()
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { system(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      done += count
    }
    return nil
  }

  private static func system(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
