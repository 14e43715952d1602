import FoundationEssentials

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

  static func complain(_ sentence: String) {
    let line = Array((sentence + "\n").utf8)
    var done = 0
    while done < line.count {
      let count = line[done...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      done += count
    }
  }
}
