import EmotionCore
import FoundationEssentials
import Screens
import SpacedRepetition
import Storage
import Vault

/// Saves what the data folder did not take in a file in the home folder.
struct Rescue {
  let home: String?
  let seal: JournalSeal
  let now: Moment

  private static let name = "unsaved-"

  /// The name under which the events stand in that file.
  var device: String { "\(Self.name)\(now.milliseconds)" }

  /// The files that were saved in a home folder, sorted.
  static func files(in home: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
    return names.filter { $0.hasPrefix("inkling-" + name) && $0.hasSuffix(".json") }.sorted()
      .map { "\(home)/\($0)" }
  }

  /// - Returns: the file's path.
  func save(_ effects: [Effect]) throws(StorageError) -> String {
    guard let home else {
      throw .refused(sentence: "There is no home folder to save it in: set HOME first.")
    }
    let stamp = Stamp(now)
    // Where the folder cannot be read, what was known of its lock holds.
    let seal = (try? seal.refreshed()) ?? seal
    if let trouble = seal.trouble, effects.contains(where: Self.isOfJournal) {
      // Sealed it cannot be, and a locked journal is not written out to be read by anybody.
      throw .refused(sentence: trouble.description)
    }
    return try Lifeboat<Deed>.save(
      effects.map { effect in { Self.event(of: effect, seal, $0, $1) } }, at: stamp,
      device: device, in: home)
  }

  private static func isOfJournal(_ effect: Effect) -> Bool {
    if case .append(let deed) = effect { deed.isOfJournal } else { false }
  }

  /// What is written for an effect, sealed if it must be; nil when it cannot be told.
  private static func event(
    of effect: Effect, _ seal: JournalSeal, _ id: EventID, _ stamp: Stamp
  ) -> Event<Deed>? {
    func event(_ body: Event<Deed>.Body?, replacing old: EventID? = nil) -> Event<Deed>? {
      body.map { Event(id: id, stamp: stamp, body: $0, replaces: old) }
    }
    return switch effect {
    case .append(let deed): event(seal.written(deed, id, stamp).map(Event.Body.deed))
    case .replace(let text, let deed):
      EventID(text).flatMap { event(.deed(deed), replacing: $0) }
    case .undo(let text): event(EventID(text).map(Event.Body.undo))
    default: nil
    }
  }
}
