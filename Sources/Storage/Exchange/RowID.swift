/// The clock that a row of a table tells its time by.
public enum RowClock: String, Sendable {
  /// The one on the wall: the table has no time zone.
  case local = "import-local"
  /// The table says the zone, so that the time is the same everywhere.
  case utc = "import-utc"
}

/// The names of rows that were imported. They follow from what a row says and not from the file, the
/// device or its time zone, so that the same row is the same event wherever it's imported.
///
/// The counter is the row's minute since 1900, and a hash of what it says within that minute: so
/// counters rise with time, as those of any device do. In one minute 600,000 rows have a place.
extension EventID {
  private static let rowsPerMinute: Int64 = 600_000

  /// - Parameters:
  ///   - seconds: since 1970 by `clock`; what lies before 1900 or after 2200 is moved there.
  ///   - text: what tells the row from others of its time.
  ///   - ordinal: 0, 1 … among rows that say the same.
  public init(rowAt seconds: Int64, by clock: RowClock, saying text: String, ordinal: Int) {
    let minutes = (min(max(seconds, -2_208_988_800), 7_258_118_400) + 2_208_988_800) / 60
    let hash = FNV.hash("\(seconds)\n\(text)\n\(ordinal)".utf8)
    let place = Int64(hash % UInt64(Self.rowsPerMinute))
    self.init(device: clock.rawValue, counter: Int(minutes * Self.rowsPerMinute + place) + 1)
  }

  /// The clock of the row that this is the event of; nil for any other event.
  public var rowClock: RowClock? { RowClock(rawValue: device) }

  /// True of an event that an import of a table made, by this version or an earlier one.
  public var isImported: Bool { device.hasPrefix("import-") }
}

/// The hash by Fowler, Noll and Vo, of 64 bits: the same in every run, and not against forgery.
enum FNV {
  static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
