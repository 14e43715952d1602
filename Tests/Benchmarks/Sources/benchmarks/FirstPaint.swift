import FoundationEssentials

/// From just before exec until the first screen has arrived at the terminal, at 80×24.
struct FirstPaint {
  private static let runs = 30

  private struct Case {
    let name: String
    let launch: Launch
    /// A home of its own for every run, empty.
    var startsAfresh = false
    var milliseconds: [Double] = []
    var bytes: [Double] = []
  }

  private var cases: [Case] = []

  init(_ workshop: borrowing Workshop) throws {
    let home = try workshop.home("used")
    try workshop.prepare(home)
    let full = try workshop.home("full")
    try History.write(reviews: 10_000, home: full)
    try workshop.prepare(full)

    if let bare = workshop.bare {
      let launch = Launch(arguments: [bare], home: home, text: "How are you")
      cases.append(Case(name: "bare ncurses program in C", launch: launch))
    }
    cases += [
      Case(name: "inkling", launch: workshop.launch(home: home)),
      Case(
        name: "inkling, for the first time ever",
        launch: workshop.launch(home: workshop.folder), startsAfresh: true),
      Case(name: "inkling, 10,000 reviews", launch: workshop.launch(home: full)),
      Case(
        name: "inkling name",
        launch: workshop.launch("name", home: home, text: "What would you say?")),
      Case(
        name: "inkling practice",
        launch: workshop.launch("practice", home: home, text: "Practice")),
      Case(
        name: "inkling practice, 10,000 reviews",
        launch: workshop.launch("practice", home: full, text: "Practice")),
    ]
    addOthers(workshop.package, home)
  }

  /// Programs of others, where they are installed.
  private mutating func addOthers(_ package: String, _ home: String) {
    for (name, arguments, text) in [
      ("nano", [], "Help"), ("tig", ["-C", package], "[main]"), ("calcurse", [], "Calendar"),
    ] {
      let paths = ["/usr/local/bin/", "/usr/bin/"].map { $0 + name }
      guard let path = paths.first(where: FileManager.default.isExecutableFile) else { continue }
      cases.append(
        Case(name: name, launch: Launch(arguments: [path] + arguments, home: home, text: text)))
    }
  }

  /// All programs in turn, round after round, so that what disturbs one disturbs the others.
  mutating func measure() throws {
    for run in 0..<Self.runs {
      for index in cases.indices {
        var launch = cases[index].launch
        if cases[index].startsAfresh {
          launch.home += "/fresh-\(run)"
          try FileManager.default.createDirectory(
            atPath: launch.home, withIntermediateDirectories: true)
        }
        let program = try Program(launch)
        guard let drawing = program.draw(until: launch.text) else {
          throw Trouble("\(cases[index].name) never drew “\(launch.text)”.")
        }
        cases[index].milliseconds.append(
          Double(drawing.last - (try program.startTime())) / 1_000_000)
        cases[index].bytes.append(Double(drawing.bytes.count + program.drawToQuiet().bytes.count))
      }
    }
  }

  func show() {
    var table = Table("First paint from exec, 80×24", "median ms", "best ms", "× first", "bytes")
    let base = cases.first?.milliseconds.median ?? 1
    for item in cases {
      let median = item.milliseconds.median
      table.add(
        item.name, median.text(), (item.milliseconds.min() ?? 0).text(), (median / base).text(),
        item.bytes.median.text(0))
    }
    table.show()
  }
}
