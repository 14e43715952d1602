/// A file as a commit holds it.
struct TreeFile: Equatable {
  /// Octal, as git writes it: 100644 for a plain file.
  let mode: String
  /// The name of its content.
  let id: String

  var isPlain: Bool { mode == "100644" || mode == "100755" }

  /// Reads what `git ls-tree -r -z` prints: "mode type id<tab>path<nul>" again and again.
  static func read(_ output: [UInt8]) -> [String: TreeFile] {
    var files: [String: TreeFile] = [:]
    for entry in output.split(separator: 0) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let words = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 3 else { continue }
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      files[path] = TreeFile(mode: String(words[0]), id: String(words[2]))
    }
    return files
  }

  /// What `git update-index -z --index-info` reads.
  static func indexInput(_ files: [String: TreeFile]) -> [UInt8] {
    files.sorted { $0.key < $1.key }
      .flatMap { path, file in Array("\(file.mode) \(file.id)\t\(path)\0".utf8) }
  }
}

/// What is to become of each file when two devices changed the folder.
struct TreeMerge: Equatable {
  /// Files that are settled without looking into them.
  var files: [String: TreeFile] = [:]
  /// Files that both sides hold, differently, and whose lines are put together.
  var combined: [String] = []
  /// Files of another kind that both sides changed.
  var conflicts: [String] = []

  init(base: [String: TreeFile], ours: [String: TreeFile], theirs: [String: TreeFile]) {
    for path in Set(base.keys).union(ours.keys).union(theirs.keys).sorted() {
      let (old, mine, other) = (base[path], ours[path], theirs[path])
      if mine == other {
        files[path] = mine
      } else if SharedFiles.isCombined(path), mine == nil || other == nil {
        // A log is never taken away: a device whose log was gone would count its events anew.
        files[path] = mine ?? other
      } else if SharedFiles.isLog(path) {
        // Also where one side did not change: what the other lacks was not taken out of it.
        combined.append(path)
      } else if mine == old {
        files[path] = other
      } else if other == old {
        files[path] = mine
      } else if SharedFiles.isCombined(path) {
        combined.append(path)
      } else {
        conflicts.append(path)
      }
    }
  }
}
