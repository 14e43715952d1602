#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What can go wrong with a file, each told in one sentence: what happened, to which file, and
/// what to do.
public enum StorageError: Error, Equatable, CustomStringConvertible {
  case system(doing: String, path: String, code: Int32)
  case newerVersion(path: String)
  case notAFolder(path: String)
  /// A folder, a pipe or a device stands where a file belongs.
  case notAFile(path: String)
  /// Something else forbids it; the sentence says what, and what to do.
  case refused(sentence: String)

  public var description: String {
    switch self {
    case .system(let doing, let path, let code):
      "Inkling could not \(doing) \(path): \(Self.reason(code))"
    case .newerVersion(let path):
      "\(path) was written by a newer version of Inkling and was left as it is: "
        + "update Inkling to open it."
    case .refused(let sentence): sentence
    case .notAFile(let path):
      "\(path) is no file, and Inkling needs a file there: move it away."
    case .notAFolder(let path):
      "\(path) is a file, and Inkling needs a folder there: move the file away, "
        + "or name another folder with --data-dir."
    }
  }

  var isFullDisk: Bool {
    if case .system(_, _, let code) = self {
      [ENOSPC, EDQUOT, EFBIG].contains(code)
    } else {
      false
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full. Free some space."
    case EFBIG: "the file may not grow any further. Lift the limit on file sizes (ulimit -f)."
    case EACCES, EPERM:
      "permission was denied. Make it yours, or name another folder with --data-dir."
    case EROFS: "the disk is read-only. Name another folder with --data-dir."
    case EIO: "the disk reported an error. Check it, or name another folder with --data-dir."
    case ENOENT:
      "it, or the folder it belongs in, is not there. Put it back, or name another folder "
        + "with --data-dir."
    case EMFILE, ENFILE:
      "too many files are open. Raise the limit with “ulimit -n 256”, and try again."
    case ENOTDIR: "part of the path is a file. Name another folder with --data-dir."
    default:
      "\(String(cString: strerror(code))). Check the path, or name another folder with --data-dir."
    }
  }
}
