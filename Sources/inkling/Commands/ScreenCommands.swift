import ArgumentParser
import CTerminal
import EmotionCore
import Screens
import SpacedRepetition
import Storage
import Vault

struct NameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name", abstract: "Name a feeling, and save it.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    guard options.plain else { return try session.run(.name) }
    let store = try session.openStoreToWrite()
    // Before anything is typed that could not be saved.
    if let trouble = try session.journalSeal(store).trouble { throw Failure(trouble) }
    var world = session.world(store)
    let saved = try session.talk(store).name(&world)
    try session.tidy(store)
    if saved == false {
      Output.say("")
      Output.say("Nothing was saved.")
    }
    guard saved == true else { throw ExitCode(1) }
  }
}

struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Practice the words that are due.", aliases: ["drill"])

  @OptionGroup var options: GlobalOptions

  @Option(help: "How long, in minutes.")
  var minutes = 5

  func validate() throws {
    guard (1...120).contains(minutes) else {
      throw ValidationError("--minutes takes a number from 1 to 120.")
    }
  }

  func run() throws {
    let session = try Session(options)
    guard options.plain else { return try session.run(.practice, minutes: minutes) }
    let store = try session.openStoreToWrite()
    var world = session.world(store, minutes: minutes)
    let saved = try session.talk(store).practice(&world)
    try session.tidy(store)
    if saved == nil { throw ExitCode(1) }
  }
}

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Browse words and taxonomies.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A feeling word to open.")
  var word: [String] = []

  func run() throws {
    let session = try Session(options)
    guard !word.isEmpty else { return try session.run(.explore) }
    try session.run(.word(try session.find(word).id))
  }
}

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Read what you have named.")

  @OptionGroup var options: GlobalOptions

  func run() throws { try Session(options).run(.journal) }
}

extension Session {
  /// What is done when a conversation ends: what failed is done when the next one does.
  func tidy(_ store: LogStore) throws(Failure) {
    // The rest of a text that was pasted at a question is no command for the shell.
    ct_forget_input()
    let seal = try journalSeal(store)
    do throws(StorageError) { try seal.tidy(store, now: clock.now().milliseconds) } catch {
      Output.complain(error.description)
    }
    try? store.saveSnapshot()
  }

  /// Names people to talk to, and ends, where what was given as a word calls for them.
  func care(for text: String) throws {
    guard let lines = CareLines(library, territory: territory).answer(to: text) else { return }
    for line in lines { Output.complain(line) }
    throw ExitCode(1)
  }

  /// The word that the arguments spell.
  func find(_ arguments: [String]) throws -> Word {
    let text = arguments.joined(separator: " ")
    try care(for: text)
    guard let word = library.lexicon.word(spelled: text) else {
      throw Failure(sentence: library.unknown(text))
    }
    return word
  }

  /// Conversation on standard input and output.
  func talk(_ store: LogStore) throws(Failure) -> Talk {
    let seal = try journalSeal(store)
    for problem in store.problems { Output.complain(problem) }
    return Talk(
      say: { Output.say($0) },
      ask: { question in
        Output.ask(question)
        return readLine()
      },
      care: CareLines(library, territory: territory),
      append: { deed, world in
        do throws(StorageError) {
          let id = try seal.append(deed, to: store, at: Stamp(world.now))
          world.ledger = store.state
          return id.description
        } catch {
          Output.complain(error.description)
          let rescue = Rescue(home: environment["HOME"], seal: seal, now: world.now)
          do throws(StorageError) {
            let path = try rescue.save([.append(deed)])
            Output.complain("It is in \(path): “inkling import” brings it back.")
          } catch { Output.complain("It could not be saved elsewhere either: \(error)") }
          return nil
        }
      },
      undoLatest: { world in
        do throws(StorageError) {
          guard case .answer(let event, let review)? = try store.newestDeed() else {
            Output.say("There is nothing to undo.")
            return nil
          }
          try store.undo(event.id, at: Stamp(world.now))
          world.ledger = store.state
          return world.name(of: review, at: Moment(event.stamp))
        } catch {
          Output.complain(error.description)
          return nil
        }
      },
      tick: { world in
        world.now = clock.now()
        world.uptime = clock.uptime()
      })
  }
}

extension LogStore {
  /// The newest thing that was done and stands.
  enum NewestDeed {
    case answer(Event<Deed>, Review)
    case naming
  }

  /// The newest answer of practice or named feeling that was not taken back.
  func newestDeed() throws(StorageError) -> NewestDeed? {
    var removed: Set<String> = []
    for event in try events(mentioning: ["review", "checkin", "sealed", "remove"]).reversed() {
      switch event.deed {
      case .reviewed(let review): return .answer(event, review)
      case .removed(let removal): removed.insert(removal.entry)
      case .checkedIn where !removed.contains(event.id.description): return .naming
      case .sealed(let sealed)
      where sealed.amends == nil && !removed.contains(event.id.description):
        return .naming
      default: break
      }
    }
    return nil
  }
}
