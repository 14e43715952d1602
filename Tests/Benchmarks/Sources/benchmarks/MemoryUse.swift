import FoundationEssentials

/// Resident memory, and the part of it that is no file's.
enum MemoryUse {
  static func show(_ workshop: borrowing Workshop) throws {
    var table = Table("Resident memory", "MB", "of it anonymous")
    let launch = workshop.launch(home: try workshop.home("used"))
    if let bare = workshop.bare {
      let program = try Program(Launch(arguments: [bare], home: launch.home, text: launch.text))
      program.drawToQuiet()
      try add("bare ncurses program in C", program, to: &table)
    }
    for (name, keys) in [
      ("home", []), ("home, then naming", ["n"]), ("home, then practice", ["p"]),
      ("home, then exploring", ["x"]),
    ] {
      let program = try Program(launch)
      guard program.draw(until: launch.text) != nil else { throw Trouble("No home screen.") }
      program.drawToQuiet()
      for key in keys { _ = try program.press(key) }
      try add(name, program, to: &table)
    }
    table.show()
  }

  /// The most resident memory that this process ever had, in MB.
  static func peak() throws -> Double {
    let status = try Data(contentsOf: URL(filePath: "/proc/self/status"))
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }

  private static func add(
    _ name: String, _ program: borrowing Program, to table: inout Table
  ) throws {
    table.add(
      name, try megabytes("VmRSS", program).text(1), try megabytes("RssAnon", program).text(1))
  }

  /// Megabytes of the program that are in memory.
  static func resident(_ program: borrowing Program) throws -> Double {
    try megabytes("VmRSS", program)
  }

  private static func megabytes(_ field: String, _ program: borrowing Program) throws -> Double {
    let url = URL(filePath: "/proc/\(program.process)/status")
    let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(field + ":") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }
}
