#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where events go when the data folder cannot take them: a file that `import` reads.
public enum Lifeboat<Deed: Codable & Sendable & Equatable> {
  /// Writes an export of these events alone, its owner's to read, into an existing folder.
  /// - Parameters:
  ///   - device: a name that no log has; the events are numbered under it.
  ///   - events: what is to be written, given the id that it gets and the stamp.
  /// - Returns: the file's path.
  public static func save(
    _ events: [(EventID, Stamp) -> Event<Deed>?], at stamp: Stamp, device: String,
    in folder: String
  ) throws(StorageError) -> String {
    var path = "\(folder)/inkling-\(device).json"
    // Two may be saved in one moment.
    for number in 2...99 where Files.exists(path) {
      path = "\(folder)/inkling-\(device)-\(number).json"
    }
    var lines: [String] = []
    for (index, make) in events.enumerated() {
      let id = EventID(device: device, counter: index + 1)
      guard let line = try? make(id, stamp)?.line().dropLast() else {
        throw .system(doing: "write", path: path, code: EINVAL)
      }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    let text = "{\"inkling\":1,\"events\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
    try Files.replace(path, with: Array(text.utf8))
    return path
  }
}
