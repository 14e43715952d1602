import CPty
import FoundationEssentials

/// What a million reviews cost: at the start, in memory, on disk, and when all is folded anew.
enum Million {
  private static let reviews = 1_000_000
  private static let runs = 20

  static func show(_ workshop: borrowing Workshop) throws {
    let empty = try workshop.home("empty")
    try workshop.prepare(empty)
    let home = try workshop.home("million")
    try History.write(reviews: reviews, home: home)
    let data = home + "/.local/share/inkling"

    var table = Table("\(reviews.grouped) reviews", "empty", "full", "difference")
    let rebuilds = try (0..<3).map { _ in
      try? FileManager.default.removeItem(atPath: data + "/schedule.json")
      let start = pty_now()
      guard try Workshop.run([workshop.inkling, "due"], home: home) == 0 else {
        throw Trouble("inkling due failed.")
      }
      return Double(pty_now() - start) / 1_000_000_000
    }
    table.add("inkling due without a snapshot, s", "", rebuilds.median.text(), "")
    try workshop.prepare(home)

    let log = URL(filePath: data + "/log/bench2.jsonl")
    let bytes = Double(try Data(contentsOf: log, options: .mappedIfSafe).count)
    table.add("bytes a review", "", (bytes / Double(reviews)).text(1), "")

    var paints: [[Double]] = [[], []]
    var memory: [[Double]] = [[], []]
    for _ in 0..<runs {
      for (index, home) in [empty, home].enumerated() {
        let program = try Program(workshop.launch(home: home))
        guard let drawing = program.draw(until: "How are you") else {
          throw Trouble("No home screen.")
        }
        paints[index].append(Double(drawing.last - (try program.startTime())) / 1_000_000)
        program.drawToQuiet()
        memory[index].append(try MemoryUse.resident(program))
      }
    }
    func add(_ name: String, _ samples: [[Double]]) {
      let (first, second) = (samples[0].median, samples[1].median)
      table.add(name, first.text(), second.text(), (second - first).text())
    }
    add("first paint, median ms", paints)
    add("resident memory, MB", memory)
    table.show()
  }
}
