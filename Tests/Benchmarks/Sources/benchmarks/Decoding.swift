import EmotionCore

/// How long the content takes to decode, in this process.
enum Decoding {
  static func show() {
    var table = Table("Decoding Data/", "median ms")
    func add(_ name: String, _ read: (Library) -> Void) {
      let times = (0..<30).map { _ in
        let library = Workshop.library()
        return duration { read(library) }
      }
      table.add(name, (times.median / 1_000_000).text())
    }
    add("for home: the teaching order") { _ = $0.teachingOrder }
    add("for naming: words, contrasts, vague words") {
      _ = $0.lexicon
      _ = $0.vagueWords
    }
    add("all of it") {
      _ = ($0.lexicon, $0.vagueWords, $0.teachingOrder, $0.taxonomies)
      for word in $0.lexicon.words { _ = $0.situations(of: word.id) }
      _ = ($0.families, $0.body, $0.needs, $0.appraisals)
    }
    table.show()
  }
}
