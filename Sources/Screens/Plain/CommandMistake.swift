public import EmotionCore

/// Answers someone who typed a command line that Inkling doesn't understand.
public struct CommandMistake {
  /// A command and all that it takes.
  public struct Command: Equatable, Sendable {
    /// Its name first, then others that do the same.
    public let names: [String]
    /// Options as they are typed, "--json", and whether each has a value behind it.
    public let options: [String: Bool]
    /// Names the argument without dashes: "WORD"; nil when there is none.
    public let operand: String?

    /// Reads what a command takes from its help.
    /// - Parameter usage: the text that begins with "USAGE:" and lists the options below it.
    public init(names: [String], usage: String) {
      self.names = names
      let tokens = usage.split { $0 == " " || $0 == "\n" || $0 == "," }
      var options: [String: Bool] = ["-h": false, "--help": false, "--version": false]
      for (index, token) in tokens.enumerated() {
        let name = token.drop { $0 == "[" }.prefix { !"]=".contains($0) }
        guard name.hasPrefix("--"), name.count > 2 else { continue }
        let next = index + 1 < tokens.count ? tokens[index + 1] : ""
        if !token.hasSuffix("]"), next.hasPrefix("<") {
          options[String(name)] = true
        } else if options[String(name)] == nil {
          options[String(name)] = false
        }
      }
      self.options = options
      let line = usage.split(separator: "\n").first { $0.hasPrefix("USAGE:") } ?? ""
      var operand: String?
      var before: Substring = ""
      for token in line.split(separator: " ") {
        let name = token.drop { $0 == "[" }
        // Behind an option that isn't closed stands its value.
        let isValue = before.drop { $0 == "[" }.hasPrefix("--") && !before.hasSuffix("]")
        if name.hasPrefix("<"), !isValue {
          operand = String(name.dropFirst().prefix { $0 != ">" }).uppercased()
        }
        before = token
      }
      self.operand = operand == "SUBCOMMAND" ? nil : operand
    }
  }

  private let root: Command
  private let commands: [Command]
  private let library: Library
  private let care: CareLines

  /// - Parameter root: the program without a command.
  public init(root: Command, commands: [Command], library: Library, care: CareLines) {
    self.root = root
    self.commands = commands
    self.library = library
    self.care = care
  }

  /// Lines on what is wrong and what to type instead, or people to call where the words call for them;
  /// nil where this sees nothing wrong.
  /// - Parameter arguments: the command line without the program's name.
  public func lines(for arguments: [String]) -> [String]? {
    guard let sentence = sentence(for: arguments) else { return nil }
    let words = operands(of: arguments)
    let isCommand = words.first.map { word in commands.contains { $0.names.contains(word) } }
    let rest = isCommand == true ? words.dropFirst() : words[...]
    return care.answer(to: rest.joined(separator: " ")) ?? [sentence]
  }

  /// One sentence on what is wrong and what to type instead; nil where this sees nothing wrong.
  func sentence(for arguments: [String]) -> String? {
    let words = operands(of: arguments)
    let command = words.first.flatMap { word in commands.first { $0.names.contains(word) } }
    if let first = words.first, command == nil { return unknown(first, words) }
    if let option = unknownOption(arguments, of: command ?? root) {
      return refuse(option, of: command ?? root)
    }
    if let last = arguments.last, (command ?? root).options[last] == true {
      let help = (["inkling"] + words.prefix(1) + ["--help"]).joined(separator: " ")
      return "“\(last)” needs something after it; “\(help)” says what."
    }
    guard let command, let name = command.names.first else { return nil }
    let rest = words.dropFirst()
    switch (command.operand, rest.first) {
    case (nil, let extra?):
      if ["name", "practice", "journal"].contains(name) { return Self.notHere }
      return "“inkling \(name)” takes no “\(shown(extra))”; “inkling \(name) --help” says what it "
        + "takes."
    case (let operand?, nil) where name != "explore":
      return "“inkling \(name)” needs something more: type “inkling \(name) \(operand)”."
    default: return nil
    }
  }

  /// Feelings are typed where no shell keeps them.
  private static let notHere =
    "What you feel isn't typed here, where the shell would keep it: run “inkling name” and type it "
    + "there."

  // MARK: Commands

  private func unknown(_ word: String, _ words: [String]) -> String {
    let text = words.joined(separator: " ")
    if isFeeling(text) || words.contains(where: isFeeling) { return Self.notHere }
    let start = "There's no command “\(shown(word))”."
    let names = commands.flatMap(\.names)
    if let meant = Self.nearest(to: word, among: names) {
      return "\(start) Did you mean “inkling \(meant)”?"
    }
    // A sentence is not a slip of the keys.
    if words.count > 2 { return Self.notHere }
    return "\(start) These are: \(commands.compactMap(\.names.first).joined(separator: ", "))."
  }

  private func isFeeling(_ text: String) -> Bool {
    library.vagueWord(spelled: text) != nil || library.lexicon.word(spelled: text) != nil
  }

  // MARK: Options

  /// The arguments without dashes that are no option's value.
  private func operands(of arguments: [String]) -> [String] {
    let withValue = Set(
      ([root] + commands).flatMap { $0.options.filter(\.value).map(\.key) })
    var words: [String] = []
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return words + arguments.dropFirst(index + 1) }
      if isValue {
        isValue = false
      } else if argument.hasPrefix("-"), argument.count > 1 {
        isValue = withValue.contains(argument)
      } else {
        words.append(argument)
      }
    }
    return words
  }

  private func unknownOption(_ arguments: [String], of command: Command) -> String? {
    var isValue = false
    for argument in arguments.prefix(while: { $0 != "--" }) {
      if isValue {
        isValue = false
        continue
      }
      guard argument.hasPrefix("-"), argument.count > 1 else { continue }
      let name = String(argument.prefix { $0 != "=" })
      guard let hasValue = command.options[name] ?? root.options[name] else { return name }
      isValue = hasValue && !argument.contains("=")
    }
    return nil
  }

  private func refuse(_ option: String, of command: Command) -> String {
    let known = command.options.keys.filter { $0.hasPrefix("--") }.sorted()
    let start = "There's no option “\(shown(option))”."
    if let meant = Self.nearest(to: option, among: known) {
      return "\(start) Did you mean “\(meant)”?"
    }
    let name = (["inkling"] + command.names.prefix(1)).filter { !$0.isEmpty }
      .joined(separator: " ")
    return "\(start) “\(name)” takes \(known.joined(separator: ", "))."
  }

  // MARK: What was meant

  /// The one candidate that begins so, or else the one fewest slips away: one in a short word, two in
  /// a longer one.
  static func nearest(to text: String, among candidates: [String]) -> String? {
    let text = text.lowercased()
    let beginning = candidates.filter { $0.hasPrefix(text) }
    if text.filter(\.isLetter).count >= 3, beginning.count == 1 { return beginning[0] }
    let letters = text.filter { $0 != "-" }.count
    let near = candidates.map { ($0, Spelling.distance(text, $0)) }
      .filter { $0.1 <= (letters <= 4 ? 1 : 2) }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// The text without what would act on a terminal, and not longer than is read.
  private func shown(_ text: String) -> String {
    String(
      text.filter { character in
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      }.prefix(40))
  }
}
