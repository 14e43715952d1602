import FoundationEssentials
import SpacedRepetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time: the machine's, or the one that INKLING_NOW pins for tests.
struct Clock {
  private let pinned: Int64?

  /// - Throws: a sentence when INKLING_NOW is not a time.
  init(environment: [String: String]) throws(Failure) {
    guard let text = environment["INKLING_NOW"], !text.isEmpty else {
      pinned = nil
      return
    }
    guard let date = try? Date(text, strategy: .iso8601) else {
      throw Failure(
        sentence: "INKLING_NOW is not a time: write it like 2026-11-21T21:14:00Z.", code: 2)
    }
    pinned = Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  func now() -> Moment { Self.localTime.moment(pinned ?? Self.read(CLOCK_REALTIME)) }

  /// Milliseconds that never jump.
  func uptime() -> Int64 { Self.read(CLOCK_MONOTONIC) }

  /// When a logical day begins: 04:00 local time, as a rule.
  func begin(ofDay day: Int) -> Date {
    Date(timeIntervalSince1970: Double(Self.localTime.begin(ofDay: day)) / 1000)
  }

  /// Foundation's essentials know no time zone but GMT; the C library knows the local one.
  private static var localTime: LocalTime {
    LocalTime { milliseconds in
      var seconds = time_t((Double(milliseconds) / 1000).rounded(.down))
      var local = tm()
      localtime_r(&seconds, &local)
      return Int(local.tm_gmtoff) / 60
    }
  }

  /// Local time minus UTC in minutes, at a local time given as seconds since 1970.
  func offset(ofLocal seconds: Int64) -> Int {
    var seconds = time_t(seconds)
    var fields = tm()
    gmtime_r(&seconds, &fields)
    fields.tm_isdst = -1
    _ = mktime(&fields)
    return Int(fields.tm_gmtoff) / 60
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
