import EmotionCore
import EmotionData
import FoundationEssentials

/// The programs that are measured, and a temporary folder that is removed at the end.
struct Workshop: ~Copyable {
  let inkling: String
  let package: String
  let folder: String
  /// The bare ncurses program; nil where there is no C compiler or no ncurses.
  let bare: String?

  /// - Parameter inkling: the program to measure; the package's release build, if not said.
  init(inkling named: String?) throws {
    let package = Self.ancestor(of: #filePath, levels: 5)
    let inkling = named ?? package + "/.build/release/inkling"
    guard FileManager.default.isExecutableFile(atPath: inkling) else {
      throw Trouble(
        "There is no program \(inkling): build it with “swift build -c release "
          + "--static-swift-stdlib”, or name another as the argument.")
    }
    let temporary = FileManager.default.temporaryDirectory.path
    let folder = "\(temporary)/inkling-benchmarks-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = Self.ancestor(of: #filePath, levels: 3) + "/Bare/bare.c"
    let compile = ["cc", "-O2", source, "-o", folder + "/bare", "-lncursesw"]
    let hasBare = (try? Self.run(compile, home: folder)) == 0
    self.package = package
    self.inkling = inkling
    self.folder = folder
    bare = hasBare ? folder + "/bare" : nil
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// An empty folder to serve as HOME.
  func home(_ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Inkling on its home screen, or with a command.
  func launch(_ arguments: String..., home: String, text: String = "How are you") -> Launch {
    Launch(arguments: [inkling] + arguments, home: home, text: text)
  }

  /// Starts Inkling once and leaves it, so that its folders, and a snapshot if any is due, exist.
  func prepare(_ home: String) throws {
    var program = try Program(launch(home: home))
    guard program.draw(until: "How are you") != nil else {
      throw Trouble("\(inkling) did not show its home screen.")
    }
    program.drawToQuiet()
    try program.send("q")
    guard program.finish() == 0 else { throw Trouble("\(inkling) did not end well.") }
  }

  /// Runs a program to its end.
  /// - Returns: its exit status.
  static func run(_ arguments: [String], home: String) throws -> Int32 {
    var program = try Program(Launch(arguments: arguments, home: home, text: ""))
    return program.finish()
  }

  static func library() -> Library {
    let files = UnsafeBufferPointer(
      start: emotion_data_table(), count: Int(emotion_data_file_count))
    return Library(
      files: files.map { file in
        (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
      })
  }

  private static func ancestor(of path: String, levels: Int) -> String {
    path.split(separator: "/").dropLast(levels).reduce("") { "\($0)/\($1)" }
  }
}
