import FoundationEssentials
import Storage

/// A deed simple enough to check by eye: somebody picked a word.
struct Pick: Codable, Equatable, Sendable {
  let word: String
  let grade: Int
}

/// A state that tells in which order it was made: one entry for each pick.
struct Tray: Codable, Equatable, Sendable {
  var entries: [String] = []

  var words: [String] { entries.map { String($0.split(separator: " ")[1]) } }
}

typealias TrayStore = Store<Pick, Tray>

/// How often events were folded, to tell a replay from a believed snapshot.
final class FoldCounter {
  var count = 0
}

extension StoreFormat where Deed == Pick, State == Tray {
  static func tray(stateVersion: Int = 1, counting folds: FoldCounter? = nil) -> Self {
    StoreFormat(
      empty: Tray(), stateVersion: stateVersion,
      fold: { tray, pick, id, stamp in
        folds?.count += 1
        tray.entries.append("\(id) \(pick.word) \(pick.grade) on \(stamp.day)")
      },
      encodeState: { Array((try? JSONEncoder().encode($0)) ?? Data()) },
      decodeState: { try? JSONDecoder().decode(Tray.self, from: Data($0)) })
  }
}

extension TemporaryFolder {
  func open(
    _ device: String? = "desk", stateVersion: Int = 1, counting folds: FoldCounter? = nil
  ) throws(StorageError) -> TrayStore {
    try TrayStore(
      folder: path, device: device,
      format: .tray(stateVersion: stateVersion, counting: folds))
  }

  /// Opens the folder, picks words a minute apart, and closes it.
  func fill(_ words: String..., device: String = "desk", savingSnapshot: Bool = false) throws {
    let store = try open(device)
    for (minute, word) in words.enumerated() { try store.pick(word, at: .minute(minute)) }
    if savingSnapshot { try store.saveSnapshot() }
  }
}

extension Store where Deed == Pick {
  @discardableResult
  func pick(_ word: String, grade: Int = 3, at stamp: Stamp) throws(StorageError) -> EventID {
    try append(Pick(word: word, grade: grade), at: stamp)
  }
}

extension Stamp {
  /// A minute of day 20,000, in a zone an hour east of UTC.
  static func minute(_ minute: Int) -> Stamp {
    Stamp(
      milliseconds: 1_728_000_000_000 + Int64(minute) * 60_000, offsetMinutes: 60, day: 20_000)
  }
}

/// A line as the log has it.
func line(
  _ device: String, _ counter: Int, _ word: String, minute: Int, version: Int = 1,
  replaces: String? = nil
) -> String {
  let time = Stamp.minute(minute).milliseconds
  return #"{"at":\#(time),"day":20000,"grade":3,"id":"\#(device):\#(counter)","off":60,"#
    + (replaces.map { #""replaces":"\#($0)","# } ?? "")
    + #""v":\#(version),"word":"\#(word)"}"#
}
