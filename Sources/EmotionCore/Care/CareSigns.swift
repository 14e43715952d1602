/// A sum of small signs, for what no phrase foresees: somebody who writes of their own death, and with
/// it of wishing, of peace, of no way on, of those left behind, of means or of a goodbye.
///
/// Their own death counts 2 (1 if it's denied), each other kind of sign 1, however many of its words are
/// there. From 4 on, or from 3 if nobody else is in the sentence, it's heard; never if a word makes death
/// a figure of speech, a story, a fear or another's.
enum CareSigns {
  static func areEnough(in sentence: [String]) -> Bool {
    guard let death = sentence.firstIndex(where: deaths.contains), speaksOfSelf(sentence),
      !CarePhrase.isOfAnother(sentence, before: death)
    else { return false }
    let words = Set(sentence)
    guard words.isDisjoint(with: otherwise) else { return false }
    let isDenied =
      !lives.contains(sentence[death])
      && sentence[..<death].contains { $0 == "not" || $0 == "never" }
    let points = (isDenied ? 1 : 2) + signs.count { !words.isDisjoint(with: $0) }
    return points >= 4 || points == 3 && words.isDisjoint(with: SpeechWords.others)
  }

  /// Whether several small signs of a goodbye come together in a text.
  static func sayGoodbye(in sentences: [[String]]) -> Bool {
    goodbyes.count { sign in sentences.contains { sign.match($0, isAlone: false) } } >= 3
  }

  private static let goodbyes = CarePhrases.goodbyes.map { CarePhrases([$0]) }

  private static func speaksOfSelf(_ sentence: [String]) -> Bool {
    sentence.contains { ["i", "me", "my", "myself"].contains($0) }
  }

  private static let deaths = SpeechWords.set(
    """
    die dying death dead suicide suicidal buried coffin funeral casket corpse hearse cremated
    alive exist existing existence unborn miscarriage aborted nonexistent unalive
    """)

  /// What's an end only once it's denied.
  private static let lives = SpeechWords.set("alive exist existing existence")

  /// Each is a kind of sign.
  private static let signs = [
    // Wishing and deciding.
    SpeechWords.set(
      """
      want wanted wanting wish wished wishing hope hoping hoped rather ready plan planning planned
      decided beg begged pray prayed praying waiting wait thinking thoughts imagine
      picture deserve should prefer
      """),
    // Peace.
    SpeechWords.set(
      "calm peace peaceful vacation lovely quiet relief easier better free freedom exit escape answer "
        + "nice sweet mercy kind kindness gift beautiful comfort comforting friend invitation"),
    // No way on.
    SpeechWords.set(
      """
      anymore pointless point worthless useless burden waste tired exhausted hopeless nothing empty
      finished unfortunately only enough trapped failure broken pain unbearable mistake why still long
      """),
    // Those left behind.
    SpeechWords.set(
      "nobody everyone everybody anyone insurance miss notice change matter care sad fine"),
    // Means and places.
    SpeechWords.set(
      "pills rope noose gun blade razor knife bridge roof tracks meds wheel overdose bullet trigger"
    ),
    // A time set, a goodbye.
    SpeechWords.set("letter note goodbye tonight soon playlist passwords sorry forgive done"),
  ]

  /// What makes death a figure of speech, a story, a fear or somebody else's.
  private static let otherwise = CarePhrase.sets["figure", default: []].union(
    SpeechWords.set(
      """
      scared afraid fear fears terrified worried frightened anxious nervous died killed passed
      battery phone mom mother dad father grandma grandpa grandmother grandfather brother sister
      uncle aunt cousin son daughter husband wife friend dog cat pet vet hospice cancer diagnosis
      surgery war news article actor singer poem history church cemetery he she his her him
      inside gorgeous drop end career tree grass garden line weight sea bored glad than fish car
      star queue red business miscarriage kicking letter thankful grateful lucky feel feeling best felt coaster drank scream
      """))
}
