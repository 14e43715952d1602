import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folded state, and how far into each log it goes.
///
/// A line of JSON, which tells what the rest must be, and then the state in a form of its own.
struct Snapshot<Deed: Codable & Sendable & Equatable, State> {
  var header: SnapshotHeader
  var state: State

  /// The highest number that a device had used when the snapshot was made, whether or not the
  /// snapshot is true of the logs; 0 where that cannot be told.
  static func highestCounter(of device: String, in path: String) -> Int {
    guard Files.isFile(path), let file = try? File(path, O_RDONLY, doing: "read"),
      let bytes = try? file.read(from: 0, count: 1 << 16)
    else { return 0 }
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let header = try? JSONDecoder().decode(SnapshotHeader.self, from: Data(first))
    return header?.devices[device]?.counter ?? 0
  }

  /// The snapshot at `path`; nil when there is none that can be used, not even be read, as after a run
  /// with sudo: it is only a cache, and is then made anew.
  static func read(
    _ path: String, _ format: StoreFormat<Deed, State>
  ) throws(StorageError) -> Snapshot? {
    guard Files.isFile(path), let file = try? File(path, O_RDONLY, doing: "read"),
      let bytes = try? file.read()
    else { return nil }
    let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let decoder = JSONDecoder()
    guard let header = try? decoder.decode(SnapshotHeader.self, from: Data(bytes[..<first])),
      header.version == SnapshotHeader.version
    else {
      // Its first line may be all of it, or not.
      for bytes in [bytes[..<first], bytes[...]] {
        let head = try? decoder.decode(SnapshotHeader.Version.self, from: Data(bytes))
        if let head, head.version > SnapshotHeader.version { throw .newerVersion(path: path) }
      }
      return nil
    }
    guard header.stateVersion == format.stateVersion else { return nil }
    let body = Array(bytes[min(first + 1, bytes.count)...])
    guard body.count == header.body.count, Checksum(of: body) == header.body.checksum,
      let state = body.withUnsafeBytes(format.decodeState)
    else { return nil }
    return Snapshot(header: header, state: state)
  }

  /// - Returns: nil when there is something that JSON cannot hold.
  func bytes(_ format: StoreFormat<Deed, State>) -> [UInt8]? {
    let body = format.encodeState(state)
    var header = header
    header.body = SnapshotHeader.Body(count: body.count, checksum: Checksum(of: body))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let first = try? encoder.encode(header) else { return nil }
    return Array(first) + [UInt8(ascii: "\n")] + body
  }
}

struct SnapshotHeader: Codable {
  static let version = 2

  struct Version: Decodable {
    let version: Int
  }

  struct Log: Codable {
    /// Bytes covered.
    var end: Int
    /// Of all of them, for whoever wants to check the whole log.
    var checksum: Checksum
    /// Of the last of them.
    var check: Checksum
  }

  struct Newest: Codable {
    var order: Order
    var at: Int64
    var off: Int
    var day: Int
  }

  struct Body: Codable {
    var count: Int
    var checksum: Checksum
  }

  var version: Int
  var stateVersion: Int
  var logs: [String: Log]
  var devices: [String: DeviceMark]
  var newest: Newest?
  var awaited: [EventID]
  var body: Body
}
