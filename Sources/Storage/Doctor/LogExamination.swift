#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One log, read from its first byte to its last.
struct LogExamination {
  /// Events, tombstones included.
  private(set) var events = 0
  /// Lines that cannot be read, by number, the first 1.
  private(set) var unreadable: [Int] = []
  /// Sound lines that this version does not know, and those of a newer one: by number, too.
  private(set) var unknown: [Int] = []
  private(set) var newer: [Int] = []
  /// Counters of the log's own device that no line has though later ones do: lost lines.
  private(set) var missing: [ClosedRange<Int>] = []
  /// Where every line ends, and the checksum of all bytes up to there.
  private(set) var position = LogPosition()
  /// Whether a cut-off line follows.
  private(set) var isTorn = false

  init<Deed, State>(
    _ name: String, in store: Store<Deed, State>
  ) throws(StorageError) {
    let path = store.logPath(name)
    let file = try File(path, O_RDONLY, doing: "read")
    let device = String(name.dropLast(".jsonl".count))
    var counters: [Int] = []
    var number = 0
    var (events, unreadable, unknown, newer) = (0, [Int](), [Int](), [Int]())
    /// A line whose number can't be told may have any.
    var hasNameless = false
    let (position, torn) = try Lines.read(file, after: LogPosition()) { line in
      number += 1
      var id: EventID?
      switch EventLine<Deed>(line, scan: store.format.scan) {
      case .blank: return
      case .event(let event):
        events += 1
        id = event.id
      case .unknown(let named):
        unknown.append(number)
        id = named
      case .newer(let named):
        newer.append(number)
        id = named
        hasNameless = hasNameless || named == nil
      case .unreadable(let named):
        unreadable.append(number)
        id = named
        hasNameless = true
      }
      if let id, id.device == device { counters.append(id.counter) }
    }
    (self.events, self.unreadable) = (events, unreadable)
    (self.unknown, self.newer) = (unknown, newer)
    (self.position, isTorn) = (position, !torn.isEmpty)
    // A line that cannot be read at all may be any of those that are missing.
    missing = hasNameless ? [] : Self.gaps(counters.sorted())
  }

  static func gaps(_ counters: [Int]) -> [ClosedRange<Int>] {
    var next = 1
    var gaps: [ClosedRange<Int>] = []
    for counter in counters {
      if counter > next { gaps.append(next...counter - 1) }
      next = max(next, counter + 1)
    }
    return gaps
  }
}
