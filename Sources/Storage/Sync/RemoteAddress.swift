/// Where the other devices' shared repository lies.
enum RemoteAddress {
  /// An address as git can use it from anywhere: a path is made absolute.
  /// - Returns: nil when it cannot be an address.
  static func read(_ text: String, from current: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    guard !text.isEmpty, isPlain, !text.hasPrefix("-") else { return nil }
    // What is no URL, and has no host before its first slash, is a path.
    let head = text.prefix { $0 != "/" }
    guard !text.hasPrefix("/"), !head.contains(":") else { return text }
    return current + "/" + text
  }

  /// Text of git's with user names and passwords taken out of its addresses.
  static func shown(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "://") {
      result += rest[..<mark.upperBound]
      rest = rest[mark.upperBound...]
      let host = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != "'" && $0 != "\"" }
      if let at = host.lastIndex(of: "@") { rest = rest[host.index(after: at)...] }
    }
    return result + rest
  }
}
