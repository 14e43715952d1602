#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is none of the logs and holds lines of one, such as a copy that an editor hid, a
/// backup in a folder or an export; or something that couldn't be looked into.
public struct Stray<Deed: Codable & Sendable & Equatable>: Sendable {
  public let path: String
  /// What could be read in it, of the kinds that were looked for.
  public fileprivate(set) var events: [Event<Deed>] = []
  /// Whether a line mentions such a kind and is no event: a text may be made out in it all the same.
  public fileprivate(set) var holdsFragments = false
  /// Whether it couldn't be looked into.
  public fileprivate(set) var isUnseen = false

  fileprivate var isWorthTelling: Bool { !events.isEmpty || holdsFragments || isUnseen }
}

extension Store {
  /// The files that hold lines with a field of one of these names and are no logs: anywhere in the
  /// data folder, also hidden and in folders, and among `others`. git's history isn't looked into,
  /// nor the snapshot, which is made anew from the logs.
  /// - Parameter others: files elsewhere.
  public func strays(
    mentioning kinds: [String], and others: [String] = []
  ) throws(StorageError) -> [Stray<Deed>] {
    let own = Set(try logNames().map(logPath) + [snapshotPath])
    return (Files.below(folder, except: [".git"]) + others).filter { !own.contains($0) }
      .map { stray($0, kinds) }.filter(\.isWorthTelling)
  }

  private func stray(_ path: String, _ kinds: [String]) -> Stray<Deed> {
    var stray = Stray<Deed>(path: path)
    let needles = kinds.map { Array("\"\($0)\":".utf8) }
    do throws(StorageError) {
      // A folder here is one that couldn't be read, or a link.
      guard Files.isFile(path) else { throw .notAFile(path: path) }
      let file = try File(path, O_RDONLY, doing: "read")
      // Whatever lies there may be as large as a disk and have no line at all.
      guard try file.contains(needles) else { return stray }
      guard try file.identity().size <= GivenFile.most else {
        stray.holdsFragments = true
        return stray
      }
      let torn = try Lines.read(file, after: LogPosition()) { stray.take($0, needles, format.scan) }
        .torn
      torn.withUnsafeBytes { stray.take($0, needles, format.scan) }
    } catch { stray.isUnseen = true }
    return stray
  }
}

extension Stray {
  fileprivate mutating func take(
    _ line: UnsafeRawBufferPointer, _ needles: [[UInt8]],
    _ scan: (String, UnsafeRawBufferPointer) -> Deed?
  ) {
    guard needles.contains(where: line.contains) else { return }
    // In an export, a comma follows each event but the last.
    let end = line.last == UInt8(ascii: ",") ? line.count - 1 : line.count
    if case .event(let event) = EventLine<Deed>(
      UnsafeRawBufferPointer(rebasing: line[..<end]), scan: scan)
    {
      events.append(event)
    } else {
      holdsFragments = true
    }
  }
}

extension File {
  private static var chunk: Int { 1 << 16 }

  /// Whether any of these texts, shorter than a chunk, is anywhere in the file.
  fileprivate func contains(_ needles: [[UInt8]]) throws(StorageError) -> Bool {
    let overlap = max(1, needles.map(\.count).max() ?? 1) - 1
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { buffer.deallocate() }
    // What is written meanwhile isn't waited for.
    let size = try identity().size
    var start = 0
    while start < size {
      let count = try read(into: buffer, from: start)
      let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if needles.contains(where: part.contains) { return true }
      guard count > overlap else { break }
      start += count - overlap
    }
    return false
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    guard let start = baseAddress, let first = needle.first else { return false }
    var position = 0
    while position + needle.count <= count,
      let found = memchr(start + position, Int32(first), count - needle.count + 1 - position)
    {
      position = UnsafeRawPointer(found) - start
      if memcmp(found, needle, needle.count) == 0 { return true }
      position += 1
    }
    return false
  }
}

extension Files {
  /// Every file below a folder, sorted, those of inner folders too; and what can't be looked into: a
  /// folder that may not be read, and a link to one, which may lead anywhere.
  /// - Parameter except: names right below `folder` that are left out.
  static func below(_ folder: String, except: Set<String> = []) -> [String] {
    guard let names = try? names(in: folder) else { return [folder] }
    return names.filter { !except.contains($0) }.flatMap { name in
      let path = "\(folder)/\(name)"
      guard isFolder(path) else { return isFile(path) ? [path] : [] }
      return isLink(path) ? [path] : below(path)
    }
  }
}

/// A log that had a second name when it was looked at, as backups by hard links give it: replacing
/// the log leaves the old text under that one.
public struct HardLink: Sendable {
  public let path: String
  /// The number that finds the other name.
  public let inode: UInt64

  /// Whether the log was replaced since, so that the second name holds what was before.
  public var isLeftBehind: Bool { Files.identity(path)?.inode != inode }
}

extension Store {
  /// The logs with a second name that `rewrite` may change.
  public func hardLinks() throws(StorageError) -> [HardLink] {
    var links: [HardLink] = []
    for name in try logNames() where try mayRewrite(name) {
      var information = stat()
      guard stat(logPath(name), &information) == 0, information.st_nlink > 1 else { continue }
      links.append(HardLink(path: logPath(name), inode: UInt64(information.st_ino)))
    }
    return links
  }
}
