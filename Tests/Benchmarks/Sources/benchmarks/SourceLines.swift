import FoundationEssentials

/// Lines of the source files.
enum SourceLines {
  static func show(_ package: String) throws {
    let folder = package + "/Sources"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { name in [".swift", ".c", ".h"].contains { name.hasSuffix($0) } }
    let files = try names.map { name in
      let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      return (name: name, lines: Double(data.count { $0 == UInt8(ascii: "\n") }))
    }
    let lines = files.map(\.lines)
    guard let longest = files.max(by: { $0.lines < $1.lines }) else { return }
    var table = Table("Lines of a source file", "")
    table.add("files", "\(files.count)")
    table.add("median", lines.median.text(0))
    table.add("90th percentile", lines.quantile(0.9).text(0))
    table.add("longest: \(longest.name)", longest.lines.text(0))
    table.add("all", lines.reduce(0, +).text(0))
    table.show()
  }
}
