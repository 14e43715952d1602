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
  /// What could not be taken in as it is, one sentence each. It stays in the logs.
  public private(set) var problems: [String] = []
  private var isStanding: Set<EventID> = []

  public init() {}

  /// Reads the logs in a data folder, of which nothing is changed.
  /// - Parameters:
  ///   - mayBeMissing: whether a folder that is not there is one without events. Otherwise it is an
  ///     error, as one is that cannot be read: nothing must be taken for everything.
  ///   - scan, isSealed: as in `StoreFormat`.
  public init(
    folder: String, mayBeMissing: Bool = false,
    scan: (String, UnsafeRawBufferPointer) -> Deed? = { _, _ in nil },
    isSealed: @escaping (Deed) -> Bool = { _ in false }
  ) throws(StorageError) {
    let names: [String]
    do throws(StorageError) { names = try Files.logNames(in: folder) } catch {
      if mayBeMissing, case .system(_, _, ENOENT) = error { return }
      throw error
    }
    var history = History<Deed>(isSealed: isSealed)
    var written: [EventID: [ArchivedEvent<Deed>]] = [:]
    for name in names {
      let path = "\(folder)/log/\(name)"
      let bytes = try File(path, O_RDONLY, doing: "read").read()
      var (unreadable, newer) = (0, 0)
      // What has no newline yet is still being written.
      for line in bytes.split(separator: newline, omittingEmptySubsequences: false).dropLast()
      where line.contains(where: { $0 != 32 && $0 != 13 }) {
        do throws(ArchivedEvent<Deed>.Problem) {
          let event = try ArchivedEvent<Deed>(Array(line), scan: scan)
          history.add(event.event)
          written[event.id, default: []].append(event)
        } catch .newerVersion { newer += 1 } catch { unreadable += 1 }
      }
      if newer > 0 {
        problems.append(
          "\(newer == 1 ? "One line of \(path) is" : "\(newer) lines of \(path) are") from a newer "
            + "version of Inkling and left out, so this isn't everything: update Inkling, and export "
            + "again.")
      }
      if unreadable > 0 {
        let lines = unreadable == 1 ? "One line" : "\(unreadable) lines"
        problems.append(
          "\(lines) of \(path) could not be read and \(unreadable == 1 ? "was" : "were") left out, "
            + "so this isn't everything; what is said there is still in the file.")
      }
    }
    let conflicts = history.settle()
    if let first = conflicts.first {
      problems.append(
        "\(conflicts.count == 1 ? "One id, \(first)," : "\(conflicts.count) ids, \(first) first,") "
          + "stand for more than one event, as in a copied folder; those of another time go on "
          + "under an id of their own.")
    }
    history.inOrder().forEachEvent { event, stands in
      let lines = written[event.id] ?? []
      guard let archived = lines.first(where: { $0.event == event }) ?? ArchivedEvent(event) else {
        return
      }
      events.append(archived)
      if stands { isStanding.insert(event.id) }
    }
  }

  /// Tells whether nothing was ever kept in a data folder: it isn't there, or has nothing in it. A folder
  /// that only lost its logs is something else.
  public static func isUnused(_ folder: String) -> Bool {
    do throws(StorageError) { return try Files.names(in: folder).isEmpty } catch {
      if case .system(_, _, ENOENT) = error { return true }
      return false
    }
  }

  /// The deeds that stand, in order: what an undo names is left out, and an undo that was itself
  /// undone does nothing.
  public var standing: [(event: ArchivedEvent<Deed>, deed: Deed)] {
    events.compactMap { event in
      guard isStanding.contains(event.id), let deed = event.event.deed else { return nil }
      return (event, deed)
    }
  }
}

private let newline = UInt8(ascii: "\n")
