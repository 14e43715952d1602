import EmotionCore
import Storage

/// Entries of a locked journal that are not sealed, by the log and the device that wrote them: in
/// any line of any log, also where another line outweighs it.
struct OpenEntries {
  private struct Place: Hashable {
    let path: String
    let device: String
    let isOurs: Bool
  }

  private let entries: [(place: Place, count: Int)]

  init(_ store: LogStore) throws(StorageError) {
    var entries: [Place: Set<String>] = [:]
    try store.forEachWritten(mentioning: ["checkin", "amend"]) { line in
      let id = line.event.id
      guard let deed = line.event.deed, deed.isOfJournal, let entry = deed.entry(id.description)
      else { return }
      let place = Place(path: line.path, device: id.device, isOurs: line.isOurs)
      entries[place, default: []].insert(entry)
    }
    self.entries = entries.map { ($0.key, $0.value.count) }
      .sorted { ($0.place.path, $0.place.device) < ($1.place.path, $1.place.device) }
  }

  /// A sentence for each log and device.
  var told: [String] {
    entries.map { place, count in
      let what = count == 1 ? "One entry" : "\(count) entries"
      guard !place.isOurs else {
        return "\(what) in \(place.path) can still be read without the passphrase: run “inkling "
          + "lock”."
      }
      let isCopy = !place.path.hasSuffix("/\(place.device).jsonl")
      return "\(what) of the device \(place.device) can still be read without the passphrase"
        + "\(isCopy ? " in \(place.path)" : ""): run “inkling lock” there, and sync."
    }
  }
}
