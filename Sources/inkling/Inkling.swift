import ArgumentParser
import CTerminal
import FoundationEssentials
import Screens

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line.
@main
struct Inkling: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inkling",
    abstract: "Find the word for what you feel, and keep it.",
    discussion: """
      Without a command: the home screen. What you feel is never given as an argument: shells keep \
      a history, and other users see arguments.
      """,
    version: "0.1.0",
    subcommands: [
      NameCommand.self, PracticeCommand.self, ExploreCommand.self, JournalCommand.self,
      RefineCommand.self, WordCommand.self, WordsCommand.self, TaxonomiesCommand.self,
      CareCommand.self, DueCommand.self, PlanCommand.self, FitCommand.self, ExportCommand.self,
      ImportCommand.self, SyncCommand.self, LockCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var options: GlobalOptions

  func run() throws { try Session(options).run(.home) }

  /// Exit codes: 0 done, 1 failed, 2 used wrongly.
  static func main() {
    // Before there's anything in it that nobody else may see. Where the system has no such thing,
    // all else works as it does.
    _ = cs_guard_memory()
    // A file that may not grow further is told like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // The usual start needs no parser, whose reflection would take a fifth of the time to the
      // first paint.
      if CommandLine.arguments.count <= 1 { return try Session(.standard).run(.home) }
      var command = try parseAsRoot()
      try command.run()
      try Output.finish()
    } catch {
      let message = fullMessage(for: error)
      switch exitCode(for: error) {
      case .success:
        print(message)
        exit(withCode: 0)
      case .validationFailure:
        if let lines = mistake(Array(CommandLine.arguments.dropFirst())) {
          lines.forEach(Output.complain)
        } else {
          Output.explain(message)
        }
        exit(withCode: 2)
      default:
        if let failure = error as? Failure {
          Output.complain(failure.sentence)
          exit(withCode: failure.code)
        }
        if !(error is ExitCode) { Output.complain("inkling: \(error)") }
        exit(withCode: 1)
      }
    }
  }

  /// Says what is wrong with a command line in words for a person; nil where the parser says it well.
  private static func mistake(_ arguments: [String]) -> [String]? {
    let commands = configuration.subcommands.map { command in
      CommandMistake.Command(
        names: [command._commandName] + command.configuration.aliases,
        usage: helpMessage(for: command, columns: 200))
    }
    let help = CommandMistake.Command(names: ["help"], usage: "USAGE: inkling help <command>")
    let library = Session.embeddedLibrary()
    return CommandMistake(
      root: CommandMistake.Command(names: [""], usage: helpMessage(columns: 200)),
      commands: commands + [help], library: library,
      care: CareLines(
        library, territory: Session.territory(in: ProcessInfo.processInfo.environment))
    ).lines(for: arguments)
  }

  private static func exit(withCode code: Int32) -> Never { exit(withError: ExitCode(code)) }
}

/// Something that went wrong, as one sentence for a person.
struct Failure: Error {
  let sentence: String
  /// 1 failed, 2 used wrongly.
  var code: Int32 = 1
}
