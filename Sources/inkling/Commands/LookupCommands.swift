import ArgumentParser
import EmotionCore
import Screens

struct RefineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refine",
    abstract: "Finer words for a vague one, with what tells them apart.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Argument(help: "What people say: stressed, fine, tired …")
  var word: [String]

  struct Answer: Encodable {
    let word: String
    let finer: [Finer]

    struct Finer: Encodable {
      let word: String
      let because: String
      let meaning: String
    }
  }

  func run() throws {
    let session = try Session(options)
    try session.care(for: word.joined(separator: " "))
    let answer = try answer(session.library)
    if json { return try Output.json(answer) }
    Output.say("\(answer.word) could be")
    let width = answer.finer.map(\.word.count).max() ?? 0
    for finer in answer.finer {
      Output.say("  \(finer.word.padded(to: width))  \(finer.because)")
    }
  }

  private func answer(_ library: Library) throws(Failure) -> Answer {
    let text = word.joined(separator: " ")
    let lexicon = library.lexicon
    if let vague = library.vagueWord(spelled: text) {
      return Answer(
        word: vague.word,
        finer: vague.finer.compactMap { finer in
          lexicon[finer.word].map {
            Answer.Finer(word: $0.word, because: finer.because, meaning: $0.meaning)
          }
        })
    }
    // A word that is already fine leads to its neighbors.
    guard let known = lexicon.word(spelled: text) else {
      throw Failure(sentence: library.unknown(text))
    }
    return Answer(
      word: known.word,
      finer: lexicon.neighbors(of: known.id).compactMap { neighbor in
        lexicon[neighbor.word].map {
          Answer.Finer(word: $0.word, because: neighbor.itsLine, meaning: $0.meaning)
        }
      })
  }
}

struct WordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "word", abstract: "A word's whole entry.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Argument(help: "A feeling word, in any form.")
  var word: [String]

  func run() throws {
    let session = try Session(options)
    let entry = WordEntry(try session.find(word), session.library)
    if json { return try Output.json(entry) }
    for line in entry.lines { Output.say(line) }
  }
}

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "All words, or those of one taxonomy.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON: a list of whole entries.")
  var json = false

  @Option(help: "Only the words of this taxonomy; “inkling taxonomies” lists them.")
  var taxonomy: String?

  func run() throws {
    let session = try Session(options)
    let words = try words(session.library)
    if json { return try Output.json(words.map { WordEntry($0, session.library) }) }
    let width = words.map(\.word.count).max() ?? 0
    for word in words { Output.say("\(word.word.padded(to: width))  \(word.meaning)") }
  }

  private func words(_ library: Library) throws(Failure) -> [Word] {
    guard let taxonomy else { return library.lexicon.words }
    let known = library.taxonomies.map(\.id)
    guard let chosen = library.taxonomies.first(where: { $0.id == taxonomy }) else {
      throw Failure(
        sentence: "There is no taxonomy “\(taxonomy)”: choose one of "
          + "\(known.joined(separator: ", ")).")
    }
    return chosen.words.compactMap { library.lexicon[$0] }
  }
}

struct CareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "care", abstract: "People to talk to when it's more than a word.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A country, by its name or two letters; without it, that of the locale.")
  var country: [String] = []

  func run() throws {
    let session = try Session(options)
    let name = country.joined(separator: " ")
    let lines = CareLines(session.library, territory: session.territory)
    let support = session.library.support(named: name)
    if !name.isEmpty, support == nil {
      Output.complain(
        "Inkling has no lines for that country: findahelpline.com has those of most.")
      for line in CareLines(session.library, territory: nil).asked() { Output.say(line) }
      throw ExitCode(1)
    }
    for line in lines.asked(in: support) { Output.say(line) }
  }
}

struct TaxonomiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomies", abstract: "The published orders of feelings that Inkling knows.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON.")
  var json = false

  struct Answer: Encodable {
    let id: String
    let name: String
    let authors: String
    let year: Int
    let source: String
    let words: Int
  }

  func run() throws {
    let taxonomies = try Session(options).library.taxonomies.map {
      Answer(
        id: $0.id, name: $0.name, authors: $0.authors, year: $0.year, source: $0.source,
        words: $0.words.count)
    }
    if json { return try Output.json(taxonomies) }
    for taxonomy in taxonomies {
      Output.say("\(taxonomy.id): \(taxonomy.name), \(taxonomy.words) words")
      Output.say("  \(taxonomy.authors), \(taxonomy.year)")
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
