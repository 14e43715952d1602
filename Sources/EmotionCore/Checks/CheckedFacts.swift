// Published facts that only the check reads.

/// The words that say what someone did rather than what is felt.
struct StoryList: ContentReadable {
  let source: String
  let words: [Entry]

  struct Entry: ContentReadable {
    let word: WordID
    /// How the source writes it, where that is not the word itself.
    let label: String?

    init(_ json: JSON, at place: Place) throws(ContentError) {
      var fields = try Fields(json, at: place)
      word = try fields.required("word")
      label = try fields.optional("label")
      try fields.end()
    }
  }

  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    source = try fields.required("source")
    words = try fields.required("words")
    try fields.end()
  }
}

/// How pleasant people rated words to be.
struct Norms: ContentReadable {
  let source: String
  let license: String
  let scale: String
  /// 1 negative … 9 positive.
  let valence: [WordID: Double]

  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    source = try fields.required("source")
    license = try fields.required("license")
    scale = try fields.required("scale")
    valence = try fields.required("valence")
    try fields.end()
  }
}

/// Any file, as it is.
extension JSON: ContentReadable {
  init(_ json: JSON, at place: Place) { self = json }
}
