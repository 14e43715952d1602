/// A meaning picks out its word: it cannot say nearly the same as another.
extension ContentCheck {
  /// Two meanings may share this much of the content words of the one that has fewer of them
  /// (overlap coefficient, on roots, grammar words left out). Lines of four or five such words
  /// share one or two by chance, hence the least number.
  static let meaningOverlap = 0.5
  static let meaningOverlapLeast = 3

  func meaningProblems() -> [ContentProblem] {
    var found = Findings()
    let contents = words.map { Prose($0.element.meaning).contentWords }
    var earlier: [String: [Int]] = [:]
    for (index, entry) in words.enumerated() {
      var shared: [Int: [String]] = [:]
      for (root, word) in contents[index] {
        for other in earlier[root] ?? [] { shared[other, default: []].append(word) }
        earlier[root, default: []].append(index)
      }
      found.look(at: entry.file, entry.element.id)
      for (other, same) in shared.sorted(by: { $0.key < $1.key }) {
        let fewer = min(contents[index].count, contents[other].count)
        let isClose =
          same.count >= Self.meaningOverlapLeast
          && Double(same.count) > Self.meaningOverlap * Double(fewer)
        found.require(
          !isClose, "meaning",
          "shares \(quoted(same)) with that of “\(words[other].element.id)”: "
            + "say what sets it apart")
      }
    }
    return found.problems
  }
}

/// “a”, “b”, “c”, in alphabetical order.
func quoted(_ texts: some Sequence<String>) -> String {
  texts.sorted().map { "“\($0)”" }.joined(separator: ", ")
}
