import Terminal

/// One thing a key does. This one record feeds the dispatcher, the footer and the help page.
struct Binding<Action> {
  let keys: [Key]
  /// How the keys are written in the footer: "↑↓", "1–4".
  let shown: String
  /// What it does, in a word or two.
  let label: String
  /// What it does, for the help page; empty where another key's line says it.
  let help: String
  /// How the keys are written on the help page, where that line is for other keys too.
  let listed: String?
  /// Whether it stands in the footer; the help page shows all.
  let inFooter: Bool
  /// True for an action that takes something away: keys that arrive at once never cause it.
  let asksAlone: Bool
  let action: Action

  init(
    _ keys: [Key], shown: String? = nil, label: String, help: String,
    listed: String? = nil, inFooter: Bool = true, asksAlone: Bool = false, action: Action
  ) {
    self.keys = keys
    self.shown = shown ?? keys.first?.name ?? ""
    self.label = label
    self.help = help
    self.listed = listed
    self.inFooter = inFooter
    self.asksAlone = asksAlone
    self.action = action
  }
}

/// A binding without its action, for showing.
struct KeyHint: Equatable, Sendable {
  let keys: [Key]
  let shown: String
  let label: String
  let help: String
  var listed: String?
  let inFooter: Bool
}

extension Binding {
  /// The same, on the help page alone.
  var outOfFooter: Binding {
    Binding(
      keys, shown: shown, label: label, help: help, listed: listed, inFooter: false, action: action)
  }

  var hint: KeyHint {
    KeyHint(
      keys: keys, shown: shown, label: label, help: help, listed: listed, inFooter: inFooter)
  }
}
