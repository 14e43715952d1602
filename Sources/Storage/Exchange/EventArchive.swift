#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every event of every log once, undos included, in the order in which all devices replay it.
public struct EventArchive<Deed: Codable & Sendable & Equatable>: Sendable {
  public private(set) var events: [ArchivedEvent<Deed>] = []
  /// Lines that could not be read, one sentence a log. They stay in the logs.
  public private(set) var problems: [String] = []

  public init() {}

  /// Reads the logs in a data folder, of which nothing is changed; none where there is no folder.
  public init(folder: String) throws(StorageError) {
    var known: [EventID: ArchivedEvent<Deed>] = [:]
    for name in try Files.names(in: folder + "/log") where name.hasSuffix(".jsonl") {
      let path = "\(folder)/log/\(name)"
      let bytes = try File(path, O_RDONLY, doing: "read").read()
      var unreadable = 0
      // What has no newline yet is still being written.
      for line in bytes.split(separator: newline, omittingEmptySubsequences: false).dropLast()
      where line.contains(where: { $0 != 32 && $0 != 13 }) {
        do throws(ArchivedEvent<Deed>.Problem) {
          let event = try ArchivedEvent<Deed>(Array(line))
          if let other = known[event.id], !other.gives(way: event) {
            if !other.says(event) && other.body != .gone { unreadable += 1 }
          } else {
            known[event.id] = event
          }
        } catch .newerVersion {
          throw .newerVersion(path: path)
        } catch { unreadable += 1 }
      }
      if unreadable > 0 {
        let lines = unreadable == 1 ? "One line" : "\(unreadable) lines"
        problems.append(
          "\(lines) of \(path) could not be read, or have the id of another event, and were left "
            + "out; they are still in the file.")
      }
    }
    events = Self.inOrder(Array(known.values))
  }

  private struct Place {
    var day: Int
    var milliseconds: Int64
    let event: ArchivedEvent<Deed>
  }

  /// Sorted by day, time, device and counter, no event of a device standing earlier than the one
  /// before it: its clock may have run backwards.
  private static func inOrder(_ events: [ArchivedEvent<Deed>]) -> [ArchivedEvent<Deed>] {
    var places: [Place] = []
    for event in events.sorted(by: { $0.id < $1.id }) {
      var place = Place(
        day: event.stamp.day, milliseconds: event.stamp.milliseconds, event: event)
      if let last = places.last, last.event.id.device == event.id.device,
        (last.day, last.milliseconds) > (place.day, place.milliseconds)
      {
        (place.day, place.milliseconds) = (last.day, last.milliseconds)
      }
      places.append(place)
    }
    return places.sorted {
      ($0.day, $0.milliseconds, $0.event.id) < ($1.day, $1.milliseconds, $1.event.id)
    }
    .map { $0.event }
  }

  /// The deeds that stand, in order: what an undo names is left out, and an undo that was itself
  /// undone does nothing.
  public var standing: [(event: ArchivedEvent<Deed>, deed: Deed)] {
    var undoing: [EventID: [EventID]] = [:]
    var undos: Set<EventID> = []
    for event in events {
      guard case .undo(let named) = event.body else { continue }
      undoing[named, default: []].append(event.id)
      undos.insert(event.id)
    }
    // From the leaves of each tree up, and not by recursion: a chain may be as long as a log.
    var undone: Set<EventID> = []
    for root in undoing.keys where !undos.contains(root) {
      var tree = [root]
      var next = 0
      while next < tree.count {
        tree += undoing[tree[next]] ?? []
        next += 1
      }
      for id in tree.reversed()
      where (undoing[id] ?? []).contains(where: { !undone.contains($0) }) {
        undone.insert(id)
      }
    }
    return events.compactMap { event in
      guard case .deed(let deed) = event.body, !undone.contains(event.id) else { return nil }
      return (event, deed)
    }
  }
}

extension ArchivedEvent {
  /// Of two versions of one event a tombstone wins.
  fileprivate func gives(way other: ArchivedEvent) -> Bool {
    other.body == .gone && body != .gone && stamp == other.stamp
  }
}

private let newline = UInt8(ascii: "\n")
