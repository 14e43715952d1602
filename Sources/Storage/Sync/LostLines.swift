/// What the logs lack of the commit before. A lost or damaged log deletes nothing: only a tombstone
/// takes an event away, and only other words of the same event stand in for it.
struct LostLines {
  /// The logs that are to have their lines again.
  private(set) var arrivals: [Arrival] = []
  /// Whether the commit before holds texts that the logs hold no more.
  private(set) var hides = false

  /// - Parameters:
  ///   - old: the commit before.
  ///   - new: the tree of what the folder holds.
  ///   - stands: whether words that the folder has for an event may replace those of the commit.
  init(
    git: Git, old: String, new: String, stands: (LogMerge.Words) -> Bool = { _ in true }
  ) throws(SyncFailure) {
    let paths = try Self.shortened(git, old, new)
    guard !paths.isEmpty else { return }
    let before = try git.files(in: old)
    let now = try git.files(in: new)
    for path in paths {
      if let file = now[path], !file.isPlain { throw .strangeFile(path: path, remote: git.folder) }
      guard let held = try git.bytes(before[path]) else { continue }
      let current = try git.bytes(now[path])
      var whole = held
      if let current {
        let trusted = LogMerge.stripped(current, over: held, unless: stands)
        whole = LogMerge.merge(base: held, ours: trusted, theirs: held)
      }
      if LogMerge.missing(from: current ?? [], of: whole) > 0 {
        arrivals.append(Arrival(path: path, committed: current, merged: whole))
      }
      hides = hides || LogMerge.hides(held, in: whole)
    }
  }

  /// The logs that do not begin as they did, or are gone; mostly there are none.
  private static func shortened(
    _ git: Git, _ old: String, _ new: String
  ) throws(SyncFailure) -> [String] {
    let changes = try git.get([
      "diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", "--numstat", "--text", old, new,
      "--", "log",
    ])
    return changes.output.split(separator: 0).compactMap { change in
      // Added, deleted, path.
      let words = String(decoding: change, as: UTF8.self).split(separator: "\t", maxSplits: 2)
      guard words.count == 3, words[1] != "0" else { return nil }
      return SharedFiles.isLog(String(words[2])) ? String(words[2]) : nil
    }
  }
}
