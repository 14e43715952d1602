import FoundationEssentials

/// Puts together what two devices made of the same file of lines.
///
/// Lines are told apart by their event ids and stamps: a device that was set back makes two events
/// of one id, and both are kept, as `History` then reads them. An event that either side holds is
/// kept: a missing line never deletes. Where they hold it in different words, a tombstone wins, so
/// that what was removed does not come back; then the side that sealed or opened it since `base`; where
/// both did, a sealed entry before an open one. A line that is no event counts for nothing: it goes once
/// either side has set it aside. The order of a log's lines does not matter to replay.
enum LogMerge {
  static func merge(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> [UInt8] {
    if let longer = longer(base, ours, theirs) { return longer }
    let old = Lines(base)
    let mine = Lines(ours)
    let other = Lines(theirs)
    var result: [[UInt8]] = []
    for key in other.order where mine.lines[key] != nil || !old.others.contains(key) {
      result += settle(old.lines[key], mine.lines[key], other.lines[key])
    }
    for key in mine.order where other.lines[key] == nil && !old.others.contains(key) {
      result += mine.lines[key] ?? []
    }
    // A line that is not whole yet belongs at the end, where its writer goes on.
    return result.flatMap { $0 + [newline] } + mine.rest
  }

  /// The longer of two sides that were both only appended to, one of them further.
  private static func longer(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8]? {
    let (short, long) = ours.count < theirs.count ? (ours, theirs) : (theirs, ours)
    let isLonger = short.last ?? newline == newline && long.starts(with: short)
    return isLonger && short.starts(with: base) ? long : nil
  }

  /// A log without the lines that say an event that `held` has too in other words, where those
  /// words are not to stand.
  static func stripped(
    _ log: [UInt8], over held: [UInt8], unless stands: (_ words: Words) -> Bool
  ) -> [UInt8] {
    let old = Lines(held)
    let lines = Lines(log)
    var isWhole = true
    let kept = lines.order.flatMap { key -> [[UInt8]] in
      let all = lines.lines[key] ?? []
      guard let before = old.lines[key], !lines.others.contains(key) else { return all }
      let stay = all.filter { before.contains($0) || stands(Words($0)) }
      if stay.count < all.count { isWhole = false }
      return stay
    }
    return isWhole ? log : kept.flatMap { $0 + [newline] } + lines.rest
  }

  /// How an event is written down.
  enum Words: Equatable {
    case open
    case sealed(box: String)
    case gone

    init(_ line: [UInt8]) {
      switch Rank(line) {
      case .gone: self = .gone
      case .open: self = .open
      case .sealed:
        let sealed = try? JSONDecoder().decode(Boxed.self, from: Data(line))
        self = .sealed(box: sealed?.sealed.box ?? "")
      }
    }

    private struct Boxed: Decodable {
      let sealed: Box

      struct Box: Decodable { let box: String }
    }
  }

  /// The boxes of sealed events.
  static func boxes(_ log: [UInt8]) -> [String] {
    log.split(separator: newline).compactMap { line in
      if case .sealed(let box) = Words(Array(line)) { box } else { nil }
    }
  }

  /// How many lines a log lacks of another.
  static func missing(from log: [UInt8], of other: [UInt8]) -> Int {
    Set(other.split(separator: newline)).subtracting(log.split(separator: newline)).count
  }

  /// Whether a newer log has an event in other words where an older one has a text that could be
  /// read, or that was then removed.
  static func hides(_ old: [UInt8], in new: [UInt8]) -> Bool {
    let after = Lines(new)
    return Lines(old).lines.contains { key, lines in
      guard let now = after.lines[key] else { return false }
      let changed = lines.filter { !now.contains($0) }
      guard !changed.isEmpty else { return false }
      return now.contains { Rank($0) == .gone } || changed.contains { Rank($0) == .open }
    }
  }

  /// Whether a log has a sealed event in words that none of the others has.
  static func seals(_ log: [UInt8], beyond others: [[UInt8]]) -> Bool {
    Set(log.split(separator: newline))
      .subtracting(others.flatMap { $0.split(separator: newline) })
      .contains { holdsSealed(Array($0)) }
  }

  /// Whether there is an event that only the vault's key opens. What cannot be read counts as one
  /// if it may be.
  static func holdsSealed(_ log: [UInt8]) -> Bool {
    let word = Array(#""sealed""#.utf8)
    return log.split(separator: newline).contains { line in
      guard line.firstRange(of: word) != nil else { return false }
      let keys = keys(Array(line))
      return keys.map { $0.contains("sealed") && !$0.contains("gone") } ?? true
    }
  }

  /// The names of a line's fields, nil when it is no object.
  private static func keys(_ line: [UInt8]) -> Set<String>? {
    (try? JSONDecoder().decode(Keys.self, from: Data(line)))?.names
  }

  /// The lines of one event.
  private static func settle(
    _ old: [[UInt8]]?, _ mine: [[UInt8]]?, _ other: [[UInt8]]?
  ) -> [[UInt8]] {
    guard let mine, let other else { return other ?? mine ?? [] }
    if mine == other { return other }
    let all = other + mine.filter { !other.contains($0) }
    let rank = all.map(Rank.init).max() ?? .open
    // Only sealing and opening put other words in an event's place: both sides of anything else,
    // such as a damaged line that can still be read, are kept.
    if rank == .sealed {
      if mine == old { return other }
      if other == old { return mine }
    }
    let best = all.filter { Rank($0) == rank }
    guard rank == .gone else { return best }
    return best.min { $0.lexicographicallyPrecedes($1) }.map { [$0] } ?? []
  }

  private enum Rank: Comparable {
    case open
    case sealed
    case gone

    init(_ line: [UInt8]) {
      let keys = keys(line) ?? []
      self = keys.contains("gone") ? .gone : keys.contains("sealed") ? .sealed : .open
    }
  }

  private struct Lines {
    var order: [[UInt8]] = []
    var lines: [[UInt8]: [[UInt8]]] = [:]
    /// Lines that are no events.
    var others: Set<[UInt8]> = []
    /// What follows the last newline.
    var rest: [UInt8] = []

    init(_ bytes: [UInt8]) {
      let end = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
      rest = Array(bytes[end...])
      for line in bytes[..<end].split(separator: newline).map(Array.init) {
        let head = try? JSONDecoder().decode(Head.self, from: Data(line))
        let key = head?.key ?? line
        if head == nil { others.insert(line) }
        if lines[key] == nil { order.append(key) }
        if !(lines[key] ?? []).contains(line) { lines[key, default: []].append(line) }
      }
    }
  }

  /// What rewriting an event leaves as it is.
  private struct Head: Decodable {
    let id: String
    let at: Int64
    let off: Int
    let day: Int

    var key: [UInt8] { Array("\(id) \(at) \(off) \(day)".utf8) }
  }

  /// The keys of an object, whatever their values.
  private struct Keys: Decodable {
    let names: Set<String>

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { return nil }
    }

    init(from decoder: any Decoder) throws {
      names = Set(try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue))
    }
  }
}

private let newline = UInt8(ascii: "\n")
