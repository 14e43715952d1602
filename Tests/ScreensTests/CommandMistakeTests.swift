import Testing

@testable import Screens

/// A command line that makes no sense is answered in a sentence.
@Suite struct CommandMistakeTests {
  private let mistake = CommandMistake(
    root: .init(
      names: [""],
      usage: "USAGE: inkling [--data-dir <data-dir>] [--plain] <subcommand>\n\nOPTIONS:\n"
        + "  --data-dir <data-dir>   Keep it.\n  --plain   Line by line.\n"),
    commands: [
      .init(names: ["name"], usage: "USAGE: inkling name [--data-dir <data-dir>] [--plain]"),
      .init(names: ["practice", "drill"], usage: "USAGE: inkling practice [--minutes <minutes>]"),
      .init(names: ["explore"], usage: "USAGE: inkling explore [--plain] [<word> ...]"),
      .init(names: ["export"], usage: "USAGE: inkling export [--format <format>] [--all]"),
      .init(names: ["journal"], usage: "USAGE: inkling journal [--plain]"),
      .init(names: ["word"], usage: "USAGE: inkling word [--json] <word> ..."),
      .init(names: ["import"], usage: "USAGE: inkling import [--map <map>] [--dry-run] <file>"),
      .init(
        names: ["due"], usage: "USAGE: inkling due [--json]\n\nOPTIONS:\n  --json  Print JSON."),
    ], library: embeddedLibrary(), care: CareLines(embeddedLibrary(), territory: "US"))

  private static let notHere =
    "What you feel isn't typed here, where the shell would keep it: run “inkling name” and type it "
    + "there."

  @Test(arguments: [
    ("jornal", "There's no command “jornal”. Did you mean “inkling journal”?"),
    ("--plain jornal", "There's no command “jornal”. Did you mean “inkling journal”?"),
    ("--data-dir due jornal", "There's no command “jornal”. Did you mean “inkling journal”?"),
    ("Due", "There's no command “Due”. Did you mean “inkling due”?"),
    ("pract", "There's no command “pract”. Did you mean “inkling practice”?"),
    ("dril", "There's no command “dril”. Did you mean “inkling drill”?"),
    ("wrod", "There's no command “wrod”. Did you mean “inkling word”?"),
    (
      "xyzzy",
      "There's no command “xyzzy”. These are: name, practice, explore, export, journal, word, "
        + "import, due."
    ),
    (
      "x\u{1B}[2Jyzzyq",
      "There's no command “x[2Jyzzyq”. These are: name, practice, explore, "
        + "export, journal, word, import, due."
    ),
  ])
  func aCommandThatThereIsntIsGuessed(_ line: String, _ sentence: String) {
    #expect(mistake.sentence(for: line.split(separator: " ").map(String.init)) == sentence)
  }

  @Test(arguments: [
    "stressed", "Stressed", "okay", "not great", "overwhelmed", "let down", "i feel like crap",
    "so tired today",
    "name stressed", "practice sad", "journal my boss yelled at me", "meh",
  ])
  func aFeelingIsNotAnArgument(_ line: String) {
    #expect(
      mistake.sentence(for: line.split(separator: " ").map(String.init)) == Self.notHere)
  }

  @Test(arguments: ["i want to die", "suicidal", "name i want to die"])
  func careComesFirst(_ line: String) {
    let lines = mistake.lines(for: line.split(separator: " ").map(String.init)) ?? []
    #expect(lines.contains { $0.contains("988") })
  }

  @Test(arguments: [
    ("due --jsn", "There's no option “--jsn”. Did you mean “--json”?"),
    ("--jsn due", "There's no option “--jsn”. Did you mean “--json”?"),
    ("--plian", "There's no option “--plian”. Did you mean “--plain”?"),
    ("practice --minute=3", "There's no option “--minute”. Did you mean “--minutes”?"),
    ("due -j", "There's no option “-j”. “inkling due” takes --help, --json, --version."),
  ])
  func anOptionThatThereIsntIsGuessed(_ line: String, _ sentence: String) {
    #expect(mistake.sentence(for: line.split(separator: " ").map(String.init)) == sentence)
  }

  @Test(arguments: [
    ("word", "“inkling word” needs something more: type “inkling word WORD”."),
    ("word --json", "“inkling word” needs something more: type “inkling word WORD”."),
    ("import --map a=b", "“inkling import” needs something more: type “inkling import FILE”."),
    (
      "practice --minutes",
      "“--minutes” needs something after it; “inkling practice --help” says what."
    ),
    ("--data-dir", "“--data-dir” needs something after it; “inkling --help” says what."),
    ("due today", "“inkling due” takes no “today”; “inkling due --help” says what it takes."),
  ])
  func whatIsMissingOrTooMuchIsSaid(_ line: String, _ sentence: String) {
    #expect(mistake.sentence(for: line.split(separator: " ").map(String.init)) == sentence)
  }

  /// What is right is left to the parser, and so is what a command says itself.
  @Test(arguments: [
    "", "name", "due", "due --json", "word overwhelmed --json", "word jornal",
    "--data-dir /tmp/x due",
    "practice --minutes 500", "explore", "explore --plain", "drill",
    "word -- --jsn", "import FILE --map=a", "export --format csv --all", "--help", "-h",
  ])
  func whatIsRightIsLeftAlone(_ line: String) {
    #expect(mistake.sentence(for: line.split(separator: " ").map(String.init)) == nil)
  }
}
