/// Words as notes for Anki: a text file that it imports as it is (the Anki manual, “Text Files”).
///
/// A word makes a note with its meaning on the front, and one for each of its situations. Each has an
/// id of ours that never changes, and Anki knows it by that: importing again changes notes, also
/// those whose front has other words by now, and adds none twice.
public struct AnkiNotes {
  public let library: Library

  public init(_ library: Library) { self.library = library }

  public func text(_ words: [Word]) -> String {
    // No “#columns”: it would name the fields, and they're called otherwise in every language but
    // English. Without it the first column that is no id goes on the front, the next on the back.
    let head = [
      "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Inkling", "#guid column:1",
      "#tags column:4",
    ]
    return (head + words.flatMap(notes)).map { $0 + "\n" }.joined()
  }

  private func notes(_ word: Word) -> [String] {
    let tags = "inkling inkling::\(word.family) inkling::strength-\(word.strength)"
    let name = "<b>\(Self.escaped(word.word))</b>"
    let contrasts = library.lexicon.neighbors(of: word.id).prefix(3).compactMap { neighbor in
      library.lexicon[neighbor.word].map { Self.escaped("Not \($0.word): \(neighbor.itsLine)") }
    }
    let situations = library.situations(of: word.id).map { situation in
      (
        "situation:\(situation.id)", Self.escaped(situation.text),
        [name, Self.escaped(word.meaning), Self.escaped(situation.why)] + contrasts
      )
    }
    let meaning = ("word:\(word.id)", Self.escaped(word.meaning), [name] + contrasts)
    return ([meaning] + situations).map { id, front, back in
      ["inkling:" + id, front, back.joined(separator: "<br>"), tags].joined(separator: "\t")
    }
  }

  /// Neither a tag, nor the end of a field or line, nor a quoted field, nor a comment.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "#": "&#35;"
      case "\n", "\r\n", "\r": "<br>"
      case "\t": " "
      default: String(character)
      }
    }
    .joined()
  }
}
