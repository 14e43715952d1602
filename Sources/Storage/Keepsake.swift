#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A small file of ours in the data folder that is no log: read whole, replaced whole or not at all.
public struct Keepsake: Sendable {
  public let path: String
  public init(_ name: String, in folder: String) {
    path = "\(folder)/\(name)"
  }

  /// What it holds, nil when there is none.
  /// - Parameter limit: no more bytes than these are read; a longer file is cut off there.
  public func read(limit: Int) throws(StorageError) -> [UInt8]? {
    guard Files.exists(path) else { return nil }
    return try File(path, O_RDONLY, doing: "read").read(from: 0, count: limit)
  }

  /// To be called within `Store.exclusively`.
  public func write(_ bytes: [UInt8]) throws(StorageError) {
    try Files.replace(path, with: bytes)
  }

  /// To be called within `Store.exclusively`. There need not be such a file.
  public func remove() throws(StorageError) { try Files.remove(path) }

  /// The files beside the logs that are no logs: what was set aside of lines that were cut off or
  /// could not be read, and what others put there.
  public static func besideLogs(in folder: String) -> [(path: String, isSetAside: Bool)] {
    let names = (try? Files.names(in: folder + "/log")) ?? []
    return names.filter { !$0.hasSuffix(".jsonl") }.map { name in
      ("\(folder)/log/\(name)", name.hasSuffix(".torn") || name.hasSuffix(".unreadable"))
    }
  }
}
