public import EmotionCore
import Terminal

/// What the page of crisis lines says, for the screen and for `--plain`.
struct CareText {
  /// What brought the page up, and so what's true of what was written.
  enum Occasion {
    /// Something typed into a field for words: it's gone.
    case word
    /// A note, which belongs to whoever wrote it.
    case note
    /// The page was asked for.
    case asked
  }

  let occasion: Occasion
  /// Nil where nothing is known of the country.
  let support: Support?

  var opening: String {
    occasion == .asked
      ? "When it's more than a word." : "It sounds like this is more than a word."
  }

  let request = "If you might hurt yourself, please talk to a person now:"

  /// What to call, each with what's said of it.
  /// - Parameter isShort: only what it takes to call.
  func numbers(isShort: Bool) -> [(number: String, about: String)] {
    guard let support else {
      return [
        ("findahelpline.com", "lines for your country"),
        ("112, 911 or 999", "if it's happening now"),
      ]
    }
    return support.lines.map { line in
      let isPlain = line.languages == "English" || isShort && line.languages.hasPrefix("English")
      let language = isPlain ? "" : " (\(line.languages))"
      let name = isShort || line.name == line.number ? "" : " · \(line.name)"
      return (line.number, line.way + language + name)
    } + [(support.emergency, "if it's happening now")]
  }

  let closing = "Or wake somebody you trust. You don't need the right words."

  var promise: String {
    switch occasion {
    case .word: "Nothing of this was saved."
    case .note: "Your note stays as you wrote it. Nothing else is kept."
    case .asked: "Nothing about this page is saved."
    }
  }
}

/// The same, line by line.
public struct CareLines {
  private let library: Library
  private let territory: String?

  /// - Parameter territory: where the person is, as the locale has it: "US".
  public init(_ library: Library, territory: String?) {
    self.library = library
    self.territory = territory
  }

  /// What's said to somebody who asked for it, of a country they named or of their own.
  public func asked(in country: Support? = nil) -> [String] {
    lines(CareText(occasion: .asked, support: country ?? library.support(in: territory)))
  }

  /// What's said instead of an answer to a text; nil where a text doesn't call for it.
  public func answer(to text: String) -> [String]? {
    guard Care.isCalledFor(by: text) else { return nil }
    return lines(CareText(occasion: .word, support: library.support(in: territory)))
  }

  /// What's said when a note was written; nil where it doesn't call for it.
  func answer(toNote text: String) -> [String]? {
    guard Care.isCalledFor(by: text) else { return nil }
    return lines(CareText(occasion: .note, support: library.support(in: territory)))
  }

  private func lines(_ text: CareText) -> [String] {
    [text.opening, text.request]
      + text.numbers(isShort: false).map { "  \($0.number): \($0.about)" }
      + [text.closing]
      + (text.support == nil
        ? [] : ["Another country: inkling care NAME, or findahelpline.com."])
      + [text.promise]
  }
}
