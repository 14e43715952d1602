/// Finds a description for the name that a terminal calls itself.
public enum TerminalName {
  /// The names under which a terminal's description is looked for, the first that is known counts.
  /// A machine without the description of a newer terminal still has that of xterm, whose language
  /// they all speak.
  static func candidates(_ name: String) -> [String] {
    let speaksOtherwise = others.contains { name == $0 || name.hasPrefix($0 + "-") }
    return speaksOtherwise ? [name] : [name, "xterm-256color", "xterm"]
  }

  /// Paper, the shells of editors, and old terminals with a language of their own.
  private static let others = [
    "dumb", "unknown", "network", "dialup", "emacs", "printer", "lpr", "tty33", "tty37", "adm3a",
    "adm31", "adm5", "hp2621", "ibm3151", "tvi910", "tvi925", "tvi950", "vt52", "wy30", "wy50",
    "wy60", "wyse30", "wyse50", "wyse60",
  ]
}
