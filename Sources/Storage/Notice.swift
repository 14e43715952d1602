/// What a person is told of what was found in the logs, a sentence each.
enum Notice {
  static func conflicts(_ conflicts: [EventID]) -> [String] {
    guard let first = conflicts.first else { return [] }
    return [
      "The logs say different things under the same number, \(first)"
        + (conflicts.count > 1 ? " and \(conflicts.count - 1) more" : "")
        + ", as when a copied data folder was used; everything was kept."
    ]
  }

  /// - Parameters:
  ///   - numbers: of the first such lines.
  ///   - count: of all.
  static func damaged(_ numbers: [Int], of count: Int, in path: String) -> [String] {
    let untold = count - numbers.count
    return numbers.map {
      "Line \($0) of \(path) could not be read and was skipped; it was left in the file."
    }
      + (untold == 0
        ? []
        : [
          "So \(untold == 1 ? "was one more line" : "were \(untold) more lines") of \(path): "
            + "“inkling doctor” tells more."
        ])
  }

  /// Lines that are sound, with something in them that this version doesn't know.
  static func unknown(_ count: Int, first: Int, in path: String) -> String {
    count == 1
      ? "Line \(first) of \(path) says something that this version of Inkling doesn't know, so it "
        + "stays there and counts for nothing: a newer Inkling may know it."
      : "\(count) lines of \(path), the first is line \(first), say things that this version of "
        + "Inkling doesn't know, so they stay there and count for nothing: a newer Inkling may know "
        + "them."
  }

  /// Lines of a newer version in a log that isn't this device's.
  static func newer(_ count: Int, first: Int, in path: String) -> String {
    count == 1
      ? "Line \(first) of \(path) is from a newer version of Inkling: it stays there, and counts here "
        + "once you update Inkling."
      : "\(count) lines of \(path), the first is line \(first), are from a newer version of Inkling: "
        + "they stay there, and count here once you update Inkling."
  }

  static func readOnly(_ error: StorageError) -> String {
    "Nothing can be saved here, only read. \(error)"
  }

  static func notFolded(_ error: StorageError) -> String {
    "What you did is saved, but what the logs hold could not all be read: \(error)"
  }

  static func tornEnd(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return "The last line of \(path) was cut off, probably by a crash; it was moved to "
      + "\(name).torn beside it, and everything before it is safe."
  }
}
