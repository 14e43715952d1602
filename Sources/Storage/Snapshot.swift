import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folded state, and how far into each log it goes.
struct Snapshot<Deed: Codable & Sendable & Equatable, State: Codable>: Codable {
  struct Log: Codable {
    /// Bytes covered.
    let end: Int
    /// A checksum of the bytes just before `end`.
    let check: UInt64?
  }

  let version: Int
  let stateVersion: Int
  let logs: [String: Log]
  let counter: Int
  let newest: Event<Deed>.Order?
  let awaited: [EventID]
  let state: State

  /// The snapshot at `path`, nil when there is none that can be used: it is then rebuilt.
  static func read(_ path: String) throws(StorageError) -> Snapshot? {
    guard Files.exists(path) else { return nil }
    let bytes = Data(try File(path, O_RDONLY, doing: "read").read())
    // Reading the version alone takes nearly as long as reading everything.
    let snapshot = try? JSONDecoder().decode(Snapshot.self, from: bytes)
    let version = snapshot?.version ?? (try? JSONDecoder().decode(Head.self, from: bytes))?.version
    if let version, version > 1 { throw .newerVersion(path: path) }
    return snapshot
  }

  private struct Head: Decodable {
    let version: Int
  }
}
