import EmotionCore
import Storage

/// Entries of a locked journal that are not sealed, by the device that wrote them.
struct OpenEntries {
  private let counts: [(device: String, count: Int)]

  init(_ folder: String) throws(StorageError) {
    var counts: [String: Int] = [:]
    for event in try EventArchive<Deed>(folder: folder).events {
      guard case .deed(let deed) = event.body, deed.isOfJournal else { continue }
      counts[event.id.device, default: 0] += 1
    }
    self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A sentence for each device.
  var told: [String] {
    counts.map { device, count in
      "\(count == 1 ? "One entry" : "\(count) entries") of the device \(device) can still be read "
        + "without the passphrase: run “inkling lock” there, and sync."
    }
  }
}

extension ArchivedEvent where Deed == EmotionCore.Deed {
  var isSealed: Bool {
    if case .deed(.sealed) = body { true } else { false }
  }
}
