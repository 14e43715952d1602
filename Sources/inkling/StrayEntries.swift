import EmotionCore
import Storage

/// Files that are none of Inkling's logs and hold entries: what locking doesn't lock, and deleting
/// doesn't delete. Inkling tells where they are and leaves them alone.
struct StrayEntries {
  let store: LogStore
  /// The person's home folder, in which Inkling saves what the data folder doesn't take.
  let home: String?

  /// A sentence for each file of which something can be read without the passphrase.
  func open() throws(StorageError) -> [(path: String, sentence: String)] {
    let rescues = home.map(Rescue.files) ?? []
    let strays = try store.strays(mentioning: ["checkin", "amend"], and: rescues)
    return strays.map { stray in
      (stray.path, Self.open(stray, isRescue: rescues.contains(stray.path)))
    }
  }

  private static func open(_ stray: Stray<Deed>, isRescue: Bool) -> String {
    let path = stray.path
    guard !stray.isUnseen else {
      return "Inkling couldn't look into \(path): see whether entries can be read in it, and "
        + "delete it if you don't need it."
    }
    let what = count(entries(stray, isSetAside: false))
    if isRescue {
      return "\(path) has \(what) that can be read without the passphrase: bring "
        + "\(what == "one entry" ? "it" : "them") in with “inkling import \(path)”, then delete "
        + "that file."
    }
    if isSetAside(path) {
      return "\(path) has lines that Inkling couldn't read, and what they say can be made out "
        + "without the passphrase: delete it if you don't need it."
    }
    return "\(path) isn't one of Inkling's files, and has \(what) that can be read without the "
      + "passphrase: delete it if you don't need it."
  }

  /// A sentence for each file that has the text of a deleted entry.
  /// - Parameter isDeleted: by the event that made the entry.
  func deleted(_ isDeleted: (String) -> Bool) throws(StorageError) -> [String] {
    try store.strays(
      mentioning: ["checkin", "amend", "sealed"], and: home.map(Rescue.files) ?? []
    ).compactMap { stray in
      let left = Self.entries(stray, isSetAside: Self.isSetAside(stray.path)).filter(isDeleted)
      guard !left.isEmpty else { return nil }
      return "\(stray.path) isn't one of Inkling's files, and still has the text of "
        + "\(left.count == 1 ? "one deleted entry" : "\(left.count) deleted entries"): delete it if "
        + "you don't need it."
    }
  }

  /// The entries of which a text was found.
  /// - Parameter isSetAside: whether locked ones don't count: they were moved there since nothing
  ///   opens them, and weren't deleted.
  private static func entries(_ stray: Stray<Deed>, isSetAside: Bool) -> Set<String> {
    Set(
      stray.events.compactMap { event in
        guard let deed = event.deed, deed.isOfJournal || deed.isSealed && !isSetAside else {
          return nil
        }
        return deed.entry(event.id.description)
      })
  }

  private static func isSetAside(_ path: String) -> Bool {
    path.hasSuffix(".torn") || path.hasSuffix(".unreadable")
  }

  /// Lines that are no whole events have entries that can't be counted.
  private static func count(_ entries: Set<String>) -> String {
    switch entries.count {
    case 0: "entries"
    case 1: "one entry"
    default: "\(entries.count) entries"
    }
  }
}

extension HardLink {
  /// What there is to say once the log was rewritten under the one name.
  var sentence: String {
    "\(path) had another name on this disk, a hard link, and what was in it can still be read under "
      + "that one: “find / -xdev -inum \(inode)” finds it; delete it if you don't need it."
  }
}
