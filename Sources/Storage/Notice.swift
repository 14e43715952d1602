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

  static func notFolded(_ error: StorageError) -> String {
    "What you did is saved, but what the logs hold could not all be read: \(error)"
  }

  static func tornEnd(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return "The last line of \(path) was cut off, probably by a crash; it was moved to "
      + "\(name).torn beside it, and everything before it is safe."
  }
}
