import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells what clocks show in other time zones than this machine's, by the system's own tables.
///
/// The C library knows one zone at a time, the one that TZ names: it's put back in the end, and
/// nothing else may ask for the time meanwhile.
final class ZoneClock: Sendable {
  private let current: Mutex<String?> = Mutex(nil)
  private let own: String?

  init() { own = getenv("TZ").map { String(cString: $0) } }

  deinit {
    if let own { setenv("TZ", own, 1) } else { unsetenv("TZ") }
    tzset()
  }

  /// Local time minus UTC in minutes, at a time in milliseconds since 1970; nil where the system
  /// knows no such zone.
  func offset(in zone: String, at milliseconds: Int64) -> Int? {
    current.withLock { current in
      if current != zone {
        guard Self.isKnown(zone) else { return nil }
        setenv("TZ", zone, 1)
        tzset()
        current = zone
      }
      var seconds = time_t((Double(milliseconds) / 1000).rounded(.down))
      var local = tm()
      localtime_r(&seconds, &local)
      return Int(local.tm_gmtoff) / 60
    }
  }

  /// A name that is none would be taken for UTC without a word.
  private static func isKnown(_ zone: String) -> Bool {
    let isName =
      zone.first?.isLetter == true && !zone.contains("..")
      && zone.utf8.allSatisfy { byte in
        let character = Character(Unicode.Scalar(byte))
        return byte < 0x80
          && (character.isLetter || character.isNumber || "/_+-".contains(character))
      }
    guard isName else { return false }
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    var information = stat()
    return stat("\(folder)/\(zone)", &information) == 0
      && information.st_mode & S_IFMT == S_IFREG
  }
}
