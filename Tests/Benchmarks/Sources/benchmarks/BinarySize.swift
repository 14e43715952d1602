import FoundationEssentials

/// The size of the program's file.
enum BinarySize {
  static func show(_ workshop: borrowing Workshop) throws {
    var table = Table("Size of the program", "MB")
    table.add("as built", try megabytes(workshop.inkling))
    let stripped = workshop.folder + "/stripped"
    let strip = ["strip", "-o", stripped, workshop.inkling]
    if try Workshop.run(strip, home: workshop.folder) == 0 {
      table.add("stripped", try megabytes(stripped))
    }
    table.show()
  }

  private static func megabytes(_ path: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    return (Double(data.count) / 1_048_576).text(1)
  }
}
