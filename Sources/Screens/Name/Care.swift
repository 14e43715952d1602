import EmotionCore

/// When what is typed points to ending one's life or hurting oneself, words for feelings are not
/// what is needed. Nothing is kept of it.
enum Care {
  static let sentence =
    "If you may harm yourself, please talk to someone now: a person you trust, or the "
    + "emergency number where you are, such as 112, 911 or 999."

  static func isCalledFor(by text: String) -> Bool {
    let text = Spelling.normalized(text)
    return signs.contains { text.contains($0) }
  }

  private static let signs = [
    "suicid", "kill myself", "killing myself", "end my life", "want to die", "wanna die",
    "hurt myself", "hurting myself", "harm myself", "self harm", "cut myself",
    "not want to live", "don't want to live", "dont want to live", "better off dead",
  ]
}
