/// What a sync came to.
public struct SyncReport: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// Saved in the folder's own history; no remote is named.
    case noRemote
    /// - Parameters:
    ///   - received: lines that came from other devices.
    ///   - sent: whether anything went out.
    case synced(received: Int, sent: Bool)
  }

  public var outcome: Outcome
  /// A log's lines were rewritten since the last sync, as when an entry's text was removed: git's
  /// history still holds what they said.
  public var historyHoldsRemoved = false
  /// Another device had locked the journal, and this one did not know yet.
  public var isLocked = false

  /// Lines that the logs here had lost, and have again.
  public var restored = 0

  /// Logs of other devices that came in with lines of a newer version: paths below the folder.
  public var newer: Set<String> = []

  private static let locked =
    "Another device has locked the journal: from now on, reading it here asks for the passphrase "
    + "that was set there."

  /// What there is to tell, one sentence each, the outcome first.
  public var sentences: [String] {
    var sentences = [outcome.sentence]
    if restored > 0 {
      sentences.append(
        "\(restored == 1 ? "1 line" : "\(restored) lines") that the logs here had lost since the "
          + "last sync came back from git's history.")
    }
    sentences += newer.sorted().map {
      "\($0) has lines from a newer version of Inkling: they're kept and passed on, and count here "
        + "once you update Inkling."
    }
    if isLocked { sentences.append(Self.locked) }
    if historyHoldsRemoved { sentences.append(SyncHistory.holdsRemoved) }
    return sentences
  }
}

extension SyncReport.Outcome {
  /// The outcome in one sentence.
  var sentence: String {
    switch self {
    case .noRemote:
      "Saved in the data folder's own git history, which keeps what you delete later, and nowhere "
        + "else: to reach other devices, name a git repository once with “inkling sync --remote "
        + "ADDRESS”."
    case .synced(0, false): "Everything is in sync; there was nothing new."
    case .synced(0, true): "Synced: what is new here was sent, and nothing new came in."
    case .synced(let count, let sent):
      "Synced: \(count) \(count == 1 ? "event" : "events") came in from other devices, and "
        + (sent ? "what is new here was sent." : "nothing new was here to send.")
    }
  }
}

/// What git keeps of a text that was removed.
public enum SyncHistory {
  /// One sentence, to be shown where a text is removed.
  public static let holdsRemoved =
    "The text is gone from the log, but git's history of it, here and wherever it was sent, still "
    + "holds it: README.md, “Several devices”, tells how to begin a new history without it."

  /// The sentence when the folder is one that `inkling sync` has used; nil when no history has it.
  public static func note(folder: String) -> String? {
    Files.exists(folder + "/.git") ? holdsRemoved : nil
  }
}
