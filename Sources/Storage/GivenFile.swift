#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that a person named, to be read once and whole; a pipe will do.
public enum GivenFile {
  /// Why it could not be read, as one sentence.
  public struct Problem: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  /// More than this is taken for a mistake.
  static let most = 1 << 29

  public static func read(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path, errno) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { chunk($0, from: descriptor) }
      if count < 0 {
        if errno == EINTR { continue }
        throw problem(path, errno)
      }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= most else {
        throw Problem(description: "\(path) is larger than 512 MB: name a smaller file.")
      }
    }
  }

  private static func chunk(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(file, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(file, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func problem(_ path: String, _ code: Int32) -> Problem {
    switch code {
    case ENOENT, ENOTDIR:
      Problem(description: "There is no file \(path): check the path.")
    case EISDIR:
      Problem(description: "\(path) is a folder: name a file.")
    case EACCES, EPERM:
      Problem(description: "\(path) may not be read: give yourself the permission.")
    default:
      Problem(description: "\(path) could not be read: \(String(cString: strerror(code))).")
    }
  }
}
