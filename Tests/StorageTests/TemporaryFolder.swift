import FoundationEssentials
import Testing

/// A folder of a test's own, removed when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "inkling-tests-\(UUID().uuidString)"
    // In memory where there is such a place: the tests wait for the disk thousands of times.
    let memory = "/dev/shm"
    path =
      FileManager.default.isWritableFile(atPath: memory)
      ? "\(memory)/\(name)" : FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: path(name)), "\(path(name))"))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Whole lines, without their newlines.
  func lines(_ name: String) throws -> [String] {
    try text(name).split(separator: "\n").map(String.init)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let folder = path(name).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func append(_ text: String, to name: String) throws {
    try write(try bytes(name) + Array(text.utf8), to: name)
  }

  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: name)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// Every file below the folder but the lock, with what is in it.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) where name != "lock" {
      if let data = FileManager.default.contents(atPath: path(name)) {
        contents[name] = Array(data)
      }
    }
    return contents
  }
}
