/// The text of notes that trackers keep as HTML: line breaks for tags that break lines, nothing for
/// tags that only look, and the characters that entities stand for. Everything else stays as it is,
/// since people write "<3" and "a < b" too.
enum Markup {
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let tag = tag(at: rest) {
        result += tag.text
        rest = rest[tag.end...]
      } else if first == "&", let entity = entity(at: rest) {
        result.append(entity.character)
        rest = rest[entity.end...]
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return result
  }

  private static func tag(at text: Substring) -> (text: String, end: Substring.Index)? {
    // An attribute may be a style or an address; a tag that never ends is none.
    guard let close = text.prefix(400).firstIndex(of: ">") else { return nil }
    var inner = text[text.index(after: text.startIndex)..<close]
    let isClosing = inner.first == "/"
    if isClosing { inner.removeFirst() }
    let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let after = inner[name.endIndex...].first
    guard after == nil || after == "/" || after?.isWhitespace == true,
      let shown = shown(name.lowercased(), isClosing)
    else { return nil }
    return (shown, text.index(after: close))
  }

  /// The text that stands for a tag; nil for one that HTML doesn't have for texts.
  private static func shown(_ name: String, _ isClosing: Bool) -> String? {
    switch name {
    case "br": "\n"
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol":
      isClosing ? "\n" : ""
    case "li": isClosing ? "\n" : "- "
    case "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "span", "font", "a", "small",
      "big", "sub", "sup", "mark", "code":
      ""
    default: nil
    }
  }

  private static func entity(at text: Substring) -> (character: Character, end: Substring.Index)? {
    guard let close = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<close]
    let end = text.index(after: close)
    if let character = named[String(name)] { return (character, end) }
    guard name.first == "#" else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (Character(scalar), end)
  }

  private static let named: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "euro": "€", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é",
  ]
}
