// Which fields each kind of content has. Any other field in a file is a slip of the pen and an error.

extension Word: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    word = try fields.required("word")
    say = try fields.required("say")
    noun = try fields.optional("noun")
    adjective = try fields.optional("adjective")
    forms = try fields.optional("forms")
    family = try fields.required("family")
    meaning = try fields.required("meaning")
    sense = try fields.optional("sense")
    strength = try fields.required("strength")
    pleasantness = try fields.required("pleasantness")
    energy = try fields.required("energy")
    everyday = try fields.required("everyday")
    body = try fields.required("body")
    urge = try fields.required("urge")
    needs = try fields.required("needs")
    story = try fields.optional("story")
    fields.skip("appraisal")
    try fields.end()
  }
}

extension Word.Story: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    says = try fields.required("says")
    underneath = try fields.required("underneath")
    try fields.end()
  }
}

/// The part of a word's entry that is read only when it is asked for.
struct Appraised: ContentReadable {
  let id: WordID
  let appraisal: AppraisalProfile

  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    appraisal = try fields.required("appraisal")
  }
}

extension Family: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    name = try fields.required("name")
    about = try fields.required("about")
    try fields.end()
  }
}

extension Contrast: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    let both = try [WordID: String](json, at: place)
    guard let contrast = Contrast(both) else {
      throw place.error("a contrast needs two words, not \(both.keys.sorted())")
    }
    self = contrast
  }
}

extension Situation: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    text = try fields.required("text")
    fits = try fields.required("fits")
    why = try fields.required("why")
    near = try fields.required("near")
    try fields.end()
  }
}

extension VagueWord: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    word = try fields.required("word")
    aliases = try fields.optional("aliases")
    finer = try fields.required("finer")
    try fields.end()
  }
}

extension VagueWord.Finer: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    word = try fields.required("word")
    because = try fields.required("because")
    try fields.end()
  }
}

extension BodySignal: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    text = try fields.required("text")
    try fields.end()
  }
}

extension BodyRegion: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    region = try fields.required("region")
    signals = try fields.required("signals")
    try fields.end()
  }
}

extension Need: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    text = try fields.required("text")
    met = try fields.required("met")
    try fields.end()
  }
}

extension NeedGroup: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    group = try fields.required("group")
    needs = try fields.required("needs")
    try fields.end()
  }
}

extension Support: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    country = try fields.required("country")
    name = try fields.required("name")
    emergency = try fields.required("emergency")
    lines = try fields.required("lines")
    try fields.end()
  }
}

extension CrisisLine: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    name = try fields.required("name")
    how = try fields.required("how")
    number = try fields.required("number")
    text = try fields.optional("text")
    hours = try fields.required("hours")
    languages = try fields.required("languages")
    source = try fields.required("source")
    seen = try fields.required("seen")
    checked = try fields.required("checked")
    try fields.end()
  }
}

extension Taxonomy: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    id = try fields.required("id")
    name = try fields.required("name")
    authors = try fields.required("authors")
    year = try fields.required("year")
    source = try fields.required("source")
    goodFor = try fields.required("goodFor")
    tree = try fields.required("tree")
    opposites = try fields.optional("opposites")
    blends = try fields.optional("blends")
    plane = try fields.optional("plane")
    needs = try fields.optional("needs")
    try fields.end()
  }
}

extension Taxonomy.Node: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    word = try fields.optional("word")
    vague = try fields.optional("vague")
    label = try fields.optional("label")
    range = try fields.optional("range")
    children = try fields.optional("children")
    try fields.end()
  }
}

extension Taxonomy.Blend: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    word = try fields.required("word")
    label = try fields.optional("label")
    of = try fields.required("of")
    level = try fields.required("level")
    try fields.end()
  }
}

extension Taxonomy.Point: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    word = try fields.optional("word")
    label = try fields.optional("label")
    let at: [Double] = try fields.required("at")
    guard at.count == 2 else { throw fields.place.below("at").error("it is not a pair") }
    pleasantness = at[0]
    energy = at[1]
    try fields.end()
  }
}

extension Taxonomy.NeedGroup: ContentReadable {
  init(_ json: JSON, at place: Place) throws(ContentError) {
    var fields = try Fields(json, at: place)
    group = try fields.required("group")
    needs = try fields.required("needs")
    try fields.end()
  }
}
