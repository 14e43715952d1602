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

  @Flag(help: "Draw with ASCII characters only; a locale without UTF-8 does the same.")
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
}
