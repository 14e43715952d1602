import Foundation

/// What a process printed, and how it ended.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Processes that are run to their end.
enum Tool {
  /// Runs a program of the system, such as tmux, and returns what it printed.
  @discardableResult
  static func run(_ arguments: [String], environment: [String: String]) throws -> Outcome {
    let output = Pipe()
    let errors = Pipe()
    let child = try Child(
      arguments, environment: environment, input: .nullDevice,
      output: output.fileHandleForWriting, errors: errors.fileHandleForWriting)
    try output.fileHandleForWriting.close()
    try errors.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    return Outcome(
      status: child.wait(), output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// The program that is tested: it lies beside the test bundle.
  static func inkling() throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { argument in
      let path = argument.components(separatedBy: ".xctest")[0]
      return URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
    let folders = bundles + [root.appendingPathComponent(".build/debug").path]
    for folder in folders where FileManager.default.isExecutableFile(atPath: folder + "/inkling") {
      return folder + "/inkling"
    }
    throw Poll.TimedOut(description: "No inkling beside the tests; looked in \(folders).")
  }

  /// Whether a process is gone, or only its name is left for a parent that does not ask for it.
  static func hasEnded(_ process: Int32) throws -> Bool {
    let environment = ["PATH": "/usr/bin:/bin"]
    let state = try run(["ps", "-o", "stat=", "-p", "\(process)"], environment: environment)
    return state.output.isEmpty || state.output.hasPrefix("Z")
  }
}
