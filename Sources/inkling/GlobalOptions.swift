import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("data-dir"),
    help: "Keep everything in this folder instead of the usual one.",
    completion: .directory)
  var dataFolder: String?

  @Flag(help: "Line by line, without drawing: for screen readers, pipes and serial lines.")
  var plain = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(name: .customLong("no-color"), help: "Draw without colors; NO_COLOR does the same.")
  var withoutColor = false

  /// What holds when no option is given.
  static var standard: GlobalOptions {
    var options = GlobalOptions()
    options.dataFolder = nil
    options.plain = false
    options.ascii = false
    options.withoutColor = false
    return options
  }

  /// Global options may stand before the command, too; the parser only knows them behind it.
  static func movedBehindCommand(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = Array(arguments.dropFirst())
    while let first = rest.first {
      if ["--plain", "--ascii", "--no-color"].contains(first) || first.hasPrefix("--data-dir=") {
        moved.append(rest.removeFirst())
      } else if first == "--data-dir", rest.count > 1 {
        moved += [rest.removeFirst(), rest.removeFirst()]
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return moved + rest }
    return [command] + moved + rest.dropFirst()
  }
}
