/// From a key to what it draws.
enum Keys {
  private static let runs = 30
  private static let down = "\u{1B}OB"
  private static let up = "\u{1B}OA"

  private struct Case {
    let name: String
    /// Keys that lead to where the measured one is pressed.
    let way: [String]
    let key: String
    /// Takes the key back, so that every press does the same.
    let restore: String
  }

  private static let cases = [
    Case(name: "Name: ↓ in the first words", way: ["n"], key: down, restore: up),
    Case(name: "Name: a letter typed", way: ["n"], key: "s", restore: "\u{7F}"),
    Case(name: "Name: ↓ in the shortlist", way: ["n", "\r"], key: down, restore: up),
    Case(name: "Explore: ↓", way: ["x"], key: down, restore: up),
    Case(name: "Home: x, words already read", way: ["x", "q"], key: "x", restore: "q"),
  ]

  static func show(_ workshop: borrowing Workshop) throws {
    var table = Table("A key", "first byte ms", "quiet ms", "bytes")
    let launch = workshop.launch(home: try workshop.home("used"))
    try showFirst(launch, &table)
    for item in cases {
      let program = try Program(launch)
      guard program.draw(until: launch.text) != nil else { throw Trouble("No home screen.") }
      program.drawToQuiet()
      for key in item.way { _ = try program.press(key) }
      var samples: [(first: Double, last: Double, bytes: Int)] = []
      for _ in 0..<runs {
        samples.append(try program.press(item.key))
        _ = try program.press(item.restore)
      }
      add(item.name, samples, to: &table)
    }
    table.show()
  }

  /// Keys that make Inkling read words for the first time.
  private static func showFirst(_ launch: Launch, _ table: inout Table) throws {
    for (name, key) in [("Home: n", "n"), ("Home: p", "p"), ("Home: x", "x"), ("Home: j", "j")] {
      var samples: [(first: Double, last: Double, bytes: Int)] = []
      for _ in 0..<runs / 3 {
        let program = try Program(launch)
        guard program.draw(until: launch.text) != nil else { throw Trouble("No home screen.") }
        program.drawToQuiet()
        samples.append(try program.press(key))
      }
      add(name, samples, to: &table)
    }
  }

  private static func add(
    _ name: String, _ samples: [(first: Double, last: Double, bytes: Int)], to table: inout Table
  ) {
    table.add(
      name, (samples.map(\.first).median / 1000).text(), (samples.map(\.last).median / 1000).text(),
      samples.map { Double($0.bytes) }.median.text(0))
  }
}
